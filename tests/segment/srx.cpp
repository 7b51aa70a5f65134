#include "segment/srx.h"

#include "segment/base/error.h"
#include "segment/explain_split.h"
#include "segment/export_srx.h"
#include "tests/segment/sentence_splitter_support.h"

namespace muqabala {
namespace {

SrxOptions options(std::vector<SrxRule> rules, bool alone) {
  for (std::size_t i = 0; i < rules.size(); ++i) rules[i].line = i + 1;
  return {.rules = std::make_shared<const SrxRules>(
              SrxRules{.path = "rules.srx",
                       .lists = {{.name = "all", .rules = std::move(rules)}},
                       .maps = {{.language = ".*", .list = "all"}}}),
          .alone = alone};
}

Sentences split_by(const SrxOptions& srx, const std::string& text, const std::string& language) {
  return texts_of(split_sentences(one_block_document(text, language), srx));
}

const SrxRule kBreakAtStop{.breaks = true, .before = "[.?!]+", .after = "\\s"};

TEST_CASE("The first rule of SRX that matches a place decides", "[srx]") {
  const SrxRule exception{.breaks = false, .before = "\\bcat\\.", .after = "\\s"};
  const std::string text = "See cat. 7 here. Then go.";
  CHECK(split_by(options({exception, kBreakAtStop}, true), text, "en") ==
        Sentences{"See cat. 7 here.", "Then go."});
  CHECK(split_by(options({kBreakAtStop, exception}, true), text, "en") ==
        Sentences{"See cat.", "7 here.", "Then go."});
}

TEST_CASE("Rules of SRX alone know nothing of ours", "[srx]") {
  const auto srx = options({kBreakAtStop}, true);
  CHECK(split_by(srx, "Dr. Hale slept.Then he rose. ...!", "en") ==
        Sentences{"Dr.", "Hale slept.Then he rose.", "...!"});
  CHECK(split_by(srx, "One line.\nAnother one", "ar") == Sentences{"One line.", "Another one"});
  CHECK(split_by(options({}, true), "One. Two.", "en") == Sentences{"One. Two."});
}

TEST_CASE("Rules of SRX overrule ours where they match and leave the rest alone", "[srx]") {
  const auto srx = options({{.breaks = false, .before = "\\bblvd\\.", .after = "\\s"},
                            {.breaks = true, .before = ";", .after = "\\s"}},
                           false);
  CHECK(split_by(srx, "Dr. Hale took the old blvd. They went; she stayed. He slept.", "en") ==
        Sentences{"Dr. Hale took the old blvd. They went;", "she stayed.", "He slept."});
  CHECK(split_by(srx, "Er kam z. B. am 18. Mai; sie blieb. Es schneite.", "de") ==
        Sentences{"Er kam z. B. am 18. Mai;", "sie blieb.", "Es schneite."});
}

TEST_CASE("Empty expressions match anywhere", "[srx]") {
  CHECK(split_by(options({{.breaks = true, .before = "", .after = "[A-Z]"}}, true), "aBcD", "en") ==
        Sentences{"a", "Bc", "D"});
  CHECK(split_by(options({{.breaks = true, .before = "c", .after = ""}}, true), "abcabc", "en") ==
        Sentences{"abc", "abc"});
}

TEST_CASE("Rules of SRX may look behind and ahead, over the edges of windows too", "[srx]") {
  const auto srx = options({{.breaks = true, .before = "(?<!x)\\|", .after = "(?!y)"}}, true);
  CHECK(split_by(srx, "a|b x|c d|y e|f", "en") == Sentences{"a|", "b x|c d|y e|", "f"});
  const auto anchored = options({{.breaks = true, .before = "^a b", .after = ""}}, true);
  std::string text;
  while (text.size() < 20'000) text += "a b ";
  CHECK(split_by(anchored, text, "en").size() == 2);
  const auto words = options({{.breaks = true, .before = "a b", .after = " a"}}, true);
  for (const std::string pad : {"", "x", "xx", "é", "😀"}) {
    INFO(pad);
    CHECK(split_by(words, pad + text, "en").size() == 5000);
  }
}

TEST_CASE("Maps choose the rules by the whole tag, one or all that fit", "[srx]") {
  const SrxRule first{.breaks = true, .before = "1", .after = ""};
  const SrxRule second{.breaks = true, .before = "2", .after = ""};
  SrxRules rules{.path = "rules.srx",
                 .lists = {{.name = "one", .rules = {first}}, {.name = "two", .rules = {second}}},
                 .maps = {{.language = "EN.*", .list = "one"},
                          {.language = "(ar|en)", .list = "two"},
                          {.language = "de_CH", .list = "two"}}};
  CHECK(srx_rules_for(rules, "en").size() == 1);
  CHECK(srx_rules_for(rules, "en")[0].before == "1");
  CHECK(srx_rules_for(rules, "ar-LB").empty());
  CHECK(srx_rules_for(rules, "de-CH").size() == 1);
  rules.cascades = true;
  CHECK(srx_rules_for(rules, "en").size() == 2);
  CHECK(srx_rules_for(rules, "en-GB").size() == 1);
}

TEST_CASE("A language for which there are no rules is told", "[srx]") {
  SrxRules rules{.path = "rules.srx",
                 .lists = {{.name = "one", .rules = {kBreakAtStop}}},
                 .maps = {{.language = "fr", .list = "one"}}};
  const SrxOptions srx{.rules = std::make_shared<const SrxRules>(rules), .alone = false};
  const auto segmented = split_sentences(one_block_document("Dr. Hale. She.", "en"), srx);
  CHECK(segmented.size() == 2);
  REQUIRE(segmented.document.diagnostics.size() == 1);
  CHECK_THAT(segmented.document.diagnostics[0].message, ContainsText("no <languagemap> fits"));
}

TEST_CASE("What no engine can read is refused with its line and reason", "[srx]") {
  const auto refusal = [](const SrxRules& rules) -> std::string {
    try {
      check_srx(rules);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kMalformedSrx);
      return error.what();
    }
    return "";
  };
  SrxRules rules{.path = "x.srx",
                 .lists = {{.name = "one", .rules = {{.before = "a(", .line = 7}}}},
                 .maps = {{.language = "e[n", .list = "one", .line = 9}}};
  CHECK_THAT(refusal(rules), ContainsText("x.srx:7: "));
  CHECK_THAT(refusal(rules), ContainsText("<beforebreak> 'a('"));
  rules.lists[0].rules[0].before = "a";
  CHECK_THAT(refusal(rules), ContainsText("x.srx:9: "));
  rules.maps[0].language = "en";
  CHECK(refusal(rules).empty());
  rules.maps[0].list = "two";
  CHECK_THAT(refusal(rules), ContainsText("'two'"));
}

TEST_CASE("A rule that backtracks without end is stopped and named", "[srx]") {
  for (const char* evil : {"(a+)+b", "(a|aa)*x"}) {
    INFO(evil);
    const auto srx = options({kBreakAtStop, {.breaks = true, .before = evil, .after = ""}}, false);
    try {
      split_by(srx, std::string(5000, 'a'), "en");
      FAIL("the rule came to an end");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kSrxTooSlow);
      CHECK_THAT(error.what(), ContainsText("rules.srx:2: "));
      CHECK_THAT(error.what(), ContainsText(evil));
    }
  }
}

TEST_CASE("Rules of SRX take time in proportion to the text", "[srx]") {
  std::string text;
  while (text.size() < (std::size_t{1} << 16)) text += "word ";
  const auto srx = options({{.breaks = true, .before = "[^.]+\\.", .after = "\\s"}}, true);
  CHECK(split_by(srx, text, "en").size() == 1);
  CHECK(split_by(options({{.breaks = true, .before = "\\s", .after = ""}}, true),
                 std::string(1 << 20, ' ') + "a", "en") == Sentences{"a"});
}

TEST_CASE("Decisions by SRX are explained with the rule's line", "[srx]") {
  const auto srx = options({{.breaks = false, .before = "cat\\.", .after = "\\s"}}, false);
  const auto segmented = split_sentences(one_block_document("A cat. Then. So.", "en"), srx);
  std::string told;
  for (const SplitDecision& decision : explain_split(segmented, srx))
    told += (decision.ends ? "+" : "-") + decision.rule + " ";
  CHECK(told == "-srx-line-1 +full-stop +end-of-block ");
}

TEST_CASE("Exported rules split as ours do where no state is needed", "[srx]") {
  const SrxOptions srx{.rules = std::make_shared<const SrxRules>(export_srx("")), .alone = true};
  check_srx(*srx.rules);
  const std::string english[] = {
      "Dr. Hale met J. R. Moss at 5 p.m. They left the U.S. in Jan. 1902. See Fig. 2. Why? (Ibid.) "
      "No.",
      "“Who is there?” asked Ann. “Nobody!” It was grade A. The end came. He works at Inc. "
      "magazine.",
      "It cost 3.50 at www.example.org. She paused... Then she left ... or so. In 146 B.C. Rome "
      "won.",
      "The treaty (signed in 1648?) ended it. [...] No. 9 is open. Bring fruit etc. Leave the "
      "bread."};
  const std::string arabic[] = {
      "زار د. سامي المدينة. ثم عاد؟ نعم! توفي سنة 505 هـ. ودفن هناك. انظر ص. 45 من الكتاب. وكتب "
      "أ.د. علي.",
      "قال: «نعم.» ثم مضى. «أين؟» سألته أمه. ﴿آية. أخرى﴾ ثم سكت. كنت أريد أن... لا. وصل.ثم نام."};
  for (const std::string& text : english)
    CHECK(split_by(srx, text, "en") == split_by({}, text, "en"));
  for (const std::string& text : arabic)
    CHECK(split_by(srx, text, "ar") == split_by({}, text, "ar"));
  CHECK(export_srx("en-GB").maps.size() == 1);
  CHECK(export_srx("de").lists.empty());
}

}  // namespace
}  // namespace muqabala
