#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "align/band.h"
#include "align/bead.h"

namespace muqabala {

/// What the search asks of a score: the cost of beads, and nothing about lengths or words.
class BeadCosts {
 public:
  virtual ~BeadCosts() = default;

  /// The shapes that a bead may have. `0-1` and `1-0` are always among them.
  virtual const std::vector<BeadShape>& shapes() const = 0;

  /// Writes to `out[k]` the cost in nats of the bead of shape `shapes()[shape]` that begins at node
  /// (`i`, `columns.begin + k`). Every such bead ends inside the grid. A bead that is out of the
  /// question costs infinity; null beads never do.
  virtual void row(std::size_t i, ColumnRange columns, std::size_t shape,
                   std::span<float> out) const = 0;
};

}  // namespace muqabala
