// Writes what the confidence of every bead is judged by, for `fit_confidence.py`.
//
// usage: bead_features SOURCE TARGET ...   (pairs of files, a segment a line)
//
// A line a bead: `kind<TAB>source numbers<TAB>target numbers<TAB>probability<TAB>values`; numbers
// and values are separated by commas. Before each pair of files a line `# SOURCE`. Kinds: `null`
// beads before doubtful ones are paired, which is decided by what is fitted to these; then the
// `pair`s that come out, and the null beads that are `left`.

#include <cstdio>
#include <exception>
#include <map>
#include <string>

#include "corpus/pipeline.h"

namespace {

template <class Range>
std::string numbers(const Range& range) {
  std::string list;
  for (const auto index : range) list += (list.empty() ? "" : ",") + std::to_string(index.value());
  return list;
}

/// Writes the beads of an alignment that have a name for their kind.
void write(const muqabala::SentenceAlignment& alignment, const char* pair, const char* null) {
  for (std::size_t at = 0; at < alignment.features.size(); ++at) {
    const muqabala::Bead& bead = alignment.beads[at];
    const char* kind = bead.is_null() ? null : pair;
    if (kind == nullptr) continue;
    std::printf("%s\t%s\t%s\t%.6f\t", kind, numbers(bead.source).c_str(),
                numbers(bead.target).c_str(), bead.probability);
    const char* separator = "";
    for (const double value : alignment.features[at].values) {
      std::printf("%s%.6g", separator, value);
      separator = ",";
    }
    std::printf("\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  muqabala::PipelineOptions options;
  options.segments = muqabala::SegmentMode::kLines;
  std::map<std::string, muqabala::Lexicon> lexicons;
  options.align.keep_confidence_features = true;
  try {
    for (int i = 1; i + 1 < argc; i += 2) {
      std::printf("# %s\n", argv[i]);
      const muqabala::SegmentedPair pair =
          muqabala::read_and_segment({argv[i], ""}, {argv[i + 1], ""}, options);
      const std::string& source = pair.source.document.language;
      const std::string& target = pair.target.document.language;
      const std::string languages = source + " " + target;
      if (!lexicons.contains(languages))
        lexicons.emplace(languages, muqabala::gather_lexicon(source, target, options.lexicon));
      const auto aligned = [&](bool pairs_doubtful_nulls) {
        options.align.pairs_doubtful_nulls = pairs_doubtful_nulls;
        return muqabala::collate(pair, lexicons.at(languages), options).alignment;
      };
      write(aligned(false), nullptr, "null");
      write(aligned(true), "pair", "left");
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
  return 0;
}
