// Words alone tell most furniture, but neither the entries of a menu nor the text of a caption. A
// menu is short lines without stops; a caption stands in one paragraph with its credit. So what is
// not told by its words is told by what stands around it, among the segments that have no
// counterpart. Real text that was added has stops, or stands in paragraphs of its own.

#include "align/coverage/furniture.h"

#include <algorithm>
#include <functional>

#include "align/furniture/furniture_words.h"

namespace muqabala {
namespace {

/// A paragraph of more segments is text, whatever one of them says.
constexpr std::size_t kMostOfParagraph = 4;
/// So many lines in a row at an end of the text, none of which ends as a sentence does, are a menu.
constexpr std::size_t kLeastOfMenu = 3;
constexpr std::string_view kMenu = "a menu";

/// Segments `[begin, end)` of one side without a counterpart, between two pairs.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_edge = false;  ///< no pair before or none after
};

std::vector<Stretch> stretches(const SentenceAlignment& alignment, bool of_source) {
  std::vector<Stretch> result;
  Stretch open{.is_edge = true};
  const auto close = [&](bool is_last) {
    open.is_edge = open.is_edge || is_last;
    if (open.begin < open.end) result.push_back(open);
  };
  for (const Bead& bead : alignment.beads) {
    const std::size_t begin =
        of_source ? bead.source.begin_index.value() : bead.target.begin_index.value();
    const std::size_t end =
        of_source ? bead.source.end_index.value() : bead.target.end_index.value();
    if (!bead.is_null() || bead.move) {
      if (begin == end) continue;
      close(false);
      open = {.begin = end, .end = end};
    } else {
      open.end = std::max(open.end, end);
    }
  }
  close(true);
  return result;
}

/// Judges the stretches of one side.
class Judge {
 public:
  Judge(const SegmentedDocument& document, FurnitureKinds& kinds)
      : document_(document),
        words_(FurnitureWords::of(document.document.language)),
        tokenizer_(document.document.language),
        kinds_(kinds) {}

  void by_words(Stretch stretch) {
    looks_.clear();
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      looks_.push_back(words_.look(document_.text(i), tokenizer_));
      kinds_[i] = looks_.back().kind;
    }
  }

  /// A short paragraph, none of which has a counterpart, is what one of its segments is.
  void by_paragraph(Stretch stretch) {
    for (std::size_t begin = stretch.begin; begin < stretch.end;) {
      std::size_t end = begin + 1;
      while (end < stretch.end && is_same_block(begin, end)) ++end;
      const bool is_whole = (begin == 0 || !is_same_block(begin - 1, begin)) &&
                            (end == document_.size() || !is_same_block(end - 1, end));
      if (is_whole && end - begin <= kMostOfParagraph) spread(begin, end);
      begin = end;
    }
  }

  /// Lines without stops are what the lines beside them are.
  void by_neighbours(Stretch stretch, bool needs_both) {
    for (std::size_t begin = stretch.begin; begin < stretch.end;) {
      std::size_t end = begin;
      while (end < stretch.end && kinds_[end].empty() && looks_[end - stretch.begin].is_label)
        ++end;
      if (end == begin) {
        ++begin;
        continue;
      }
      const std::string_view before = begin > stretch.begin ? kinds_[begin - 1] : "";
      const std::string_view behind = end < stretch.end ? kinds_[end] : "";
      const bool is_menu = stretch.is_edge && end - begin >= kLeastOfMenu;
      std::string_view kind = before.empty() ? behind : before;
      if (needs_both) {
        if (before.empty() || behind.empty()) kind = {};
      } else if (kind.empty() && is_menu) {
        kind = kMenu;
      }
      std::fill(kinds_.begin() + static_cast<std::ptrdiff_t>(begin),
                kinds_.begin() + static_cast<std::ptrdiff_t>(end), kind);
      begin = end;
    }
  }

 private:
  bool is_same_block(std::size_t i, std::size_t j) const {
    return document_.segments[i].block == document_.segments[j].block;
  }

  void spread(std::size_t begin, std::size_t end) {
    const auto first = kinds_.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = kinds_.begin() + static_cast<std::ptrdiff_t>(end);
    const auto told =
        std::find_if(first, last, [](std::string_view kind) { return !kind.empty(); });
    if (told == last) return;
    const std::string_view kind = *told;
    std::replace_if(
        first, last, [](std::string_view k) { return k.empty(); }, kind);
  }

  const SegmentedDocument& document_;
  const FurnitureWords& words_;
  Tokenizer tokenizer_;
  FurnitureKinds& kinds_;
  std::vector<FurnitureLook> looks_;  ///< of the stretch at hand
};

}  // namespace

Furniture find_furniture(const SegmentedDocument& source, const SegmentedDocument& target,
                         const SentenceAlignment& alignment) {
  Furniture furniture{.source = FurnitureKinds(source.size()),
                      .target = FurnitureKinds(target.size())};
  const std::vector<Stretch> dropped = stretches(alignment, true);
  if (!dropped.empty()) {
    Judge judge(source, furniture.source);
    for (const Stretch stretch : dropped) {
      judge.by_words(stretch);
      judge.by_neighbours(stretch, true);
    }
  }
  const std::vector<Stretch> added = stretches(alignment, false);
  if (!added.empty()) {
    Judge judge(target, furniture.target);
    for (const Stretch stretch : added) {
      judge.by_words(stretch);
      judge.by_paragraph(stretch);
      judge.by_neighbours(stretch, false);
    }
  }
  return furniture;
}

}  // namespace muqabala
