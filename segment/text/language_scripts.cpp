#include "segment/text/language_scripts.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <string>

#include "segment/detail/character_traits.h"
#include "segment/text/language.h"
#include "segment/text/utf8_text.h"

namespace muqabala {

LanguageScripts::LanguageScripts(std::string_view language) {
  const std::string canonical = canonical_language_tag(language);
  const std::string primary = canonical.substr(0, canonical.find('-'));
  constexpr int32_t kMostScripts = 16;
  std::vector<UScriptCode> codes(kMostScripts);
  UErrorCode status = U_ZERO_ERROR;
  const int32_t count = uscript_getCode(primary.c_str(), codes.data(), kMostScripts, &status);
  if (primary.empty() || U_FAILURE(status) || count <= 0) return;
  scripts_.assign(codes.begin(), codes.begin() + count);
  for (const char* const* region = icu::Locale::getISOCountries(); *region != nullptr; ++region) {
    icu::Locale locale(primary.c_str(), *region);
    status = U_ZERO_ERROR;
    locale.addLikelySubtags(status);
    const int32_t code = u_getPropertyValueEnum(UCHAR_SCRIPT, locale.getScript());
    if (U_SUCCESS(status) && code != UCHAR_INVALID_CODE && !contains(code))
      scripts_.push_back(code);
  }
}

bool LanguageScripts::contains(int script) const {
  return std::find(scripts_.begin(), scripts_.end(), script) != scripts_.end();
}

CharacterCounts LanguageScripts::count(std::string_view text) const {
  constexpr char32_t kTatweel = 0x0640;
  constexpr std::uint32_t kNothing = U_GC_M_MASK | U_GC_Z_MASK | U_GC_C_MASK;
  const detail::CharacterTraitsTable& traits = detail::CharacterTraitsTable::get();
  CharacterCounts counts;
  // Most letters of a text are of one script, which need not be sought again for each.
  std::int32_t last_script = USCRIPT_COMMON;
  bool last_is_own = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size_bytes;
    const detail::CharacterTraits trait = traits[c.value];
    if ((trait.category_mask() & kNothing) != 0 || c.value == kTatweel) continue;
    if ((trait.category_mask() & U_GC_L_MASK) == 0) {
      ++counts.others;
      continue;
    }
    ++counts.letters;
    if (trait.script != last_script) {
      last_script = trait.script;
      last_is_own = !is_known() || last_script == USCRIPT_COMMON ||
                    last_script == USCRIPT_INHERITED || contains(last_script);
    }
    counts.own_letters += last_is_own;
  }
  return counts;
}

}  // namespace muqabala
