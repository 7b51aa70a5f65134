#include "tests/bench/known_words.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "corpus/gather_lexicon.h"

namespace muqabala::bench {

using testing::DictionaryEntry;

namespace {

bool is_plain(std::string_view word) {
  return !word.empty() && word.find_first_of(" \t.,;:()-'") == std::string_view::npos;
}

/// In running text most words begin small; to the program a capital means a name.
std::string lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace

std::vector<DictionaryEntry> known_words(std::uint64_t seed) {
  const Lexicon lexicon = gather_lexicon("ar", "en", {});
  std::vector<DictionaryEntry> words;
  std::unordered_set<std::string_view> seen;
  for (const LexiconEntry& entry : lexicon.entries()) {
    const EntryText text = lexicon.text_of(entry);
    if (!is_plain(text.source) || !is_plain(text.target)) continue;
    if (seen.contains(text.source) || seen.contains(text.target)) continue;
    seen.insert({text.source, text.target});
    words.push_back({.source = std::string(text.source), .target = lower_case(text.target)});
  }
  testing::SplitMix64 random(seed);
  for (std::size_t k = words.size(); k > 1; --k) std::swap(words[k - 1], words[random.below(k)]);
  return words;
}

}  // namespace muqabala::bench
