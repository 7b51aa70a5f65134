#include "align/furniture/one_sided_furniture.h"

#include <algorithm>
#include <string_view>

#include "align/furniture/furniture_words.h"

namespace muqabala {
namespace {

/// Longer lines are hardly ever furniture, and books are made of them.
constexpr std::ptrdiff_t kMostSpaces = 20;

struct Line {
  std::size_t segment = 0;
  std::string_view kind;
};

/// The short lines of a document that look like furniture.
std::vector<Line> furniture_of(const SegmentedDocument& document, const TextSide& side) {
  const FurnitureWords& words = FurnitureWords::of(document.document.language);
  std::vector<Line> lines;
  for (std::size_t i = 0; i < document.size(); ++i) {
    const std::string_view text = document.text(i);
    if (std::count(text.begin(), text.end(), ' ') > kMostSpaces) continue;
    const FurnitureLook look = words.look(document, side, i);
    if (!look.kind.empty()) lines.push_back({i, look.kind});
  }
  return lines;
}

std::vector<std::size_t> of_other_kinds(const std::vector<Line>& lines,
                                        const std::vector<Line>& other) {
  std::vector<std::size_t> segments;
  for (const Line& line : lines)
    if (std::none_of(other.begin(), other.end(),
                     [&](const Line& o) { return o.kind == line.kind; }))
      segments.push_back(line.segment);
  return segments;
}

}  // namespace

OneSidedFurniture one_sided_furniture(const SegmentedDocument& source, const TextSide& source_words,
                                      const SegmentedDocument& target,
                                      const TextSide& target_words) {
  const std::vector<Line> in_source = furniture_of(source, source_words);
  const std::vector<Line> in_target = furniture_of(target, target_words);
  return {.source = of_other_kinds(in_source, in_target),
          .target = of_other_kinds(in_target, in_source)};
}

}  // namespace muqabala
