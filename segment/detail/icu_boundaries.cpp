#include "segment/detail/icu_boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/udata.h>
#include <unicode/ures.h>
#include <unicode/utext.h>

#include <cassert>
#include <functional>
#include <set>
#include <string>
#include <utility>

#include "segment/base/byte_range.h"
#include "segment/detail/characters.h"
#include "segment/detail/decide.h"
#include "segment/detail/line_breaks.h"
#include "segment/detail/quotes_and_brackets.h"
#include "segment/detail/words.h"

namespace muqabala::detail {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

Iterator sentence_breaks(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  Iterator breaks(icu::BreakIterator::createSentenceInstance(locale, status));
  assert(U_SUCCESS(status));
  return breaks;
}

using Names = std::set<std::string, std::less<>>;

/// CLDR's abbreviations of the language, without their final full stop. ICU's own filter
/// (`FilteredBreakIteratorBuilder`) takes them for suffixes too, so that in German no sentence
/// would end behind a word in -er: they are read here and compared with whole words.
Names abbreviations(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUResourceBundlePointer bundle(
      ures_open(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr", locale.getBaseName(), &status));
  const icu::LocalUResourceBundlePointer exceptions(
      ures_getByKey(bundle.getAlias(), "exceptions", nullptr, &status));
  const icu::LocalUResourceBundlePointer sentence(
      ures_getByKey(exceptions.getAlias(), "SentenceBreak", nullptr, &status));
  Names names;
  if (U_FAILURE(status)) return names;  // most languages have none
  for (std::int32_t i = 0; i < ures_getSize(sentence.getAlias()); ++i) {
    std::string name;
    icu::ures_getUnicodeStringByIndex(sentence.getAlias(), i, &status).toUTF8String(name);
    if (name.size() > 1 && name.back() == '.') names.insert(name.substr(0, name.size() - 1));
  }
  return names;
}

/// The root locale for a tag that ICU cannot read.
icu::Locale locale_of(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<std::int32_t>(language.size())), status);
  return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

void add_months(Names& names, const icu::DateFormatSymbols& symbols,
                icu::DateFormatSymbols::DtContextType context,
                icu::DateFormatSymbols::DtWidthType width) {
  std::int32_t count = 0;
  const icu::UnicodeString* const months = symbols.getMonths(count, context, width);
  for (std::int32_t i = 0; i < count; ++i) {
    std::string name;
    months[i].toUTF8String(name);
    if (!name.empty() && name.back() == '.') name.pop_back();
    names.insert(std::move(name));
  }
}

/// Names of months: languages that write the day with a full stop put it before one (18. Mai).
Names month_names(const icu::Locale& locale) {
  using Symbols = icu::DateFormatSymbols;
  UErrorCode status = U_ZERO_ERROR;
  const Symbols symbols(locale, status);
  Names names;
  if (U_FAILURE(status)) return names;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE})
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED})
      add_months(names, symbols, context, width);
  return names;
}

/// What is known of a language.
struct Knowledge {
  Names abbreviations;
  Names months;
};

class IcuScan {
 public:
  IcuScan(std::string_view block, const Knowledge& knowledge, Keep keep)
      : characters_(block),
        lines_(characters_),
        enclosures_(characters_),
        next_unknown_stop_(characters_, {}),
        knowledge_(knowledge),
        keep_(keep) {}

  std::vector<Decision> run(icu::BreakIterator& breaks) {
    breaks.first();
    for (std::int32_t at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next()) {
      propose_unknown_stops(static_cast<std::size_t>(at));
      see_proposal(static_cast<std::size_t>(at));
    }
    return std::move(decisions_);
  }

 private:
  struct IsUnknownStop {
    bool operator()(const Character& c) const {
      return c.value == U'\u17D4' || c.value == U'\u17D5';
    }
  };

  /// Proposes the stops before `limit` that ICU passes over.
  void propose_unknown_stops(std::size_t limit) {
    for (std::size_t at = next_unknown_stop_(gap_end_); at < limit; at = next_unknown_stop_(at))
      see_proposal(at = characters_.solid_at(characters_.at(at).end).begin);
  }

  /// 。「 : ICU takes the opening bracket for the end of what stands before it.
  std::size_t before_glued_openers(std::size_t at) const {
    std::size_t begin = at;
    Character c = characters_.before(begin);
    while (c.kind == CharClass::kOpen) {
      begin = c.begin;
      c = characters_.before(begin);
    }
    return c.kind == CharClass::kStrong ? begin : at;
  }

  /// `at`: where ICU lets the next sentence begin, behind the white space.
  void see_proposal(std::size_t at) {
    at = before_glued_openers(at);
    if (at <= gap_end_) return;
    const Character next = characters_.solid_at(at);
    gap_end_ = next.begin;
    if (next.kind == CharClass::kEnd) return;
    follow_marks(at);
    std::size_t newline = characters_.size();
    Character last = characters_.before(at);
    for (; last.kind == CharClass::kTransparent || is_gap(last.kind);
         last = characters_.before(last.begin))
      if (last.kind == CharClass::kNewline) newline = last.begin;
    std::size_t end = characters_.skip_transparent(last.end);
    if (end <= segment_begin_ || enclosures_.first_content() >= end) return;
    if (newline == characters_.size() && closes_behind_space(next)) {
      end = at = characters_.skip_transparent(next.end);
      if (characters_.solid_at(at).kind == CharClass::kEnd) return;
      last = next;
    }
    if (newline < characters_.size()) {
      const LineBreak judgement = lines_(newline);
      if (judgement.ends) return record(end, Verdict{true, judgement.rule});
      if (!ends_in_stop(last)) return record(end, Verdict{false, judgement.rule});
    }
    record(end, verdict_at(end, at));
  }

