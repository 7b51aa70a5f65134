#include "corpus/collection/duplicates.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "corpus/detail/near_duplicates.h"
#include "segment/text/folding.h"
#include "tests/corpus/collection/results.h"
#include "tests/support/catch.h"
#include "tests/support/generated_text.h"

using namespace muqabala;
using testing::PairTexts;
using testing::result_of;

namespace {

std::vector<std::string> marks(Duplicates& duplicates, const std::vector<PairTexts>& pairs) {
  DocumentResult result = result_of(0, "a", pairs);
  duplicates.mark(result);
  std::vector<std::string> marks;
  for (const CollectedBead& bead : result.beads) marks.push_back(bead.rejected_by);
  return marks;
}

std::string words(testing::SplitMix64& random, std::size_t count) {
  std::string text;
  for (; count > 0; --count) {
    for (std::size_t n = 3 + random.below(6); n > 0; --n)
      text += static_cast<char>('a' + random.below(26));
    text += ' ';
  }
  return text;
}

std::set<std::string> shingles(const std::string& text) {
  const std::string letters = fold_letters(text);
  std::set<std::string> all;
  for (std::size_t i = 0; i + 5 <= letters.size(); ++i) all.insert(letters.substr(i, 5));
  return all;
}

/// Jaccard similarity of two pairs whose sides have letters of one byte.
double similarity(const PairTexts& a, const PairTexts& b) {
  std::size_t common = 0;
  std::size_t all = 0;
  for (const auto side : {&PairTexts::source, &PairTexts::target}) {
    const std::set<std::string> x = shingles(a.*side);
    const std::set<std::string> y = shingles(b.*side);
    const auto both = static_cast<std::size_t>(
        std::count_if(x.begin(), x.end(), [&](const std::string& s) { return y.contains(s); }));
    common += both;
    all += x.size() + y.size() - both;
  }
  return static_cast<double>(common) / static_cast<double>(all);
}

/// `text` with each word replaced by another with a probability of `share`.
std::string changed(const std::string& text, double share, testing::SplitMix64& random) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find(' ', at) + 1;
    result += random.chance(share) ? words(random, 1) : text.substr(at, end - at);
    at = end;
  }
  return result;
}

}  // namespace

TEST_CASE("of equal pairs the first stays", "[duplicates]") {
  Duplicates duplicates({});
  CHECK(marks(duplicates, {{"كتاب", "A book"}, {"كِتَابٌ!", "a BOOK"}, {"كتاب", "Book"}}) ==
        std::vector<std::string>{"", "duplicate", ""});
  CHECK(marks(duplicates, {{"كتاب", "A book."}}) == std::vector<std::string>{"duplicate"});
  // Sides do not run into each other.
  CHECK(marks(duplicates, {{"ab", "c"}, {"a", "bc"}}) == std::vector<std::string>{"", ""});
}

TEST_CASE("what a filter rejected, and what is no pair, is no duplicate of anything",
          "[duplicates]") {
  Duplicates duplicates({});
  DocumentResult result = result_of(0, "a", {{"x", "y"}, {"x", "y"}, {"x", ""}, {"x", ""}});
  result.beads[0].rejected_by = "language";
  duplicates.mark(result);
  CHECK(result.beads[0].rejected_by == "language");
  CHECK(result.beads[1].rejected_by == "");
  CHECK(result.beads[2].rejected_by == "");
  CHECK(result.beads[3].rejected_by == "");
}

TEST_CASE("nothing is marked where nothing is asked for", "[duplicates]") {
  Duplicates duplicates({.exact = false});
  CHECK(marks(duplicates, {{"x", "y"}, {"x", "y"}}) == std::vector<std::string>{"", ""});
  CHECK(duplicates.bytes() < 1000);
}

