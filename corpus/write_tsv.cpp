#include <fmt/ostream.h>

#include "corpus/detail/bead_text.h"
#include "corpus/write_alignment.h"

namespace muqabala {

void write_tsv(const CollatedPair& pair, std::ostream& out) {
  for (const Bead& bead : pair.alignment.beads)
    fmt::print(out, "{}\t{}\t{}\t{:.4f}\n", detail::source_line(pair, bead),
               detail::target_line(pair, bead), detail::shape_name(bead), bead.probability);
}

}  // namespace muqabala
