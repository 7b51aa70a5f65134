// Writes what is found inside the pairs as JSON, for the scripts that count it.
//
// usage: findings SOURCE TARGET ...   (pairs of files, a segment a line)
//
// A line a finding: {"path", "kind", "confidence", "reason", "source_segments", "target_segments",
// "source", "target"}; the last two are the very words, empty where a finding names none.

#include <cstdio>
#include <exception>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "corpus/pipeline.h"

namespace {

template <class Range>
nlohmann::json numbers(const Range& range) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto index : range) list.push_back(index.value());
  return list;
}

void write(const std::string& path, const muqabala::CollatedPair& pair) {
  for (const muqabala::Finding& finding : pair.coverage.findings) {
    const nlohmann::json line = {
        {"path", path},
        {"kind", muqabala::name(finding.kind)},
        {"confidence", finding.confidence},
        {"reason", finding.reason.text()},
        {"source_segments", numbers(finding.source)},
        {"target_segments", numbers(finding.target)},
        {"source", slice(pair.source.document.text.view(), finding.source_words)},
        {"target", slice(pair.target.document.text.view(), finding.target_words)}};
    std::printf("%s\n", line.dump().c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  muqabala::PipelineOptions options;
  options.segments = muqabala::SegmentMode::kLines;
  options.cover.looks_inside = true;
  std::map<std::string, muqabala::Lexicon> lexicons;
  try {
    for (int i = 1; i + 1 < argc; i += 2) {
      muqabala::SegmentedPair pair =
          muqabala::read_and_segment({argv[i], ""}, {argv[i + 1], ""}, options);
      const std::string& source = pair.source.document.language;
      const std::string& target = pair.target.document.language;
      const std::string languages = source + " " + target;
      if (!lexicons.contains(languages))
        lexicons.emplace(languages, muqabala::gather_lexicon(source, target, options.lexicon));
      write(argv[i], muqabala::collate(std::move(pair), lexicons.at(languages), options));
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
  return 0;
}
