#include "segment/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>

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
};

Stemmer::Stemmer(std::string_view language) : impl_(std::make_unique<Impl>()) {
  const std::string name = snowball_name(language);
  impl_->arabic = name == "ar";
  if (!impl_->arabic) impl_->snowball.reset(sb_stemmer_new(name.c_str(), "UTF_8"));
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::operator()(std::string_view folded_word) const {
  if (folded_word.size() > kMaxWordBytes) return std::string(folded_word);
  if (impl_->arabic) return arabic_light_stem(folded_word);
  if (impl_->snowball == nullptr) {
    return std::string(first_letters(folded_word, kUnknownLanguageLetters));
  }
  const sb_symbol* stem =
      sb_stemmer_stem(impl_->snowball.get(), reinterpret_cast<const sb_symbol*>(folded_word.data()),
                      static_cast<int>(folded_word.size()));
  if (stem == nullptr) return std::string(folded_word);
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(impl_->snowball.get()))};
}

}  // namespace muqabala
