#include "align/lexicon/link_counts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "segment/base/error.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

const std::string kHead = "#muqabala-link-counts 1\tar\ten\n";

/// Segment by segment.
SentenceAlignment one_to_one(std::size_t count) {
  SentenceAlignment alignment;
  for (std::size_t i = 0; i < count; ++i)
    alignment.beads.push_back({.source = {SourceIndex(i), SourceIndex(i + 1)},
                               .target = {TargetIndex(i), TargetIndex(i + 1)},
                               .cost_nats = -5});
  return alignment;
}

/// Sentences of two words each, all pairs of six: only together do they tell which means which.
LinkCounts learned() {
  const std::vector<std::string> arabic = {"زقزوق", "بيت", "كتاب", "شجرة", "نهر", "قمر"};
  const std::vector<std::string> english = {"zugzug", "house", "book", "tree", "river", "moon"};
  std::vector<std::string> source;
  std::vector<std::string> target;
  for (std::size_t i = 0; i < 6; ++i)
    for (std::size_t j = 0; j < 6; ++j) {
      if (i == j) continue;
      source.push_back(arabic[i] + " " + arabic[j]);
      target.push_back(english[j] + " " + english[i]);
    }
  LinkCounts counts("ar", "en");
  counts.add(document_of(source, "ar"), document_of(target, "en"), one_to_one(source.size()),
             Lexicon());
  return counts;
}

std::string refusal_of(const std::string& text, std::size_t line) {
  LinkCounts counts("ar", "en");
  try {
    counts.add_text(text, "x.counts");
    return "none";
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kMalformedLexicon);
    CHECK(error.where().line == line);
    return error.message();
  }
}

}  // namespace

TEST_CASE("words that stand together again and again are counted together", "[align][lexicon]") {
  LexiconBuilder builder("ar", "en");
  LinkCounts counts("ar", "en");
  for (int k = 0; k < 2; ++k) counts.add_text(learned().to_text(), "x.counts");
  CHECK(counts.add_to(builder) >= 2);
  const Lexicon lexicon = std::move(builder).build();
  const auto key = lexicon.source_key("زقزوق");
  REQUIRE(key);
  float best = 0;
  std::string rendering;
  for (const LexiconEntry& entry : lexicon.starting_with(*key)) {
    CHECK(entry.origin == LinkOrigin::kLearned);
    if (entry.weight > best) rendering = lexicon.text_of(entry).target;
    best = std::max(best, entry.weight);
  }
  CHECK(rendering == "zugzug");
}

TEST_CASE("counts give back what they were made of, and add exactly", "[align][lexicon]") {
  const std::string text = learned().to_text();
  LinkCounts once("ar", "en");
  once.add_text(text, "x.counts");
  CHECK(once.to_text() == text);
  CHECK(once.size() > 0);
  LinkCounts sum("ar", "en");
  sum.add_text(kHead + "ا\ta\t1\t2\n", "1");
  sum.add_text(kHead + "ا\ta\t3000000000\t0\nب\tb\t7\t0\n", "2");
  CHECK(sum.to_text() == kHead + "ا\ta\t3000000001\t2\nب\tb\t7\t0\n");
}

TEST_CASE("damaged counts are refused with their line", "[align][lexicon]") {
  CHECK_THAT(refusal_of("", 0), ContainsText("not what"));
  CHECK_THAT(refusal_of("ا\ta\t1\t2\n", 1), ContainsText("not what"));
  CHECK_THAT(refusal_of("#muqabala-link-counts 1\tde\ten\n", 1), ContainsText("'de'"));
  CHECK_THAT(refusal_of(kHead + "ا\ta\t1\t2", 2), ContainsText("cut off"));
  CHECK_THAT(refusal_of(kHead + "ا\ta\t1\n", 2), ContainsText("expected"));
  CHECK_THAT(refusal_of(kHead + "ا\ta\t-1\t2\n", 2), ContainsText("expected"));
  CHECK_THAT(refusal_of(kHead + "ا\ta\t99999999999999999999\t2\n", 2), ContainsText("expected"));
  const std::string half = "ا\ta\t2000000000000000000\t0\n";
  CHECK_THAT(refusal_of(kHead + half + half, 3), ContainsText("too large"));
}
