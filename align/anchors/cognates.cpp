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

/// The first letters of a word, one code point (21 bits) beside the other.
std::uint64_t prefix_of(const std::string& word) {
  std::uint64_t prefix = 0;
  std::size_t at = 0;
  for (std::size_t k = 0; k < kPrefixLetters; ++k) {
    const CodePoint c = code_point_at(word, at);
    prefix = prefix << 21U | c.value;
    at += c.size_bytes;
  }
  return prefix;
}

/// How words are spelled: by their first surfaces.
const std::string& spelling(const WordType& type) { return type.surfaces.front(); }

/// Words with letters enough to be compared.
std::vector<std::uint32_t> spelled_words(const TextSide& side) {
  std::vector<std::uint32_t> types;
  for (std::uint32_t t = 0; t < side.types.size(); ++t)
    if (side.types[t].kind == TokenKind::kWord &&
        count_code_points(spelling(side.types[t])) >= kLeastLetters)
      types.push_back(t);
  return types;
}

}  // namespace

void link_cognates(const TextSide& source, const TextSide& target, std::vector<TypeLink>& links) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_prefix;
  for (const std::uint32_t t : spelled_words(target))
    by_prefix[prefix_of(spelling(target.types[t]))].push_back(t);
  for (const std::uint32_t s : spelled_words(source)) {
    const auto alike = by_prefix.find(prefix_of(spelling(source.types[s])));
    if (alike == by_prefix.end() || alike->second.size() > kMostWithPrefix) continue;
    const std::u32string letters = letters_of(spelling(source.types[s]));
    for (const std::uint32_t t : alike->second) {
      if (source.types[s].key == target.types[t].key) continue;  // identical
      const float likeness = similarity(letters, letters_of(spelling(target.types[t])));
      if (likeness < kLeastSimilarity) continue;
      const float weight = kFullWeight * (likeness - kLeastSimilarity) / (1 - kLeastSimilarity);
      links.push_back({s, t, weight, LinkOrigin::kIdentity});
    }
  }
}

}  // namespace muqabala
