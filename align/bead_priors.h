#pragma once

#include <vector>

#include "align/bead.h"
#include "align/dynamic_program.h"

namespace muqabala {

/// How often beads of each shape are to be expected.
struct BeadPriors {
  std::vector<BeadShape> shapes;
  std::vector<double> probability;  ///< per shape; relative frequencies, not normalised
};

/// The starting values: 1-1 .80; 1-0 and 0-1 .05; k-1 and 1-k .06 x .4^(k-2) for k up to 5 on the
/// source's side and 12 on the target's; a-b with 2..4 on each side and at most 6 in all
/// .02 x .3^(a+b-4).
///
/// Where one text has far more segments than the other, runs on its side may be up to 30 long, and
/// beyond 12 fall by .5.
BeadPriors initial_priors(std::size_t source_count, std::size_t target_count);

/// The same where `share` of the beads, in [0,1], are expected to be null beads of `shape`; never
/// fewer than before.
BeadPriors expecting_nulls(BeadPriors priors, BeadShape shape, double share);

/// `(count + 40 p0) / (beads + 40)` over the path's beads; null beads stay within [.005, .2], or up
/// to what `initial` expects, since free null beads would swallow a text.
BeadPriors reestimate_priors(const BeadPriors& initial, const Path& path);

}  // namespace muqabala
