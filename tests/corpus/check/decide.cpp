#include "corpus/check/decide.h"

#include <string>
#include <vector>

#include "tests/corpus/check/examined.h"
#include "tests/support/catch.h"

using namespace muqabala;
using namespace muqabala::testing;

namespace {

const std::string kBridge = "The old bridge over the river was closed in spring.";
const std::string kMayor = "The mayor promised a new one within two years.";
const std::string kNobody = "Nobody believed him.";

/// `a` accepted, `k` known, `o` open: a letter for every part of the only finding.
std::string decisions(const std::vector<std::string>& sentences, const Baseline& baseline,
                      FindingKind kind = FindingKind::kOmission) {
  const ExaminedPair pair = pair_of({finding(sentences, kind)});
  const PairDecisions result = Decisions(baseline).about(pair);
  std::string letters;
  for (const Decided& one : result.parts.front())
    letters += name(one.status).front();
  return letters;
}

}  // namespace

TEST_CASE("A sentence is decided by its fingerprint, and its neighbours are not", "[decide]") {
  CHECK(decisions({kBridge, kMayor, kNobody}, {decided(kMayor)}) == "oao");
  CHECK(decisions({kBridge, kMayor}, {decided(kMayor, FindingStatus::kKnown)}) == "ok");
  CHECK(decisions({kBridge}, {}) == "o");
}

TEST_CASE("Accepted counts before known", "[decide]") {
  const Baseline baseline = {decided(kMayor, FindingStatus::kKnown), decided(kMayor),
                             decided(kMayor, FindingStatus::kKnown)};
  CHECK(decisions({kMayor}, baseline) == "a");
}

TEST_CASE("Two accepted sentences that became one stay accepted", "[decide]") {
  CHECK(decisions({kMayor + " " + kNobody}, {decided(kMayor), decided(kNobody)}) == "a");
  CHECK(decisions({kMayor + " " + kNobody},
                  {decided(kMayor), decided(kNobody, FindingStatus::kKnown)}) == "k");
}

TEST_CASE("An accepted sentence with one that is not is open", "[decide]") {
  CHECK(decisions({kMayor + " " + kNobody}, {decided(kMayor)}) == "o");
  CHECK(decisions({kMayor + " " + kNobody}, {decided(kNobody)}) == "o");
}

TEST_CASE("The parts of an accepted sentence stay accepted, the short ones too", "[decide]") {
  CHECK(decisions({kMayor, kNobody}, {decided(kMayor + " " + kNobody)}) == "aa");
  CHECK(decisions({kMayor}, {decided(kMayor + " " + kNobody)}) == "a");
  // Three sentences cut into two, otherwise.
  CHECK(decisions({kBridge + " " + kMayor, kNobody},
                  {decided(kBridge), decided(kMayor + " " + kNobody)}) == "aa");
}

TEST_CASE("A few words that an accepted sentence happens to hold are open", "[decide]") {
  CHECK(decisions({"Within two years."}, {decided(kMayor)}) == "o");
  CHECK(decisions({"No."}, {decided(kNobody)}) == "o");
}

TEST_CASE("A sentence that stands twice must be accepted twice", "[decide]") {
  ExaminedFinding both = finding({kBridge, kBridge});
  both.parts[1].fingerprint = fingerprint(FindingKind::kOmission, both.parts[1].letters, 1);
  const Baseline once = {decided(kBridge)};
  const PairDecisions result = Decisions(once).about(pair_of({both}));
  CHECK(result.parts[0][0].status == FindingStatus::kAccepted);
  CHECK(result.parts[0][1].status == FindingStatus::kOpen);
}

TEST_CASE("What was decided of one kind says nothing of another", "[decide]") {
  CHECK(decisions({kBridge}, {decided(kBridge)}, FindingKind::kAddition) == "o");
  CHECK(decisions({kBridge}, {decided(kBridge)}, FindingKind::kPartial) == "a");
  CHECK(decisions({"12"}, {decided("1200", FindingStatus::kAccepted, FindingKind::kNumber)},
                  FindingKind::kNumber) == "o");
}

TEST_CASE("A decision without text decides nothing but its fingerprint", "[decide]") {
  Decision empty = decided(kBridge);
  empty.text.clear();
  CHECK(decisions({kBridge}, {empty}) == "a");
  CHECK(decisions({kMayor}, {empty}) == "o");
  ExaminedFinding blank = finding({""});
  blank.parts[0].fingerprint = "0";
  const Baseline baseline = {empty, decided(kMayor)};
  CHECK(Decisions(baseline).about(pair_of({blank})).parts[0][0].status == FindingStatus::kOpen);
}

TEST_CASE("It is told which decisions were used", "[decide]") {
  const Baseline baseline = {decided(kNobody), decided(kBridge), decided(kMayor)};
  const ExaminedPair pair = pair_of({finding({kBridge + " " + kMayor})});
  CHECK(Decisions(baseline).about(pair).used == std::vector<std::size_t>{1, 2});
}

TEST_CASE("A long text that was cut otherwise is decided in time", "[decide]") {
  Baseline baseline;
  std::vector<std::string> sentences;
  for (int i = 0; i < 3000; ++i) {
    const std::string sentence = "Sentence number " + std::to_string(i) + " tells something else.";
    baseline.push_back(decided(sentence));
    if (i % 2 == 0)
      sentences.push_back(sentence);
    else
      sentences.back() += " " + sentence;
  }
  CHECK(decisions(sentences, baseline) == std::string(1500, 'a'));
}
