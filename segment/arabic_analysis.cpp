// Arabic writes conjunctions, prepositions, the article and the future particle before a word and
// pronouns after it, all without a space, and a dictionary lists none of these forms. The chain is
// (after Buckwalter's Arabic morphological analyzer, 2002, without its lexicon)
//
//   conjunction? (preposition? article? | future?)  STEM  number-and-gender? pronoun?
//
// Every way to take it apart that leaves two letters is tried, and spellings that change at a
// seam are turned back: ta marbuta (folded: ha) was written ta before a suffix, alef maqsura
// (folded: ya) was alef, a final hamza sat on waw or ya. Imperfect verbs of every person also lead
// to the third person and to the perfect, which is what dictionaries list.
// No lexicon is asked: the caller keeps the bases that its dictionary knows. A word gives about 12
// candidates in half a microsecond.

#include "segment/arabic_analysis.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr std::size_t kMaxLetters = 24;
constexpr std::size_t kMinBase = 2;
constexpr std::size_t kMinVerbStem = 3;

enum class Host : std::uint8_t { kAny, kDefinite, kImperfect };

struct Prefix {
  std::u16string_view letters;
  Host host;
};

constexpr std::array<Prefix, 24> kPrefixes = {{
    {u"", Host::kAny},         {u"و", Host::kAny},         {u"ف", Host::kAny},
    {u"ب", Host::kAny},        {u"ل", Host::kAny},         {u"ك", Host::kAny},
    {u"وب", Host::kAny},       {u"ول", Host::kAny},        {u"وك", Host::kAny},
    {u"فب", Host::kAny},       {u"فل", Host::kAny},        {u"س", Host::kImperfect},
    {u"وس", Host::kImperfect}, {u"فس", Host::kImperfect},  {u"ال", Host::kDefinite},
    {u"وال", Host::kDefinite}, {u"فال", Host::kDefinite},  {u"بال", Host::kDefinite},
    {u"كال", Host::kDefinite}, {u"وبال", Host::kDefinite}, {u"وكال", Host::kDefinite},
    {u"لل", Host::kDefinite},  {u"ولل", Host::kDefinite},  {u"فلل", Host::kDefinite},
}};

constexpr std::array<std::u16string_view, 12> kPronouns = {
    u"ه", u"ها", u"هم", u"هن", u"هما", u"ك", u"كم", u"كن", u"كما", u"نا", u"ي", u"ني"};

// Of nouns: feminine, dual, sound plurals, the accusative's alef. Of verbs: persons.
constexpr std::array<std::u16string_view, 13> kEndings = {
    u"ه", u"ات", u"ان", u"ون", u"ين", u"تان", u"تين", u"ا", u"وا", u"ت", u"تم", u"تا", u"ن"};
// Endings that a pronoun leaves shortened or that only stand before one.
constexpr std::array<std::u16string_view, 6> kInnerEndings = {u"ات", u"ون", u"ي", u"و", u"ا", u"ت"};

/// Of a word and the letters that are put to it.
constexpr std::size_t kLetterPlaces = kMaxLetters + 2;

class Letters {
 public:
  explicit Letters(std::u16string_view text) {
    std::copy(text.begin(), text.end(), letters_.begin());
    size_ = text.size();
  }
  std::u16string_view view() const { return {letters_.data(), size_}; }
  void push_front(char16_t letter) {
    std::copy_backward(letters_.begin(), letters_.begin() + size_, letters_.begin() + size_ + 1);
    letters_[0] = letter;
    ++size_;
  }
  void push_back(char16_t letter) { letters_[size_++] = letter; }
  void pop_back() { --size_; }
  char16_t& front() { return letters_[0]; }
  char16_t& back() { return letters_[size_ - 1]; }

 private:
  std::array<char16_t, kLetterPlaces> letters_{};
  std::size_t size_ = 0;
};

class Analyses {
 public:
  void add(std::u16string_view base, std::size_t stripped) {
    std::array<char, 2 * kLetterPlaces> bytes;  // every letter takes two
    for (std::size_t k = 0; k < base.size(); ++k) {
      bytes[2 * k] = static_cast<char>(0xC0 | base[k] >> 6);
      bytes[2 * k + 1] = static_cast<char>(0x80 | (base[k] & 0x3F));
    }
    const std::string_view utf8(bytes.data(), 2 * base.size());
    const auto known = std::find_if(list_.begin(), list_.end(),
                                    [&](const ArabicAnalysis& a) { return a.base == utf8; });
    if (known == list_.end()) {
      list_.push_back({std::string(utf8), stripped});
    } else {
      known->stripped = std::min(known->stripped, stripped);
    }
  }

  std::vector<ArabicAnalysis> sorted() && {
    std::stable_sort(
        list_.begin(), list_.end(),
        [](const ArabicAnalysis& a, const ArabicAnalysis& b) { return a.stripped < b.stripped; });
    return std::move(list_);
  }

 private:
  std::vector<ArabicAnalysis> list_;
};

