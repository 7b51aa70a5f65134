// Names that the two sides of a pair do not share.
//
// A name is left over where nothing in its pair answers to it: no entry of the lexicon, no like
// spelling, no word that sounds like it, no demonym of it, no word that goes with it all through
// the text, no words that its letters abbreviate. Two names left over at the same place were
// probably exchanged for each other: that is the strongest sign, for a translation leaves names out
// and adds them freely ("he" for "Clark"), but does not exchange them. A name alone on its side
// counts only if the whole other text does not know it.
//
// O(words x log uses), and for names left over O(words of their pair).

#include "align/coverage/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "align/coverage/name_counterparts.h"
#include "align/coverage/name_knowledge.h"
#include "align/coverage/name_sound.h"
#include "align/coverage/name_words.h"
#include "align/coverage/word_matches.h"

namespace muqabala {
namespace {

/// What is less sure is not told.
constexpr double kLeastConfidence = 0.5;
/// Below it a word is not looked at as a name.
constexpr double kLeastName = 0.3;
/// Neighbouring segments that may hold a name of the pair.
constexpr std::size_t kNear = 2;
/// How much a name that another place explains still weighs.
constexpr double kKnownNear = 0.8;
constexpr double kKnownAtLarge = 0.9;
/// A name of several words that the lexicon lists.
constexpr double kPhrase = 0.8;
/// An acronym that is spelled letter by letter.
constexpr double kAcronym = 0.8;
/// A name that only the translation has may have been put in for "he": told where it is surely a
/// name, but not of every word with a capital.
constexpr double kOneSided = 0.55;
/// "The French capital" for "Paris" is no exchange.
constexpr double kOneAdjective = 0.5;
/// Nor is "Greg" where the original has but "Clark".
constexpr double kOneByMatched = 0.5;
/// An acronym is rather exchanged for another one than for a name of words.
constexpr double kOneAcronym = 0.8;
/// No sentence is longer; in a whole text without stops every name is told somewhere.
constexpr std::size_t kMostWords = 600;
/// So many names without a counterpart are not exchanged one by one: a part was dropped.
constexpr std::size_t kDroppedPart = 3;

struct NameLeft {
  std::size_t first_use = 0;
  std::size_t end_use = 0;
  double likelihood = 0;      ///< that it is a name which the other side should hold
  bool by_matched = false;    ///< stands next to a part of the name that the other side does hold
  bool is_adjective = false;  ///< of a country: also told of its towns and people
  bool is_acronym = false;    ///< a name by itself, whatever stands beside it
  bool is_known = false;      ///< as a name
  bool is_elsewhere = false;  ///< the other text holds it at another place
};

/// A name that is looked at as a whole: of several words, or letters.
struct NameOfWords {
  NameLeft left;
  bool is_told = false;
};

/// Where on the other side a name may be told.
struct OtherPlaces {
  SegmentRun there;  ///< in its pair
  SegmentRun near;
  SegmentRun everywhere;
};

/// Words written small inside names.
bool is_particle(std::string_view folded) {
  constexpr std::array<std::string_view, 14> kParticles = {
      "al", "el", "bin", "ibn", "ben", "bint", "abu", "de", "da", "di", "von", "van", "der", "la"};
  return std::find(kParticles.begin(), kParticles.end(), folded) != kParticles.end();
}

class NameChecker {
 public:
  explicit NameChecker(const PairView& pair)
      : pair_(pair),
        source_(index_words(pair.source)),
        target_(index_words(pair.target)),
        matches_(source_, target_, pair.lexicon),
        dictionary_(matches_),
        names_{NameWords(pair.source, PairSide::kSource, matches_, dictionary_),
               NameWords(pair.target, PairSide::kTarget, matches_, dictionary_)},
        counterparts_(pair, matches_, dictionary_, names_) {}

  std::vector<Finding> check() {
    std::vector<Finding> findings;
    for (const Bead& bead : pair_.alignment.beads) {
      if (bead.is_null()) continue;
      if (std::optional<Finding> found = check(bead)) findings.push_back(*std::move(found));
    }
    return findings;
  }

