#include "segment/detail/decide.h"

namespace muqabala::detail {
namespace {

/// A citation in brackets behind a sentence is no longer than this.
constexpr std::size_t kCitationChars = 60;
/// The longest number that counts list items.
constexpr std::size_t kMaxMarkerDigits = 3;
/// Names between a quotation and the verb of speaking: “...?” Anna Smith asked.
constexpr int kMaxSpeakerNames = 2;
/// How far the new quotation stands behind the verb, with the speaker between: قال الرجل العجوز:
constexpr std::size_t kSpeakerChars = 40;
/// Shorter words on either side of a stop without a space may be parts of one name or file.
constexpr std::size_t kMinArabicBefore = 3;
constexpr std::size_t kMinArabicAfter = 2;
/// Dots that stand for an omission or pause and the end behind it.
constexpr std::size_t kManyPeriods = 4;

Opinion goes_on_if(bool condition) { return condition ? Opinion::kGoesOn : Opinion::kNone; }
Opinion ends_if(bool condition) { return condition ? Opinion::kEnds : Opinion::kNone; }

bool is_strong(const Situation& s) { return s.candidate.kind == StopKind::kStrong; }

/// Whether the run of non-space characters around the stop has a sign that no sentence has inside
/// a word: addresses, paths, queries, names of variables.
bool in_address(const Situation& s) {
  constexpr int kLookAt = 64;
  const auto is_sign = [](const Character& c) {
    return c.value == U'@' || c.value == U'/' || c.value == U'_' || c.value == U'=' ||
           c.value == U'\\';
  };
  Character c = s.characters.before(s.candidate.begin);
  for (int i = 0; i < kLookAt && c.kind != CharClass::kEnd && !is_gap(c.kind); ++i) {
    if (is_sign(c)) return true;
    c = s.characters.before(c.begin);
  }
  c = s.characters.at(s.candidate.end);
  for (int i = 0; i < kLookAt && c.kind != CharClass::kEnd && !is_gap(c.kind); ++i) {
    if (is_sign(c)) return true;
    c = s.characters.at(c.end);
  }
  return false;
}

bool is_glued(const Situation& s) { return !s.candidate.space_after; }

/// كيف حالك؟أنا بخير and “Really?Yes”: the space was forgotten.
Opinion space_forgotten_behind_strong(const Situation& s) {
  if (!is_glued(s) || !is_strong(s)) return Opinion::kNone;
  const CharClass next = s.candidate.next_word.kind;
  return ends_if((next == CharClass::kArabic || next == CharClass::kUpper) && !in_address(s));
}

/// Scripts without spaces: 。 is followed by the next sentence right away.
Opinion script_without_spaces(const Situation& s) {
  return ends_if(is_glued(s) && is_strong(s) && s.candidate.next.kind == CharClass::kLetter);
}

Opinion space_forgotten_in_arabic(const Situation& s) {
  return ends_if(is_glued(s) && s.candidate.kind == StopKind::kPeriod && s.before.is_arabic() &&
                 s.before.dots == 0 && s.before.letters >= kMinArabicBefore &&
                 s.after.first == CharClass::kArabic && s.after.dots == 0 &&
                 s.after.letters >= kMinArabicAfter);
}

/// “ended.The”, but not “main.The” of a program: both neighbours must be plain words.
Opinion space_forgotten_in_latin(const Situation& s) {
  return ends_if(is_glued(s) && s.candidate.kind == StopKind::kPeriod &&
                 s.before.last == CharClass::kLower && s.before.dots == 0 && s.after.dots == 0 &&
                 starter_follows(s) && !in_address(s));
}

Opinion glued(const Situation& s) { return goes_on_if(is_glued(s)); }

Opinion separator_follows(const Situation& s) {
  const CharClass next = s.candidate.next.kind;
  return goes_on_if(next == CharClass::kSeparator || next == CharClass::kClose || is_stop(next));
}

/// [...]
Opinion omission_in_brackets(const Situation& s) {
  return goes_on_if(s.candidate.previous.kind == CharClass::kOpen &&
                    s.candidate.bracket.kind == CharClass::kClose);
}

Opinion bracket_opened_inside(const Situation& s) {
  if (s.candidate.bracket.kind == CharClass::kEnd ||
      !s.enclosures.closes_inner(s.candidate.bracket))
    return Opinion::kNone;
  return starter_follows(s) ? Opinion::kEnds : Opinion::kGoesOn;
}

Opinion inside_brackets(const Situation& s) {
  return goes_on_if(s.enclosures.inside(s.candidate.end));
}

/// “... end.” (Smith 55). The reference belongs to the sentence before it.
Opinion citation_follows(const Situation& s) {
  if (s.candidate.next.value != U'(') return Opinion::kNone;
  bool has_digit = false;
  Character c = s.characters.visible_at(s.candidate.next.end);
  for (std::size_t i = 0; i < kCitationChars && c.kind != CharClass::kClose; ++i) {
    if (c.kind == CharClass::kEnd) return Opinion::kNone;
    has_digit |= c.kind == CharClass::kDigit;
    c = s.characters.visible_at(c.end);
  }
  return goes_on_if(c.value == U')' && has_digit &&
                    s.characters.visible_at(c.end).kind == CharClass::kPeriod);
}

Opinion lower_case_follows(const Situation& s) {
  return goes_on_if(s.candidate.next_word.kind == CharClass::kLower && !is_small_name(s.after));
}

Opinion brand(const Situation& s) {
  return goes_on_if(is_strong(s) && s.before.is_on(WordList::kBrand) && !starter_follows(s));
}

/// The word is a verb of speaking, alone or with a pronoun on it.
bool speaks(const Word& word) {
  if (word.is_on(WordList::kSpeech)) return true;
  if (!word.is_arabic() || word.overlong) return false;
  const std::string_view text = word.text();
  constexpr std::size_t kArabicLetterBytes = 2;
  for (std::size_t letters = 1; letters <= 3; ++letters) {
    const std::size_t tail = letters * kArabicLetterBytes;
    if (tail + kArabicLetterBytes >= text.size()) return false;
    if ((lists_of(text.substr(text.size() - tail)) & mask_of(WordList::kSpeechEnding)) != 0 &&
        (lists_of(text.substr(0, text.size() - tail)) & mask_of(WordList::kSpeech)) != 0)
      return true;
  }
  return false;
}

/// Whether the speaker's words go on to a new quotation: to a colon, or a comma and a mark.
bool opens_quotation(const Situation& s, std::size_t at) {
  Character c = s.characters.visible_at(at);
  for (std::size_t i = 0; i < kSpeakerChars && !is_stop(c.kind) && c.kind != CharClass::kNewline;
       ++i) {
    if (c.value == U':') return true;
    if (c.kind == CharClass::kSeparator && s.characters.solid_at(c.end).kind == CharClass::kQuote)
      return true;
    c = s.characters.visible_at(c.end);
  }
  return false;
}

/// «أين كنت؟» سألته أمه and «غدا.» أجابها: what follows tells who spoke. Behind a full stop only in
/// Arabic; Latin texts write a comma there, and a capital behind the stop is a new sentence.
Opinion speaker_follows(const Situation& s) {
  const bool may_go_on = is_strong(s) || s.after.is_arabic();
  if (!may_go_on || !s.candidate.quote_closes ||
      s.candidate.next.kind != s.candidate.next_word.kind)
    return Opinion::kNone;
  Word word = s.after;
  const auto is_name = [](const Word& w) {
    return w.is_capitalised() && !w.is_on(WordList::kStarter) && !speaks(w);
  };
  for (int names = 0; names < kMaxSpeakerNames && is_name(word); ++names)
    word = word_at(s.characters, s.characters.solid_at(word.end).begin);
  return goes_on_if(speaks(word) && !opens_quotation(s, word.end));
}

Opinion strong_stop(const Situation& s) { return ends_if(is_strong(s)); }

bool is_ellipsis(const Situation& s) { return s.candidate.kind == StopKind::kEllipsis; }

/// “the minister ... Anna Smith”: something was left out, unless a new sentence plainly begins.
Opinion omission_in_latin(const Situation& s) {
  return goes_on_if(is_ellipsis(s) && s.candidate.space_before && !starter_follows(s) &&
                    s.candidate.periods < kManyPeriods &&
                    s.candidate.next_word.kind != CharClass::kArabic);
}

/// In Arabic, dots mark a pause or the middle of a verse far more often than an end; an end only
/// before words that open a clause of their own (لقد، هل، إنه).
Opinion pause_in_arabic(const Situation& s) {
  if (!is_ellipsis(s) || s.candidate.next_word.kind != CharClass::kArabic) return Opinion::kNone;
  const bool quotation_opens = s.candidate.next.kind == CharClass::kQuote;
  const bool ends =
      s.candidate.periods >= kManyPeriods || quotation_opens || s.after.is_on(WordList::kStarter);
  return ends ? Opinion::kEnds : Opinion::kGoesOn;
}

Opinion ellipsis(const Situation& s) { return ends_if(is_ellipsis(s)); }

/// “word”. and word). are no abbreviations.
Opinion mark_before(const Situation& s) { return ends_if(s.candidate.mark_before); }

/// Chapter 1. The Mill; المادة 5. يعمل بهذا القانون.
bool numbers_heading(const Situation& s) {
  const Word earlier = s.earlier();
  return earlier.is_on(WordList::kHeading) && earlier.begin <= s.enclosures.first_content();
}

Opinion list_marker(const Situation& s) {
  const Word& word = s.before;
  const bool counts = (word.is_number() && word.dots == 0 && word.digits <= kMaxMarkerDigits) ||
                      word.is_single_letter() || is_roman(word);
  if (!counts) return Opinion::kNone;
  const bool behind_colon = is_gap(s.characters.visible_before(word.begin).kind) &&
                            s.characters.solid_before(word.begin).value == U':' &&
                            (word.digits == 1 || word.is_single_letter());
  return goes_on_if(s.leads_segment() || behind_colon || numbers_heading(s));
}

/// Whether a glued candidate of these neighbours could be an end with a forgotten space. Spares the
/// look at words in decimals, addresses and acronyms.
bool may_lack_space(const Candidate& candidate) {
  const CharClass left = candidate.previous.kind;
  const CharClass right = candidate.next_word.kind;
  if (candidate.kind == StopKind::kStrong) return is_letter(right);
  return (left == CharClass::kArabic && right == CharClass::kArabic) ||
         (left == CharClass::kLower && right == CharClass::kUpper);
}

constexpr Rule kGlued[] = {
    {"script-without-spaces", script_without_spaces},
    {"space-forgotten-behind-mark", space_forgotten_behind_strong},
    {"space-forgotten-in-arabic", space_forgotten_in_arabic},
    {"space-forgotten-in-latin", space_forgotten_in_latin},
    {"inside-a-word", glued},
};

constexpr Rule kContext[] = {
    {"separator-follows", separator_follows},
    {"omission-in-brackets", omission_in_brackets},
    {"bracket-opened-inside", bracket_opened_inside},
    {"inside-brackets", inside_brackets},
    {"citation-follows", citation_follows},
    {"lower-case-follows", lower_case_follows},
    {"brand", brand},
    {"speaker-follows", speaker_follows},
};

constexpr Rule kStops[] = {
    {"question-or-exclamation", strong_stop},  {"omission", omission_in_latin},
    {"pause-in-arabic", pause_in_arabic},      {"ellipsis", ellipsis},
    {"closing-mark-before-stop", mark_before}, {"list-marker", list_marker},
};

Verdict verdict_of(const NamedOpinion& named) {
  return {named.opinion == Opinion::kEnds, named.rule};
}

}  // namespace

Word Situation::earlier() const {
  const Character c = characters.solid_before(before.begin);
  if (before.begin <= enclosures.first_content()) return {};
  return word_before(characters, c.end);
}

bool starter_follows(const Situation& s) {
  return s.after.is_capitalised() && s.after.is_on(WordList::kStarter);
}

NamedOpinion ask(std::span<const Rule> rules, const Situation& situation) {
  for (const Rule& rule : rules) {
    const Opinion opinion = rule.opinion(situation);
    if (opinion != Opinion::kNone) return {opinion, rule.name};
  }
  return {};
}

Verdict decide(const Characters& characters, const Candidate& candidate, Enclosures& enclosures) {
  if (!candidate.space_after && !may_lack_space(candidate)) return {false, "inside-a-word"};
  const Situation situation{.characters = characters,
                            .candidate = candidate,
                            .enclosures = enclosures,
                            .before = word_before(characters, candidate.begin),
                            .after = word_at(characters, candidate.next_word.begin)};
  const std::span<const Rule> of_script =
      situation.before.is_arabic() ? arabic_rules() : latin_rules();
  for (const std::span<const Rule> rules :
       {std::span<const Rule>(kGlued), std::span<const Rule>(kContext),
        std::span<const Rule>(kStops), of_script}) {
    const NamedOpinion named = ask(rules, situation);
    if (named.opinion != Opinion::kNone) return verdict_of(named);
  }
  return {true, "full-stop"};
}

}  // namespace muqabala::detail
