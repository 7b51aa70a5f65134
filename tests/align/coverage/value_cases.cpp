#include <fstream>
#include <nlohmann/json.hpp>

#include "align/coverage/value_faults.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

/// What `check` shows without a policy.
constexpr double kShown = 0.5;

struct Case {
  std::vector<std::string> source;
  std::vector<std::string> target;
  std::string from;
  std::string to;
  std::string fault;

  Case mirrored() const {
    return {.source = target, .target = source, .from = to, .to = from, .fault = fault};
  }
};

Case read(const nlohmann::json& record) {
  return {.source = record["source"],
          .target = record["target"],
          .from = record["from"],
          .to = record["to"],
          .fault = record["fault"]};
}

/// Segment i translates segment i; what one side has more is paired with nothing.
SentenceAlignment one_to_one(std::size_t source_count, std::size_t target_count) {
  SentenceAlignment alignment;
  for (std::size_t i = 0; i < std::max(source_count, target_count); ++i) {
    const std::size_t s = std::min(i, source_count);
    const std::size_t t = std::min(i, target_count);
    alignment.beads.push_back(
        {.source = {SourceIndex(s), SourceIndex(std::min(s + 1, source_count))},
         .target = {TargetIndex(t), TargetIndex(std::min(t + 1, target_count))}});
  }
  return alignment;
}

std::vector<Finding> findings_of(const Case& one) {
  const SegmentedDocument source = document_of(one.source, one.from);
  const SegmentedDocument target = document_of(one.target, one.to);
  const SentenceAlignment alignment = one_to_one(one.source.size(), one.target.size());
  std::vector<Finding> findings = find_value_faults({source, target, alignment, Lexicon()});
  std::erase_if(findings, [](const Finding& f) { return f.confidence < kShown; });
  return findings;
}

struct Score {
  std::size_t right = 0;   ///< findings in cases that have that fault
  std::size_t false_ = 0;  ///< other findings
  std::size_t found = 0;   ///< faulty cases with a finding of their kind
  std::size_t faulty = 0;
  std::string failures = {};  ///< a line each

  double precision() const {
    return static_cast<double>(right) / static_cast<double>(right + false_);
  }
  double recall() const { return static_cast<double>(found) / static_cast<double>(faulty); }
};

void judge(const Case& one, Score& score) {
  bool is_found = false;
  for (const Finding& finding : findings_of(one)) {
    const bool is_right = name(finding.kind) == one.fault;
    is_found |= is_right;
    ++(is_right ? score.right : score.false_);
    if (!is_right) score.failures += "false: " + finding.reason.text() + '\n';
  }
  if (one.fault == "none") return;
  ++score.faulty;
  score.found += is_found;
  if (!is_found) score.failures += "missed: " + one.source[0] + " | " + one.target[0] + '\n';
}

std::vector<Case> cases(const std::string& file_name) {
  std::vector<Case> all;
  std::ifstream file(MUQABALA_TEST_DATA "/facts/" + file_name);
  for (std::string line; std::getline(file, line);)
    all.push_back(read(nlohmann::json::parse(line)));
  return all;
}

/// Cases written before the rules, and cases written after them.
const std::vector<std::string> kFiles = {"numbers_dates.jsonl", "numbers_dates_later.jsonl"};

}  // namespace

TEST_CASE("Cases of numbers and dates come out right above their floor, both ways", "[values]") {
  for (const bool is_mirrored : {false, true}) {
    Score score;
    for (const std::string& file : kFiles) {
      for (const Case& one : cases(file)) judge(is_mirrored ? one.mirrored() : one, score);
    }
    INFO((is_mirrored ? "sides exchanged\n" : "as written\n") << score.failures);
    REQUIRE(score.faulty == 103);
    CHECK(score.precision() >= 0.97);
    CHECK(score.recall() >= 0.92);
  }
}
