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

const std::string kHead = "#muqabala-link-counts 2\tar\ten\n";

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

TEST_CASE("counts of lines are added beside those of words", "[align][lexicon][recurring]") {
  LinkCounts sum("ar", "en");
  sum.add_text(kHead + "ا\ta\t1\t2\n#source\t5\t2\t1\n#target\t6\t2\t0\n", "1");
  sum.add_text(kHead + "#source\t5\t3\t0\n#target\t18446744073709551615\t1\t1\n", "2");
  CHECK(sum.to_text() == kHead +
                             "ا\ta\t1\t2\n#source\t5\t5\t1\n#target\t6\t2\t0\n"
                             "#target\t18446744073709551615\t1\t1\n");
  CHECK(sum.count_recurring() == 1);
  LexiconBuilder builder("ar", "en");
  sum.add_to(builder);
  const Lexicon lexicon = std::move(builder).build();
  CHECK(alone_nats(lexicon.source_lines(), 5) > 0);
  CHECK(lexicon.target_lines().empty());
}

TEST_CASE("what is learned from a document are its lines, too", "[align][lexicon][recurring]") {
  LinkCounts counts("ar", "en");
  SentenceAlignment alone;
  alone.beads = {{.source = {SourceIndex(0), SourceIndex(1)}, .target = {}, .cost_nats = 3}};
  for (int k = 0; k < 3; ++k)
    counts.add(document_of({"شارك المقال"}, "ar"), document_of({}, "en"), alone, Lexicon());
  CHECK(counts.size() == 0);
  CHECK(counts.to_text() ==
        kHead + "#source\t" + std::to_string(line_key("شارك المقال")) + "\t3\t0\n");
}

TEST_CASE("counts of the version that had no lines are read", "[align][lexicon][recurring]") {
  LinkCounts counts("ar", "en");
  counts.add_text("#muqabala-link-counts 1\tar\ten\nا\ta\t1\t2\n", "x.counts");
  CHECK(counts.to_text() == kHead + "ا\ta\t1\t2\n");
}

TEST_CASE("damaged counts are refused with their line", "[align][lexicon]") {
  CHECK_THAT(refusal_of("", 0), ContainsText("not what"));
  CHECK_THAT(refusal_of("ا\ta\t1\t2\n", 1), ContainsText("not what"));
  CHECK_THAT(refusal_of("#muqabala-link-counts 3\tar\ten\n", 1), ContainsText("another version"));
  for (const char* line : {"#source\t5\t2\n", "#source\tx\t2\t1\n", "#source\t-5\t2\t1\n",
                           "#target\t5\t1\t2\n", "#target\t5\t9999999999\t2\n"})
    CHECK_THAT(refusal_of(kHead + line, 2), ContainsText("documents"));
  CHECK_THAT(refusal_of("#muqabala-link-counts 1\tde\ten\n", 1), ContainsText("'de'"));
  CHECK_THAT(refusal_of(kHead + "ا\ta\t1\t2", 2), ContainsText("cut off"));
  CHECK_THAT(refusal_of(kHead + "ا\ta\t1\n", 2), ContainsText("expected"));
  CHECK_THAT(refusal_of(kHead + "ا\ta\t-1\t2\n", 2), ContainsText("expected"));
  CHECK_THAT(refusal_of(kHead + "ا\ta\t99999999999999999999\t2\n", 2), ContainsText("expected"));
  const std::string half = "ا\ta\t2000000000000000000\t0\n";
  CHECK_THAT(refusal_of(kHead + half + half, 3), ContainsText("too large"));
}
