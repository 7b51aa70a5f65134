#include "corpus/collection/filters/language_tools.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "segment/text/language.h"

namespace muqabala {
namespace {

/// Whoever sends made-up tags shall not fill the memory.
constexpr std::size_t kMostLanguages = 16;

/// Languages written without spaces between words.
constexpr std::array<std::string_view, 9> kUnspaced = {"zh", "yue", "ja", "th", "lo",
                                                       "km", "my",  "bo", "dz"};

bool writes_spaces(std::string_view language) {
  return std::none_of(kUnspaced.begin(), kUnspaced.end(),
                      [&](std::string_view tag) { return same_language(tag, language); });
}

}  // namespace

LanguageTools::LanguageTools(std::string_view language)
    : language_(language),
      scripts_(language),
      spaces_words_(writes_spaces(language)),
      mentions_(language),
      tokenizer_(language),
      furniture_(FurnitureWords::of(language)) {}

std::shared_ptr<LanguageTools> LanguageTools::of(std::string_view language) {
  thread_local std::unordered_map<std::string, std::shared_ptr<LanguageTools>> all;
  const std::string key = canonical_language_tag(language);
  const auto found = all.find(key);
  if (found != all.end()) return found->second;
  if (all.size() >= kMostLanguages) all.clear();
  return all.emplace(key, std::make_shared<LanguageTools>(key)).first->second;
}

}  // namespace muqabala
