#include <string>
#include <vector>

#include "corpus/detail/bead_text.h"
#include "corpus/tmx_writer.h"
#include "corpus/write_alignment.h"

namespace muqabala {

std::size_t write_tmx(const CollatedPair& pair, const TmxOptions& options, std::ostream& out) {
  const std::string& source_language = pair.source.document.language;
  TmxWriter writer(out, options, source_language);
  std::size_t number = 0;
  const auto write_unit = [&](const Bead& bead, const std::string& kind, double probability) {
    const std::string source = detail::source_line(pair, bead);
    const std::string target = detail::target_line(pair, bead);
    if (writer.add({.id = std::to_string(number + 1),
                    .kind = kind,
                    .probability = probability,
                    .source_language = source_language,
                    .target_language = pair.target.document.language,
                    .source = source,
                    .target = target}))
      ++number;
  };
  for (const Bead& bead : pair.alignment.beads)
    if (!bead.is_null()) write_unit(bead, detail::shape_name(bead), bead.probability);
  const std::vector<double> sureness = detail::move_probabilities(pair.alignment);
  for (std::size_t at = 0; at < sureness.size(); ++at) {
    const Move& move = pair.alignment.moves[at];
    write_unit({.source = move.source, .target = move.target}, "moved", sureness[at]);
  }
  writer.finish();
  return writer.removed();
}

}  // namespace muqabala
