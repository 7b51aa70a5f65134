// Right and wrong pairs of `tests/data/facts/`, by kind of finding: how many of the wrong ones are
// found at the right word, and how many of the findings are right. With the core lexicon and CLDR
// alone, so that the numbers are the same on every machine.

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "align/coverage/duplicates.h"
#include "align/coverage/names.h"
#include "align/coverage/terms.h"
#include "align/coverage/untranslated.h"
#include "align/lexicon/word_list.h"
#include "corpus/gather_lexicon.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;
using Json = nlohmann::json;

namespace {

const Lexicon& lexicon_of(const std::string& source, const std::string& target) {
  static std::map<std::string, Lexicon> lexicons;
  const auto [at, is_new] = lexicons.try_emplace(source + ' ' + target);
  if (is_new) at->second = gather_lexicon(source, target, {.files = {}, .dictd_folders = {}});
  return at->second;
}

/// Beads of the shapes that a case lists, or else every line with the line of its number.
SentenceAlignment alignment_of(const Json& one) {
  std::vector<std::string> shapes(one["source"].size(), "1-1");
  if (one.contains("beads")) shapes = one["beads"].get<std::vector<std::string>>();
  SentenceAlignment alignment;
  SourceIndex s;
  TargetIndex t;
  for (const std::string& shape : shapes) {
    const auto source = static_cast<std::size_t>(shape.at(0) - '0');
    const auto target = static_cast<std::size_t>(shape.at(2) - '0');
    alignment.beads.push_back({.source = {s, s + source}, .target = {t, t + target}});
    s = s + source;
    t = t + target;
  }
  return alignment;
}

/// The terms that a case prescribes.
Lexicon glossary_of(const Json& one) {
  LexiconBuilder builder(one["from"].get<std::string>(), one["to"].get<std::string>());
  if (one.contains("glossary")) {
    builder.begin_source("glossary");
    for (const std::string line : one["glossary"])
      add_word_list(builder, line, "glossary",
                    {.side = HeadwordSide::kSource, .origin = LinkOrigin::kDictionary});
  }
  return std::move(builder).build();
}

using Detector = std::vector<Finding> (*)(const PairView&);

struct Score {
  int right = 0;      ///< wrong pairs with a finding at the wrong word
  int wrong = 0;      ///< wrong pairs
  std::string cases;  ///< that came out wrong, a line each
  int alarms = 0;     ///< right pairs with a finding, and wrong pairs with one elsewhere only
  double recall() const { return static_cast<double>(right) / wrong; }
  double precision() const { return static_cast<double>(right) / (right + alarms); }
};

Score score(const std::string& file, FindingKind kind, Detector detect) {
  std::ifstream lines(std::string(MUQABALA_TEST_DATA) + "/facts/" + file);
  REQUIRE(lines);
  Score score;
  for (std::string line; std::getline(lines, line);) {
    const Json one = Json::parse(line);
    const std::string from = one["from"];
    const std::string to = one["to"];
    const SegmentedDocument source = document_of(one["source"], from);
    const SegmentedDocument target = document_of(one["target"], to);
    const SentenceAlignment alignment = alignment_of(one);
    REQUIRE(partition_fault(alignment, source.size(), target.size()).empty());
    const Lexicon glossary = glossary_of(one);
    const std::vector<Finding> findings = detect({.source = source,
                                                  .target = target,
                                                  .alignment = alignment,
                                                  .lexicon = lexicon_of(from, to),
                                                  .glossary = &glossary});
    std::string told;
    bool at_word = false;
    for (const Finding& finding : findings) {
      CHECK(finding.kind == kind);
      told += "\n  " + finding.reason.text();
      if (!one.contains("word")) continue;
      const std::string word = one["word"];
      at_word |= slice(source.document.text.view(), finding.source_words).find(word) !=
                     std::string_view::npos ||
                 slice(target.document.text.view(), finding.target_words).find(word) !=
                     std::string_view::npos;
    }
    const bool is_wrong = one["fault"] != "none";
    score.wrong += is_wrong ? 1 : 0;
    score.right += at_word ? 1 : 0;
    score.alarms += !findings.empty() && !at_word ? 1 : 0;
    if (is_wrong != at_word || (!is_wrong && !findings.empty()))
      score.cases += (is_wrong ? "missed: " : "false alarm: ") + line + told + '\n';
  }
  return score;
}

}  // namespace

TEST_CASE("names that were exchanged are found, and names spelled otherwise are not", "[facts]") {
  const Score names = score("names.jsonl", FindingKind::kName, find_name_faults);
  INFO(names.cases);
  CHECK(names.wrong >= 40);
  CHECK(names.recall() >= 0.82);
  CHECK(names.precision() >= 0.95);
}

TEST_CASE("text left untranslated is found, and what is quoted or glossed is not", "[facts]") {
  const Score left = score("untranslated.jsonl", FindingKind::kUntranslated, find_untranslated);
  INFO(left.cases);
  CHECK(left.wrong >= 10);
  CHECK(left.recall() >= 0.95);
  CHECK(left.precision() >= 0.95);
}

TEST_CASE("what is translated twice is found, and refrains are not", "[facts]") {
  const Score twice = score("duplicates.jsonl", FindingKind::kDuplicate, find_duplicates);
  INFO(twice.cases);
  CHECK(twice.wrong >= 5);
  CHECK(twice.recall() >= 0.8);
  CHECK(twice.precision() == 1);
}

TEST_CASE("a missing rendering of the glossary is found, and inflected ones are not missed",
          "[facts]") {
  const Score terms = score("terms.jsonl", FindingKind::kTerm, find_missing_terms);
  INFO(terms.cases);
  CHECK(terms.wrong >= 10);
  CHECK(terms.recall() >= 0.95);
  CHECK(terms.precision() >= 0.95);
}
