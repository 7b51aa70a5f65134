#include "segment/text/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <random>

#include "segment/text/utf8_text.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

std::string normalized(std::string_view text, bool compose) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer =
      compose ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
  REQUIRE(U_SUCCESS(status));
  std::string out;
  normalizer
      ->normalize(icu::UnicodeString::fromUTF8(
                      icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))),
                  status)
      .toUTF8String(out);
  REQUIRE(U_SUCCESS(status));
  return out;
}

// Letters, marks, digits, format characters of the scripts that have rules, and anything at all.
std::string random_text(std::mt19937& random, std::size_t length) {
  constexpr char32_t kBlocks[][2] = {
      {0x20, 0x7E},     {0xA0, 0x24F},    {0x300, 0x36F},   {0x370, 0x52F},
      {0x591, 0x6FF},   {0x900, 0x97F},   {0xE00, 0xE7F},   {0x1100, 0x11FF},
      {0x1E00, 0x1FFF}, {0x200B, 0x206F}, {0x3041, 0x30FF}, {0x3131, 0x318E},
      {0xAC00, 0xAFFF}, {0xFB50, 0xFEFF}, {0xFF00, 0xFFEF}, {0x80, 0x10FFFF}};
  std::string text;
  for (std::size_t i = 0; i < length; ++i) {
    const auto& block = kBlocks[random() % std::size(kBlocks)];
    const char32_t c = block[0] + static_cast<char32_t>(random()) % (block[1] - block[0] + 1);
    if ((c < 0xD800 || c > 0xDFFF) && u_isdefined(static_cast<UChar32>(c))) append_utf8(text, c);
  }
  return text;
}

}  // namespace

TEST_CASE("spellings of one word fold to one", "[folding]") {
  const auto [text, folded] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"Hello, World 42", "hello, world 42"},
      {"Straße ÆSIR Đà Łódź ıI Œuvre Þing", "strasse aesir da lodz ii oeuvre thing"},
      {"İstanbul", "istanbul"},
      {"Ἀθῆναι ΣΟΦΟΣ σοφός", "αθηναι σοφοσ σοφοσ"},
      {"Ёлка Й", "елка и"},
      {"شَدَّةٌ", "شده"},
      {"الكتـــاب", "الكتاب"},
      {"أحمد إلى آخر ٱلله", "احمد الي اخر الله"},
      {"مؤمن شيئا مستشفى", "مومن شييا مستشفي"},
      {"رَحْمَٰنِ بِسْمِ ۖ", "رحمن بسم "},
      {"ﷲ ﻻ ﻷ ﺷﺠﺮﺓ", "الله لا لا شجره"},
      {"کتاب فارسی", "كتاب فارسي"},
      {"שָׁלוֹם", "שלום"},
      {"١٢٣ ۴۵۶ ७८९ ２０", "123 456 789 20"},
      {"٢٬٥٠٠٫٧٥٪، ؛ ؟", "2,500.75%, ; ?"},
      {"«a» “b” ‘c’ „d‟ — – − ‑", "\"a\" \"b\" 'c' \"d\" - - - -"},
      {"\xE2\x80\x8F"
       "a\xE2\x80\x8C"
       "b\xEF\xBB\xBF\xC2\xAD"
       "c\xE2\x81\xA7",
       "abc"},
      {"ʿAbbās al-Qurʾān Baʻlabakk", "abbas al-quran balabakk"},
      {"ﬁn … ² ½ ™", "fin ... 2 1/2 tm"},
      {"ǅ Ǳ", "dz dz"},
      {"हिन्दी क़लम", "हिन्दी क़लम"},
      {"ภาษาไทย น้ำ", normalized("ภาษาไทย น้ํา", true)},
      {"ﾊﾞﾅﾅ が", "バナナ が"},
      {"한국어", "한국어"},
      {"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80", "\xF0\x9F\x91\xA9\xF0\x9F\x9A\x80"},
  }));
  CHECK(fold_key(text) == folded);
  CHECK(fold(text).text == folded);
}

TEST_CASE("composed and decomposed spellings fold alike", "[folding]") {
  for (const char* text : {"أإآؤئ", "é ñ ü Å ǖ", "Ǻ ΐ й", "한국어 각", "がぎぐ", "ক্ষো ಕೋ", "क़ ड़"}) {
    CHECK(fold_key(normalized(text, true)) == fold_key(normalized(text, false)));
  }
  CHECK(fold_key("ا\xD9\x94") == "ا");
  CHECK(fold_key("e\xCC\x81") == "e");
}

