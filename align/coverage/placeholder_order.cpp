#include "align/coverage/placeholder_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace muqabala {
namespace {

using Positional = std::map<std::size_t, std::vector<PlacedItem*>>;  // by bead

Positional positional_by_bead(PlacedItems& items) {
  Positional result;
  for (PlacedItem& item : items) {
    const std::string& name = item.key;
    if (item.item->kind == MarkupKind::kPlaceholder && name.starts_with('%') &&
        !name.starts_with("%(") && !name.starts_with("%{"))
      result[item.bead].push_back(&item);
  }
  return result;
}

std::size_t numbered_count(const std::vector<PlacedItem*>& items) {
  return static_cast<std::size_t>(std::count_if(
      items.begin(), items.end(),
      [](const PlacedItem* item) { return item->key.find('$') != std::string::npos; }));
}

void number(const std::vector<PlacedItem*>& items) {
  for (std::size_t i = 0; i < items.size(); ++i)
    items[i]->key = fmt::format("%{}${}", i + 1, items[i]->key.substr(1));
}

std::string joined(const std::vector<PlacedItem*>& items) {
  std::string text;
  for (const PlacedItem* item : items) text += (text.empty() ? "" : " ") + item->key;
  return text;
}

bool same_in_other_order(const std::vector<PlacedItem*>& a, const std::vector<PlacedItem*>& b) {
  return std::is_permutation(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const PlacedItem* x, const PlacedItem* y) { return x->key == y->key; });
}

struct Braces {
  std::size_t names = 0;   ///< that hold the name of a placeholder
  std::size_t others = 0;  ///< in text that is no item
};

Braces count_braces(const Document& document) {
  Braces braces;
  const std::string_view text = document.text.view();
  std::size_t done = 0;
  const auto count_to = [&](std::size_t end) {
    if (end > done)
      braces.others += static_cast<std::size_t>(
          std::count(text.begin() + static_cast<std::ptrdiff_t>(done),
                     text.begin() + static_cast<std::ptrdiff_t>(end), '{'));
  };
  for (const MarkupItem& item : document.markup) {
    const bool is_link = item.kind == MarkupKind::kLink || item.kind == MarkupKind::kImage;
    if (is_link || item.range.empty()) continue;  // their words are text
    count_to(item.range.begin);
    done = std::max(done, item.range.end);
    if (item.kind == MarkupKind::kPlaceholder && item.target.starts_with('{')) ++braces.names;
  }
  count_to(text.size());
  return braces;
}

}  // namespace

std::vector<ChangedOrder> settle_placeholder_order(PlacedItems& source, PlacedItems& target) {
  constexpr std::size_t kMostArguments = 100;  // is_permutation is quadratic
  std::vector<ChangedOrder> changed;
  Positional in_target = positional_by_bead(target);
  for (auto& [bead, here] : positional_by_bead(source)) {
    const auto found = in_target.find(bead);
    if (found == in_target.end()) continue;
    const std::vector<PlacedItem*>& there = found->second;
    const std::size_t numbered_here = numbered_count(here);
    const std::size_t numbered_there = numbered_count(there);
    if (numbered_here == 0 && numbered_there == there.size()) {
      number(here);
    } else if (numbered_there == 0 && numbered_here == here.size()) {
      number(there);
    } else if (numbered_here == 0 && numbered_there == 0 && here.size() <= kMostArguments &&
               joined(here) != joined(there) && same_in_other_order(here, there)) {
      changed.push_back({.bead = bead, .source = joined(here), .target = joined(there)});
    }
  }
  return changed;
}

bool braces_are_brackets(const Document& source, const Document& target) {
  const Braces here = count_braces(source);
  const Braces there = count_braces(target);
  const std::size_t others = here.others + there.others;
  return others > 0 && others >= here.names + there.names;
}

}  // namespace muqabala
