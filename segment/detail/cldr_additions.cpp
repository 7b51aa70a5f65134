// Spellings that differ only in what folding evens out (hamza on alef, ta marbuta) stand here once.
// ICU 72 has of Arabic numbers the nominative, hundreds in two words with the wrong gender of the
// first (`ثلاثة مائة`) and ordinals with the article only; texts have much more.

#include "segment/detail/cldr_additions.h"

namespace muqabala::detail {
namespace {

constexpr AddedNames kArabic[] = {
    {"1", "واحد|واحدة|أول|أولى|الأول|الأولى|إحدى|أحد"},
    {"2", "اثنان|اثنين|اثنتان|اثنتين|ثان|ثاني|ثانية|ثانيا"},
    {"3", "ثلاثة|ثلاث|ثالث|ثالثة|ثالثا"},
    {"4", "أربعة|أربع|رابع|رابعة|رابعا"},
    {"5", "خمسة|خمس|خامس|خامسة|خامسا"},
    {"6", "ستة|ست|سادس|سادسة|سادسا"},
    {"7", "سبعة|سبع|سابع|سابعة|سابعا"},
    {"8", "ثمانية|ثماني|ثمان|ثامن|ثامنة|ثامنا"},
    {"9", "تسعة|تسع|تاسع|تاسعة|تاسعا"},
    {"10", "عشرة|عشر|عاشر|عاشرة|عاشرا"},
    {"11", "أحد عشر|إحدى عشرة|حادي عشر|حادية عشرة"},
    {"12", "اثنا عشر|اثني عشر|اثنتا عشرة|اثنتي عشرة|ثاني عشر|ثانية عشرة"},
    {"13", "ثلاثة عشر|ثلاث عشرة|ثالث عشر|ثالثة عشرة"},
    {"14", "أربعة عشر|أربع عشرة|رابع عشر|رابعة عشرة"},
    {"15", "خمسة عشر|خمس عشرة|خامس عشر|خامسة عشرة"},
    {"16", "ستة عشر|ست عشرة|سادس عشر|سادسة عشرة"},
    {"17", "سبعة عشر|سبع عشرة|سابع عشر|سابعة عشرة"},
    {"18", "ثمانية عشر|ثماني عشرة|ثامن عشر|ثامنة عشرة"},
    {"19", "تسعة عشر|تسع عشرة|تاسع عشر|تاسعة عشرة"},
    {"20", "عشرون|عشرين|العشرون|العشرين"},
    {"30", "ثلاثون|ثلاثين|الثلاثون|الثلاثين"},
    {"40", "أربعون|أربعين|الأربعون|الأربعين"},
    {"50", "خمسون|خمسين|الخمسون|الخمسين"},
    {"60", "ستون|ستين|الستون|الستين"},
    {"70", "سبعون|سبعين|السبعون|السبعين"},
    {"80", "ثمانون|ثمانين|الثمانون|الثمانين"},
    {"90", "تسعون|تسعين|التسعون|التسعين"},
    {"100", "مئة|مائة|مئات"},
    {"200", "مئتان|مئتين|مائتان|مائتين|مئتي|مائتي"},
    {"300", "ثلاثمئة|ثلاثمائة|ثلاث مئة|ثلاث مائة"},
    {"400", "أربعمئة|أربعمائة|أربع مئة|أربع مائة"},
    {"500", "خمسمئة|خمسمائة|خمس مئة|خمس مائة"},
    {"600", "ستمئة|ستمائة|ست مئة|ست مائة"},
    {"700", "سبعمئة|سبعمائة|سبع مئة|سبع مائة"},
    {"800", "ثمانمئة|ثمانمائة|ثماني مئة|ثماني مائة|ثمان مئة|ثمان مائة"},
    {"900", "تسعمئة|تسعمائة|تسع مئة|تسع مائة"},
    {"1000", "ألف|آلاف|ألوف"},
    {"2000", "ألفان|ألفين|ألفي"},
    {"1000000", "مليون|ملايين"},
    {"2000000", "مليونان|مليونين|مليوني"},
    {"1000000000", "مليار|مليارات|بليون|بلايين"},
    {"2000000000", "ملياران|مليارين|ملياري"},
    {"1000000000000", "تريليون|تريليونات"},
    // Months: Egypt, Iraq, the Levant without the article; Islamic months in the oblique case.
    {"gregorian-1", "كانون ثاني"},
    {"gregorian-5", "مايس"},
    {"gregorian-6", "يونيه|يونية"},
    {"gregorian-7", "يوليه|يولية"},
    {"gregorian-10", "تشرين أول"},
    {"gregorian-11", "تشرين ثاني"},
    {"gregorian-12", "كانون أول"},
    {"islamic-1", "المحرم"},
    {"islamic-4", "ربيع الثاني"},
    {"islamic-6", "جمادى الثانية|جمادى الثاني"},
    {"islamic-11", "ذي القعدة|ذا القعدة"},
    {"islamic-12", "ذي الحجة|ذا الحجة"},
};

constexpr AddedNames kEnglish[] = {
    {"100", "hundred|hundreds|hundredth"},
    {"1000", "thousand|thousands|thousandth"},
    {"1000000", "million|millions|millionth"},
    {"1000000000", "billion|billions|billionth|milliard"},
    {"1000000000000", "trillion|trillions"},
    {"gregorian-9", "Sept"},
    {"islamic-1", "Moharram|al-Muharram"},
    {"islamic-3", "Rabi al-Awwal|Rabi al-Awal|Rabi ul-Awwal|Rabiulawwal|First Rabi"},
    {"islamic-4",
     "Rabi al-Thani|Rabi al-Akhir|Rabi ath-Thani|Rabi al-Akhar|Rabi ul-Thani|Second Rabi"},
    {"islamic-5", "Jumada al-Awwal|Jumada al-Ula|Jumada al-Oula|Jumada al-Awal|First Jumada"},
    {"islamic-6",
     "Jumada al-Thani|Jumada al-Akhirah|Jumada al-Akhira|Jumada ath-Thani|Jumada al-Thaniyah|"
     "Second Jumada"},
    {"islamic-7", "Rajab"},
    {"islamic-8", "Sha'ban|Shaban|Shaaban|Sha'aban"},
    {"islamic-9", "Ramadan|Ramadhan|Ramazan"},
    {"islamic-10", "Shawwal|Shawal"},
    {"islamic-11",
     "Dhu al-Qadah|Dhu al-Qi'dah|Dhul-Qadah|Dhul-Qi'dah|Dhu al-Qa'dah|Dhul-Qa'dah|Dhu al-Qa'da|"
     "Dhul-Qa'da|Zul-Qadah|Thul-Qi'dah"},
    {"islamic-12",
     "Dhu al-Hijjah|Dhul-Hijjah|Dhu al-Hijja|Dhul-Hijja|Dhu'l-Hijjah|Dhu'l-Hijja|Zul-Hijjah|"
     "Zul-Hijja|Thul-Hijjah"},
};

constexpr AddedNames kGerman[] = {
    {"100", "hundert|Hunderte"},
    {"1000", "tausend|Tausende"},
};

}  // namespace

std::span<const AddedNames> added_names(std::string_view language) {
  if (language == "ar") return kArabic;
  if (language == "en") return kEnglish;
  if (language == "de") return kGerman;
  return {};
}

}  // namespace muqabala::detail
