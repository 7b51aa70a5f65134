#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace muqabala::detail {

/// What is asked of ICU about every character of a text.
struct CharacterTraits {
  std::uint8_t category = 0;  ///< a `UCharCategory`
  std::int16_t script = 0;    ///< a `UScriptCode`

  /// To be tested with `U_GC_L_MASK` and the like.
  std::uint32_t category_mask() const { return std::uint32_t{1} << category; }
};

/// Traits by code point. Those of the alphabets from Latin to Arabic, which most letters of most
/// texts are of, come from a table: ICU takes two calls with a search each.
class CharacterTraitsTable {
 public:
  /// The one table, which is made when first asked for; any number of threads may ask at once.
  static const CharacterTraitsTable& get();

  CharacterTraits operator[](char32_t value) const {
    return value < kSize ? traits_[value] : ask(value);
  }

 private:
  static constexpr std::size_t kSize = 0x800;  // all that UTF-8 writes in two bytes

  CharacterTraitsTable();
  static CharacterTraits ask(char32_t value);

  std::array<CharacterTraits, kSize> traits_;
};

}  // namespace muqabala::detail