 private:
  const TextSide& text(PairSide side) const { return matches_.text(side); }
  const NameWords& names(PairSide side) const { return names_[static_cast<std::size_t>(side)]; }
  const SegmentedDocument& document(PairSide side) const {
    return side == PairSide::kSource ? pair_.source : pair_.target;
  }

  std::span<const WordUse> uses_of(PairSide side, SegmentRun run) const {
    return muqabala::uses_of(text(side), run);
  }

  std::optional<Finding> check(const Bead& bead);
  std::optional<NameOfWords> name_of_words(PairSide side, std::size_t segment, std::size_t k,
                                           const OtherPlaces& places);
  std::vector<NameLeft> names_left(PairSide side, const Bead& bead);
  std::string_view words(PairSide side, const NameLeft& name) const {
    return slice(document(side).document.text.view(), range(side, name));
  }
  bool are_variants(const NameLeft& source, const NameLeft& target) const;
  static double alone(const NameLeft& name);
  bool begins_longer_name(const NameLeft& target) const;
  double exchanged_for(const NameLeft& source, const NameLeft& target) const;
  Finding finding(const Bead& bead, double confidence, const NameLeft* source,
                  const NameLeft& target) const;
  ByteRange range(PairSide side, const NameLeft& name) const {
    const std::vector<WordUse>& uses = text(side).uses;
    const WordUse& last = uses[name.end_use - 1];
    return {uses[name.first_use].begin_bytes, std::size_t{last.begin_bytes} + last.size_bytes};
  }

