#include "segment/detail/character_traits.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace muqabala::detail {

const CharacterTraitsTable& CharacterTraitsTable::get() {
  static const CharacterTraitsTable table;
  return table;
}

CharacterTraitsTable::CharacterTraitsTable() {
  for (char32_t value = 0; value < kSize; ++value) traits_[value] = ask(value);
}

CharacterTraits CharacterTraitsTable::ask(char32_t value) {
  const auto c = static_cast<UChar32>(value);
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return {.category = static_cast<std::uint8_t>(u_charType(c)),
          .script = static_cast<std::int16_t>(U_SUCCESS(status) ? script : USCRIPT_UNKNOWN)};
}

}  // namespace muqabala::detail
