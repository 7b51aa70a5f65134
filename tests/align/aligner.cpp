#include "align/aligner.h"

#include <algorithm>
#include <sstream>

#include "align/evaluation.h"
#include "segment/base/error.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"
#include "tests/support/generated_text.h"
#include "tests/support/lexicons.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

const std::vector<std::string> kGerman{
    "Die Stadt liegt an einem breiten Fluss.",
    "Im Jahr 1848 lebten dort 12000 Menschen.",
    "Heute kommen viele Touristen aus Frankreich.",
    "Das Museum zeigt 350 Bilder.",
    "Der Direktor heisst Bernhard Lindner.",
    "Am Abend schliesst das Museum um 20 Uhr.",
    "Der Eintritt kostet 15 Euro.",
    "Kinder unter 6 Jahren zahlen nichts.",
};
const std::vector<std::string> kEnglish{
    "The city lies on a broad river.",
    "In 1848, 12,000 people lived there.",
    "Today many tourists come from France.",
    "The museum shows 350 pictures.",
    "The director is called Bernhard Lindner.",
    "In the evening the museum closes at 20 hours.",
    "Admission costs 15 euros.",
    "Children under 6 years pay nothing.",
};

Lexicon small_lexicon() {
  return testing::lexicon_of(
      "de", "en", {{"Stadt", "city"},      {"liegen", "lie"},       {"breit", "broad"},
                   {"Fluss", "river"},     {"Jahr", "year"},        {"leben", "live"},
                   {"Menschen", "people"}, {"heute", "today"},      {"kommen", "come"},
                   {"viele", "many"},      {"Tourist", "tourist"},  {"Museum", "museum"},
                   {"zeigen", "show"},     {"Bild", "picture"},     {"heissen", "called"},
                   {"Abend", "evening"},   {"schliessen", "close"}, {"Eintritt", "admission"},
                   {"kosten", "cost"},     {"Kinder", "children"},  {"zahlen", "pay"},
                   {"nichts", "nothing"},  {"unter", "under"},      {"Frankreich", "France"},
                   {"Hund", "dog"},        {"Katze", "cat"},        {"Garten", "garden"},
                   {"schlafen", "sleep"},  {"alt", "old"},          {"klein", "small"},
                   {"Milch", "milk"},      {"trinken", "drink"},    {"kalt", "cold"},
                   {"Brot", "bread"},      {"Kaese", "cheese"},     {"essen", "eat"},
                   {"Vogel", "bird"},      {"singen", "sing"},      {"Baum", "tree"},
                   {"traeumen", "dream"}});
}

SentenceAlignment align_lines(const std::vector<std::string>& german,
                              const std::vector<std::string>& english) {
  return align(document_of(german, "de"), document_of(english, "en"), small_lexicon(), {});
}

/// Beads as `source>target` segment numbers, for comparing at a glance.
std::string shape_of(const SentenceAlignment& alignment) {
  std::string text;
  for (const Bead& bead : alignment.beads) {
    for (const SourceIndex i : bead.source) text += std::to_string(i.value());
    text += '>';
    for (const TargetIndex j : bead.target) text += std::to_string(j.value());
    text += ' ';
  }
  return text;
}

/// The lines of `text` as segments.
SegmentedDocument lines_of(const std::string& text, const std::string& language) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return document_of(lines, language);
}

/// Paragraphs of three lines each, every line used thrice: as long as the sentences of news.
std::vector<std::string> paragraphs_of(const std::vector<std::string>& lines) {
  std::vector<std::string> paragraphs;
  for (std::size_t k = 0; k < lines.size(); ++k)
    paragraphs.push_back(lines[k] + " " + lines[(k + 3) % lines.size()] + " " +
                         lines[(k + 5) % lines.size()]);
  return paragraphs;
}

std::vector<std::string> without(std::vector<std::string> lines, std::size_t at) {
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
  return lines;
}

}  // namespace

TEST_CASE("a faithful translation is paired one to one", "[align]") {
  CHECK(shape_of(align_lines(kGerman, kEnglish)) == "0>0 1>1 2>2 3>3 4>4 5>5 6>6 7>7 ");
}

TEST_CASE("lines that are known to recur without counterpart stand alone", "[align][recurring]") {
  std::vector<std::string> german = kGerman;
  std::vector<std::string> english = kEnglish;
  german.insert(german.begin() + 4, "Gezeiten");
  english.insert(english.begin() + 4, "Guest columns today");
  CHECK(shape_of(align_lines(german, english)) == "0>0 1>1 2>2 3>3 4>4 5>5 6>6 7>7 8>8 ");

  const auto with = [&](const std::string& recurring, const std::string& also) {
    const std::vector<RecurringLine> source = {{.key = line_key(recurring), .alone_nats = 5}};
    const std::vector<RecurringLine> target = {{.key = line_key(also), .alone_nats = 5}};
    LexiconBuilder builder("de", "en");
    builder.add(small_lexicon());
    builder.add_lines(source, target);
    return shape_of(align(document_of(german, "de"), document_of(english, "en"),
                          std::move(builder).build(), {}));
  };
  const std::string apart = with(german[4], english[4]);
  CHECK((apart == "0>0 1>1 2>2 3>3 4> >4 5>5 6>6 7>7 8>8 " ||
         apart == "0>0 1>1 2>2 3>3 >4 4> 5>5 6>6 7>7 8>8 "));
  // Words that speak for a pair speak louder.
  CHECK(with(german[3], english[3]) == "0>0 1>1 2>2 3>3 4>4 5>5 6>6 7>7 8>8 ");
  CHECK(with("Impressum", "Imprint") == "0>0 1>1 2>2 3>3 4>4 5>5 6>6 7>7 8>8 ");
}

