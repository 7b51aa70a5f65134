#include "segment/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

#include "segment/text/language.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr std::size_t kUnknownLanguageLetters = 6;
// Longer "words" are data (base64, DNA); no stemmer has anything to say about them.
constexpr std::size_t kMaxWordBytes = 256;

constexpr std::array<std::string_view, 9> kLightPrefixes = {"وبال", "وكال", "وال", "فال", "بال",
                                                            "كال",  "ولل",  "ال",  "لل"};
constexpr std::array<std::string_view, 15> kLightSuffixes = {
    "هما", "ها", "هم", "هن", "نا", "كم", "ان", "ات", "ون", "ين", "وا", "يه", "ه", "ي", "ا"};

// The one word whose lam belongs to the article and to the stem at once, hence beyond the rules.
constexpr std::string_view kAllah = "الله";
constexpr std::array<std::string_view, 8> kAllahForms = {"الله",  "والله", "بالله", "فالله",
                                                         "تالله", "لله",   "ولله",  "فلله"};

std::size_t letters(std::string_view word) { return count_code_points(word); }

std::string arabic_light_stem(std::string_view word) {
  if (std::find(kAllahForms.begin(), kAllahForms.end(), word) != kAllahForms.end()) {
    return std::string(kAllah);
  }
  const std::size_t whole = letters(word);
  const auto prefix = std::find_if(
      kLightPrefixes.begin(), kLightPrefixes.end(),
      [&](std::string_view p) { return word.starts_with(p) && whole >= letters(p) + 2; });
  if (prefix != kLightPrefixes.end()) {
    word.remove_prefix(prefix->size());
  } else if (whole >= 4 && (word.starts_with("و") || word.starts_with("ف"))) {
    word.remove_prefix(2);
  }
  const std::size_t rest = letters(word);
  const auto suffix =
      std::find_if(kLightSuffixes.begin(), kLightSuffixes.end(),
                   [&](std::string_view s) { return word.ends_with(s) && rest >= letters(s) + 3; });
  if (suffix != kLightSuffixes.end()) word.remove_suffix(suffix->size());
  return std::string(word);
}

std::string_view first_letters(std::string_view word, std::size_t count) {
  std::size_t at = 0;
  for (; at < word.size() && count > 0; --count) at += code_point_at(word, at).size_bytes;
  return word.substr(0, at);
}

struct SnowballCloser {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// Snowball takes some thousand steps for a word, and by Zipf's law most words of a text were
// stemmed before. What is kept is dropped all at once when it is this much: about 2 MB a language.
constexpr std::size_t kMostStemsKept = std::size_t{1} << 14U;
constexpr std::size_t kMostLanguagesKept = 8;

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    return std::hash<std::string_view>{}(word);
  }
};

// Snowball's name for a language; it has one stemmer for both written standards of Norwegian.
std::string snowball_name(std::string_view language) {
  const std::string tag = canonical_language_tag(language);
  const std::string primary = tag.substr(0, tag.find('-'));
  return primary == "nb" || primary == "nn" ? "no" : primary;
}

}  // namespace

struct Stemmer::Impl {
  bool arabic = false;
  std::unique_ptr<sb_stemmer, SnowballCloser> snowball;
  std::unordered_map<std::string, std::string, WordHash, std::equal_to<>> kept;

  explicit Impl(const std::string& name) : arabic(name == "ar") {
    if (!arabic) snowball.reset(sb_stemmer_new(name.c_str(), "UTF_8"));
  }

  // By Snowball; none where memory runs out.
  const std::string* stem(std::string_view word) {
    const auto known = kept.find(word);
    if (known != kept.end()) return &known->second;
    const sb_symbol* stem =
        sb_stemmer_stem(snowball.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                        static_cast<int>(word.size()));
    if (stem == nullptr) return nullptr;
    if (kept.size() == kMostStemsKept) kept.clear();
    const auto size = static_cast<std::size_t>(sb_stemmer_length(snowball.get()));
    return &kept.try_emplace(std::string(word), reinterpret_cast<const char*>(stem), size)
                .first->second;
  }
};

Stemmer::Stemmer(std::string_view language) {
  thread_local std::unordered_map<std::string, std::shared_ptr<Impl>> made;
  const std::string name = snowball_name(language);
  const auto known = made.find(name);
  if (known != made.end()) {
    impl_ = known->second;
    return;
  }
  if (made.size() == kMostLanguagesKept) made.clear();
  impl_ = made.emplace(name, std::make_shared<Impl>(name)).first->second;
}

std::string Stemmer::operator()(std::string_view folded_word) const {
  if (folded_word.size() > kMaxWordBytes) return std::string(folded_word);
  if (impl_->arabic) return arabic_light_stem(folded_word);
  if (impl_->snowball == nullptr) {
    return std::string(first_letters(folded_word, kUnknownLanguageLetters));
  }
  const std::string* stem = impl_->stem(folded_word);
  return stem == nullptr ? std::string(folded_word) : *stem;
}

}  // namespace muqabala
