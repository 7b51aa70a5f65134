#include "align/coverage/fingerprint.h"

#include <set>
#include <string>
#include <vector>

#include "segment/sentence_splitter.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

/// A document of these lines, a segment each.
SegmentedDocument lines(const std::string& text) {
  Document document;
  document.text = Utf8Text::trusted(text);
  document.file = {.path = "a.txt", .text = document.text, .to_bytes = {}};
  document.blocks = {{.range = {0, text.size()}}};
  return split_lines(std::move(document));
}

Finding of_kind(FindingKind kind) {
  Finding finding;
  finding.kind = kind;
  return finding;
}

Finding omission(std::size_t begin, std::size_t end) {
  Finding finding = of_kind(FindingKind::kOmission);
  finding.source = {SourceIndex(begin), SourceIndex(end)};
  return finding;
}

std::vector<std::string> prints(const std::string& source, const std::vector<Finding>& findings,
                                const std::string& target = "x\n") {
  std::vector<std::string> all;
  for (const FindingParts& parts : fingerprints(lines(source), lines(target), findings))
    for (const FindingPart& part : parts.parts) all.push_back(part.fingerprint);
  return all;
}

/// The finding that `word`, at its first place in `text`, is a number without a counterpart.
Finding number(const std::string& text, const std::string& word) {
  const std::size_t at = text.find(word);
  Finding finding = of_kind(FindingKind::kNumber);
  finding.source_words = {at, at + word.size()};
  return finding;
}

}  // namespace

TEST_CASE("A run of segments has a fingerprint for each, of 16 digits", "[fingerprint]") {
  const auto all = prints("One.\nTwo.\nThree.\n", {omission(0, 3)});
  REQUIRE(all.size() == 3);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == 3);
  for (const std::string& one : all) {
    CHECK(one.size() == 16);
    CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
  }
}

TEST_CASE("A fingerprint outlives what stands elsewhere and other numbers", "[fingerprint]") {
  const auto before = prints("One.\nTwo.\nThree.\n", {omission(1, 2)});
  CHECK(prints("New.\nOne, edited.\nNew.\nTwo.\n", {omission(3, 4)}) == before);
  CHECK(prints("Two.\n", {omission(0, 1)}) == before);
}

TEST_CASE("A fingerprint outlives white space, case, diacritics, quotes and marks",
          "[fingerprint]") {
  const auto bare = prints("قالت المديرة \"نعم\".\n", {omission(0, 1)});
  CHECK(prints("قَالَتِ  المُديرةُ «نعم»\n", {omission(0, 1)}) == bare);
  CHECK(prints("The “Old” House!\n", {omission(0, 1)}) ==
        prints("the  'old' house\n", {omission(0, 1)}));
  CHECK(prints("2.5 million\n", {omission(0, 1)}) != prints("25 million\n", {omission(0, 1)}));
}

TEST_CASE("Equal sentences are told apart by their number, other kinds by their name",
          "[fingerprint]") {
  const auto all = prints("Same.\nOther.\nSame.\n", {omission(0, 1), omission(2, 3)});
  REQUIRE(all.size() == 2);
  CHECK(all[0] != all[1]);
  Finding addition = of_kind(FindingKind::kAddition);
  addition.target = {TargetIndex(0), TargetIndex(1)};
  CHECK(prints("x\n", {addition}, "Same.\n") != prints("Same.\n", {omission(0, 1)}));
}

TEST_CASE("A number is known by the words around it, in its own paragraph", "[fingerprint]") {
  const std::string text = "They sold 12 houses in spring and 12 boats in autumn that year.\n";
  const auto first = prints(text, {number(text, "12")});
  const std::string moved = "In a new sentence, something else.\n" + text;
  Finding shifted = number(moved, "12");
  // The letters before it now reach into the sentence that is new; here they stand in one block.
  CHECK(prints(moved, {shifted}) != first);
  const std::string later = text + "Something was added far behind it.\n";
  CHECK(prints(later, {number(later, "12")}) == first);
  Finding second = number(text, "12 boats");
  second.source_words.end = second.source_words.begin + 2;
  CHECK(prints(text, {second}) != first);
}

TEST_CASE("What is left out of a sentence is known by its letters alone", "[fingerprint]") {
  const std::string text = "The road was closed, which nobody had announced, until noon.\n";
  Finding partial = number(text, "which nobody had announced");
  partial.kind = FindingKind::kPartial;
  const std::string other = "Because of snow the road, which nobody had announced, was closed.\n";
  Finding again = number(other, "which nobody had announced");
  again.kind = FindingKind::kPartial;
  CHECK(prints(text, {partial}) == prints(other, {again}));
}

TEST_CASE("Blank lines are no parts", "[fingerprint]") {
  CHECK(prints("One.\n\nTwo.\n", {omission(0, 3)}).size() == 2);
}

TEST_CASE("The fingerprint of one part is that part's own", "[fingerprint]") {
  CHECK(combined_fingerprint(FindingKind::kOmission, {"a"}) == "a");
  const std::string both = combined_fingerprint(FindingKind::kOmission, {"a", "b"});
  CHECK(both.size() == 16);
  CHECK(both != combined_fingerprint(FindingKind::kOmission, {"b", "a"}));
}
