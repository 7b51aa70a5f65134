#include "align/alignment.h"

#include <fmt/format.h>

namespace muqabala {
namespace {

/// What is wrong with one side of bead number `at`, whose first segment should be `due`.
template <class Index>
std::string side_fault(std::size_t at, std::string_view side, const IndexRange<Index>& range,
                       Index due, std::size_t count) {
  const std::size_t begin = range.begin_index.value();
  const std::size_t end = range.end_index.value();
  if (end < begin)
    return fmt::format("bead {} ends at {} segment {}, before its begin at {}", at, side, end,
                       begin);
  if (begin != due.value())
    return fmt::format("bead {} begins at {} segment {}, but {} is next", at, side, begin,
                       due.value());
  if (end > count)
    return fmt::format("bead {} ends at {} segment {}, but there are only {}", at, side, end,
                       count);
  return {};
}

}  // namespace

std::string partition_fault(const SentenceAlignment& alignment, std::size_t source_count,
                            std::size_t target_count) {
  SourceIndex source;
  TargetIndex target;
  for (std::size_t at = 0; at < alignment.beads.size(); ++at) {
    const Bead& bead = alignment.beads[at];
    std::string fault = side_fault(at, "source", bead.source, source, source_count);
    if (fault.empty()) fault = side_fault(at, "target", bead.target, target, target_count);
    if (!fault.empty()) return fault;
    if (bead.source.empty() && bead.target.empty())
      return fmt::format("bead {} holds no segment of either side", at);
    source = bead.source.end_index;
    target = bead.target.end_index;
  }
  if (source.value() != source_count)
    return fmt::format("the beads end at source segment {} of {}", source.value(), source_count);
  if (target.value() != target_count)
    return fmt::format("the beads end at target segment {} of {}", target.value(), target_count);
  return {};
}

}  // namespace muqabala
