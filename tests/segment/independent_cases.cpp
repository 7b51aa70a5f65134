#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/segment/sentence_splitter_support.h"

namespace muqabala {
namespace {

/// White space and direction marks left out: cases tell where sentences end, no more.
std::string without_spaces(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool skipped = point.value == U' ' || point.value == U'\n' || point.value == U'\u200F';
    if (!skipped) out += text.substr(at, point.size_bytes);
    at += point.size_bytes;
  }
  return out;
}

Sentences without_spaces(Sentences sentences) {
  for (std::string& sentence : sentences) sentence = without_spaces(sentence);
  return sentences;
}

TEST_CASE("Cases written apart from the rules come out right, but for those argued", "[splitter]") {
  std::ifstream file(MUQABALA_TEST_DATA "/segment/independent.jsonl");
  std::size_t cases = 0;
  std::size_t right = 0;
  for (std::string line; std::getline(file, line); ++cases) {
    const nlohmann::json record = nlohmann::json::parse(line);
    const Sentences found = split(record["text"], record["lang"]);
    const Sentences expected = record["sentences"];
    const bool is_right = without_spaces(found) == without_spaces(expected);
    right += is_right;
    INFO(record.dump());
    if (record.contains("argued"))
      CHECK_FALSE(is_right);
    else
      CHECK(without_spaces(found) == without_spaces(expected));
  }
  CHECK(cases == 60);
  CHECK(right >= 58);
}

}  // namespace
}  // namespace muqabala
