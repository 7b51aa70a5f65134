#include "segment/text/language.h"

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

// Our own sentences, each well above the length that a reliable guess needs.
const std::string kArabic =
    "اجتمع أعضاء المجلس صباح اليوم في العاصمة لمناقشة مشروع الطريق الجديد الذي يربط القرى الجبلية "
    "بالساحل، وقال رئيس اللجنة إن العمل سيبدأ قبل نهاية العام.";
const std::string kVocalised =
    "قَالَ الشَّيْخُ لِتِلْمِيذِهِ: إِنَّ الْعِلْمَ لَا يُنَالُ بِرَاحَةِ الْجَسَدِ، وَإِنَّ مَنْ طَلَبَ "
    "الْمَعَالِيَ سَهِرَ اللَّيَالِيَ، فَاجْتَهِدْ فِي الطَّلَبِ وَلَا تَمَلَّ مِنَ الْقِرَاءَةِ.";
const std::string kPersian =
    "اعضای شورا صبح امروز در پایتخت گرد هم آمدند تا درباره‌ی طرح راه تازه‌ای که "
    "روستاهای "
    "کوهستانی را "
    "به ساحل پیوند می‌دهد گفتگو کنند و گفتند که کار به زودی "
    "آغاز "
    "می‌شود.";
const std::string kUrdu =
    "کونسل کے ارکان آج صبح دارالحکومت میں جمع ہوئے تاکہ نئی سڑک کے منصوبے پر بات کریں جو پہاڑی "
    "دیہات کو ساحل سے ملائے گی اور انہوں نے کہا کہ کام جلد شروع ہوگا۔";
const std::string kEnglish =
    "The members of the council met this morning in the capital to discuss the new road that will "
    "link the mountain villages with the coast, and the work is to begin before the year is out.";
const std::string kGerman =
    "Die Mitglieder des Rates trafen sich heute Morgen in der Hauptstadt, um über die neue Straße "
    "zu "
    "sprechen, welche die Bergdörfer mit der Küste verbinden soll.";

}  // namespace

TEST_CASE("the language of plain prose is told reliably", "[language]") {
  const auto [text, language] = GENERATE(table<std::string, std::string>({{kArabic, "ar"},
                                                                          {kVocalised, "ar"},
                                                                          {kPersian, "fa"},
                                                                          {kUrdu, "ur"},
                                                                          {kEnglish, "en"},
                                                                          {kGerman, "de"}}));
  const LanguageGuess guess = detect_language(text);
  CHECK(guess.language == language);
  CHECK(guess.reliable);
}

TEST_CASE("text without letters has no language", "[language]") {
  for (const char* text : {"", "  \n", "123 456, 7.8%", "\xF0\x9F\x98\x80 — …"}) {
    CHECK(detect_language(text).language.empty());
    CHECK_FALSE(detect_language(text).reliable);
  }
}

TEST_CASE("short or mixed text is never a reliable guess", "[language]") {
  CHECK_FALSE(detect_language("Beirut").reliable);
  CHECK_FALSE(detect_language("مقدمة").reliable);
  CHECK_FALSE(detect_language("The house of cards").reliable);
  CHECK_FALSE(detect_language(kEnglish + kEnglish + kGerman + kGerman).reliable);
}

TEST_CASE("Arabic script without a known language is taken for Arabic", "[language]") {
  const LanguageGuess guess = detect_language("بيروت");
  CHECK(guess.language == "ar");
  CHECK_FALSE(guess.reliable);
}

TEST_CASE("of a long text all parts count, not the front matter alone", "[language]") {
  std::string text = kEnglish + "\n";
  while (text.size() < 3'000'000) text += kArabic + "\n";
  const LanguageGuess guess = detect_language(text);
  CHECK(guess.language == "ar");
  CHECK(guess.reliable);
}

TEST_CASE("control characters do not hide the language", "[language]") {
  CHECK(detect_language(std::string("\0\x01\x0C", 3) + kEnglish + "\xEF\xBF\xBE").language == "en");
}

TEST_CASE("a script that a language is not written in contradicts it", "[language]") {
  CHECK(script_contradicts("Beirut", "ar"));
  CHECK(script_contradicts("بيروت", "en"));
  CHECK(script_contradicts("بيروت", "de-AT"));
  CHECK_FALSE(script_contradicts("بيروت", "ar"));
  CHECK_FALSE(script_contradicts("كِتَابٌ", "ar"));
  CHECK_FALSE(script_contradicts("بيروت", "fa"));
  CHECK_FALSE(script_contradicts("東京の子", "ja"));
  CHECK_FALSE(script_contradicts("한국", "ko"));
  CHECK_FALSE(script_contradicts("Beograd", "sr-Latn"));
  CHECK_FALSE(script_contradicts("Beograd", "sr"));
  CHECK_FALSE(script_contradicts("Србија", "sr-Latn"));
  CHECK_FALSE(script_contradicts("Привет", "ru"));
  CHECK_FALSE(script_contradicts("کوردستان", "ku"));
  CHECK_FALSE(script_contradicts("Kurdistan", "ku"));
  CHECK(script_contradicts("Привет", "ku-Latn"));
  // A few names in another script are no contradiction.
  CHECK_FALSE(script_contradicts("The word كتاب means book", "en"));
  CHECK_FALSE(script_contradicts("The word كتاب means book", "ar"));
  CHECK_FALSE(script_contradicts("", "ar"));
  CHECK_FALSE(script_contradicts("12", "ar"));
  CHECK_FALSE(script_contradicts("Beirut", "english"));
}

TEST_CASE("tags are compared by what language they name", "[language]") {
  CHECK(same_language("ar", "ar-LB"));
  CHECK(same_language("arb", "ar"));
  CHECK(same_language("iw", "he"));
  CHECK(same_language("EN", "en_GB"));
  CHECK(same_language("hr", "sr-Latn"));
  CHECK(same_language("id", "ms"));
  CHECK(same_language("nb", "no"));
  CHECK_FALSE(same_language("nb", "da"));
  CHECK_FALSE(same_language("ar", "fa"));
  CHECK_FALSE(same_language("", ""));
  CHECK_FALSE(same_language("english", "english"));
}

TEST_CASE("tags are brought to one form, what is no tag to none", "[language]") {
  CHECK(canonical_language_tag("AR-lb") == "ar-LB");
  CHECK(canonical_language_tag("arb") == "ar");
  CHECK(canonical_language_tag("iw") == "he");
  CHECK(canonical_language_tag("en_us") == "en-US");
  CHECK(canonical_language_tag("zh-hant-tw") == "zh-Hant-TW");
  for (const std::string& tag :
       {std::string(), std::string("english"), std::string("e"), std::string("en-"),
        std::string("-en"), std::string("en us"), std::string("en\0x", 4), std::string("العربية"),
        std::string(5000, 'a')}) {
    CHECK(canonical_language_tag(tag).empty());
  }
}

TEST_CASE("ISO 639-3 codes are found for tags", "[language]") {
  CHECK(iso639_3("ar") == "ara");
  CHECK(iso639_3("ar-LB") == "ara");
  CHECK(iso639_3("en-GB") == "eng");
  CHECK(iso639_3("de") == "deu");
  CHECK(iso639_3("iw") == "heb");
  CHECK(iso639_3("fil") == "fil");
  CHECK(iso639_3("english").empty());
  CHECK(iso639_3("").empty());
}
