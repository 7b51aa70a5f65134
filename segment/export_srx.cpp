// The rules of `detail/decide*.cpp`, in their order, as pairs of regular expressions. The first
// rule that matches decides in SRX as it does here, so every rule of ours becomes one or two of
// SRX's, under the same name. Written for engines of ICU and of Java: no shorthand but \p{..}; no
// unbounded repetition, since they stand in look-behinds there, and no star even as a literal,
// since some engines take every star for one.

#include "segment/export_srx.h"

#include <string>
#include <utility>
#include <vector>

#include "segment/detail/abbreviations.h"
#include "segment/text/language.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

using detail::WordList;
using std::string;

/// Up to `times` of `expression`, one inside the other: a counted group of varying length is what
/// Java takes in no look-behind.
string up_to(int times, const string& expression) {
  string out;
  for (int i = 0; i < times; ++i) out = "(?:" + expression + out + ")?";
  return out;
}

const string kSpace = R"([\s\p{Z}])";
const string kArabic = R"(\p{script=Arabic})";
/// Marks and format characters, which no rule sees.
const string kMarks = "[\\p{M}\\p{Cf}\u0640]{0,5}";
const string kPeriod = R"([.．․])";
const string kStrong = R"([?!؟۔‼‽⁇⁈⁉。！？])";
const string kStop = R"([.．․…?!؟۔‼‽⁇⁈⁉。！？])";
const string kSeparator = R"([,;:،؛，；：、])";
/// A quotation mark, bracket or sign of a footnote that closes where white space follows.
const string kCloser = R"((?:[\p{Pe}\p{Pf}"'`“‘«\x2A†‡¹²³]|\[\p{Nd}{1,3}\]|\(\p{Nd}{1,3}\)))";
const string kClosers = up_to(4, kMarks + kCloser) + "(?:[ \u00A0\u202F][»”)])?" + kMarks;
/// White space and opening marks before the next word.
const string kOpeners = kMarks + kSpace + "{1,9}(?:" + kMarks + R"([\p{Ps}\p{Pi}\p{Pd}"'„»”])" +
                        kMarks + kSpace + "{0,2}){0,4}" + kMarks;
const string kWordBegins = R"((?<![\p{L}\p{M}\p{N}]|[\p{L}\p{N}][.'’]))";
/// The same for a single letter, which a hyphen or sign before it makes another thing.
const string kLetterBegins = R"((?<![\p{L}\p{M}\p{N}\p{S}\p{Pd}]|[\p{L}\p{N}][.'’]))";
const string kWordEnds = R"((?![\p{L}\p{M}\p{N}]|[.'’][\p{L}\p{N}]))";
const string kLineBegins = "(?:^|\\n)" + kMarks + "[ \\t]{0,9}" + R"([\p{Ps}\p{Pi}"'\x2A]{0,3})";

