#include <fmt/ostream.h>

#include "corpus/write_alignment.h"

namespace muqabala {
namespace {

template <class Range>
std::string numbers(const Range& range) {
  std::string list = "[";
  for (const auto index : range) {
    if (list.size() > 1) list += ',';
    list += std::to_string(index.value());
  }
  return list + "]";
}

}  // namespace

void write_ladder(const CollatedPair& pair, std::ostream& out) {
  for (const Bead& bead : pair.alignment.beads)
    fmt::print(out, "{}:{}:{:.6f}\n", numbers(bead.source), numbers(bead.target), bead.cost_nats);
}

void write_hunalign_ladder(const CollatedPair& pair, std::ostream& out) {
  SourceIndex source;
  TargetIndex target;
  for (const Bead& bead : pair.alignment.beads) {
    fmt::print(out, "{}\t{}\t{:.4f}\n", source.value(), target.value(), -bead.cost_nats);
    source = bead.source.end_index;
    target = bead.target.end_index;
  }
  fmt::print(out, "{}\t{}\t{:.4f}\n", source.value(), target.value(), 0.0);
}

}  // namespace muqabala