bool is_imperfect_prefix(char16_t letter) {
  return letter == u'ي' || letter == u'ت' || letter == u'ن' || letter == u'ا';
}

class Analyser {
 public:
  std::vector<ArabicAnalysis> operator()(std::u16string_view word) {
    analyses_.add(word, 0);
    for (const Prefix& prefix : kPrefixes) {
      if (!word.starts_with(prefix.letters)) continue;
      const std::u16string_view rest = word.substr(prefix.letters.size());
      if (rest.size() < kMinBase) continue;
      if (prefix.host == Host::kImperfect && !is_imperfect_prefix(rest.front())) continue;
      host_ = prefix.host;
      add_endings(rest, prefix.letters.size());
    }
    return std::move(analyses_).sorted();
  }

 private:
  void add_endings(std::u16string_view rest, std::size_t stripped) {
    add_base(rest, stripped);
    for (const std::u16string_view ending : kEndings) {
      if (!can_strip(rest, ending)) continue;
      const std::u16string_view base = rest.substr(0, rest.size() - ending.size());
      const std::size_t cost = stripped + ending.size();
      add_base(base, cost);
      if (ending == u"ات" || ending == u"تان" || ending == u"تين")
        add_changed(base, u"", u'ه', cost);
    }
    if (host_ != Host::kImperfect && rest.ends_with(u"ي")) add_nisba(rest, stripped, 1);
    if (host_ != Host::kImperfect && rest.ends_with(u"يه")) add_nisba(rest, stripped, 2);
    if (host_ == Host::kDefinite) return;  // a noun has the article or a pronoun, never both
    for (const std::u16string_view pronoun : kPronouns) {
      if (!can_strip(rest, pronoun)) continue;
      add_before_pronoun(rest.substr(0, rest.size() - pronoun.size()), stripped + pronoun.size());
    }
  }

  static bool can_strip(std::u16string_view rest, std::u16string_view suffix) {
    return rest.size() >= suffix.size() + kMinBase && rest.ends_with(suffix);
  }

  void add_before_pronoun(std::u16string_view rest, std::size_t stripped) {
    add_base(rest, stripped);
    if (rest.ends_with(u"ت")) add_changed(rest, u"ت", u'ه', stripped);
    if (rest.ends_with(u"ا")) add_changed(rest, u"ا", u'ي', stripped);
    if (rest.ends_with(u"او")) add_changed(rest, u"و", u'ء', stripped);
    if (rest.ends_with(u"اي")) add_changed(rest, u"ي", u'ء', stripped);
    for (const std::u16string_view ending : kInnerEndings) {
      if (!can_strip(rest, ending)) continue;
      const std::u16string_view base = rest.substr(0, rest.size() - ending.size());
      add_base(base, stripped + ending.size());
      if (ending == u"ات") add_changed(base, u"", u'ه', stripped + ending.size());
    }
  }

  // The adjective of a noun in ta marbuta: political, politics.
  void add_nisba(std::u16string_view rest, std::size_t stripped, std::size_t ending) {
    if (rest.size() < ending + kMinVerbStem) return;
    add_changed(rest.substr(0, rest.size() - ending), u"", u'ه', stripped + ending);
  }

  // `base` with the letter `was` at its end, if any, turned back into `now`.
  void add_changed(std::u16string_view base, std::u16string_view was, char16_t now,
                   std::size_t stripped) {
    Letters changed(base.substr(0, base.size() - was.size()));
    changed.push_back(now);
    if (changed.view().size() >= kMinBase) analyses_.add(changed.view(), stripped + 1);
  }

  void add_base(std::u16string_view base, std::size_t stripped) {
    analyses_.add(base, stripped);
    if (host_ == Host::kDefinite || base.size() <= kMinVerbStem ||
        !is_imperfect_prefix(base.front())) {
      return;
    }
    Letters verb(base);
    if (base.front() != u'ي') {
      verb.front() = u'ي';
      analyses_.add(verb.view(), stripped + 1);
    }
    analyses_.add(base.substr(1), stripped + 1);
    // The perfect of the derived stems IV and VII to X begins with alef.
    verb.front() = u'ا';
    analyses_.add(verb.view(), stripped + 2);
  }

  Analyses analyses_;
  Host host_ = Host::kAny;
};

}  // namespace

std::vector<ArabicAnalysis> analyse_arabic(std::string_view folded_word) {
  std::array<char16_t, kMaxLetters> letters{};
  std::size_t size = 0;
  for (std::size_t at = 0; at < folded_word.size();) {
    const CodePoint c = code_point_at(folded_word, at);
    const bool arabic = c.value >= 0x0621 && c.value <= 0x06FF;
    if (!arabic || size == kMaxLetters) return {{std::string(folded_word), 0}};
    letters[size++] = static_cast<char16_t>(c.value);
    at += c.size_bytes;
  }
  if (size == 0) return {{std::string(folded_word), 0}};
  return Analyser()({letters.data(), size});
}

}  // namespace muqabala
