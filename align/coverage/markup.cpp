#include "align/coverage/markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "align/coverage/code_words.h"
#include "align/coverage/footnote_labels.h"
#include "align/coverage/link_target.h"
#include "align/coverage/placed_items.h"
#include "align/coverage/placeholder_order.h"

// Items are told to be the same by keys that leave out what may differ between two languages, and
// are looked for from near to far. What is left over in the same pair on both sides was changed;
// the rest is missing or extra.

namespace muqabala {
namespace {

/// How often a difference of each kind is a fault. Set by judgement, not fitted: a program fails
/// over a placeholder, while a translator may well explain a word by a link or a note of their own
/// (translations of hadith have up to 60 notes a book that the original has not).
struct KindOdds {
  std::string_view noun;
  std::string_view plural;
  double missing = 0;
  double extra = 0;
  double changed = 0;
};

/// In the order of `MarkupKind`.
constexpr std::array<KindOdds, 7> kOdds = {{
    {"link", "links", 0.85, 0.5, 0},
    {"image", "images", 0.85, 0.5, 0},
    {"code", "pieces of code", 0.7, 0.5, 0.6},
    {"code block", "code blocks", 0.8, 0.5, 0.5},
    {"footnote mark", "footnote marks", 0.7, 0.2, 0.7},
    {"placeholder", "placeholders", 0.95, 0.9, 0.95},
    {"tag", "tags", 0.7, 0.5, 0.7},
}};

/// What the other side has elsewhere may have been named once instead of twice.
constexpr double kNamedElsewhere = 0.5;
/// An anchor in the page leads to a heading that may have been renamed or joined with another.
constexpr double kAnchor = 0.5;
/// From this many on, a kind of which the other side has nothing at all is one finding: the
/// translation does without, or writes them in another way.
constexpr std::size_t kWholesale = 3;
constexpr double kWholesaleOdds = 0.5;
/// Code whose identifiers differ by more than this share was not miscopied.
constexpr double kSameCode = 0.5;
/// Identifiers named in a reason.
constexpr std::size_t kMostNamed = 3;
/// Of an item's target in a reason, in code points.
constexpr std::size_t kLongestName = 80;

const KindOdds& odds_of(MarkupKind kind) { return kOdds.at(static_cast<std::size_t>(kind)); }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

/// In one line, with white space made plain.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_space = c >= 0 && c <= ' ';
    if (!is_space) line += c;
    if (is_space && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

/// The same, shortened for a reason.
std::string shown(std::string_view target) {
  std::string line = one_line(target.substr(0, 8 * kLongestName));
  std::size_t end = 0;
  for (std::size_t count = 0; count < kLongestName && end < line.size(); ++count)
    end += code_point_at(line, end).size_bytes;
  if (end == line.size()) return line;
  line.resize(end);
  return line + "…";
}

/// What an item is and how it reads: `link`, `https://...`.
std::vector<ReasonValue> named(const MarkupItem& item) {
  if (item.kind == MarkupKind::kCodeBlock) {
    const std::string_view code = item.target;
    return {ReasonValue::term("code block that begins with"),
            fmt::format("'{}'", shown(code.substr(0, code.find('\n'))))};
  }
  return {ReasonValue::term(odds_of(item.kind).noun), shown(item.target)};
}

Reason because_of(Wording wording, const MarkupItem& item, const std::vector<std::string>& more) {
  std::vector<ReasonValue> values = named(item);
  values.insert(values.end(), more.begin(), more.end());
  return because(wording, std::move(values));
}

/// Addresses, code and the like without what may differ between two languages.
std::string key_of(const MarkupItem& item, const std::vector<std::string>& languages) {
  switch (item.kind) {
    case MarkupKind::kLink:
    case MarkupKind::kImage:
      return read_link_target(item.target, languages).key;
    case MarkupKind::kCode:
      return one_line(item.target);
    case MarkupKind::kCodeBlock:
      return fmt::format("{}", fmt::join(read_code_words(item.target).identifiers, " "));
    default:
      return item.target;
  }
}

/// Looks for what is left over once the items have their counterparts.
class Faults {
 public:
  explicit Faults(const PairView& pair)
      : pair_(pair),
        languages_{pair.source.document.language, pair.target.document.language},
        source_(place_source_items(pair)),
        target_(place_target_items(pair)),
        search_budget_bytes_(
            kSearches * (pair.source.document.text.size() + pair.target.document.text.size())) {}

  std::vector<Finding> find() && {
    for (PlacedItem& item : source_) item.key = key_of(*item.item, languages_);
    for (PlacedItem& item : target_) item.key = key_of(*item.item, languages_);
    if (braces_are_brackets(pair_.source.document, pair_.target.document)) leave_out_braces();
    for (const ChangedOrder& order : settle_placeholder_order(source_, target_)) tell_order(order);
    for (const ChangedLabel& label : match_footnotes(source_, target_))
      tell_changed(*label.source, *label.target, odds_of(MarkupKind::kFootnote).changed);
    match_items(source_, target_);
    excuse_plain_text();
    pair_up_changed();
    for (std::size_t kind = 0; kind < kOdds.size(); ++kind)
      tell_left_over(static_cast<MarkupKind>(kind));
    return std::move(findings_);
  }

 private:
  /// How often each text may be read in search of an item.
  static constexpr std::size_t kSearches = 50;

  static bool is_left_over(const PlacedItem& item) { return item.in_pair && !item.has_counterpart; }

  void leave_out_braces() {
    const auto in_braces = [](const PlacedItem& item) {
      return item.item->kind == MarkupKind::kPlaceholder && item.key.starts_with('{') &&
             !item.key.starts_with("{{") && !item.key.starts_with("{%");
    };
    std::erase_if(source_, in_braces);
    std::erase_if(target_, in_braces);
  }

  /// Code without its marks, and addresses written out, are still there.
  void excuse_plain_text() {
    for (PlacedItem& item : source_)
      if (may_be_text(item) &&
          holds(pair_.target, pair_.alignment.beads[item.bead].target, item.item->target))
        item.has_counterpart = true;
    for (PlacedItem& item : target_)
      if (may_be_text(item) &&
          holds(pair_.source, pair_.alignment.beads[item.bead].source, item.item->target))
        item.has_counterpart = true;
  }

  static bool may_be_text(const PlacedItem& item) {
    return is_left_over(item) &&
           (item.item->kind == MarkupKind::kCode || item.item->kind == MarkupKind::kLink) &&
           item.item->target.size() > 1;
  }

  template <class Range>
  bool holds(const SegmentedDocument& side, const Range& segments, std::string_view target) {
    const std::size_t begin = side.segments[segments.begin_index.value()].range.begin;
    const std::size_t end = side.segments[segments.end_index.value() - 1].range.end;
    if (search_budget_bytes_ < end - begin) return false;
    search_budget_bytes_ -= end - begin;
    return slice(side.document.text.view(), {begin, end}).find(target) != std::string_view::npos;
  }

  /// What is left over of one kind on both sides of a bead was changed.
  void pair_up_changed() {
    std::map<std::pair<std::size_t, MarkupKind>, std::vector<PlacedItem*>> by_place;
    for (PlacedItem& item : target_)
      if (is_left_over(item)) by_place[{item.bead, item.item->kind}].push_back(&item);
    std::map<std::pair<std::size_t, MarkupKind>, std::size_t> used;
    for (PlacedItem& item : source_) {
      if (!is_left_over(item)) continue;
      const auto place = std::pair(item.bead, item.item->kind);
      const auto there = by_place.find(place);
      if (there == by_place.end() || used[place] == there->second.size()) continue;
      PlacedItem& other = *there->second[used[place]++];
      item.has_counterpart = other.has_counterpart = true;
      judge_changed(item, other);
    }
  }

  void judge_changed(const PlacedItem& source, const PlacedItem& target) {
    const MarkupItem& a = *source.item;
    const MarkupItem& b = *target.item;
    switch (a.kind) {
      case MarkupKind::kLink:
      case MarkupKind::kImage:
        return tell_changed(source, target,
                            probability_of_wrong_target(read_link_target(a.target, languages_),
                                                        read_link_target(b.target, languages_)));
      case MarkupKind::kCode:
        // What a screen says is in the language of the screen.
        if (!is_ascii(a.target) || !is_ascii(b.target)) return;
        return tell_changed(source, target, odds_of(a.kind).changed);
      case MarkupKind::kCodeBlock:
        return judge_code(source, target);
      default:
        return tell_changed(source, target, odds_of(a.kind).changed);
    }
  }

  void judge_code(const PlacedItem& source, const PlacedItem& target) {
    const CodeWords a = read_code_words(source.item->target);
    const CodeWords b = read_code_words(target.item->target);
    if (a.shows_text || b.shows_text) return;
    const std::vector<std::string> missing = missing_identifiers(a, b);
    const std::vector<std::string> extra = missing_identifiers(b, a);
    const std::size_t all = a.identifiers.size() + b.identifiers.size();
    if (static_cast<double>(missing.size() + extra.size()) > kSameCode * static_cast<double>(all))
      return;
    std::vector<std::string> differences;
    if (!missing.empty()) differences.push_back(first_of(missing));
    if (!extra.empty()) differences.push_back(first_of(extra));
    const Wording wording = extra.empty()     ? Wording::kCodeLacks
                            : missing.empty() ? Wording::kCodeHas
                                              : Wording::kCodeLacksAndHas;
    add(source.bead, odds_of(MarkupKind::kCodeBlock).changed, source.item->range,
        target.item->range, because_of(wording, *source.item, differences));
  }

  static std::string first_of(const std::vector<std::string>& names) {
    const auto shown_names = std::span(names).first(std::min(names.size(), kMostNamed));
    return fmt::format("{}{}", fmt::join(shown_names, ", "),
                       names.size() > kMostNamed ? ", …" : "");
  }

  void tell_order(const ChangedOrder& order) {
    const Bead& bead = pair_.alignment.beads[order.bead];
    findings_.push_back({.kind = FindingKind::kMarkup,
                         .confidence = odds_of(MarkupKind::kPlaceholder).changed * bead.probability,
                         .source = bead.source,
                         .target = bead.target,
                         .reason = because(Wording::kPlaceholderOrder,
                                           {shown(order.source), shown(order.target)})});
  }

  void tell_changed(const PlacedItem& source, const PlacedItem& target, double odds) {
    add(source.bead, odds * pair_.alignment.beads[source.bead].probability, source.item->range,
        target.item->range,
        because_of(Wording::kMarkupChanged, *source.item, {shown(target.item->target)}));
  }

  void tell_left_over(MarkupKind kind) {
    tell_left_over(kind, source_, target_, true);
    tell_left_over(kind, target_, source_, false);
  }

  /// `items` of the original have no counterpart (`is_source`), or of the translation.
  void tell_left_over(MarkupKind kind, const PlacedItems& items, const PlacedItems& others,
                      bool is_source) {
    std::set<std::string_view> keys;
    for (const PlacedItem& other : others)
      if (other.item->kind == kind) keys.insert(other.key);
    std::vector<const PlacedItem*> left;
    for (const PlacedItem& item : items)
      if (item.item->kind == kind && is_left_over(item)) left.push_back(&item);

    const bool by_sentence = kind == MarkupKind::kPlaceholder || kind == MarkupKind::kTag;
    if (keys.empty() && left.size() >= kWholesale && !by_sentence) {
      tell_one_side(
          *left.front(), is_source,
          std::min(kWholesaleOdds, is_source ? odds_of(kind).missing : odds_of(kind).extra),
          because(is_source ? Wording::kNoMarkup : Wording::kNewMarkup,
                  {ReasonValue::term(odds_of(kind).plural), shown(left.front()->item->target)},
                  left.size()));
      return;
    }
    for (const PlacedItem* item : left) {
      double odds = is_source ? odds_of(kind).missing : odds_of(kind).extra;
      if (by_sentence) {
        odds *= pair_.alignment.beads[item->bead].probability;
      } else if (kind != MarkupKind::kFootnote && keys.contains(item->key) && item->key != "#") {
        odds *= kNamedElsewhere;
      }
      if (kind == MarkupKind::kLink && item->key == "#") odds *= kAnchor;
      tell_one_side(
          *item, is_source, odds,
          because_of(is_source ? Wording::kMarkupMissing : Wording::kMarkupExtra, *item->item, {}));
    }
  }

  void tell_one_side(const PlacedItem& item, bool is_source, double odds, Reason reason) {
    const ByteRange none{};
    add(item.bead, odds, is_source ? item.item->range : none, is_source ? none : item.item->range,
        std::move(reason));
  }

  void add(std::size_t number, double confidence, ByteRange source_words, ByteRange target_words,
           Reason reason) {
    if (confidence < kLeastMarkupConfidence) return;
    const Bead& bead = pair_.alignment.beads[number];
    findings_.push_back({.kind = FindingKind::kMarkup,
                         .confidence = confidence,
                         .source = bead.source,
                         .target = bead.target,
                         .source_words = source_words,
                         .target_words = target_words,
                         .reason = std::move(reason)});
  }

  const PairView& pair_;
  std::vector<std::string> languages_;
  PlacedItems source_;
  PlacedItems target_;
  std::size_t search_budget_bytes_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> find_markup_faults(const PairView& pair) { return Faults(pair).find(); }

}  // namespace muqabala
