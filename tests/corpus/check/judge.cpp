#include "corpus/check/judge.h"

#include <string>
#include <vector>

#include "corpus/check/read_policy.h"
#include "segment/base/error.h"
#include "tests/corpus/check/examined.h"
#include "tests/support/catch.h"

using namespace muqabala;
using namespace muqabala::testing;

namespace {

const std::vector<std::string> kFive = {
    "The first sentence is about the harbour.", "The second tells of the fishermen.",
    "In the third, a storm comes up.", "The fourth counts the boats.",
    "The fifth is about the day after."};

Baseline accepted(const std::vector<std::string>& sentences) {
  Baseline baseline;
  for (const std::string& sentence : sentences) baseline.push_back(decided(sentence));
  return baseline;
}

PairResult judged(const ExaminedPair& pair, const Policy& policy = {},
                  const Baseline& baseline = {}) {
  return judge({pair}, policy, baseline).pairs.front();
}

Policy policy_of(const std::string& text) { return parse_policy(text, "p.toml"); }

/// The texts of open findings.
std::vector<std::string> open_texts(const PairResult& result) {
  std::vector<std::string> texts;
  for (const ReportedFinding& finding : result.findings)
    if (finding.status == FindingStatus::kOpen) texts.push_back(finding.source->text);
  return texts;
}

}  // namespace

TEST_CASE("A run of omitted sentences is one finding with a fingerprint for each", "[judge]") {
  const PairResult result = judged(pair_of({finding(kFive)}));
  REQUIRE(result.findings.size() == 1);
  const ReportedFinding& run = result.findings.front();
  CHECK(run.level == Level::kError);
  CHECK(run.segment_fingerprints.size() == 5);
  CHECK(run.fingerprint == combined_fingerprint(run.kind, run.segment_fingerprints));
  CHECK(run.source->begin.line == 1);
  CHECK(run.source->end.line == 5);
}

TEST_CASE("Accepted sentences are taken out of a run, and what is left is open", "[judge]") {
  const ExaminedPair pair = pair_of({finding(kFive)});
  const PairResult result = judged(pair, {}, accepted({kFive[1], kFive[2]}));
  CHECK(open_texts(result) == std::vector<std::string>{kFive[0], kFive[3] + " " + kFive[4]});
  REQUIRE(result.findings.size() == 3);
  CHECK(result.findings.back().status == FindingStatus::kAccepted);
  CHECK(result.findings.front().message ==
        "1 of these: the same words stand earlier in the translation, and the original does not "
        "repeat itself");
  CHECK(open_texts(judged(pair, {}, accepted(kFive))).empty());
}

TEST_CASE("A sentence dropped beside accepted ones is the only open finding", "[judge]") {
  for (std::size_t dropped = 0; dropped < kFive.size(); ++dropped) {
    std::vector<std::string> others = kFive;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(dropped));
    const PairResult result = judged(pair_of({finding(kFive)}), {}, accepted(others));
    CHECK(open_texts(result) == std::vector<std::string>{kFive[dropped]});
  }
}

TEST_CASE("Kinds that are off are left out, and what is unsure is a note", "[judge]") {
  const Policy policy = policy_of("[levels]\nname = \"off\"\n[confidence]\nomission = 0.6\n");
  const PairResult result = judged(pair_of({finding({kFive[0]}, FindingKind::kName, 0.1),
                                            finding({kFive[1]}, FindingKind::kOmission, 0.59),
                                            finding({kFive[2]}, FindingKind::kOmission, 0.6)}),
                                   policy);
  CHECK(open_texts(result) == std::vector<std::string>{kFive[2], kFive[1]});
  CHECK(result.findings[0].level == Level::kError);
  CHECK(result.findings[1].level == Level::kNote);
  CHECK(result.unsure == 1);
}

TEST_CASE("What a rule ignores is taken out sentence by sentence", "[judge]") {
  const Policy policy = policy_of("[[ignore]]\npattern = 'storm'\nreason = \"weather\"\n");
  const PairResult result = judged(pair_of({finding(kFive)}), policy);
  CHECK(open_texts(result) ==
        std::vector<std::string>{kFive[0] + " " + kFive[1], kFive[3] + " " + kFive[4]});
  CHECK(result.ignored == 1);
  const Policy kind =
      policy_of("[[ignore]]\nkind = \"moved\"\npattern = 'storm'\nreason = \"x\"\n");
  CHECK(open_texts(judged(pair_of({finding(kFive)}), kind)).size() == 1);
}

TEST_CASE("A rule can ignore all that stands under a heading", "[judge]") {
  ExaminedFinding thanks = finding(kFive);
  for (ExaminedPart& part : thanks.parts) part.headings = {"Book", "Thanks to"};
  const Policy policy = policy_of("[[ignore]]\nsection = '^Thanks'\nreason = \"local\"\n");
  CHECK(judged(pair_of({thanks}), policy).findings.empty());
  CHECK(judged(pair_of({finding(kFive)}), policy).findings.size() == 1);
}