  /// « Qui ? » : the closing mark belongs to what stands before the space.
  bool closes_behind_space(const Character& c) const {
    if (c.kind != CharClass::kQuote && c.kind != CharClass::kClose) return false;
    return c.kind == CharClass::kClose || (is_gap(characters_.visible_at(c.end).kind) &&
                                           direction_of(characters_, c) == Direction::kCloses);
  }

  /// One full stop behind `word`: a marker, an initial, or the day of a date?
  Verdict verdict_on_word(const Word& word, const Character& next) {
    constexpr std::size_t kMaxMarkerDigits = 3;
    constexpr std::size_t kMaxDayDigits = 2;
    const bool small_number = word.is_number() && word.dots == 0;
    const bool leads = !word.empty() && word.begin <= enclosures_.first_content();
    if (small_number && word.digits <= kMaxMarkerDigits && leads) return {false, "list-marker"};
    if (small_number && word.digits <= kMaxDayDigits &&
        knowledge_.months.contains(word_at(characters_, next.begin).text()))
      return {false, "date"};
    if (word.is_single_letter() && is_cased(word.first) && next.kind == CharClass::kUpper &&
        !is_unit(word))
      return {false, "initial"};
    if (word.is_on(WordList::kTitleEverywhere)) return {false, "title"};
    if (is_abbreviation(word)) return {false, "abbreviation"};
    return {true, "icu"};
  }

  /// Whether `last`, alone or with the words before it (`z. B.`, `u. s. w.`), is on CLDR's list.
  bool is_abbreviation(const Word& last) const {
    constexpr int kMaxWords = 3;
    std::size_t begin = last.begin;
    for (int words = 0; words < kMaxWords; ++words) {
      if (knowledge_.abbreviations.contains(slice(characters_.text(), {begin, last.end})))
        return true;
      const Character stop = characters_.solid_before(begin);
      const Word word = word_before(characters_, stop.begin);
      if (stop.kind != CharClass::kPeriod || word.empty() || word.begin < segment_begin_)
        return false;
      begin = word.begin;
    }
    return false;
  }

  static bool is_cased(CharClass kind) {
    return kind == CharClass::kUpper || kind == CharClass::kLower;
  }

  /// 8848 m. is a measure, no initial.
  bool is_unit(const Word& letter) const {
    return word_before(characters_, characters_.solid_before(letter.begin).end).is_number();
  }

  bool ends_in_stop(Character c) const {
    while (c.kind == CharClass::kQuote || c.kind == CharClass::kClose || c.kind == CharClass::kNote)
      c = characters_.visible_before(c.begin);
    return is_stop(c.kind);
  }

  Verdict verdict_at(std::size_t end, std::size_t next_begin) {
    const Character next = characters_.solid_at(next_begin);
    const Character last = characters_.visible_before(end);
    if (last.kind == CharClass::kPeriod) {
      const Verdict verdict = verdict_on_word(word_before(characters_, last.begin), next);
      if (!verdict.ends) return verdict;
    }
    if (next.kind == CharClass::kLower) return {false, "lower-case-follows"};
    if (enclosures_.inside(end)) return {false, "inside-brackets"};
    return {true, "icu"};
  }

  /// Brackets up to `at`.
  void follow_marks(std::size_t at) {
    while (followed_ < at) {
      const Character c = characters_.at(followed_);
      if (c.kind == CharClass::kOpen || c.kind == CharClass::kClose) enclosures_.see_bracket(c);
      followed_ = c.end;
    }
  }

  void record(std::size_t at, Verdict verdict) {
    if (verdict.ends || keep_ == Keep::kAll) decisions_.push_back({at, verdict.ends, verdict.rule});
    if (!verdict.ends) return;
    segment_begin_ = at;
    enclosures_.start_segment(at);
  }

  Characters characters_;
  LineBreaks lines_;
  Enclosures enclosures_;
  NextSuch<IsUnknownStop> next_unknown_stop_;
  const Knowledge& knowledge_;
  Keep keep_;
  std::size_t followed_ = 0;
  std::size_t gap_end_ = 0;  ///< where the white space ends that was judged last
  std::size_t segment_begin_ = 0;
  std::vector<Decision> decisions_;
};

}  // namespace

struct IcuBoundaries::Impl {
  Iterator breaks;
  Knowledge knowledge;
};

IcuBoundaries::IcuBoundaries(std::string_view language)
    : impl_(std::make_unique<Impl>(
          Impl{sentence_breaks(locale_of(language)),
               {abbreviations(locale_of(language)), month_names(locale_of(language))}})) {}
IcuBoundaries::~IcuBoundaries() = default;
IcuBoundaries::IcuBoundaries(IcuBoundaries&&) noexcept = default;
IcuBoundaries& IcuBoundaries::operator=(IcuBoundaries&&) noexcept = default;

std::vector<Decision> IcuBoundaries::operator()(std::string_view block, Keep keep) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, block.data(), static_cast<std::int64_t>(block.size()), &status);
  impl_->breaks->setText(&text, status);
  assert(U_SUCCESS(status));
  std::vector<Decision> decisions = IcuScan(block, impl_->knowledge, keep).run(*impl_->breaks);
  utext_close(&text);
  return decisions;
}

}  // namespace muqabala::detail