TEST_CASE("a sentence that the translation drops stands alone", "[align]") {
  CHECK(shape_of(align_lines(kGerman, without(kEnglish, 4))) == "0>0 1>1 2>2 3>3 4> 5>4 6>5 7>6 ");
}

TEST_CASE("a sentence that the translation adds stands alone", "[align]") {
  CHECK(shape_of(align_lines(without(kGerman, 2), kEnglish)) == "0>0 1>1 >2 2>3 3>4 4>5 5>6 6>7 ");
}

TEST_CASE("two sentences told as one are one bead", "[align]") {
  std::vector<std::string> english = without(kEnglish, 7);
  english[6] = "Admission costs 15 euros, but children under 6 years pay nothing.";
  CHECK(shape_of(align_lines(kGerman, english)) == "0>0 1>1 2>2 3>3 4>4 5>5 67>6 ");
}

TEST_CASE("every bead carries a probability, its parts sum to its cost", "[align]") {
  for (const Bead& bead : align_lines(kGerman, without(kEnglish, 4)).beads) {
    CHECK(bead.probability > 0.0);
    CHECK(bead.probability <= 1.0);
    CHECK(bead.evidence.prior_nats + bead.evidence.length_nats + bead.evidence.lexical_nats ==
          Approx(bead.cost_nats).margin(1e-3));
  }
}

TEST_CASE("word links point at words of their beads", "[align]") {
  const SegmentedDocument german = document_of(kGerman, "de");
  const SegmentedDocument english = document_of(kEnglish, "en");
  const SentenceAlignment alignment = align(german, english, small_lexicon(), {});
  const auto number =
      std::find_if(alignment.links.begin(), alignment.links.end(), [&](const WordLink& link) {
        return slice(german.document.text.view(), link.source_word) == "12000";
      });
  REQUIRE(number != alignment.links.end());
  CHECK(slice(english.document.text.view(), number->target_word) == "12,000");
  CHECK(number->origin == LinkOrigin::kNumber);
  CHECK(number->source == SourceIndex(1));
}

TEST_CASE("an empty side leaves every segment of the other alone", "[align]") {
  CHECK(shape_of(align_lines(kGerman, {})) == "0> 1> 2> 3> 4> 5> 6> 7> ");
  CHECK(shape_of(align_lines({}, kEnglish)) == ">0 >1 >2 >3 >4 >5 >6 >7 ");
  CHECK(shape_of(align_lines({}, {})).empty());
}

TEST_CASE("texts that do not belong together are refused", "[align]") {
  CHECK_NOTHROW(align_lines(paragraphs_of(kGerman), paragraphs_of(kEnglish)));
  // Every content word is known to the lexicon, so that finding none of their partners says much.
  const std::vector<std::string> other{
      "The old dog sleeps in the garden and dreams.",
      "A small cat drinks cold milk.",
      "The dog eats bread and cheese.",
      "Birds sing on the old tree.",
      "The small dog drinks cold milk.",
      "The cat sleeps under the tree.",
      "An old bird eats bread.",
      "The garden sleeps, and the dog sings.",
  };
  try {
    align_lines(paragraphs_of(kGerman), paragraphs_of(other));
    FAIL("no error was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kNothingInCommon);
  }
}

TEST_CASE("the same texts give the same alignment again", "[align]") {
  const SentenceAlignment first = align_lines(kGerman, kEnglish);
  const SentenceAlignment second = align_lines(kGerman, kEnglish);
  REQUIRE(first.beads.size() == second.beads.size());
  for (std::size_t k = 0; k < first.beads.size(); ++k) {
    CHECK(first.beads[k].cost_nats == second.beads[k].cost_nats);
    CHECK(first.beads[k].probability == second.beads[k].probability);
  }
}

TEST_CASE("segments without words are no obstacle", "[align]") {
  std::vector<std::string> german = kGerman;
  std::vector<std::string> english = kEnglish;
  german.insert(german.begin() + 3, "");
  english.insert(english.begin() + 3, "* * *");
  const SentenceAlignment alignment = align_lines(german, english);
  CHECK(partition_fault(alignment, german.size(), english.size()).empty());
}

TEST_CASE("a digest that keeps one sentence of four is found in its original", "[align]") {
  const testing::GeneratedPair pair = testing::generate_pair(
      {.segments = 240, .vocabulary = 3000, .joined = 0, .cut = 0, .dropped = 0.75});
  LexiconBuilder builder("ar", "en");
  for (const testing::DictionaryEntry& entry : pair.dictionary)
    builder.add(entry.source, entry.target, 1, LinkOrigin::kDictionary);
  const std::vector<GoldBead> found = to_gold_beads(align(
      lines_of(pair.source, "ar"), lines_of(pair.target, "en"), std::move(builder).build(), {}));
  std::size_t kept = 0;
  std::size_t right = 0;
  for (const testing::GeneratedBead& bead : pair.gold) {
    if (bead.source.empty() || bead.target.empty()) continue;
    ++kept;
    right += static_cast<std::size_t>(
        std::count(found.begin(), found.end(), GoldBead{bead.source, bead.target}));
  }
  REQUIRE(kept > 40);
  CHECK(right >= kept * 9 / 10);
}
