// What is told twice. An added segment is a duplicate where nearly all of its words are those of a
// segment of the original beside it that is paired already; a repeated segment, where it stands
// word for word in the translation and the original has two different texts for it. Short segments
// are repeated everywhere and prove nothing. O(words x segments beside).

#include "align/coverage/duplicates.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "align/coverage/word_matches.h"

namespace muqabala {
namespace {

/// Segments of the original beside an added one that it may tell again.
constexpr std::size_t kNear = 2;
/// Words that an added segment needs to be compared.
constexpr std::size_t kLeastWords = 4;
/// Shares of the added segment's words that the original's segment explains, and the reverse.
constexpr double kLeastTold = 0.6;
constexpr double kLeastTelling = 0.6;
/// Words of a segment that is repeated.
constexpr std::size_t kLeastRepeated = 8;
/// Of the words of two originals, the share in common that makes one a repetition of the other.
constexpr double kSameOriginal = 0.3;
constexpr double kRepeatedConfidence = 0.9;

class DuplicateFinder {
 public:
  explicit DuplicateFinder(const PairView& pair)
      : pair_(pair),
        source_(index_words(pair.source)),
        target_(index_words(pair.target)),
        matches_(source_, target_, pair.lexicon),
        bead_of_(target_.size(), 0) {
    for (std::size_t b = 0; b < pair.alignment.beads.size(); ++b)
      for (const TargetIndex j : pair.alignment.beads[b].target) bead_of_[j.value()] = b;
  }

  std::vector<Finding> find() {
    std::vector<Finding> findings;
    std::unordered_map<std::string, std::size_t> seen;  // words of a segment -> the first such
    for (std::size_t j = 0; j < target_.size(); ++j) {
      std::optional<Finding> finding = repeated(j, seen);
      if (!finding) finding = told_again(j);
      if (finding) findings.push_back(std::move(*finding));
    }
    return findings;
  }

 private:
  const Bead& bead_of(std::size_t target) const { return pair_.alignment.beads[bead_of_[target]]; }
  std::optional<Finding> repeated(std::size_t j,
                                  std::unordered_map<std::string, std::size_t>& seen);
  std::optional<Finding> told_again(std::size_t j) const;
  bool same_original(const Bead& a, const Bead& b) const;
  double share_told(PairSide side, std::size_t segment, std::size_t other) const;
  Finding duplicate(std::size_t j, double confidence, SourceRange original, Reason reason) const {
    return {.kind = FindingKind::kDuplicate,
            .confidence = confidence,
            .source = original,
            .target = {TargetIndex(j), TargetIndex(j + 1)},
            .target_words = pair_.target.segments[j].range,
            .reason = std::move(reason)};
  }

  const PairView& pair_;
  TextSide source_;
  TextSide target_;
  WordMatches matches_;
  std::vector<std::size_t> bead_of_;
};

/// The share of a segment's words that may mean a word of a segment of the other side.
double DuplicateFinder::share_told(PairSide side, std::size_t segment, std::size_t other) const {
  std::size_t words = 0;
  std::size_t told = 0;
  for (const WordUse& use : matches_.text(side).uses_of(segment)) {
    const WordType& type = matches_.text(side).types[use.type];
    if (type.kind == TokenKind::kPunctuation) continue;
    const bool is_told =
        matches_.has_match(side, use.type, {segment, segment + 1}, {other, other + 1});
    // Articles and the like that no word of the other language answers to.
    if (!is_told && !matches_.has_match_anywhere(side, use.type) && use.size_bytes < 4) continue;
    ++words;
    told += is_told ? 1U : 0U;
  }
  return words < kLeastWords ? 0 : static_cast<double>(told) / static_cast<double>(words);
}

bool DuplicateFinder::same_original(const Bead& a, const Bead& b) const {
  const auto types_of = [&](const Bead& bead) {
    std::vector<std::uint32_t> types;
    for (const SourceIndex i : bead.source)
      for (const WordUse& use : source_.uses_of(i.value()))
        if (source_.types[use.type].kind != TokenKind::kPunctuation) types.push_back(use.type);
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    return types;
  };
  const std::vector<std::uint32_t> x = types_of(a);
  const std::vector<std::uint32_t> y = types_of(b);
  std::vector<std::uint32_t> common;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(common));
  const std::size_t all = x.size() + y.size() - common.size();
  return all > 0 && static_cast<double>(common.size()) >= kSameOriginal * static_cast<double>(all);
}

std::optional<Finding> DuplicateFinder::repeated(
    std::size_t j, std::unordered_map<std::string, std::size_t>& seen) {
  std::string words;
  std::size_t count = 0;
  for (const WordUse& use : target_.uses_of(j)) {
    if (target_.types[use.type].kind == TokenKind::kPunctuation) continue;
    words += fmt::format("{} ", use.type);
    ++count;
  }
  if (count < kLeastRepeated) return std::nullopt;
  const auto [at, is_first] = seen.try_emplace(words, j);
  if (is_first) return std::nullopt;
  const Bead& first = bead_of(at->second);
  const Bead& again = bead_of(j);
  if (first.is_null()) return std::nullopt;
  // Both in one pair: the original may repeat itself inside it.
  if (&first == &again ? first.source.size() > 1 : same_original(first, again)) return std::nullopt;
  return duplicate(j, kRepeatedConfidence, first.source, because(Wording::kRepeated));
}

std::optional<Finding> DuplicateFinder::told_again(std::size_t j) const {
  const Bead& bead = bead_of(j);
  if (!bead.is_addition() || bead.move) return std::nullopt;
  const std::size_t at = bead.source.begin_index.value();
  const std::size_t end = std::min(source_.size(), at + kNear);
  double best = 0;
  std::size_t original = 0;
  for (std::size_t i = at < kNear ? 0 : at - kNear; i < end; ++i) {
    const double told = share_told(PairSide::kTarget, j, i);
    const double telling = share_told(PairSide::kSource, i, j);
    if (told < kLeastTold || telling < kLeastTelling || told + telling <= best) continue;
    best = told + telling;
    original = i;
  }
  if (best == 0) return std::nullopt;
  return duplicate(j, best / 2, {SourceIndex(original), SourceIndex(original + 1)},
                   because(Wording::kToldAgain, {ReasonValue::percent(best / 2)}));
}

}  // namespace

std::vector<Finding> find_duplicates(const PairView& pair) { return DuplicateFinder(pair).find(); }

}  // namespace muqabala