TEST_CASE("random text: NFC and NFD agree, folding twice changes nothing", "[folding]") {
  std::mt19937 random(20240501);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_text(random, 1 + random() % 20);
    const std::string folded = fold_key(text);
    INFO("text: " << text);
    CHECK_FALSE(find_utf8_fault(folded));
    CHECK(fold_key(folded) == folded);
    CHECK(fold_key(normalized(text, true)) == folded);
    CHECK(fold_key(normalized(text, false)) == folded);
    CHECK(fold(text).text == folded);
  }
}

TEST_CASE("every code point folds to a text that stays as it is", "[folding]") {
  std::size_t failures = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const std::string folded = fold_key(text);
    if (fold_key(folded) != folded || fold_key(normalized(text, false)) != folded) ++failures;
  }
  CHECK(failures == 0);
}

TEST_CASE("the map leads every folded code point to the character it came from", "[folding]") {
  //                        0 1  2  4 6 8 10   byte offsets
  const std::string text =
      "aß\xE2\x80\x8F"
      "كَتَب ٤٢ Éx";
  const FoldedText folded = fold(text);
  REQUIRE(folded.text == "assكتب 42 ex");
  const auto original = [&](std::string_view part) {
    return folded.to_original.original(folded.text.find(part));
  };
  CHECK(original("a") == 0);
  CHECK(original("ss") == 1);
  CHECK(folded.to_original.original(2) == 1);
  CHECK(original("ك") == text.find("ك"));
  CHECK(original("ت") == text.find("ت"));
  CHECK(original("ب") == text.find("ب"));
  CHECK(original("42") == text.find("٤"));
  CHECK(original("2") == text.find("٢"));
  CHECK(original("ex") == text.find("É"));
  CHECK(folded.to_original.original(folded.text.size()) == text.size());
}

TEST_CASE("letters that compose map to where their first part stands", "[folding]") {
  const std::string text = "x \xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB y";  // h, a, n
  const FoldedText folded = fold(text);
  REQUIRE(folded.text == "x 한 y");
  CHECK(folded.to_original.original(2) == 2);
  CHECK(folded.to_original.original(5) == 11);
  CHECK(folded.to_original.original(6) == 12);
}

TEST_CASE("on random text the map is monotone and lands on characters", "[folding]") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random, random() % 30);
    const FoldedText folded = fold(text);
    INFO("text: " << text);
    std::size_t before = 0;
    for (std::size_t at = 0; at < folded.text.size();) {
      const std::size_t original = folded.to_original.original(at);
      REQUIRE(original < text.size());
      CHECK(original >= before);
      CHECK((static_cast<unsigned char>(text[original]) & 0xC0) != 0x80);
      before = original;
      at += code_point_at(folded.text, at).size_bytes;
    }
    CHECK(folded.to_original.original(folded.text.size()) == text.size());
  }
}

TEST_CASE("the length that is compared is blind to vowel signs, marks and white space",
          "[folding]") {
  CHECK(folded_length("") == 0);
  CHECK(folded_length("كِتَابٌ جَدِيدٌ") == folded_length("كتاب جديد"));
  CHECK(folded_length("كتاب جديد") == 8);
  CHECK(folded_length("a\xC2\xA0"
                      "b\xE3\x80\x80\t\n c") == 3);
}

TEST_CASE("a letter under a heap of marks folds in linear time", "[folding]") {
  // Viramas (class 9) and nuktas (class 7) in turn are the worst order for sorting them.
  std::string text = "क";
  for (int i = 0; i < 300'000; ++i) text += i % 2 == 0 ? "्" : "़";
  CHECK(fold_key(text).size() == text.size());
}

TEST_CASE("Letters are what is left of a text without its punctuation", "[folding]") {
  CHECK(fold_letters("The “Old”  House!") == fold_letters("the 'old' house"));
  CHECK(fold_letters("قَالَ: «نعم».") == fold_letters("قال نعم"));
  CHECK(fold_letters("2.5 kg, 3") == "2.5kg3");
  CHECK(fold_letters("٢٫٥") != fold_letters("٢٥"));
  CHECK(fold_letters("* * *") == "***");
  CHECK(fold_letters(" \n").empty());
}
