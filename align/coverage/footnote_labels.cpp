#include "align/coverage/footnote_labels.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace muqabala {
namespace {

using Marks = std::map<std::size_t, std::vector<PlacedItem*>>;  // by bead

Marks marks_by_bead(PlacedItems& items) {
  Marks marks;
  for (PlacedItem& item : items)
    if (item.item->kind == MarkupKind::kFootnote && item.in_pair) marks[item.bead].push_back(&item);
  return marks;
}

std::vector<std::string> labels(const std::vector<PlacedItem*>& marks) {
  std::vector<std::string> labels;
  for (const PlacedItem* mark : marks) labels.push_back(mark->key);
  std::sort(labels.begin(), labels.end());
  return labels;
}

std::optional<long> number_of(const std::string& label) {
  long number = 0;
  const char* end = label.data() + label.size();
  const auto result = std::from_chars(label.data(), end, number);
  return result.ec == std::errc() && result.ptr == end ? std::optional(number) : std::nullopt;
}

/// Which labels of the two sides stand for each other.
class Renaming {
 public:
  void add(const std::string& source, const std::string& target) {
    targets_[source].insert(target);
    sources_[target].insert(source);
  }

  /// The pairs of numbers that break the order of their neighbours.
  void judge_order() {
    std::map<long, long> numbers;
    for (const auto& [source, targets] : targets_) {
      const auto s = number_of(source);
      const auto t = number_of(*targets.begin());
      if (s && t && targets.size() == 1) numbers[*s] = *t;
    }
    std::optional<long> largest;
    for (const auto& [s, t] : numbers) {
      if (largest && t <= *largest) out_of_order_.insert(s);
      largest = std::max(largest.value_or(t), t);
    }
    std::optional<long> smallest;
    for (auto at = numbers.rbegin(); at != numbers.rend(); ++at) {
      if (smallest && at->second >= *smallest) out_of_order_.insert(at->first);
      smallest = std::min(smallest.value_or(at->second), at->second);
    }
  }

  bool allows(const std::string& source, const std::string& target) const {
    if (source == target) return true;
    if (targets_.at(source).size() > 1 || sources_.at(target).size() > 1) return false;
    const auto number = number_of(source);
    return !number || !out_of_order_.contains(*number);
  }

 private:
  std::map<std::string, std::set<std::string>> targets_;
  std::map<std::string, std::set<std::string>> sources_;
  std::set<long> out_of_order_;
};

}  // namespace

std::vector<ChangedLabel> match_footnotes(PlacedItems& source, PlacedItems& target) {
  std::vector<ChangedLabel> pairs;
  Renaming renaming;
  Marks in_target = marks_by_bead(target);
  for (auto& [bead, marks] : marks_by_bead(source)) {
    const auto there = in_target.find(bead);
    if (there == in_target.end() || there->second.size() != marks.size()) continue;
    const bool same = labels(marks) == labels(there->second);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      PlacedItem& mark = *marks[i];
      PlacedItem& other = *there->second[i];
      mark.has_counterpart = other.has_counterpart = true;
      renaming.add(mark.key, same ? mark.key : other.key);
      if (!same) pairs.push_back({&mark, &other});
    }
  }
  renaming.judge_order();
  std::erase_if(pairs, [&](const ChangedLabel& pair) {
    return renaming.allows(pair.source->key, pair.target->key);
  });
  return pairs;
}

}  // namespace muqabala
