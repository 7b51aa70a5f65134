#include "segment/text/cldr.h"

#include <fmt/format.h>
#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <span>
#include <unordered_map>

#include "segment/base/error.h"
#include "segment/detail/cldr_additions.h"
#include "segment/text/folding.h"
#include "segment/text/language.h"

namespace muqabala {
namespace {

using Kind = CldrConcept::Kind;

struct NamesCloser {
  void operator()(ULocaleDisplayNames* names) const { uldn_close(names); }
};
struct EnumerationCloser {
  void operator()(UEnumeration* enumeration) const { uenum_close(enumeration); }
};

// Locales whose months differ from their language's own.
constexpr std::array<const char*, 10> kArabicLocales = {
    "ar_LB", "ar_SY", "ar_IQ", "ar_JO", "ar_PS", "ar_DZ", "ar_TN", "ar_MA", "ar_EG", "ar_MR"};
constexpr std::array<const char*, 1> kGermanLocales = {"de_AT"};

// Languages beyond the 180 of ISO 639-1 whose names stand in books on the Middle East. Of the
// other 400 in CLDR many are written like common words (Even, Ho, Mon).
constexpr std::array<const char*, 5> kMoreLanguages = {"arc", "ckb", "cop", "fil", "syr"};

// Continents and unions (UN M.49), which CLDR names like countries.
constexpr std::array<const char*, 14> kMoreTerritories = {
    "001", "002", "003", "005", "009", "013", "015", "019", "021", "142", "150", "EU", "UN", "EZ"};

constexpr std::array<std::int64_t, 44> kNumbers = {0,
                                                   1,
                                                   2,
                                                   3,
                                                   4,
                                                   5,
                                                   6,
                                                   7,
                                                   8,
                                                   9,
                                                   10,
                                                   11,
                                                   12,
                                                   13,
                                                   14,
                                                   15,
                                                   16,
                                                   17,
                                                   18,
                                                   19,
                                                   20,
                                                   30,
                                                   40,
                                                   50,
                                                   60,
                                                   70,
                                                   80,
                                                   90,
                                                   100,
                                                   200,
                                                   300,
                                                   400,
                                                   500,
                                                   600,
                                                   700,
                                                   800,
                                                   900,
                                                   1000,
                                                   2000,
                                                   1'000'000,
                                                   2'000'000,
                                                   1'000'000'000,
                                                   2'000'000'000,
                                                   1'000'000'000'000};
// ICU 72 calls the two-millionth in Arabic the two-thousandth; the additions have what it lacks.
constexpr std::int64_t kMaxArabicNumber = 1000;

// A name as it stands in running text: single spaces, no soft hyphens (German numbers have them),
// no full stop of abbreviation.
std::string plain(const icu::UnicodeString& name) {
  icu::UnicodeString result;
  for (int32_t i = 0; i < name.length(); ++i) {
    constexpr char16_t kSoftHyphen = 0x00AD;
    const char16_t c = name[i];
    if (c == kSoftHyphen || u_charType(c) == U_FORMAT_CHAR) continue;
    if (!u_isUWhiteSpace(c)) {
      result.append(c);
    } else if (!result.isEmpty() && result[result.length() - 1] != u' ') {
      result.append(u' ');
    }
  }
  result.trim();
  if (result.endsWith(u".", 1)) result.truncate(result.length() - 1);
  std::string utf8;
  result.toUTF8String(utf8);
  return utf8;
}

bool has_letter(const icu::UnicodeString& name) {
  for (int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    if (u_isalpha(name.char32At(i))) return true;
  }
  return false;
}

class Concepts {
 public:
  void add(Kind kind, const std::string& id, const icu::UnicodeString& name) {
    if (has_letter(name)) add(kind, id, plain(name));
  }

  void add(Kind kind, const std::string& id, std::string name) {
    const auto [at, fresh] = by_id_.try_emplace(id, list_.size());
    if (fresh) {
      list_.push_back({kind, id, {}});
      keys_.emplace_back();
    }
    std::string key = fold_key(name);
    std::vector<std::string>& keys = keys_[at->second];
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) return;
    keys.push_back(std::move(key));
    list_[at->second].names.push_back(std::move(name));
  }

  std::vector<CldrConcept> take() && { return std::move(list_); }

