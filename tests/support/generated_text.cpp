#include "tests/support/generated_text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace muqabala::testing {
namespace {

using WordId = std::size_t;
using Sentence = std::vector<WordId>;

constexpr std::array kArabicLetters = {"ا", "ب", "ت", "ج", "ح", "خ", "د", "ر", "ز", "س", "ش", "ص",
                                       "ط", "ع", "ف", "ق", "ك", "ل", "م", "ن", "ه", "و", "ي"};
constexpr std::array kConsonants = {"b", "d", "f", "g", "h", "k", "l", "m",  "n",
                                    "p", "r", "s", "t", "v", "w", "z", "sh", "th"};
constexpr std::array kVowels = {"a", "e", "i", "o", "u", "ea", "ou"};

std::string make_word(Writing writing, SplitMix64& random) {
  std::string word;
  if (writing == Writing::kArabic) {
    for (std::size_t n = 2 + random.below(5); n > 0; --n)
      word += kArabicLetters[random.below(kArabicLetters.size())];
  } else {
    for (std::size_t n = 1 + random.below(3); n > 0; --n) {
      word += kConsonants[random.below(kConsonants.size())];
      word += kVowels[random.below(kVowels.size())];
    }
    if (random.chance(0.5)) word += kConsonants[random.below(kConsonants.size())];
  }
  return word;
}

std::vector<std::string> make_vocabulary(Writing writing, std::size_t size, SplitMix64& random) {
  std::vector<std::string> words;
  std::unordered_set<std::string> seen;
  while (words.size() < size) {
    std::string word = make_word(writing, random);
    if (seen.insert(word).second) words.push_back(std::move(word));
  }
  return words;
}

/// Draws word numbers by Zipf's law: number k with a weight of 1 / (k + 1).
class Zipf {
 public:
  explicit Zipf(std::size_t size) {
    double sum = 0;
    for (std::size_t k = 0; k < size; ++k) cumulative_.push_back(sum += 1 / double(k + 1));
  }
  WordId draw(SplitMix64& random) const {
    const auto at = std::upper_bound(cumulative_.begin(), cumulative_.end(),
                                     random.uniform() * cumulative_.back());
    return static_cast<WordId>(std::distance(cumulative_.begin(), at));
  }

 private:
  std::vector<double> cumulative_;
};

Sentence make_sentence(const Zipf& zipf, SplitMix64& random) {
  Sentence sentence(5 + random.below(21));
  for (WordId& word : sentence) word = zipf.draw(random);
  return sentence;
}

/// Word for word, a share of the words freely, and now and then two neighbours swapped.
Sentence translate(const Sentence& original, double literal, const Zipf& zipf, SplitMix64& random) {
  Sentence translation;
  for (const WordId word : original)
    translation.push_back(random.chance(literal) ? word : zipf.draw(random));
  for (std::size_t i = 1; i < translation.size(); ++i)
    if (random.chance(0.3)) std::swap(translation[i - 1], translation[i]);
  return translation;
}

std::string to_line(const Sentence& sentence, const std::vector<std::string>& vocabulary) {
  std::string line;
  for (const WordId word : sentence) {
    if (!line.empty()) line += ' ';
    line += vocabulary[word];
  }
  return line + ".\n";
}

}  // namespace

std::uint64_t SplitMix64::next() {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

std::size_t SplitMix64::below(std::size_t bound) {
  return static_cast<std::size_t>(uniform() * static_cast<double>(bound));
}

double SplitMix64::uniform() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

std::string generate_text(Writing writing, std::size_t size_bytes, std::uint64_t seed) {
  SplitMix64 random(seed);
  const bool arabic = writing == Writing::kArabic;
  const std::vector<std::string> vocabulary = make_vocabulary(writing, 5000, random);
  const Zipf zipf(vocabulary.size());
  std::string text;
  for (std::size_t number = 1; text.size() < size_bytes; ++number) {
    const Sentence sentence = make_sentence(zipf, random);
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      std::string word = vocabulary[sentence[i]];
      if (i == 0 && !arabic) word[0] = static_cast<char>(word[0] - 'a' + 'A');
      if (i > 0) text += random.chance(0.08) ? (arabic ? "، " : ", ") : " ";
      text += random.chance(0.02) ? std::to_string(random.below(3000)) + ".5" : word;
    }
    text += random.chance(0.1) ? (arabic ? "؟" : "?") : ".";
    text += number % 6 == 0 ? "\n\n" : " ";
  }
  return text;
}

GeneratedPair generate_pair(const GeneratedPairOptions& options) {
  SplitMix64 random(options.seed);
  auto source_words = make_vocabulary(Writing::kArabic, options.vocabulary, random);
  auto target_words = make_vocabulary(Writing::kLatin, options.vocabulary, random);
  const Zipf zipf(options.vocabulary);

  GeneratedPair pair;
  for (WordId word = 0; word < options.vocabulary; ++word) {
    if (!random.chance(options.known)) continue;
    const std::size_t at = pair.dictionary.size();
    if (at < options.words.size()) {
      source_words[word] = options.words[at].source;
      target_words[word] = options.words[at].target;
    }
    pair.dictionary.push_back({.source = source_words[word], .target = target_words[word]});
  }

  std::size_t sources = 0;
  std::size_t targets = 0;
  while (sources < options.segments) {
    GeneratedBead bead;
    const auto add_source = [&] {
      const Sentence sentence = make_sentence(zipf, random);
      pair.source += to_line(sentence, source_words);
      bead.source.push_back(sources++);
      return translate(sentence, options.literal, zipf, random);
    };
    const auto add_target = [&](const Sentence& sentence) {
      pair.target += to_line(sentence, target_words);
      bead.target.push_back(targets++);
    };

    Sentence translation = add_source();
    const double fate = random.uniform();
    if (fate < options.dropped) {
      // nothing is told of it
    } else if (fate < options.dropped + options.joined && sources < options.segments) {
      const Sentence second = add_source();
      translation.insert(translation.end(), second.begin(), second.end());
      add_target(translation);
    } else if (fate < options.dropped + options.joined + options.cut) {
      const auto pieces = std::min(options.pieces, translation.size());
      const auto cut = [&](std::size_t piece) {
        return translation.begin() +
               static_cast<std::ptrdiff_t>(translation.size() * piece / pieces);
      };
      for (std::size_t piece = 0; piece < pieces; ++piece)
        add_target(Sentence(cut(piece), cut(piece + 1)));
    } else {
      add_target(translation);
    }
    pair.gold.push_back(std::move(bead));
  }
  return pair;
}

}  // namespace muqabala::testing
