// Sentences are the better units as long as translators keep them: cut, they only give the aligner
// more to lose. They stop being units where they run on for half a page. What tells the one from
// the other is how long the sentence is in which a word of the text typically stands. In news that
// is 17 to 39 words, in classical treatises and their translations 35 to 140.
//
// Two texts can say more than one. Where the sentences of the translation are much shorter, the
// translator has cut the long ones up, and every end of a sentence of the original is one of the
// translation too (collections of traditions: 50 words against 30). Cutting then makes pieces of
// chains of narrators and formulas that have no counterpart. So both sides must have long
// sentences, about equally long, unless one of them has hardly any ends at all.
//
// The bounds lie in the gaps between the documents they were chosen on: four classical books, five
// chapters of traditions, 33 news articles. docs/segmentation.md has the table.

#include "segment/clause_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "segment/detail/characters.h"

namespace muqabala {
namespace {

using detail::Character;
using detail::Characters;
using detail::CharClass;

/// From so many words on, sentences are long; where there are few of them, one or two unusual ones
/// weigh more, and the bound is higher.
constexpr std::size_t kLongWords = 35;
constexpr std::size_t kLongWordsOfFew = 50;
constexpr std::size_t kFewSentences = 40;

/// From so many words on, what stands between two stops is no sentence, whatever the other side
/// has.
constexpr std::size_t kEndlessWords = 70;

/// How many times as long the sentences of one side may be if both are to be cut.
constexpr double kSimilarLength = 1.4;

/// Below that share of sentences ended by a stop, the lack of stops is said to be the reason.
constexpr double kFewStops = 0.8;

/// Letters after which a run without a space counts as one more word: Thai and Chinese write none.
/// Longer than the words of languages that do.
constexpr std::size_t kLettersOfOneWord = 12;

struct Measured {
  std::size_t words = 0;
  bool has_stop = false;
};

Measured measure(const Characters& characters, ByteRange range) {
  Measured sum;
  std::size_t run = 0;
  for (Character c = characters.visible_at(range.begin); c.begin < range.end;
       c = characters.visible_at(c.end)) {
    if (detail::is_content(c.kind)) {
      if (run++ % kLettersOfOneWord == 0) ++sum.words;
      sum.has_stop = false;
    } else if (detail::is_gap(c.kind)) {
      run = 0;
    }
    sum.has_stop |= detail::is_stop(c.kind) || c.kind == CharClass::kAyah;
  }
  return sum;
}

bool is_long(const SentenceLengths& text) {
  const bool few = text.sentences < kFewSentences;
  return text.typical_words >= (few ? kLongWordsOfFew : kLongWords);
}

bool is_endless(const SentenceLengths& text) { return text.typical_words >= kEndlessWords; }

std::string described(const SentenceLengths& text) {
  return fmt::format(
      "half of the text stands in sentences of {} words or more, {:.0f} % of them end "
      "with a stop",
      text.typical_words, 100 * text.stop_share);
}

std::string with_stops(std::string_view what, const SentenceLengths& text) {
  return fmt::format("{}{} ({})", what, text.stop_share < kFewStops ? " with few stops" : "",
                     described(text));
}

}  // namespace

SentenceLengths measure_sentences(const SegmentedDocument& segmented) {
  const Characters characters(segmented.document.text.view());
  std::vector<std::size_t> lengths;
  std::size_t words = 0;
  std::size_t stops = 0;
  for (const Segment& segment : segmented.segments) {
    const Measured measured = measure(characters, segment.range);
    if (measured.words == 0) continue;
    lengths.push_back(measured.words);
    words += measured.words;
    stops += measured.has_stop ? 1 : 0;
  }
  if (lengths.empty()) return {};
  std::sort(lengths.begin(), lengths.end(), std::greater<>());
  std::size_t typical = 0;
  for (std::size_t sum = 0; 2 * sum < words; ++typical) sum += lengths[typical];
  return {.sentences = lengths.size(),
          .typical_words = lengths[typical - 1],
          .stop_share = static_cast<double>(stops) / static_cast<double>(lengths.size())};
}

ClauseChoice choose_clauses(const SentenceLengths& text) {
  return is_long(text) ? ClauseChoice{true, with_stops("long sentences", text)}
                       : ClauseChoice{false, with_stops("sentences of usual length", text)};
}

ClauseChoice choose_clauses(const SentenceLengths& source, const SentenceLengths& target) {
  if (source.sentences == 0 || target.sentences == 0) return {false, "one side holds no sentences"};
  const SentenceLengths& longer = source.typical_words < target.typical_words ? target : source;
  const SentenceLengths& shorter = source.typical_words < target.typical_words ? source : target;
  if (is_endless(longer))
    return {true, with_stops(&longer == &source ? "hardly an end of a sentence in the original"
                                                : "hardly an end of a sentence in the translation",
                             longer)};
  const std::string both = fmt::format(
      "half of the original stands in sentences of {} words or more, half of the "
      "translation in those of {}",
      source.typical_words, target.typical_words);
  if (!is_long(source) || !is_long(target))
    return {false, fmt::format("sentences of usual length on one side at least ({})", both)};
  if (static_cast<double>(longer.typical_words) >
      kSimilarLength * static_cast<double>(shorter.typical_words))
    return {false, fmt::format("one side has cut up the long sentences of the other ({})", both)};
  return {true, fmt::format("long sentences on both sides ({})", both)};
}

}  // namespace muqabala
