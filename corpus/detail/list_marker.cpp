#include "corpus/detail/list_marker.h"

#include "corpus/detail/characters.h"
#include "segment/text/utf8_text.h"

namespace muqabala::detail {
namespace {

constexpr std::u32string_view kBullets = U"•‣⁃◦●○■□▪▫►▶➢➤✓✔❖⦿◆◇";
constexpr std::u32string_view kDashes = U"-*+–";
constexpr std::u32string_view kAbjad = U"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
constexpr std::u32string_view kAlphabet = U"أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
constexpr char32_t kTatweel = 0x640;

enum class Base : std::uint8_t {
  kNone,
  kLatinDigit,
  kArabicDigit,
  kPersianDigit,
  kLower,
  kUpper,
  kArabic
};

/// Reads a line from its begin, a character at a time.
class Cursor {
 public:
  explicit Cursor(std::string_view line) : rest_(line) {}

  /// 0 at the end.
  char32_t peek() {
    while (!rest_.empty()) {
      const CodePoint c = code_point_at(rest_, 0);
      if (!is_invisible(c.value)) return c.value;
      rest_.remove_prefix(c.size_bytes);
    }
    return 0;
  }
  void skip() {
    if (peek() != 0) rest_.remove_prefix(code_point_at(rest_, 0).size_bytes);
  }
  bool at_gap() { return is_white_space(peek()); }
  bool at_gap_and_text() {
    if (!at_gap()) return false;
    while (at_gap()) skip();
    return peek() != 0;
  }

 private:
  std::string_view rest_;
};

struct DigitZero {
  char32_t zero;
  Base base;
};

/// Longer numbers are years and quantities.
constexpr int kMostDigits = 3;

struct Ordinal {
  Base base = Base::kNone;
  std::uint16_t number = 0;
  std::uint16_t alternative = 0;
};

std::uint16_t place_in(std::u32string_view order, char32_t c) {
  const std::size_t at = order.find(c);
  return at == order.npos ? std::uint16_t{0} : static_cast<std::uint16_t>(at + 1);
}

Ordinal read_ordinal(Cursor& at) {
  const char32_t first = at.peek();
  for (const auto [zero, base] :
       {DigitZero{U'0', Base::kLatinDigit}, DigitZero{0x660, Base::kArabicDigit},
        DigitZero{0x6F0, Base::kPersianDigit}}) {
    if (first < zero || first > zero + 9) continue;
    Ordinal found{.base = base};
    int digits = 0;
    for (; at.peek() >= zero && at.peek() <= zero + 9; at.skip()) {
      if (++digits > kMostDigits) return {};
      found.number = static_cast<std::uint16_t>(found.number * 10 + (at.peek() - zero));
    }
    return found;
  }
  at.skip();
  if (first >= U'a' && first <= U'z')
    return {Base::kLower, static_cast<std::uint16_t>(first - U'a' + 1), 0};
  if (first >= U'A' && first <= U'Z')
    return {Base::kUpper, static_cast<std::uint16_t>(first - U'A' + 1), 0};
  const char32_t letter = first == U'ا' ? U'أ' : first;
  if (const std::uint16_t number = place_in(kAbjad, letter)) {
    if (at.peek() == kTatweel) at.skip();  // the letter ha is written with it: هـ
    return {Base::kArabic, number, place_in(kAlphabet, letter)};
  }
  return {};
}

}  // namespace

bool ListMarker::follows(const ListMarker& before) const {
  if (style != before.style) return false;
  if (kind != Kind::kOrdinal) return true;
  return number == before.number + 1 ||
         (alternative != 0 && before.alternative != 0 && alternative == before.alternative + 1);
}

std::optional<ListMarker> find_list_marker(std::string_view line) {
  Cursor at(line);
  const char32_t first = at.peek();
  if (first == 0) return std::nullopt;
  for (const auto& [signs, kind] : {std::pair{kBullets, ListMarker::Kind::kBullet},
                                    std::pair{kDashes, ListMarker::Kind::kDash}}) {
    if (signs.find(first) == signs.npos) continue;
    at.skip();
    if (!at.at_gap_and_text()) return std::nullopt;
    return ListMarker{.kind = kind, .style = static_cast<std::uint32_t>(first)};
  }

  const bool enclosed = first == U'(';
  if (enclosed) at.skip();
  const Ordinal ordinal = read_ordinal(at);
  if (ordinal.base == Base::kNone || ordinal.number == 0) return std::nullopt;
  // Arabic lists also set the dash off: `1 - `.
  const bool gap = !enclosed && at.at_gap();
  while (!enclosed && at.at_gap()) at.skip();
  char32_t delimiter = at.peek();
  if (delimiter == kTatweel || delimiter == U'–') delimiter = U'-';
  const bool fits = enclosed
                        ? delimiter == U')'
                        : delimiter == U'-' || (!gap && (delimiter == U'.' || delimiter == U')'));
  if (!fits) return std::nullopt;
  at.skip();
  if (!at.at_gap_and_text()) return std::nullopt;
  constexpr std::uint32_t kBeyondSigns = 0x110000;
  const auto base = static_cast<std::uint32_t>(ordinal.base);
  const std::uint32_t shape = enclosed ? 3 : delimiter == U'-' ? 2 : delimiter == U')' ? 1 : 0;
  return ListMarker{.kind = ListMarker::Kind::kOrdinal,
                    .style = kBeyondSigns + base * 4 + shape,
                    .number = ordinal.number,
                    .alternative = ordinal.alternative};
}

}  // namespace muqabala::detail
