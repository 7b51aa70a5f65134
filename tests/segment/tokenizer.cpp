#include "segment/tokenizer.h"

#include <chrono>

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

// Words as they stand, numbers as <12>, marks as (!).
std::string shown(std::string_view text, std::string_view language = "en") {
  std::string result;
  for (const Token& token : tokenize(text, language)) {
    if (!result.empty()) result += ' ';
    const std::string part(slice(text, token.range));
    result += token.kind == TokenKind::kWord     ? part
              : token.kind == TokenKind::kNumber ? "<" + part + ">"
                                                 : "(" + part + ")";
  }
  return result;
}

}  // namespace

TEST_CASE("text is cut into words, numbers and marks", "[tokenizer]") {
  const auto [text, tokens] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {" \t\r\n\xE2\x80\x8F", ""},
      {"Hello, world!", "Hello (,) world (!)"},
      {"What?!", "What (?) (!)"},
      {"20.5% of 1,234.56", "<20.5> (%) of <1,234.56>"},
      {"١٢٬٣٤٥٫٦٧٪ و٢٫٥", "<١٢٬٣٤٥٫٦٧> (٪) و <٢٫٥>"},
      {"۱۲۳ تومان", "<۱۲۳> تومان"},
      {"عام ٢٠٢٠، وعام ٢٠٢١.", "عام <٢٠٢٠> (،) وعام <٢٠٢١> (.)"},
      {"2024-05-01 at 12:30", "<2024> (-) <05> (-) <01> at <12> (:) <30>"},
      {"Covid19 and F16", "Covid19 and F16"},
      {"20km in the 1990s", "<20> km in the <1990> s"},
      {"بـ20% ال15 2020م", "ب <20> (%) ال <15> <2020> م"},
      {"ב2020", "ב <2020>"},
      {"al-Abadi, al‑Ḥakam", "al Abadi (,) al Ḥakam"},
      {"he came - late -", "he came (-) late (-)"},
      {"«كتاب» “b” (c) [d]", "(«) كتاب (») (“) b (”) (() c ()) ([) d (])"},
      {"الكتـــاب ـ مُحَمَّدٌ", "الكتـــاب مُحَمَّدٌ"},
      {"ʿAbbās", "ʿAbbās"},
      {"e\xCC\x81te\xCC\x81 x", "e\xCC\x81te\xCC\x81 x"},
      {"می‌خواهم", "می‌خواهم"},
      {"ภาษาไทย", "ภาษา ไทย"},
      {"צה״ל", "צה״ל"},
      {"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80!",
       "(\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80) (!)"},
      {"a\xC2\xA0"
       "b",
       "a b"},
      {std::string("a\0b", 3), "a b"},
  }));
  CHECK(shown(text) == tokens);
}

TEST_CASE("apostrophes split, and the English possessive is left out", "[tokenizer]") {
  CHECK(shown("l'altitude d’été", "fr") == "l altitude d été");
  CHECK(shown("the government's, the people’s", "en") == "the government (,) the people");
  CHECK(shown("Andrea's", "en-GB") == "Andrea");
  CHECK(shown("c's", "fr") == "c s");
  CHECK(shown("the students' books") == "the students (') books");
}

TEST_CASE("format characters neither split a token nor belong to its ends", "[tokenizer]") {
  const std::string rlm = "\xE2\x80\x8F";
  CHECK(shown(rlm + "كلمة" + rlm + " " + rlm + "ab" + rlm + "." + rlm) == "كلمة ab (.)");
  CHECK(shown("co\xC2\xADoperate") == "co\xC2\xADoperate");
  CHECK(shown("\n" + rlm + "\n") == "");
  CHECK(shown("12" + rlm + "%") == "<12> (%)");
}

TEST_CASE("a token knows whether it is capitalised and whether a word came before", "[tokenizer]") {
  const std::string text = "“The ÉTÉ of al-Abadi";
  const std::vector<Token> tokens = tokenize(text, "en");
  REQUIRE(tokens.size() == 6);
  CHECK(tokens[0].sentence_initial);
  CHECK(tokens[1].sentence_initial);
  CHECK(tokens[1].capitalised);
  CHECK_FALSE(tokens[2].sentence_initial);
  CHECK(tokens[2].capitalised);
  CHECK_FALSE(tokens[3].capitalised);
  CHECK_FALSE(tokens[4].capitalised);
  CHECK(tokens[5].capitalised);
}

TEST_CASE("a tokenizer can be used again and moved", "[tokenizer]") {
  std::vector<Token> tokens;
  Tokenizer first("en");
  first("one two three", tokens);
  CHECK(tokens.size() == 3);
  Tokenizer second = std::move(first);
  second("", tokens);
  CHECK(tokens.empty());
  second("vier", tokens);
  CHECK(tokens.size() == 1);
  Tokenizer unknown("not a language");
  unknown("five six", tokens);
  CHECK(tokens.size() == 2);
}

TEST_CASE("tokens come in order, apart, and not empty, whatever the text", "[tokenizer]") {
  const std::string pieces[] = {"a",
                                "ب",
                                "1",
                                "٢",
                                ".",
                                ",",
                                "'",
                                "’",
                                "-",
                                "ـ",
                                " ",
                                "\n",
                                "%",
                                "\xE2\x80\x8F",
                                "\xCC\x81",
                                "हि",
                                "ไ",
                                "字",
                                "\xF0\x9F\x98\x80",
                                "_",
                                ":",
                                "ﷲ",
                                "\xE2\x80\x8D"};
  std::uint32_t state = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525U + 1013904223U;
      text += pieces[(state >> 16) % std::size(pieces)];
    }
    INFO(text);
    std::size_t end = 0;
    for (const Token& token : tokenize(text, "")) {
      REQUIRE(token.range.begin >= end);
      REQUIRE(token.range.end > token.range.begin);
      REQUIRE(token.range.end <= text.size());
      end = token.range.end;
    }
  }
}

TEST_CASE("one long line takes linear time", "[tokenizer]") {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "word's كلمة-1 ";
  const auto time_of = [](std::string_view part) {
    const auto begin = std::chrono::steady_clock::now();
    CHECK_FALSE(tokenize(part, "en").empty());
    return std::chrono::steady_clock::now() - begin;
  };
  const auto eighth = time_of(std::string_view(text).substr(0, text.size() / 8 / 18 * 18));
  CHECK(time_of(text) < 40 * eighth + std::chrono::milliseconds(20));
}
