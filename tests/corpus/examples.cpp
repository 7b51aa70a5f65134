#include <sstream>

#include "align/evaluation.h"
#include "corpus/pipeline.h"
#include "segment/base/file_bytes.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

struct Example {
  std::string folder;
  std::string source;
  std::string target;
};

const Example kArticle = {"example", "original.ar.txt", "page.en.txt"};
const Example kGuide = {"markdown", "original.ar.md", "translation.en.md"};

std::string path_in(const Example& example, const std::string& file) {
  return std::string(MUQABALA_TEST_DATA) + "/" + example.folder + "/" + file;
}

std::string bytes_in(const Example& example, const std::string& file) {
  return read_bytes(path_in(example, file), 1 << 20);
}

/// The segments that the example's authors expect: the lines of `<file less its ending>.lines`.
std::vector<std::string> expected_segments(const Example& example, const std::string& file) {
  std::istringstream lines(bytes_in(example, file.substr(0, file.rfind('.')) + ".lines"));
  std::vector<std::string> expected;
  for (std::string line; std::getline(lines, line);) expected.push_back(line);
  return expected;
}

std::vector<std::string> segments_of(const SegmentedDocument& document) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < document.size(); ++i) texts.emplace_back(document.text(i));
  return texts;
}

std::vector<GoldBead> gold_of(const Example& example) {
  return parse_ladder(bytes_in(example, "gold.ladder"), path_in(example, "gold.ladder"));
}

/// 0, 1, 2, ... where every segment stands in one bead.
std::vector<std::size_t> numbers_of(const std::vector<GoldBead>& beads,
                                    std::vector<std::size_t> GoldBead::*side) {
  std::vector<std::size_t> numbers;
  for (const GoldBead& bead : beads)
    numbers.insert(numbers.end(), (bead.*side).begin(), (bead.*side).end());
  return numbers;
}

std::vector<std::size_t> first_numbers(std::size_t count) {
  std::vector<std::size_t> numbers(count);
  for (std::size_t i = 0; i < count; ++i) numbers[i] = i;
  return numbers;
}

}  // namespace

TEST_CASE("the examples are segmented as their authors say, their languages found",
          "[pipeline][examples]") {
  const Example example = GENERATE(kArticle, kGuide);
  CAPTURE(example.folder);
  const SegmentedPair pair = read_and_segment(Input{path_in(example, example.source), ""},
                                              Input{path_in(example, example.target), ""}, {});
  CHECK(pair.source.document.language == "ar");
  CHECK(pair.target.document.language == "en");
  CHECK(segments_of(pair.source) == expected_segments(example, example.source));
  CHECK(segments_of(pair.target) == expected_segments(example, example.target));
}

TEST_CASE("the gold of the examples holds every segment once and in order",
          "[pipeline][examples]") {
  const Example example = GENERATE(kArticle, kGuide);
  CAPTURE(example.folder);
  const std::vector<GoldBead> gold = gold_of(example);
  CHECK(numbers_of(gold, &GoldBead::source) ==
        first_numbers(expected_segments(example, example.source).size()));
  CHECK(numbers_of(gold, &GoldBead::target) ==
        first_numbers(expected_segments(example, example.target).size()));
}

TEST_CASE("the chain aligns the guide as its authors do, without any dictionary",
          "[pipeline][examples]") {
  const CollatedPair pair = collate(Input{path_in(kGuide, kGuide.source), ""},
                                    Input{path_in(kGuide, kGuide.target), ""}, {});
  CHECK(to_gold_beads(pair.alignment) == gold_of(kGuide));
  REQUIRE(pair.coverage.findings.size() == 3);
  CHECK(pair.coverage.findings[0].kind == FindingKind::kAddition);
  CHECK(pair.coverage.findings[1].kind == FindingKind::kOmission);
  CHECK(pair.coverage.findings[2].kind == FindingKind::kOmission);
  const std::size_t dropped = pair.coverage.findings[1].source.begin_index.value();
  const Place place = place_of(pair.source.document, pair.source.segments.at(dropped).range.begin);
  CHECK(place.line == 21);
  CHECK(place.column == 1);
}
