// A date grows around the name of a month: day before or after it, year, weekday, the month's other
// name (تشرين الثاني/نوفمبر). What may stand between two parts is listed. Years and weekdays are
// dates by themselves. Each piece is used once, so the work is linear in the pieces.

#include "segment/quantities/detail/date_reader.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "segment/quantities/detail/date_words.h"

namespace muqabala::detail {
namespace {

constexpr int kDays = 31;
/// A bare number of four digits in this range is taken for a year; the others only with a cue.
constexpr int kFirstModernYear = 1500;
constexpr int kLastModernYear = 2099;
constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2999;
constexpr std::size_t kMaxGap = 3;  // words between two parts of a date

class Assembler {
 public:
  Assembler(const LexedText& text, std::vector<Piece>& pieces) : text_(text), pieces_(pieces) {}

  std::vector<DateMention> run() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].name && !pieces_[i].name->is_weekday) around_month(i);
    }
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      Piece& piece = pieces_[i];
      if (piece.is_used) continue;
      if (piece.date)
        whole_date(i);
      else if (piece.name && piece.name->is_weekday)
        lone_weekday(i);
      else if (piece.number)
        lone_year(i);
    }
    std::stable_sort(dates_.begin(), dates_.end(), [](const DateMention& a, const DateMention& b) {
      return a.range.begin < b.range.begin;
    });
    return std::move(dates_);
  }

 private:
  struct Growing {
    CalendarDate date;
    std::size_t first = 0;  // pieces
    std::size_t last = 0;
    std::size_t end = 0;  // word after it
    bool has_era = false;
  };

  /// The words between two pieces, an ordinal's ending left out; nothing if there are too many.
  std::optional<std::string> gap(std::size_t before, std::size_t after) const {
    std::size_t at = pieces_[before].end;
    const std::size_t end = pieces_[after].begin;
    if (at < end && text_.touches(at) && ordinal_endings().contains(text_.key(at))) ++at;
    if (end - at > kMaxGap) return std::nullopt;
    // February's 4-1 is no day; the tokenizer leaves the 's out.
    const std::string_view after_piece =
        text_.text.substr(text_.words[pieces_[before].end - 1].range.end);
    if (after_piece.starts_with("'s") || after_piece.starts_with("’s")) return std::nullopt;
    std::string joined;
    for (; at < end; ++at) joined += (joined.empty() ? "" : " ") + text_.key(at);
    return joined;
  }

  bool gap_is(std::size_t before, std::size_t after, const Words& allowed) const {
    const auto between = gap(before, after);
    return between && allowed.contains(*between);
  }

  const NumberItem* free_number(std::size_t i) const {
    return i < pieces_.size() && !pieces_[i].is_used && pieces_[i].number && !pieces_[i].date
               ? &*pieces_[i].number
               : nullptr;
  }

  bool is_day(std::size_t i) const {
    const NumberItem* number = free_number(i);
    if (number == nullptr || number->integer < 1 || number->integer > kDays) return false;
    const NumberForm form = number->mention.form;
    return form == NumberForm::kOrdinal || form == NumberForm::kMarker ||
           (form == NumberForm::kDigits && number->digits <= 2);
  }

  bool is_year(std::size_t i, bool is_islamic) const {
    const NumberItem* number = free_number(i);
    if (number == nullptr) return false;
    const int least = is_islamic ? 1 : kFirstYear;
    return number->integer >= least && number->integer <= kLastYear &&
           (number->digits == 0 || number->digits >= 3);
  }

  bool is_weekday(std::size_t i) const {
    return i < pieces_.size() && !pieces_[i].is_used && pieces_[i].name &&
           pieces_[i].name->is_weekday;
  }

  void use(Growing& growing, std::size_t i) {
    pieces_[i].is_used = true;
    growing.first = std::min(growing.first, i);
    growing.last = std::max(growing.last, i);
    growing.end = std::max(growing.end, pieces_[i].end);
  }

  void set_year(Growing& growing, std::size_t i) {
    growing.date.year = pieces_[i].number->integer;
    use(growing, i);
    take_era(growing);
  }

  void take_era(Growing& growing) {
    const EraWord era = era_at(text_, growing.end);
    growing.end += era.words;
    growing.has_era |= era.era != Era::kNone;
    if (era.era == Era::kIslamic) growing.date.calendar = Calendar::kIslamic;
    if (era.era == Era::kBefore) growing.date.year = -*growing.date.year;
  }

  void add(const Growing& growing, bool is_sure = true) {
    dates_.push_back({.range = text_.bytes(pieces_[growing.first].begin, growing.end),
                      .readings = {growing.date},
                      .is_sure = is_sure && !is_note(growing.first),
                      .in_brackets = text_.words[pieces_[growing.first].begin].in_brackets});
    // An early year by itself may be of either calendar.
    const CalendarDate& date = growing.date;
    if (!date.year || date.month || growing.has_era || *date.year < 1 ||
        *date.year >= kFirstModernYear)
      return;
    CalendarDate islamic = date;
    islamic.calendar = Calendar::kIslamic;
    dates_.back().readings.push_back(islamic);
  }

  /// A lone number that begins a text may be its year all the same.
  bool is_note(std::size_t i) const { return text_.words[pieces_[i].begin].in_note; }

  void around_month(std::size_t i) {
    if (pieces_[i].is_used) return;
    const DateName month = *pieces_[i].name;
    Growing growing{.date = {.calendar = month.calendar, .month = month.number},
                    .first = i,
                    .last = i,
                    .end = pieces_[i].end};
    std::vector<int> more_days;
    if (i > 0 && is_day(i - 1) && gap_is(i - 1, i, between_day_and_month())) {
      growing.date.day = pieces_[i - 1].number->integer;
      use(growing, i - 1);
      if (i > 1 && is_day(i - 2) && gap_is(i - 2, i - 1, range_marks()))
        more_days.push_back(take_day(growing, i - 2));
    }
    take_other_name(growing, month);
    const std::size_t next = growing.last + 1;
    if (!growing.date.day && is_day(next) && gap_is(next - 1, next, before_day()) &&
        pieces_[next].number->mention.units.empty()) {
      growing.date.day = take_day(growing, next);
      if (is_day(next + 1) && gap_is(next, next + 1, range_marks()) &&
          pieces_[next + 1].number->mention.units.empty())
        more_days.push_back(take_day(growing, next + 1));
    }
    const std::size_t year = growing.last + 1;
    if (is_year(year, month.calendar == Calendar::kIslamic) &&
        gap_is(growing.last, year, before_year()))
      set_year(growing, year);
    take_weekday(growing);
    if (month.is_ambiguous && !growing.date.day && !growing.date.year && !has_month_cue(i)) return;
    pieces_[i].is_used = true;
    add(growing);
    for (const int day : more_days) {
      Growing other = growing;
      other.date.day = day;
      other.date.weekday.reset();
      add(other);
    }
  }

  int take_day(Growing& growing, std::size_t i) {
    use(growing, i);
    return pieces_[i].number->integer;
  }

  /// تشرين الثاني/نوفمبر, تشرين الثاني (نوفمبر)
  void take_other_name(Growing& growing, const DateName& month) {
    const std::size_t next = growing.last + 1;
    if (next >= pieces_.size() || pieces_[next].is_used || !pieces_[next].name) return;
    const DateName& other = *pieces_[next].name;
    if (other.is_weekday || other.calendar != month.calendar || other.number != month.number)
      return;
    if (!gap_is(growing.last, next, between_month_names())) return;
    use(growing, next);
    if (text_.key(growing.end) == ")") pieces_[next].end = ++growing.end;
  }

  void take_weekday(Growing& growing) {
    if (growing.first > 0 && is_weekday(growing.first - 1) &&
        gap_is(growing.first - 1, growing.first, around_weekday())) {
      growing.date.weekday = pieces_[growing.first - 1].name->number;
      use(growing, growing.first - 1);
    } else if (is_weekday(growing.last + 1) &&
               gap_is(growing.last, growing.last + 1, around_weekday())) {
      growing.date.weekday = pieces_[growing.last + 1].name->number;
      use(growing, growing.last + 1);
    }
  }

  bool has_month_cue(std::size_t i) const {
    const Piece& piece = pieces_[i];
    return (piece.begin > 0 && month_cues_before().contains(text_.key(piece.begin - 1))) ||
           month_cues_after().contains(text_.key(piece.end)) ||
           month_cues_after().contains(text_.key(piece.end + 1));
  }

  void whole_date(std::size_t i) {
    Piece& piece = pieces_[i];
    piece.is_used = !piece.number;  // 3/4 stays a number, too
    DateMention date = *piece.date;
    if (piece.is_used && i > 0 && is_weekday(i - 1) && gap_is(i - 1, i, around_weekday())) {
      pieces_[i - 1].is_used = true;
      for (CalendarDate& reading : date.readings) reading.weekday = pieces_[i - 1].name->number;
      date.range.begin = text_.words[pieces_[i - 1].begin].range.begin;
    }
    date.is_sure = date.is_sure && !is_note(i);
    date.in_brackets = text_.words[piece.begin].in_brackets;
    dates_.push_back(date);
  }

  void lone_weekday(std::size_t i) {
    const Piece& piece = pieces_[i];
    const bool is_of_next = i + 1 < pieces_.size() && pieces_[i + 1].date &&
                            !pieces_[i + 1].number && gap_is(i, i + 1, around_weekday());
    if (is_of_next) return;
    Growing growing{
        .date = {.weekday = piece.name->number}, .first = i, .last = i, .end = piece.end};
    use(growing, i);
    add(growing, !piece.name->is_ambiguous || has_month_cue(i));
  }

  void lone_year(std::size_t i) {
    const NumberItem& number = *pieces_[i].number;
    const std::size_t at = number.begin;
    if (number.mention.form == NumberForm::kMarker || number.integer < 1) return;
    Growing growing{.date = {}, .first = i, .last = i, .end = number.end};
    const bool is_short = number.digits == 2 && at > 0 && text_.key(at - 1) == "'" &&
                          text_.touches(at) && text_.words[at - 1].spaced;
    const std::string& before = at > 0 ? text_.key(at - 1) : text_.key(text_.size());
    const bool has_cue = year_cues().contains(before) || islamic_cues().contains(before);
    const EraWord era = era_at(text_, number.end);
    const bool has_era = era.era != Era::kNone && number.digits >= 3;
    const bool has_sure_era = era.era == Era::kIslamic || era.era == Era::kBefore;
    const bool is_modern = number.digits == 4 && !numbering_cues().contains(before) &&
                           number.integer >= kFirstModernYear && number.integer <= kLastModernYear;
    const bool has_unit = !number.mention.units.empty();
    const bool is_year =
        is_short || (number.digits > 0 && has_sure_era) ||
        (!has_unit && (is_modern || (number.digits == 4 && has_era) ||
                       (has_cue && number.integer <= kLastYear && number.integer >= 100)));
    if (!is_year) return;
    set_year(growing, i);
    growing.date.is_short_year = is_short;
    if (islamic_cues().contains(before)) {
      growing.date.calendar = Calendar::kIslamic;
      growing.has_era = true;
    }
    add(growing);
    take_end_of_range(i, growing.date);
  }

  /// 2013-14, 2013/14: the second is a year of the same century.
  void take_end_of_range(std::size_t i, const CalendarDate& first) {
    const NumberItem* number = free_number(i + 1);
    if (number == nullptr || number->digits != 2 || !first.year) return;
    const auto between = gap(i, i + 1);
    if (!between || (*between != "-" && *between != "/") || !text_.touches(number->begin)) return;
    Growing growing{.date = first, .first = i + 1, .last = i + 1, .end = number->end};
    growing.date.year = *first.year / 100 * 100 + number->integer;
    use(growing, i + 1);
    add(growing);
  }

  const LexedText& text_;
  std::vector<Piece>& pieces_;
  std::vector<DateMention> dates_;
};

}  // namespace

std::vector<DateMention> assemble_dates(const LexedText& text, std::vector<Piece>& pieces) {
  return Assembler(text, pieces).run();
}

}  // namespace muqabala::detail
