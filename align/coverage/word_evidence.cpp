// A naive Bayes reading of word links: each word tells, by itself, for or against its having been
// dropped. The numbers are counts from the development sets hadith-span and news-span, rounded to
// where both agree, and times 0.9, since neighbouring words are not independent.

#include "align/coverage/word_evidence.h"

#include <algorithm>
#include <cmath>

#include "align/lexicon/link_words.h"

namespace muqabala {
namespace {

constexpr double kDependence = 0.9;

/// A class of words: the share without a partner where told, at least, and where dropped. A dropped
/// word finds a partner by chance, more easily if the dictionary lists many.
struct Rates {
  double told = 0;
  double dropped = 0;
};
constexpr std::array<Rates, 3> kRates{{{0.33, 0.75}, {0.5, 0.85}, {0.5, 0.85}}};
/// Words by which a text's own rate is drawn to the usual one.
constexpr double kUsualWords = 40;

/// log p(link of this weight | dropped) / p(the same | told), by weight.
constexpr double kFaint = 0.1;   // below 2 nats
constexpr double kWeak = -0.35;  // below 3
constexpr double kFair = -0.5;   // below 4
constexpr double kFirm = -2.0;
/// What was learned from the text itself may have been learned from this very pair.
constexpr double kLearned = 0.7;
constexpr double kNumberMissing = 2.0;
constexpr double kNumberThere = -3.0;
constexpr double kMarkMissing = 0.8;
constexpr double kMarkThere = -1.2;

double linked_nats(const SeenWord& word) {
  const double nats = word.link_nats < 2   ? kFaint
                      : word.link_nats < 3 ? kWeak
                      : word.link_nats < 4 ? kFair
                                           : kFirm;
  return word.is_learned ? nats + kLearned : nats;
}

WordClass class_of(const WordType& type, bool is_known) {
  if (type.kind == TokenKind::kNumber) return WordClass::kNumber;
  if (type.kind == TokenKind::kPunctuation) return WordClass::kMark;
  if (is_known) return WordClass::kKnown;
  return type.count > 1 ? WordClass::kUnknown : WordClass::kOnce;
}

std::size_t place_of(WordClass word_class) { return static_cast<std::size_t>(word_class); }

}  // namespace

std::vector<SeenWord> see_words(const PairView& pair, const TextSide& source) {
  const std::vector<std::uint8_t> known = known_source_words(source, pair.lexicon);
  const std::vector<WordLink>& links = pair.alignment.links;
  std::vector<SeenWord> seen;
  seen.reserve(source.uses.size());
  for (const WordUse& use : source.uses) {
    SeenWord word{.word_class = class_of(source.types[use.type], known[use.type] != 0)};
    const auto link = std::lower_bound(
        links.begin(), links.end(), use.begin_bytes,
        [](const WordLink& l, std::size_t begin) { return l.source_word.begin < begin; });
    if (link != links.end() && link->source_word.begin == use.begin_bytes) {
      word.link_nats = link->weight_nats;
      word.is_learned = link->origin == LinkOrigin::kLearned;
    }
    seen.push_back(word);
  }
  return seen;
}

UnlinkedRates::UnlinkedRates() {
  for (std::size_t k = 0; k < counts_.size(); ++k)
    counts_[k] = {.words = kUsualWords, .unlinked = kUsualWords * kRates[k].told};
}

void UnlinkedRates::add(const SeenWord& word) {
  if (place_of(word.word_class) >= counts_.size()) return;
  Count& count = counts_[place_of(word.word_class)];
  count.words += 1;
  count.unlinked += word.link_nats == 0 ? 1 : 0;
}

double UnlinkedRates::dropped_nats(const SeenWord& word) const {
  const bool is_linked = word.link_nats > 0;
  if (word.word_class == WordClass::kNumber)
    return kDependence * (is_linked ? kNumberThere : kNumberMissing);
  if (word.word_class == WordClass::kMark)
    return kDependence * (is_linked ? kMarkThere : kMarkMissing);
  if (is_linked) return kDependence * linked_nats(word);
  const Rates& usual = kRates[place_of(word.word_class)];
  const Count& count = counts_[place_of(word.word_class)];
  const double told = std::max(usual.told, count.unlinked / count.words);
  return kDependence * std::max(0.0, std::log(usual.dropped / told));
}

}  // namespace muqabala