string with_capital(const string& word) {
  const CodePoint first = code_point_at(word, 0);
  if (first.value < U'a' || first.value > U'z') return word;
  string out = word;
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

string in_capitals(string word) {
  for (char& c : word)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return word;
}

void add_new(std::vector<string>& words, string word) {
  for (const string& known : words)
    if (known == word) return;
  words.push_back(std::move(word));
}

string alternatives(const std::vector<string>& words) {
  string out;
  for (const string& word : words) {
    if (!out.empty()) out += '|';
    for (const char c : word) out += c == '.' ? string("\\.") : string(1, c);
  }
  return "(?:" + out + ")";
}

enum class Spelling { kAny, kCapitalised };

/// The words of a list in the spellings in which the splitter knows them.
string words_of(WordList list, Spelling spelling = Spelling::kAny) {
  const bool shouted = list == WordList::kStarter || list == WordList::kHour;
  std::vector<string> words;
  for (const string& word : detail::words_on(list)) {
    const string capitalised = with_capital(word);
    const bool is_small = capitalised != word;
    if (spelling == Spelling::kAny || !is_small) add_new(words, word);
    add_new(words, capitalised);
    if (shouted || !is_small) add_new(words, in_capitals(word));
  }
  return alternatives(words);
}

string starter() { return words_of(WordList::kStarter, Spelling::kCapitalised) + kWordEnds; }

class Export {
 public:
  std::vector<SrxRule> run() {
    add_lines();
    add_addresses();
    add_context();
    add_marks();
    add_arabic();
    add_latin_letters();
    add_latin_words();
    add_ends();
    return std::move(rules_);
  }

 private:
  void ends(const char* name, string before, string after) {
    rules_.push_back({true, std::move(before), std::move(after), 0, name});
  }
  void goes_on(const char* name, string before, string after) {
    rules_.push_back({false, std::move(before), std::move(after), 0, name});
  }

  void add_lines() {
    ends("blank-line", "", "[ \\t\\r]{0,9}\\n[ \\t\\r]{0,9}\\n");
    ends("list-item", "",
         R"([ \t\r]{0,9}\n[ \t]{0,9}(?:[-–—•\x2A]|\(?(?:\p{Nd}{1,3}|\p{L})[.)-]))" + kSpace);
  }

  void add_addresses() {
    goes_on("inside-a-word", R"([@/_=\\][^\s\p{Z}]{0,64})" + kStop, R"([^\s\p{Z}])");
    goes_on("inside-a-word", kStop, R"([^\s\p{Z}]{1,64}[@/_=\\])");
    ends("space-forgotten-behind-mark", kStrong + kClosers, "[\\p{Lu}" + kArabic + "]");
  }

  /// What stands around a stop of any kind.
  void add_context() {
    const string stop = kStop + kClosers;
    goes_on("separator-follows", stop,
            kMarks + kSpace + "{0,3}" + kMarks + "(?:" + kSeparator + "|" + kStop + "|\\p{Pe})");
    goes_on("omission-in-brackets", R"([\[(])" + kStop + R"({1,6}[\])])", "");
    goes_on("bracket-opened-inside",
            R"([\p{L}\p{Nd},،؛;:])" + kMarks + kSpace + R"(\([^()\n]{0,400})" + kStop + R"(\))",
            kOpeners + "(?!" + starter() + ")");
    add_brackets(R"(\()", R"(\))", "100");
    add_brackets(R"(\[)", R"(\])", "100");
    add_brackets("\uFD3F", "\uFD3E", "600");
    goes_on("citation-follows", stop,
            kSpace + "{1,3}\\([^().]{0,60}\\p{Nd}[^().]{0,60}\\)" + kPeriod);
    goes_on("lower-case-follows", stop, kOpeners + R"(\p{Ll}(?!\p{Ll}?[A-Z]))");
    goes_on("brand", kWordBegins + words_of(WordList::kBrand) + kStrong + kClosers,
            kSpace + "(?!" + starter() + ")");
    add_speakers();
  }

  /// A stop, or the end of a verse, behind `open` and at most `distance` characters before `close`.
  /// The search is for the stop, and looks back from there: engines that search for the bracket see
  /// one stop behind it, not all.
  void add_brackets(const string& open, const string& close, const char* distance) {
    const string inside = "[^" + open + close + "\\n]";
    const string sign = "[.．․…?!؟۔‼‽⁇⁈⁉。！？\u06DD]";
    goes_on("inside-brackets",
            sign + "(?<=" + open + inside + "{0,400}" + sign + ")(?:\\p{Nd}{0,4}|" + kClosers + ")",
            inside + "{0," + distance + "}" + close);
  }

  void add_speakers() {
    const string quote = R"(["'»›”’])" + kMarks;
    const string no_new_quotation =
        R"((?![^.?!؟:\n]{0,40}:)(?![^.?!؟,،\n]{0,40}[,،])" + kSpace + R"({0,2}["“«]))";
    const string latin =
        "(?:\\p{Lu}[\\p{L}'’]{0,20}" + kSpace + "){0,2}" + words_of(WordList::kSpeech);
    const string arabic = alternatives(arabic_only(WordList::kSpeech)) +
                          alternatives(arabic_only(WordList::kSpeechEnding)) + "?";
    goes_on("speaker-follows", kStrong + kMarks + quote,
            kSpace + latin + kWordEnds + no_new_quotation);
    goes_on("speaker-follows", kStop + kMarks + quote,
            kSpace + arabic + kWordEnds + no_new_quotation);
  }

  static std::vector<string> arabic_only(WordList list) {
    std::vector<string> words;
    for (const string& word : detail::words_on(list))
      if (code_point_at(word, 0).value >= 0x600) words.push_back(word);
    return words;
  }

  void add_marks() {
    const string dots = "(?:" + kPeriod + "{2,9}|" + kPeriod + kSpace + kPeriod +
                        up_to(4, kSpace + kPeriod) + "|…" + kPeriod + "{0,3})" + kClosers;
    ends("question-or-exclamation", kStrong + kStop + "{0,9}" + kClosers, kSpace);
    ends("question-or-exclamation", kPeriod + "{2,3}" + kStrong + kClosers, kSpace);
    ends("pause-in-arabic", kPeriod + "{4,20}" + kClosers, kOpeners + kArabic);
    ends("pause-in-arabic", dots, kSpace + "{1,3}[\\p{Pi}\"]" + kMarks + kArabic);
    ends("pause-in-arabic", dots,
         kOpeners + alternatives(arabic_only(WordList::kStarter)) + kWordEnds);
    goes_on("pause-in-arabic", dots, kOpeners + kArabic);
    goes_on("omission", kSpace + "(?:" + kPeriod + "{2,3}|…|\\. \\. \\.)" + kClosers,
            kOpeners + "(?!" + starter() + ")");
    ends("ellipsis", dots, kSpace);
    ends("closing-mark-before-stop", R"([\p{Pe}\p{Pf}"'\x2A†‡])" + kMarks + kPeriod + kClosers,
         kSpace);
    const string marker = R"((?:\p{Nd}{1,3}|\p{L}|[IVXLCDM]{1,8}))" + kMarks + kPeriod;
    goes_on("list-marker", kLineBegins + marker, kSpace);
    goes_on("list-marker", ":" + kSpace + R"({1,3}(?:\p{Nd}|\p{L}))" + kMarks + kPeriod, kSpace);
    goes_on("list-marker", kLineBegins + words_of(WordList::kHeading) + kSpace + "{1,3}" + marker,
            kSpace);
  }

  void add_arabic() {
    const string letter = "[" + kArabic + "]";
    const string stop = kMarks + kPeriod + kClosers;
    const string era =
        "\\p{Nd}" + kMarks + kSpace + "{1,3}" + alternatives(arabic_only(WordList::kEra));
    goes_on("era", era + stop, kSpace + "{1,3}[\\p{Ps}\\p{Pd}]");
    ends("era", era + stop, kSpace);
    ends("named-letter",
         kWordBegins + alternatives(arabic_only(WordList::kNaming)) + kSpace + "{1,3}" + letter +
             stop,
         kSpace);
    ends("named-letter", kWordBegins + letter + kMarks + kSpace + "{1,3}" + letter + stop, kSpace);
    goes_on("letter", kWordBegins + letter + stop, kSpace);
    const string part = letter + kMarks;
    goes_on("letters-joined-by-dots",
            kWordBegins + part + "\\." + up_to(4, part + "\\.") + part + kPeriod + kClosers,
            kSpace);
    goes_on("siglum", kWordBegins + alternatives(arabic_only(WordList::kNever)) + stop, kSpace);
  }

  void add_latin_letters() {
    const string stop = kPeriod + kClosers;
    const string common = "(?:" + kWordBegins + R"(\p{Ll}[\p{L}'’]{0,30}|)" + kWordBegins +
                          words_of(WordList::kStarter) + ")" + kSpace + "{1,3}";
    ends("letter-in-arabic", kLetterBegins + R"([\p{Lu}\p{Ll}])" + stop, kOpeners + kArabic);
    goes_on("initial", kLetterBegins + R"(\p{Lu})" + stop, kOpeners + R"(\p{Nd})");
    ends("initial", common + "I" + stop, kOpeners + R"(\p{Lu})");
    ends("initial", common + R"(\p{Lu})" + stop,
         kOpeners + "(?!\\p{Lu}" + kWordEnds + ")" + starter());
    goes_on("initial", kLetterBegins + R"(\p{Lu})" + stop, kSpace);
    goes_on("letter", kLetterBegins + small_letters(WordList::kNever) + stop, kSpace);
    ends("letter", kLetterBegins + R"(\p{Ll})" + stop, kOpeners + starter());
    goes_on("letter", kLetterBegins + R"(\p{Ll})" + stop, kSpace);
  }

  static string small_letters(WordList list) {
    string letters;
    for (const string& word : detail::words_on(list))
      if (word.size() == 1 && word[0] >= 'a') letters += word;
    return "[" + letters + "]";
  }

  void add_latin_words() {
    const string stop = kPeriod + kClosers;
    const string hour = kWordBegins + words_of(WordList::kHour) + stop;
    goes_on("hour",
            kLineBegins + up_to(2, R"([^\s\p{Z}]{1,20})" + kSpace) + "[\\p{Nd}:]{0,5}" +
                words_of(WordList::kHour) + stop,
            kSpace);
    goes_on("hour", hour,
            kOpeners + "(?:" + words_of(WordList::kDay) + "|" + words_of(WordList::kZone) + ")" +
                kWordEnds);
    ends("hour", hour, kSpace);
    const string era = R"(\p{Nd})" + kSpace + "{1,3}" + words_of(WordList::kEra) + stop;
    goes_on("era", era, kOpeners + R"(\p{Nd})");
    ends("era", era, kSpace);
    goes_on("title", kWordBegins + words_of(WordList::kTitle) + stop, kSpace);
    goes_on("abbreviation", kWordBegins + words_of(WordList::kNever) + stop, kSpace);
    const string number = kWordBegins + words_of(WordList::kNumber) + stop;
    ends("number-follows", number, kOpeners + "[IA]" + kSpace + R"({1,3}\p{Ll})");
    goes_on("number-follows", number,
            kOpeners + R"((?:\p{Nd}|[IVXLCDM]{1,8}|\p{Lu}))" + "(?![\\p{L}])");
    ends("number-follows", number, kSpace);
    const string date =
        kWordBegins + "(?:" + words_of(WordList::kMonth) + "|" + words_of(WordList::kDay) + ")";
    goes_on("date", date + stop,
            kOpeners + "(?:\\p{Nd}|(?:" + words_of(WordList::kMonth) + "|" +
                words_of(WordList::kDay) + ")" + kWordEnds + ")");
    ends("date", date + stop, kSpace);
    ends("end-of-list", kWordBegins + words_of(WordList::kListEnd) + stop, kSpace);
    const string dotted = R"(\p{L}{1,4}\.)" + up_to(4, R"(\p{L}{1,4}\.)") + R"(\p{L}|\p{L}\.)" +
                          up_to(4, R"(\p{L}{1,4}\.)") + R"(\p{L}{1,4})";
    const string may_end =
        kWordBegins + "(?:" + words_of(WordList::kMayEnd) + "|" + dotted + ")" + kPeriod;
    ends("abbreviation-before-starter", may_end + R"(["'»›”’])", kSpace);
    ends("abbreviation-before-starter", may_end + kClosers, kOpeners + starter());
    goes_on("abbreviation-before-starter", may_end + kClosers, kSpace);
  }

  void add_ends() {
    ends("full-stop", kPeriod + kClosers, kSpace);
    const string arabic_letter = "[" + kArabic + "]" + kMarks;
    ends("space-forgotten-in-arabic",
         "(?<![." + kArabic + "\\p{M}\\p{Cf}])" + arabic_letter + arabic_letter + arabic_letter +
             "[" + kArabic + "\\p{M}\\p{Cf}]{0,30}" + kPeriod + kClosers,
         "(?:[" + kArabic + "]" + kMarks + "){2,30}(?![." + kArabic + "])");
    ends("space-forgotten-in-latin", kWordBegins + R"(\p{L}{1,30}\p{Ll}\.)", starter());
    ends("end-of-verse", "\u06DD\\p{Nd}{0,4}", kSpace);
  }

  std::vector<SrxRule> rules_;
};

constexpr const char* kListName = "Muqabala";

}  // namespace

SrxRules export_srx(std::string_view language) {
  SrxRules rules{.path = {}, .lists = {}, .maps = {}};
  const auto add_map = [&](std::string_view tag, const char* pattern) {
    if (language.empty() || same_language(language, tag))
      rules.maps.push_back({.language = pattern, .list = kListName, .line = 0});
  };
  add_map("ar", "(?:[Aa][Rr]|[Aa][Rr][AaBb])(?:[-_].*)?");
  add_map("en", "(?:[Ee][Nn]|[Ee][Nn][Gg])(?:[-_].*)?");
  if (!rules.maps.empty()) rules.lists.push_back({.name = kListName, .rules = Export().run()});
  return rules;
}

}  // namespace muqabala