 private:
  std::vector<CldrConcept> list_;
  std::vector<std::vector<std::string>> keys_;  // folded names, [concept][name]
  std::unordered_map<std::string, std::size_t> by_id_;
};

void add_months(Concepts& concepts, const icu::Locale& locale, const char* calendar,
                bool short_too) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, calendar, status);
  if (U_FAILURE(status)) throw errors::icu_data_missing(u_errorName(status));
  using Symbols = icu::DateFormatSymbols;
  for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
    if (width == Symbols::ABBREVIATED && !short_too) continue;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      for (int32_t i = 0; i < std::min(count, 12); ++i) {
        concepts.add(Kind::kMonth, fmt::format("{}-{}", calendar, i + 1), names[i]);
      }
    }
  }
}

void add_weekdays(Concepts& concepts, const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, "gregorian", status);
  if (U_FAILURE(status)) throw errors::icu_data_missing(u_errorName(status));
  using Symbols = icu::DateFormatSymbols;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    int32_t count = 0;
    const icu::UnicodeString* names = symbols.getWeekdays(count, context, Symbols::WIDE);
    for (int32_t i = UCAL_SUNDAY; i < std::min(count, UCAL_SATURDAY + 1); ++i) {
      concepts.add(Kind::kWeekday, fmt::format("weekday-{}", i), names[i]);
    }
  }
}

void add_dates(Concepts& concepts, const icu::Locale& locale, const std::string& language) {
  std::span<const char* const> variants;
  if (language == "ar") variants = kArabicLocales;
  if (language == "de") variants = kGermanLocales;
  add_months(concepts, locale, "gregorian", true);
  for (const char* variant : variants) {
    add_months(concepts, icu::Locale(variant), "gregorian", false);
  }
  add_months(concepts, locale, "islamic", false);
  add_weekdays(concepts, locale);
}

void add_numbers(Concepts& concepts, const icu::Locale& locale, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, locale, status);
  if (U_FAILURE(status)) return;  // a language that CLDR cannot count in
  for (const std::int64_t number : kNumbers) {
    if (language == "ar" && number > kMaxArabicNumber) continue;
    const std::string id = std::to_string(number);
    for (int32_t i = 0; i < format.getNumberOfRuleSetNames(); ++i) {
      icu::UnicodeString name;
      icu::FieldPosition ignored;
      UErrorCode failed = U_ZERO_ERROR;
      format.format(number, format.getRuleSetName(i), name, ignored, failed);
      if (U_SUCCESS(failed)) concepts.add(Kind::kNumber, id, name);
    }
  }
}

class DisplayNames {
 public:
  DisplayNames(const icu::Locale& locale, UDisplayContext length) {
    std::array<UDisplayContext, 2> contexts = {length, UDISPCTX_NO_SUBSTITUTE};
    UErrorCode status = U_ZERO_ERROR;
    names_.reset(uldn_openForContext(locale.getName(), contexts.data(), 2, &status));
    if (U_FAILURE(status)) throw errors::icu_data_missing(u_errorName(status));
  }

  icu::UnicodeString region(const char* code) const { return named(code, uldn_regionDisplayName); }
  icu::UnicodeString language(const char* code) const {
    return named(code, uldn_languageDisplayName);
  }

 private:
  template <typename Function>
  icu::UnicodeString named(const char* code, Function function) const {
    std::array<char16_t, 256> buffer{};
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = function(names_.get(), code, buffer.data(), buffer.size(), &status);
    // Without a name of its own, ICU gives the code back or, as asked, nothing.
    return U_SUCCESS(status) ? icu::UnicodeString(buffer.data(), length) : icu::UnicodeString();
  }

  std::unique_ptr<ULocaleDisplayNames, NamesCloser> names_;
};

// `Myanmar (Burma)` is two names, `Turks & Caicos Islands` is also written with `and`.
void add_territory(Concepts& concepts, const std::string& id, icu::UnicodeString name,
                   const std::string& language) {
  if (language == "en") name.findAndReplace(u" & ", u" and ");
  const int32_t bracket = name.indexOf(u" (");
  if (bracket < 0) {
    concepts.add(Kind::kTerritory, id, name);
    return;
  }
  concepts.add(Kind::kTerritory, id, name.tempSubString(0, bracket));
  const int32_t end = name.indexOf(u')', bracket);
  if (end > bracket) {
    concepts.add(Kind::kTerritory, id, name.tempSubString(bracket + 2, end - bracket - 2));
  }
}