TEST_CASE("A pattern without end fails its pair and no other", "[judge]") {
  const Policy policy = policy_of("[[ignore]]\npattern = '(a+)+$'\nreason = \"x\"\n");
  const CheckReport report =
      judge({pair_of({finding({std::string(60, 'a') + "b"})}), pair_of({finding({kFive[0]})})},
            policy, {});
  REQUIRE(report.pairs[0].failure.has_value());
  CHECK(report.pairs[0].failure->code() == ErrorCode::kPatternTooSlow);
  CHECK(report.pairs[1].findings.size() == 1);
}

TEST_CASE("More missing than the limits allow is an error, whatever the level", "[judge]") {
  ExaminedPair pair = pair_of({finding({kFive[0]}), finding({kFive[1], kFive[2]})});
  pair.source_characters = 500;
  const std::string notes = "[levels]\nomission = \"note\"\n[limits]\n";
  const PairResult run = judged(pair, policy_of(notes + "missing-run = 1\n"));
  REQUIRE(run.findings.size() == 2);
  CHECK(run.findings[0].level == Level::kError);
  CHECK(run.findings[0].source->text == kFive[1] + " " + kFive[2]);
  CHECK(run.findings[1].level == Level::kNote);
  CHECK(judged(pair, policy_of(notes + "missing-run = 2\n")).findings[0].level == Level::kNote);

  const PairResult share = judged(pair, policy_of(notes + "missing-share = 0.15\n"));
  REQUIRE(share.findings.size() == 3);
  CHECK(share.findings[0].level == Level::kError);
  CHECK_THAT(share.findings[0].message, ContainsText("no more than 15.0 %"));
  CHECK(judged(pair, policy_of(notes + "missing-share = 0.2\n")).findings.size() == 2);
  // What is accepted does not count.
  CHECK(judged(pair, policy_of(notes + "missing-share = 0.15\n"), accepted({kFive[0]}))
            .findings[0]
            .level == Level::kNote);
}

TEST_CASE("Decisions that fit nothing are stale, for the pairs that were checked", "[judge]") {
  Decision elsewhere = decided(kFive[3]);
  elsewhere.source_path = "other.ar.txt";
  const Baseline baseline = {decided(kFive[0]), decided(kFive[1]), elsewhere};
  ExaminedPair pair = pair_of({finding({kFive[0]})});
  const CheckReport report = judge({pair}, {}, baseline);
  REQUIRE(report.stale.size() == 1);
  CHECK(report.stale[0].text == kFive[1]);
  pair.source_path = "./a.ar.txt";
  CHECK(judge({pair}, {}, baseline).stale.size() == 1);
  pair.failure = errors::file_not_found("a.ar.txt");
  CHECK(judge({pair}, {}, baseline).stale.empty());
}

TEST_CASE("A decision is not stale because the policy hides its finding", "[judge]") {
  const Policy policy = policy_of("[levels]\nomission = \"off\"\n");
  CHECK(judge({pair_of({finding({kFive[0]})})}, policy, accepted({kFive[0]})).stale.empty());
}

TEST_CASE("What is open becomes known, what is accepted stays, what is stale goes", "[judge]") {
  Decision elsewhere = decided(kFive[3]);
  elsewhere.source_path = "other.ar.txt";
  Decision noted = decided(kFive[0]);
  noted.note = "intended";
  const std::vector<ExaminedPair> pairs = {pair_of({finding({kFive[0], kFive[1]})})};
  const Baseline updated = with_open_findings({noted, decided(kFive[2]), elsewhere}, pairs, {});
  REQUIRE(updated.size() == 3);
  CHECK(updated[0] == decided(kFive[1], FindingStatus::kKnown));
  CHECK(updated[1] == noted);
  CHECK(updated[2] == elsewhere);
  CHECK_FALSE(has_failing_finding(judge(pairs, {}, updated)));
  CHECK(with_open_findings(updated, pairs, {}) == updated);
}

TEST_CASE("A finding, a sentence of it, or the begin of a fingerprint can be accepted", "[judge]") {
  const std::vector<ExaminedPair> pairs = {pair_of({finding(kFive)})};
  const ReportedFinding run = judge(pairs, {}, {}).pairs[0].findings[0];
  const auto accept = [&](const std::string& print) {
    return with_accepted({}, pairs, {}, {print}, "intended");
  };
  CHECK(accept(run.fingerprint).size() == 5);
  REQUIRE(accept(run.segment_fingerprints[2]).size() == 1);
  const Decision third = accept(run.segment_fingerprints[2].substr(0, 8))[0];
  CHECK(third.text == kFive[2]);
  CHECK(third.note == "intended");
  CHECK(third.status == FindingStatus::kAccepted);
  CHECK_THROWS_AS(accept("0123"), Error);
  CHECK_THROWS_AS(accept("0123456789abcdef"), Error);
  CHECK_THROWS_AS(accept(""), Error);
}

TEST_CASE("Old debt that is accepted is known no more", "[judge]") {
  const std::vector<ExaminedPair> pairs = {pair_of({finding({kFive[0]})})};
  const Baseline known = {decided(kFive[0], FindingStatus::kKnown)};
  const Baseline updated = with_accepted(known, pairs, {}, {known[0].fingerprint}, "");
  CHECK(updated == Baseline{decided(kFive[0])});
}
