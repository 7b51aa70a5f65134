#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace muqabala {

enum class Dimension : std::uint8_t {
  kMoney,
  kLength,
  kMass,
  kVolume,
  kArea,
  kTime,
  kTemperature,
  kShare,
};

/// What a unit's word may mean.
struct UnitSense {
  Dimension dimension = Dimension::kMoney;
  std::string_view name;  ///< `USD`, `km`; one for all languages
  double factor = 0;      ///< in the dimension's base unit; 0 where it does not convert (money)
};

/// What a folded word (`fold_key`) of Arabic or English, a symbol or an abbreviation means as a
/// unit; empty where it is none. `pound` is two currencies and a weight. Lasts forever.
std::span<const UnitSense> unit_senses(const std::string& folded_word);

/// True where both name units of one dimension and no unit is common to them: dollars and euros.
bool units_conflict(std::span<const UnitSense> a, std::span<const UnitSense> b);

/// True where `a` of one unit is about `b` of another: 5 miles, 8 kilometres.
bool converts(double a, std::span<const UnitSense> a_units, double b,
              std::span<const UnitSense> b_units);

}  // namespace muqabala