void add_places_and_languages(Concepts& concepts, const icu::Locale& locale,
                              const std::string& language) {
  const DisplayNames full(locale, UDISPCTX_LENGTH_FULL);
  const DisplayNames brief(locale, UDISPCTX_LENGTH_SHORT);
  const auto add = [&](const char* code) {
    add_territory(concepts, code, full.region(code), language);
    add_territory(concepts, code, brief.region(code), language);
  };
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    add(*code);
  }
  std::for_each(kMoreTerritories.begin(), kMoreTerritories.end(), add);
  const auto add_language = [&](const char* code) {
    concepts.add(Kind::kLanguage, code, full.language(code));
  };
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    if (std::strlen(*code) == 2) add_language(*code);
  }
  std::for_each(kMoreLanguages.begin(), kMoreLanguages.end(), add_language);
}

void add_currencies(Concepts& concepts, const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UEnumeration, EnumerationCloser> codes(
      ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status));
  if (U_FAILURE(status)) throw errors::icu_data_missing(u_errorName(status));
  while (const char* code = uenum_next(codes.get(), nullptr, &status)) {
    const icu::UnicodeString code16(code, -1, US_INV);
    const auto add = [&](const char16_t* name, int32_t length, UErrorCode failed) {
      const icu::UnicodeString text = U_SUCCESS(failed) && name != nullptr
                                          ? icu::UnicodeString(name, length)
                                          : icu::UnicodeString();
      if (text != code16) concepts.add(Kind::kCurrency, code, text);
    };
    icu::UnicodeString zero_ended = code16;
    const char16_t* code_pointer = zero_ended.getTerminatedBuffer();
    int32_t length = 0;
    UBool is_choice = false;
    UErrorCode failed = U_ZERO_ERROR;
    const char16_t* name = ucurr_getName(code_pointer, locale.getName(), UCURR_LONG_NAME,
                                         &is_choice, &length, &failed);
    add(name, length, failed);
    for (const char* count : {"one", "two", "few", "many", "other"}) {
      failed = U_ZERO_ERROR;
      name =
          ucurr_getPluralName(code_pointer, locale.getName(), &is_choice, count, &length, &failed);
      add(name, length, failed);
    }
  }
}

Kind kind_of_addition(std::string_view id) {
  return id.starts_with("gregorian-") || id.starts_with("islamic-") ? Kind::kMonth : Kind::kNumber;
}

void add_own(Concepts& concepts, const std::string& language, Kind kind) {
  for (const detail::AddedNames& added : detail::added_names(language)) {
    if (kind_of_addition(added.id) != kind) continue;
    std::string_view rest = added.names;
    while (!rest.empty()) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      concepts.add(kind, std::string(added.id), std::string(rest.substr(0, bar)));
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
}

}  // namespace

std::vector<CldrConcept> cldr_concepts(std::string_view language) {
  const std::string tag = canonical_language_tag(language);
  if (tag.empty()) return {};
  const icu::Locale locale(tag.c_str());
  const std::string primary = locale.getLanguage();
  Concepts concepts;
  add_dates(concepts, locale, primary);
  add_own(concepts, primary, Kind::kMonth);
  // People's spellings of numbers before ICU's, which in Arabic are its weak spot.
  add_own(concepts, primary, Kind::kNumber);
  add_numbers(concepts, locale, primary);
  add_places_and_languages(concepts, locale, primary);
  add_currencies(concepts, locale);
  return std::move(concepts).take();
}

std::string romanise(std::string_view word) {
  // Costs 8 ms to make, and ICU lets any number of threads use one that is constant.
  static const std::unique_ptr<const icu::Transliterator> to_latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::Transliterator> made(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower; [\\p{Mn}'`\\u02B0-\\u02FF] Remove", UTRANS_FORWARD,
        status));
    if (U_FAILURE(status)) throw errors::icu_data_missing(u_errorName(status));
    return made;
  }();
  auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  to_latin->transliterate(text);
  std::string latin;
  text.toUTF8String(latin);
  return latin;
}

}  // namespace muqabala
