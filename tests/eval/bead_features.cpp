// Writes what the confidence of every bead is judged by, for `fit_confidence.py`.
//
// usage: bead_features SOURCE TARGET ...   (pairs of files, a segment a line)
//
// A line a bead: `pair or null<TAB>source numbers<TAB>target numbers<TAB>probability<TAB>values`;
// numbers and values are separated by commas. Before each pair of files a line `# SOURCE`.

#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <utility>

#include "corpus/pipeline.h"

namespace {

template <class Range>
std::string numbers(const Range& range) {
  std::string list;
  for (const auto index : range) list += (list.empty() ? "" : ",") + std::to_string(index.value());
  return list;
}

void write(const muqabala::SentenceAlignment& alignment) {
  for (std::size_t at = 0; at < alignment.features.size(); ++at) {
    const muqabala::Bead& bead = alignment.beads[at];
    std::printf("%s\t%s\t%s\t%.6f\t", bead.is_null() ? "null" : "pair",
                numbers(bead.source).c_str(), numbers(bead.target).c_str(), bead.probability);
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
      muqabala::SegmentedPair pair =
          muqabala::read_and_segment({argv[i], ""}, {argv[i + 1], ""}, options);
      const std::string& source = pair.source.document.language;
      const std::string& target = pair.target.document.language;
      const std::string languages = source + " " + target;
      if (!lexicons.contains(languages))
        lexicons.emplace(languages, muqabala::gather_lexicon(source, target, options.lexicon));
      write(muqabala::collate(std::move(pair), lexicons.at(languages), options).alignment);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
  return 0;
}
