#include "segment/quantities/units.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>
#include <vector>

#include "segment/text/folding.h"

namespace muqabala {
namespace {

/// People round what they convert: 30 km are "about 19 miles", 6 feet 1.8 m, 5 miles 8 km.
constexpr double kConversionTolerance = 0.06;

constexpr double kHour = 3600;
constexpr double kDay = 24 * kHour;

struct NamedUnit {
  UnitSense sense;
  std::string_view words;  ///< parted by spaces
};

constexpr NamedUnit kUnits[] = {
    {{Dimension::kMoney, "USD"},
     "$ usd dollar dollars دولار دولارا دولارات دولاران دولارين buck bucks"},
    {{Dimension::kMoney, "EUR"}, "€ eur euro euros يورو"},
    {{Dimension::kMoney, "GBP"},
     "£ gbp sterling quid pound pounds استرليني إسترليني جنيه جنيها جنيهات"},
    {{Dimension::kMoney, "lira"}, "₺ lira liras lire pound pounds ليرة ليرات"},
    {{Dimension::kMoney, "dinar"}, "dinar dinars دينار دينارا دنانير"},
    {{Dimension::kMoney, "dirham"}, "dirham dirhams درهم درهما دراهم"},
    {{Dimension::kMoney, "riyal"}, "riyal riyals rial rials ريال ريالا ريالات"},
    {{Dimension::kMoney, "yen"}, "¥ yen jpy ين"},
    {{Dimension::kMoney, "yuan"}, "¥ yuan renminbi cny يوان يوانا"},
    {{Dimension::kMoney, "rouble"},
     "₽ ruble rubles rouble roubles روبل روبلا روبلات"},
    {{Dimension::kMoney, "rupee"}, "₹ rupee rupees روبية روبيات"},
    {{Dimension::kMoney, "shekel"}, "₪ shekel shekels شيكل شيكلا شواكل شيقل"},
    {{Dimension::kMoney, "krone"}, "krone kroner krona kronor كرونة كرونات"},
    {{Dimension::kMoney, "franc"}, "franc francs فرنك فرنكا فرنكات"},
    {{Dimension::kMoney, "cent"}, "¢ cent cents سنت سنتا سنتات"},
    {{Dimension::kMoney, "penny"}, "penny pence بنس بنسا بنسات"},
    {{Dimension::kLength, "mm", 0.001},
     "mm millimetre millimetres millimeter millimeters مليمتر مليمترا مليمترات ملم"},
    {{Dimension::kLength, "cm", 0.01},
     "cm centimetre centimetres centimeter centimeters سنتيمتر سنتيمترا سنتيمترات سنتمتر سم"},
    {{Dimension::kLength, "m", 1}, "m metre metres meter meters متر مترا أمتار مترين متران"},
    {{Dimension::kLength, "km", 1000},
     "km kms kilometre kilometres kilometer kilometers كيلومتر كيلومترا كيلومترات كيلومترين كلم "
     "كم"},
    {{Dimension::kLength, "inch", 0.0254}, "inch inches بوصة بوصات إنش إنشا"},
    {{Dimension::kLength, "foot", 0.3048}, "ft foot feet قدم قدما أقدام"},
    {{Dimension::kLength, "yard", 0.9144}, "yard yards ياردة ياردات"},
    {{Dimension::kLength, "mile", 1609.344}, "mile miles ميل ميلا أميال ميلين"},
    {{Dimension::kMass, "g", 0.001}, "g gram grams gramme grammes غرام غراما غرامات جرام جراما"},
    {{Dimension::kMass, "kg", 1},
     "kg kilo kilos kilogram kilograms كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلو كغم "
     "كجم كغ"},
    {{Dimension::kMass, "tonne", 1000}, "tonne tonnes ton tons طن طنا أطنان"},
    {{Dimension::kMass, "lb", 0.4536}, "lb lbs pound pounds رطل رطلا أرطال"},
    {{Dimension::kMass, "ounce", 0.02835}, "oz ounce ounces أونصة أونصات أوقية"},
    {{Dimension::kMass, "stone", 6.35}, "stone"},
    {{Dimension::kVolume, "litre", 1},
     "litre litres liter liters لتر لترا ليتر ليترا لترات ليترات"},
    {{Dimension::kVolume, "gallon", 3.785}, "gallon gallons غالون غالونا غالونات جالون"},
    {{Dimension::kVolume, "barrel", 159}, "barrel barrels برميل برميلا براميل"},
    {{Dimension::kArea, "acre", 4047}, "acre acres فدان فدانا أفدنة آكر"},
    {{Dimension::kArea, "hectare", 10000}, "hectare hectares هكتار هكتارا هكتارات"},
    {{Dimension::kTime, "second", 1}, "second seconds secs ثانية ثوان ثواني ثانيتين"},
    {{Dimension::kTime, "minute", 60}, "minute minutes min mins دقيقة دقائق دقيقتين دقيقتان"},
    {{Dimension::kTime, "hour", kHour}, "hour hours hr hrs ساعة ساعات ساعتين ساعتان"},
    {{Dimension::kTime, "day", kDay},
     "day days يوم يوما أيام يومين يومان night nights ليلة ليال ليالي ليلتين"},
    {{Dimension::kTime, "week", 7 * kDay}, "week weeks أسبوع أسبوعا أسابيع أسبوعين أسبوعان"},
    {{Dimension::kTime, "month", 30.44 * kDay}, "month months شهر شهرا أشهر شهور شهرين شهران"},
    {{Dimension::kTime, "year", 365.25 * kDay},
     "year years yr yrs عام عاما أعوام عامين عامان سنة سنوات سنين سنتين سنتان"},
    {{Dimension::kTime, "decade", 3652.5 * kDay}, "decade decades عقد عقدا عقود عقدين عقدان"},
    {{Dimension::kTime, "century", 36525 * kDay}, "century centuries قرن قرنا قرون قرنين قرنان"},
    {{Dimension::kTemperature, "C"}, "celsius centigrade مئوية مئويه"},
    {{Dimension::kTemperature, "F"}, "fahrenheit فهرنهايت"},
    {{Dimension::kShare, "percent"}, "% ٪ percent percentage pc"},
};

using Table = std::unordered_map<std::string, std::vector<UnitSense>>;

Table make_table() {
  Table table;
  for (const NamedUnit& unit : kUnits) {
    std::string_view rest = unit.words;
    while (!rest.empty()) {
      const std::size_t space = std::min(rest.find(' '), rest.size());
      std::vector<UnitSense>& senses = table[fold_key(rest.substr(0, space))];
      const bool is_known = std::any_of(senses.begin(), senses.end(), [&](const UnitSense& known) {
        return known.name == unit.sense.name;
      });
      if (!is_known) senses.push_back(unit.sense);
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
  }
  return table;
}

}  // namespace

std::span<const UnitSense> unit_senses(const std::string& folded_word) {
  static const Table table = make_table();
  const auto found = table.find(folded_word);
  if (found == table.end()) return {};
  return found->second;
}

bool units_conflict(std::span<const UnitSense> a, std::span<const UnitSense> b) {
  bool same_dimension = false;
  for (const UnitSense& x : a) {
    for (const UnitSense& y : b) {
      if (x.name == y.name) return false;
      same_dimension |= x.dimension == y.dimension;
    }
  }
  return same_dimension;
}

bool converts(double a, std::span<const UnitSense> a_units, double b,
              std::span<const UnitSense> b_units) {
  for (const UnitSense& x : a_units) {
    for (const UnitSense& y : b_units) {
      if (x.dimension != y.dimension || x.name == y.name) continue;
      if (x.dimension == Dimension::kTemperature) {
        const double celsius = x.name == "C" ? a : b;
        const double fahrenheit = x.name == "C" ? b : a;
        if (std::abs(celsius * 1.8 + 32 - fahrenheit) <= 2) return true;
        continue;
      }
      const double left = a * x.factor;
      const double right = b * y.factor;
      if (left > 0 && std::abs(left - right) <= kConversionTolerance * left) return true;
    }
  }
  return false;
}

}  // namespace muqabala
