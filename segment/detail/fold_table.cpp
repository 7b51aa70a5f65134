// What a code point becomes is found by rewriting it until nothing changes: compatibility
// decomposition (NFKD), then for each part marks off, look-alikes together, full case folding.
// Because it starts from the decomposition, NFC and NFD input meet in the same parts. What is left
// is composed again (NFC), so that Hangul and Kana count one letter a syllable.
//
// Making a page costs 256 short ICU calls (about 0.1 ms); a text of one language needs three to
// five pages. Tables for all of Unicode at start-up would cost some 100 ms.

#include "segment/detail/fold_table.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstring>
#include <memory>

namespace muqabala::detail {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status) && instance != nullptr);
  return *instance;
}

const icu::Normalizer2& nfkd() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFKDInstance(status);
  assert(U_SUCCESS(status) && instance != nullptr);
  return *instance;
}

struct Replacement {
  UChar32 from;
  const char16_t* to;
};

// Letters and signs that Unicode does not decompose. Sorted.
constexpr Replacement kReplacements[] = {
    {0x00AB, u"\""},
    {0x00B4, u"'"},
    {0x00BB, u"\""},
    {0x00D0, u"d"},
    {0x00D8, u"o"},
    {0x00DE, u"th"},
    {0x00E6, u"ae"},
    {0x00F0, u"d"},
    {0x00F8, u"o"},
    {0x00FE, u"th"},
    {0x0110, u"d"},
    {0x0111, u"d"},
    {0x0126, u"h"},
    {0x0127, u"h"},
    {0x0131, u"i"},
    {0x0138, u"k"},
    {0x0141, u"l"},
    {0x0142, u"l"},
    {0x014A, u"n"},
    {0x014B, u"n"},
    {0x0153, u"oe"},
    {0x0166, u"t"},
    {0x0167, u"t"},
    {0x0180, u"b"},
    {0x0197, u"i"},
    {0x0237, u"j"},
    {0x0268, u"i"},
    {0x0294, u""},
    {0x0295, u""},
    // Signs of ayn and hamza in transliteration.
    {0x02BB, u""},
    {0x02BC, u""},
    {0x02BD, u""},
    {0x02BE, u""},
    {0x02BF, u""},
    {0x02C0, u""},
    {0x02C1, u""},
    // Hebrew geresh and gershayim.
    {0x05F3, u"'"},
    {0x05F4, u"\""},
    // Arabic: punctuation, then letters. The Persian and Urdu forms of kaf, ya and ha are what
    // many keyboards and old code pages put into Arabic text.
    {0x060C, u","},
    {0x061B, u";"},
    {0x061F, u"?"},
    {0x0629, u"\u0647"},
    {0x0640, u""},
    {0x0649, u"\u064A"},
    {0x066A, u"%"},
    {0x066B, u"."},
    {0x066C, u","},
    {0x0671, u"\u0627"},
    {0x0672, u"\u0627"},
    {0x0673, u"\u0627"},
    {0x0674, u""},
    {0x06A9, u"\u0643"},
    {0x06BE, u"\u0647"},
    {0x06C1, u"\u0647"},
    {0x06C3, u"\u0647"},
    {0x06CC, u"\u064A"},
    {0x06D4, u"."},
    {0x06D5, u"\u0647"},
    // Greek oxia (canonically the spacing acute), quotation marks, primes, fraction slash, minus.
    {0x1FFD, u"'"},
    {0x2018, u"'"},
    {0x2019, u"'"},
    {0x201A, u"'"},
    {0x201B, u"'"},
    {0x201C, u"\""},
    {0x201D, u"\""},
    {0x201E, u"\""},
    {0x201F, u"\""},
    {0x2032, u"'"},
    {0x2033, u"\""},
    {0x2039, u"'"},
    {0x203A, u"'"},
    {0x2044, u"/"},
    {0x2212, u"-"},
};

const Replacement* replacement_of(UChar32 c) {
  const auto* found =
      std::lower_bound(std::begin(kReplacements), std::end(kReplacements), c,
                       [](const Replacement& r, UChar32 value) { return r.from < value; });
  return found != std::end(kReplacements) && found->from == c ? found : nullptr;
}

bool is_quranic_sign(UChar32 c) { return c >= 0x06D6 && c <= 0x06ED; }