TEST_CASE("each text stays once, in whatever order the pairs come", "[duplicates]") {
  testing::SplitMix64 random(7);
  std::vector<PairTexts> pairs;
  for (int i = 0; i < 5000; ++i)
    pairs.push_back(
        {"s" + std::to_string(random.below(700)), "t" + std::to_string(random.below(3))});
  const auto kept = [&] {
    Duplicates duplicates({});
    const std::vector<std::string> found = marks(duplicates, pairs);
    std::multiset<std::string> texts;
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (found[i].empty()) texts.insert(pairs[i].source + ' ' + pairs[i].target);
    return texts;
  };
  const std::multiset<std::string> first = kept();
  CHECK(std::set<std::string>(first.begin(), first.end()).size() == first.size());
  for (std::size_t i = pairs.size(); i > 1; --i) std::swap(pairs[i - 1], pairs[random.below(i)]);
  CHECK(kept() == first);
}

TEST_CASE("near duplicates are those whose shingles are much the same", "[duplicates]") {
  testing::SplitMix64 random(11);
  constexpr double kAsked = 0.8;
  std::map<std::string, int> counts;
  for (int i = 0; i < 2000; ++i) {
    const PairTexts first{words(random, 15), words(random, 15)};
    const double share = random.uniform() * 0.3;
    const PairTexts second{changed(first.source, share, random),
                           changed(first.target, share, random)};
    detail::NearDuplicates near(kAsked);
    REQUIRE(near.insert(fold_letters(first.source), fold_letters(first.target)));
    const bool is_new = near.insert(fold_letters(second.source), fold_letters(second.target));
    const double real = similarity(first, second);
    // Three standard errors of the estimate to either side are left to chance.
    if (real > kAsked + 0.15) ++counts[is_new ? "missed" : "found"];
    if (real < kAsked - 0.15) ++counts[is_new ? "told apart" : "confused"];
  }
  CAPTURE(counts);
  CHECK(counts["found"] > 100);
  CHECK(counts["told apart"] > 100);
  CHECK(counts["missed"] * 100 <= counts["found"]);
  CHECK(counts["confused"] * 100 <= counts["told apart"]);
}

TEST_CASE("as many values stand in a band as the similarity asked for allows", "[duplicates]") {
  for (double similarity = 0.05; similarity < 1; similarity += 0.05) {
    const auto rows = static_cast<double>(detail::rows_of_bands(similarity));
    const auto found = [&](double r) {
      return 1 - std::pow(1 - std::pow(similarity, r), std::floor(64 / r));
    };
    if (rows > 1) CHECK(found(rows) >= 0.95);
    if (rows < 64) CHECK(found(rows + 1) < 0.95);
  }
  CHECK(detail::rows_of_bands(1) == 64);
}

TEST_CASE("near duplicates come on top of exact ones, and texts may be short", "[duplicates]") {
  Duplicates duplicates({.near_similarity = 0.7});
  const std::string source = "وصل الوزير إلى العاصمة مساء أمس في زيارة تستغرق ثلاثة أيام";
  const std::string target = "The minister arrived in the capital last night for a three-day visit";
  CHECK(marks(duplicates, {{source, target},
                           {source, target + "!"},
                           {source, target + " indeed"},
                           {"أ", "A"},
                           {"ب", "B"},
                           {"", ""}}) ==
        std::vector<std::string>{"", "duplicate", "near-duplicate", "", "", ""});
}

TEST_CASE("the index takes as much memory as it says", "[duplicates]") {
  testing::SplitMix64 random(3);
  constexpr std::size_t kPairs = 20'000;
  Duplicates exact({});
  Duplicates near({.near_similarity = 0.8});
  for (std::size_t i = 0; i < kPairs; ++i) {
    DocumentResult result = result_of(i, "a", {{words(random, 10), words(random, 10)}});
    exact.mark(result);
    near.mark(result);
    REQUIRE(result.beads[0].rejected_by.empty());
  }
  const auto bytes_a_pair = [&](const Duplicates& duplicates) {
    return static_cast<double>(duplicates.bytes()) / kPairs;
  };
  CHECK(bytes_a_pair(exact) >= 8);
  CHECK(bytes_a_pair(exact) <= 8 * 2 / 0.75);
  CHECK(bytes_a_pair(near) - bytes_a_pair(exact) >= 64 + 10 * 8);
  CHECK(bytes_a_pair(near) - bytes_a_pair(exact) <= 2 * 64 + 10 * 8 * 2 / 0.75);
}
