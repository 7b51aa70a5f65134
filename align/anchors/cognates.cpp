#include <algorithm>
#include <string>
#include <unordered_map>

#include "align/anchors/anchors.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr std::size_t kPrefixLetters = 3;
constexpr std::size_t kLeastLetters = 4;
/// Below it, chance resemblances outnumber cognates.
constexpr float kLeastSimilarity = 0.6F;
constexpr float kFullWeight = 3.0F;
/// A prefix that opens more words than this tells nothing ("ver" in German books).
constexpr std::size_t kMostWithPrefix = 400;

std::u32string letters_of(const std::string& word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    letters += c.value;
    at += c.size_bytes;
  }
  return letters;
}

float similarity(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return 1.0F -
         static_cast<float>(row[b.size()]) / static_cast<float>(std::max(a.size(), b.size()));
}

struct Spelled {
  std::uint32_t type;
  std::u32string letters;
};

/// Words with letters enough to be compared, one entry a type (its first surface).
std::vector<Spelled> spelled_words(const TextSide& side) {
  std::vector<Spelled> words;
  for (std::uint32_t t = 0; t < side.types.size(); ++t) {
    if (side.types[t].kind != TokenKind::kWord) continue;
    std::u32string letters = letters_of(side.types[t].surfaces.front());
    if (letters.size() >= kLeastLetters) words.push_back({t, std::move(letters)});
  }
  return words;
}

}  // namespace

void link_cognates(const TextSide& source, const TextSide& target, std::vector<TypeLink>& links) {
  std::unordered_map<std::string, std::vector<Spelled>> by_prefix;
  const auto prefix = [](const std::u32string& letters) {
    std::string key;
    for (std::size_t k = 0; k < kPrefixLetters; ++k) append_utf8(key, letters[k]);
    return key;
  };
  for (Spelled& word : spelled_words(target)) by_prefix[prefix(word.letters)].push_back(word);
  for (const Spelled& word : spelled_words(source)) {
    const auto alike = by_prefix.find(prefix(word.letters));
    if (alike == by_prefix.end() || alike->second.size() > kMostWithPrefix) continue;
    for (const Spelled& other : alike->second) {
      if (source.types[word.type].key == target.types[other.type].key) continue;  // identical
      const float likeness = similarity(word.letters, other.letters);
      if (likeness < kLeastSimilarity) continue;
      const float weight = kFullWeight * (likeness - kLeastSimilarity) / (1 - kLeastSimilarity);
      links.push_back({word.type, other.type, weight, LinkOrigin::kIdentity});
    }
  }
}

}  // namespace muqabala
