#pragma once

#include "align/bead.h"

namespace muqabala::testing {

/// Numbers of the first segment and of the one behind the last.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

inline Bead bead(Span source, Span target, double cost_nats, double probability) {
  return {.source = {SourceIndex(source.begin), SourceIndex(source.end)},
          .target = {TargetIndex(target.begin), TargetIndex(target.end)},
          .cost_nats = cost_nats,
          .probability = probability,
          .evidence = {}};
}

}  // namespace muqabala::testing
