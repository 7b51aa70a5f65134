#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace muqabala::testing {

/// Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators": the same numbers
/// with every compiler and library, which std's distributions do not promise.
class SplitMix64 {
 public:
  explicit SplitMix64(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();
  /// In [0, bound); `bound` > 0.
  std::size_t below(std::size_t bound);
  /// In [0, 1).
  double uniform();
  bool chance(double probability) { return uniform() < probability; }

 private:
  std::uint64_t state_;
};

enum class Writing { kArabic, kLatin };

/// Running text of made-up words: sentences of 5 to 25 words with commas, numbers and the marks of
/// their script at the end, six to a paragraph. At least `size_bytes` long.
std::string generate_text(Writing writing, std::size_t size_bytes, std::uint64_t seed);

/// A word and its translation.
struct DictionaryEntry {
  std::string source;
  std::string target;
};

/// How a made-up translation differs from its original.
struct GeneratedPairOptions {
  /// Real words to use for the share of the vocabulary that a dictionary knows; made-up ones where
  /// there are too few. In Arabic letters and in Latin letters.
  std::vector<DictionaryEntry> words = {};
  std::size_t segments = 1000;      ///< of the original
  std::size_t vocabulary = 20'000;  ///< words of each language, used by Zipf's law
  double known = 0.5;               ///< share of the vocabulary that the dictionary holds
  double literal = 0.75;            ///< share of words rendered by their counterpart
  double joined = 0.05;             ///< two sentences told as one
  double cut = 0.05;                ///< one sentence told as several
  std::size_t pieces = 2;           ///< what a sentence that is cut is cut into
  double dropped = 0.03;            ///< sentences left out
  std::uint64_t seed = 1;
};

/// Segments of both sides that belong together.
struct GeneratedBead {
  std::vector<std::size_t> source;
  std::vector<std::size_t> target;
};

/// An original in Arabic letters and its translation in Latin letters, a sentence a line.
struct GeneratedPair {
  std::string source;
  std::string target;
  std::vector<GeneratedBead> gold;
  std::vector<DictionaryEntry> dictionary;
};

GeneratedPair generate_pair(const GeneratedPairOptions& options);

}  // namespace muqabala::testing