bool is_left_out(UChar32 c) {
  const auto category = u_charType(c);
  if (category == U_FORMAT_CHAR || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
    return true;
  }
  if (is_quranic_sign(c) && !u_isdigit(c)) return true;
  if (category != U_NON_SPACING_MARK && category != U_ENCLOSING_MARK) return false;
  // Vowel signs of Indic and South-East Asian scripts are letters in all but name, and so are the
  // Japanese voicing marks, which Unicode counts as common to all scripts.
  if (c == 0x3099 || c == 0x309A) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_INHERITED:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
      return true;
    default:
      return false;
  }
}

void append_folded_part(icu::UnicodeString& out, UChar32 c) {
  if (const Replacement* replacement = replacement_of(c)) {
    out.append(replacement->to, -1);
  } else if (is_left_out(c)) {
    return;
  } else if (const int32_t digit = u_charDigitValue(c);
             digit >= 0 && u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
    out.append(static_cast<char16_t>(u'0' + digit));
  } else if (u_charType(c) == U_DASH_PUNCTUATION) {
    out.append(u'-');
  } else {
    out.append(icu::UnicodeString(c).foldCase());
  }
}

icu::UnicodeString rewritten(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  // The spacing acute is an apostrophe to those who type it; its decomposition is a space.
  if (text.length() == 1 && replacement_of(text[0]) != nullptr) {
    append_folded_part(out, text[0]);
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString parts = nfkd().normalize(text, status);
  assert(U_SUCCESS(status));
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    append_folded_part(out, parts.char32At(i));
  }
  return out;
}

std::string folded(char32_t code_point) {
  if (code_point >= 0xD800 && code_point <= 0xDFFF) return {};
  icu::UnicodeString text(static_cast<UChar32>(code_point));
  for (;;) {
    icu::UnicodeString next = rewritten(text);
    if (next == text) break;
    text = std::move(next);
  }
  UErrorCode status = U_ZERO_ERROR;
  std::string utf8;
  nfc().normalize(text, status).toUTF8String(utf8);
  assert(U_SUCCESS(status));
  return utf8;
}

char32_t first_code_point(const std::string& utf8) {
  return static_cast<char32_t>(icu::UnicodeString::fromUTF8(utf8).char32At(0));
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

}  // namespace

FoldPage::FoldPage(char32_t first) {
  for (char32_t c = first; c < first + entries_.size(); ++c) {
    FoldEntry& entry = entries_[c & 0xFF];
    const std::string utf8 = folded(c);
    assert(utf8.size() < 256);
    entry.size_bytes = static_cast<std::uint8_t>(utf8.size());
    entry.joins_previous = !utf8.empty() && !composition_starts_at(first_code_point(utf8));
    if (utf8.size() <= FoldEntry::kInlineBytes) {
      std::copy(utf8.begin(), utf8.end(), entry.bytes.begin());
    } else {
      const auto at = static_cast<std::uint32_t>(long_texts_.size());
      std::memcpy(entry.bytes.data(), &at, sizeof at);
      long_texts_ += utf8;
    }
  }
}

std::string_view FoldPage::long_text(const FoldEntry& entry) const {
  std::uint32_t at = 0;
  std::memcpy(&at, entry.bytes.data(), sizeof at);
  return std::string_view(long_texts_).substr(at, entry.size_bytes);
}

const FoldPage& fold_page(char32_t code_point) {
  constexpr std::size_t kPages = 0x110000 / 256;
  static std::array<std::atomic<const FoldPage*>, kPages> pages{};
  std::atomic<const FoldPage*>& slot = pages[code_point >> 8];
  const FoldPage* page = slot.load(std::memory_order_acquire);
  if (page != nullptr) return *page;
  auto made = std::make_unique<const FoldPage>(code_point & ~char32_t{0xFF});
  // Where two threads make the same page, the first one's stays.
  if (slot.compare_exchange_strong(page, made.get(), std::memory_order_acq_rel)) {
    page = made.release();
  }
  return *page;
}

bool composition_starts_at(char32_t code_point) {
  return nfc().hasBoundaryBefore(static_cast<UChar32>(code_point));
}

bool is_composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const bool result = nfc().isNormalizedUTF8(piece(text), status);
  assert(U_SUCCESS(status));
  return result;
}

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc().normalizeUTF8(0, piece(text), sink, nullptr, status);
  assert(U_SUCCESS(status));
  return out;
}

}  // namespace muqabala::detail
