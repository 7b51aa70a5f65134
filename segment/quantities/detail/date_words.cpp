#include "segment/quantities/detail/date_words.h"

#include <initializer_list>
#include <string_view>

#include "segment/text/folding.h"

namespace muqabala::detail {
namespace {

Words folded(std::initializer_list<std::string_view> words) {
  Words result;
  for (const std::string_view word : words) result.insert(fold_key(word));
  return result;
}

}  // namespace

const Words& ordinal_endings() {
  static const Words words = {"st", "nd", "rd", "th", "er", "º", "ª"};
  return words;
}

const Words& before_day() {
  static const Words words = {"", ".", "the"};
  return words;
}

const Words& between_month_names() {
  static const Words words = folded({"/", "(", "-", "أو", "أي"});
  return words;
}

const Words& between_day_and_month() {
  static const Words words =
      folded({"", "of", "من", "من شهر", "شهر", "-", ".", "/", "de", "of the month of", "في"});
  return words;
}

const Words& before_year() {
  static const Words words = folded({"",       ",",        "،",   "of",  "in",   "من",   "من عام",
                                     "من سنة", "من العام", "عام", "سنة", "لعام", "لسنة", "في عام",
                                     "عام من", "/",        "-",   ".",   "de",   "del",  ", in"});
  return words;
}

const Words& around_weekday() {
  static const Words words =
      folded({"", ",", "،", "the", ", the", ".", "(", "في", "الموافق", "من", "الواقع في", "le",
              "el", "den", "المصادف", ", den", "on", ", on", "-"});
  return words;
}

const Words& range_marks() {
  static const Words words = folded(
      {"-", "to", "and", "و", "إلى", "حتى", "until", "through", "و حتى", "bis", "au", "und", "et"});
  return words;
}

const Words& month_cues_before() {
  static const Words words =
      folded({"in",    "of",    "since", "until",  "by",      "from",    "last",  "next",   "this",
              "early", "late",  "mid",   "during", "through", "between", "after", "before", "the",
              "and",   "في",    "شهر",   "من",     "منذ",     "حتى",     "خلال",  "نهاية",  "بداية",
              "مطلع",  "أوائل", "أواخر", "منتصف",  "يوم",     "أيام",    "مساء",  "صباح",   "ليلة",
              "فجر",   "بشهر",  "شهري",  "ظهر",    "بعد",     "قبل"});
  return words;
}

const Words& month_cues_after() {
  static const Words words = folded({"الماضي", "المقبل", "القادم", "الجاري", "الحالي", "الفائت"});
  return words;
}

const Words& year_cues() {
  static const Words words = folded({"عام", "العام", "سنة", "السنة", "لعام", "وعام", "بعام", "لسنة",
                                     "عامي", "year", "ad", "a.d"});
  return words;
}

const Words& numbering_cues() {
  static const Words words =
      folded({"رقم", "القرار", "قرار", "القانون", "المادة", "الطريق", "الرحلة", "no", "number",
              "resolution", "article", "route", "flight", "law", "section"});
  return words;
}

const Words& islamic_cues() {
  static const Words words = {"ah", "a.h"};
  return words;
}

EraWord era_at(const LexedText& text, std::size_t at) {
  static const Words islamic =
      folded({"هـ", "هجري", "هجرية", "للهجرة", "الهجري", "الهجرية", "ah", "a.h", "hijri"});
  static const Words gregorian =
      folded({"م", "ميلادي", "ميلادية", "للميلاد", "الميلادي", "ad", "a.d", "ce", "c.e"});
  static const Words before = folded({"bc", "bce", "b.c", "b.c.e", "ق.م"});
  static const std::string ago = fold_key("قبل");
  static const std::string birth = fold_key("الميلاد");
  const std::string& key = text.key(at);
  if (islamic.contains(key)) return {Era::kIslamic, 1};
  if (gregorian.contains(key)) return {Era::kGregorian, 1};
  if (before.contains(key)) return {Era::kBefore, 1};
  if (key == ago && text.key(at + 1) == birth) return {Era::kBefore, 2};
  return {};
}

}  // namespace muqabala::detail