  const PairView& pair_;
  TextSide source_;
  TextSide target_;
  WordMatches matches_;
  NameDictionary dictionary_;
  NameWords names_[2];
  NameCounterparts counterparts_;
};

/// The name of several words, or of letters, at word `k` of a segment.
std::optional<NameOfWords> NameChecker::name_of_words(PairSide side, std::size_t segment,
                                                      std::size_t k, const OtherPlaces& places) {
  const PairSide other = opposite(side);
  const std::span<const WordUse> from_use = text(side).uses_of(segment).subspan(k);
  const std::size_t use = text(side).first_use[segment] + k;
  const NameDictionary::Phrase phrase = dictionary_.phrase_at(side, from_use);
  if (phrase.words > 0 && names(side).may_be_phrase(use, phrase.words)) {
    const auto told_in = [&](SegmentRun run) {
      return std::any_of(phrase.entries.begin(), phrase.entries.end(),
                         [&](const LexiconEntry* e) { return matches_.is_told(*e, other, run); });
    };
    NameOfWords name{.left = {.first_use = use, .end_use = use + phrase.words}};
    name.is_told =
        told_in(places.there) || counterparts_.has_kin(phrase, other, uses_of(other, places.there));
    if (name.is_told) return name;
    name.left.is_elsewhere = told_in(places.everywhere);
    name.left.likelihood = kPhrase * (told_in(places.near)     ? kKnownNear
                                      : name.left.is_elsewhere ? kKnownAtLarge
                                                               : 1);
    return name;
  }
  const SpelledLetters letters = spelled_letters(document(side).document.text.view(), from_use);
  if (!is_surely_spelled(letters)) return std::nullopt;
  NameOfWords name{.left = {.first_use = use,
                            .end_use = use + letters.words.size(),
                            .likelihood = kAcronym,
                            .is_acronym = true}};
  name.is_told = counterparts_.is_abbreviated(side, letters, places.there);
  if (!name.is_told)
    name.left.is_elsewhere = counterparts_.is_abbreviated(side, letters, places.everywhere);
  return name;
}

std::vector<NameLeft> NameChecker::names_left(PairSide side, const Bead& bead) {
  const PairSide other = opposite(side);
  const SegmentRun here = run_of(bead, side);
  const SegmentRun there = run_of(bead, other);
  const OtherPlaces places{.there = there,
                           .near = {there.begin < kNear ? 0 : there.begin - kNear,
                                    std::min(text(other).size(), there.end + kNear)},
                           .everywhere = {0, text(other).size()}};
  std::vector<HeardWord> sounds;
  std::vector<NameLeft> left;
  for (std::size_t segment = here.begin; segment < here.end; ++segment) {
    const std::vector<double> likelihoods = names(side).judge(segment);
    const std::size_t first = text(side).first_use[segment];
    bool before_matched = false;
    for (std::size_t k = 0; k < likelihoods.size(); ++k) {
      const WordUse& use = text(side).uses[first + k];
      if (const std::optional<NameOfWords> name = name_of_words(side, segment, k, places)) {
        before_matched = name->is_told && !name->left.is_acronym;
        if (!name->is_told) left.push_back(name->left);
        k += name->left.end_use - name->left.first_use - 1;
        continue;
      }
      const bool goes_on =
          names(side).continues(first + k) && !dictionary_.of(side, use.type).is_conjoined;
      const bool is_letters =
          is_acronym(slice(document(side).document.text.view(),
                           {use.begin_bytes, use.begin_bytes + use.size_bytes}));
      NameLeft* const before =
          goes_on && !left.empty() && left.back().end_use == first + k && !left.back().is_acronym
              ? &left.back()
              : nullptr;
      const bool was_matched = std::exchange(before_matched, false);
      if (likelihoods[k] < kLeastName) {
        if (is_particle(text(side).types[use.type].surfaces.front()) && goes_on) {
          before_matched = was_matched;
          if (before != nullptr) ++before->end_use;
        }
        continue;
      }
      const std::span<const WordUse> from_use =
          uses_of(side, here).subspan(first + k - text(side).first_use[here.begin]);
      if (counterparts_.is_told(side, from_use, here, there, sounds)) {
        before_matched = !is_letters;
        if (before != nullptr && !is_letters) before->by_matched = true;
        continue;
      }
      const bool is_near = counterparts_.is_told_in(side, use.type, here, places.near);
      const bool is_elsewhere =
          is_near || counterparts_.is_told_in(side, use.type, here, places.everywhere);
      const double likelihood = likelihoods[k] * (is_near        ? kKnownNear
                                                  : is_elsewhere ? kKnownAtLarge
                                                                 : 1);
      if (before != nullptr && !is_letters) {
        before->end_use = first + k + 1;
        before->likelihood = 1 - (1 - before->likelihood) * (1 - likelihood);
        before->is_elsewhere |= is_elsewhere;
        before->is_adjective = false;
      } else {
        left.push_back({.first_use = first + k,
                        .end_use = first + k + 1,
                        .likelihood = likelihood,
                        .by_matched = goes_on && was_matched && !is_letters,
                        .is_adjective = dictionary_.of(side, use.type).is_adjective,
                        .is_acronym = is_letters,
                        .is_known = dictionary_.of(side, use.type).name_share > 0,
                        .is_elsewhere = is_elsewhere});
      }
    }
  }
  return left;
}

/// The surest fault of a pair: one that is misread is followed by others.
std::optional<Finding> NameChecker::check(const Bead& bead) {
  if (uses_of(PairSide::kSource, run_of(bead, PairSide::kSource)).size() > kMostWords ||
      uses_of(PairSide::kTarget, run_of(bead, PairSide::kTarget)).size() > kMostWords)
    return std::nullopt;
  std::vector<NameLeft> source = names_left(PairSide::kSource, bead);
  std::vector<NameLeft> target = names_left(PairSide::kTarget, bead);
  const auto surest = [](std::vector<NameLeft>& names) {
    std::stable_sort(names.begin(), names.end(), [](const NameLeft& a, const NameLeft& b) {
      return a.likelihood > b.likelihood;
    });
  };
  surest(source);
  surest(target);
  const bool is_part_added = source.empty() && target.size() >= kDroppedPart;
  std::vector<bool> told(source.size(), false);
  std::optional<Finding> surest_fault;
  for (const NameLeft& name : target) {
    const auto variant = std::find_if(source.begin(), source.end(), [&](const NameLeft& other) {
      return are_variants(other, name);
    });
    if (variant != source.end()) {
      told[static_cast<std::size_t>(variant - source.begin())] = true;
      continue;
    }
    double confidence = is_part_added ? 0 : alone(name);
    std::optional<std::size_t> partner;
    for (std::size_t k = 0; k < source.size(); ++k) {
      if (told[k]) continue;
      const double exchanged = exchanged_for(source[k], name);
      if (exchanged <= confidence) continue;
      confidence = exchanged;
      partner = k;
    }
    if (confidence < kLeastConfidence) continue;
    if (partner) told[*partner] = true;
    if (!surest_fault || confidence > surest_fault->confidence)
      surest_fault = finding(bead, confidence, partner ? &source[*partner] : nullptr, name);
  }
  return surest_fault;
}

/// Whether two names left over sound like one that is spelled freely. Letters have been compared
/// one by one, and a name that the lexicon knows is not spelled so freely.
bool NameChecker::are_variants(const NameLeft& source, const NameLeft& target) const {
  constexpr double kVariant = 0.7;
  constexpr double kKnownVariant = 0.9;
  if (source.is_known && target.is_known) return false;
  if (source.is_acronym || target.is_acronym) return false;
  const double least = target.is_known ? kKnownVariant : kVariant;
  const auto uses = [&](PairSide side, const NameLeft& name, std::size_t from) {
    return std::span(text(side).uses).subspan(from, name.end_use - from);
  };
  for (std::size_t s = source.first_use; s < source.end_use; ++s)
    for (std::size_t t = target.first_use; t < target.end_use; ++t)
      if (sound_similarity(
              sound_of(text(PairSide::kSource), uses(PairSide::kSource, source, s).first(1)),
              sound_of(text(PairSide::kTarget), uses(PairSide::kTarget, target, t).first(1))) >=
          least)
        return true;
  return false;
}

double NameChecker::alone(const NameLeft& name) {
  return name.by_matched || name.is_elsewhere || name.is_adjective ? 0
                                                                   : kOneSided * name.likelihood;
}

/// Whether more words with capitals follow: "Scottish" of the "Scottish Council".
bool NameChecker::begins_longer_name(const NameLeft& target) const {
  const std::vector<WordUse>& uses = text(PairSide::kTarget).uses;
  return target.end_use < uses.size() && uses[target.end_use].capitalised &&
         names(PairSide::kTarget).continues(target.end_use);
}

double NameChecker::exchanged_for(const NameLeft& source, const NameLeft& target) const {
  return std::sqrt(source.likelihood * target.likelihood) *
         (source.by_matched == target.by_matched ? 1 : kOneByMatched) *
         (source.is_acronym && !target.is_acronym ? kOneAcronym : 1) *
         (source.is_adjective == target.is_adjective || begins_longer_name(target) ? 1
                                                                                   : kOneAdjective);
}

Finding NameChecker::finding(const Bead& bead, double confidence, const NameLeft* source,
                             const NameLeft& target) const {
  Finding finding{.kind = FindingKind::kName,
                  .confidence = confidence,
                  .source = bead.source,
                  .target = bead.target,
                  .reason = {}};
  finding.target_words = range(PairSide::kTarget, target);
  if (source != nullptr) finding.source_words = range(PairSide::kSource, *source);
  if (source != nullptr)
    finding.reason = because(Wording::kNamesDiffer,
                             {words(PairSide::kSource, *source), words(PairSide::kTarget, target)});
  else
    finding.reason = because(Wording::kUnknownName, {words(PairSide::kTarget, target)});
  return finding;
}

}  // namespace

std::vector<Finding> find_name_faults(const PairView& pair) { return NameChecker(pair).check(); }

}  // namespace muqabala
