#include "segment/text/charset.h"

#include <unicode/uchar.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cstdint>
#include <memory>

namespace muqabala {
namespace {

/// ICU's detector looks at no more (BUFFER_SIZE in csdetect).
constexpr std::size_t kSampleBytes = 8000;

/// Below this, ICU's own guide calls a match doubtful: it saw hardly any of the charset's letters.
constexpr std::int32_t kLeastConfidence = 10;

bool is_text(UChar32 c) { return u_isdefined(c) && !u_iscntrl(c); }

/// UTF-16 without a mark: every code unit is an assigned character, none is a control, and there is
/// white space of ASCII, which read in the other order would be U+2000 or U+0A00.
bool looks_like_utf16(std::string_view bytes, bool little) {
  const std::size_t end = std::min(bytes.size(), kSampleBytes) / 2 * 2;
  const auto unit_at = [&](std::size_t at) {
    const auto low = static_cast<unsigned char>(bytes[at + (little ? 0 : 1)]);
    const auto high = static_cast<unsigned char>(bytes[at + (little ? 1 : 0)]);
    return static_cast<char16_t>(high << 8 | low);
  };
  bool white_space = false;
  for (std::size_t at = 0; at < end; at += 2) {
    char32_t value = unit_at(at);
    if (U16_IS_SURROGATE(value)) {
      if (at + 2 == end && end < bytes.size()) break;
      if (!U16_IS_LEAD(value) || at + 4 > end || !U16_IS_TRAIL(unit_at(at + 2))) return false;
      value = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(value, unit_at(at + 2)));
      at += 2;
    }
    const bool space = value == ' ' || value == '\t' || value == '\r' || value == '\n';
    white_space |= space;
    if (!space && !is_text(static_cast<UChar32>(value))) return false;
  }
  return white_space;
}

}  // namespace

std::string guess_charset(std::string_view bytes) {
  if (looks_like_utf16(bytes, true)) return "UTF-16LE";
  if (looks_like_utf16(bytes, false)) return "UTF-16BE";

  const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c < 0; });
  std::string_view sample = bytes.substr(static_cast<std::size_t>(first - bytes.begin()));
  sample = sample.substr(0, kSampleBytes);

  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return {};
  for (std::int32_t i = 0; i < count; ++i) {
    std::string name = ucsdet_getName(matches[i], &status);
    if (ucsdet_getConfidence(matches[i], &status) < kLeastConfidence) break;
    // UTF-8 it is not, UTF-16 was tried with better evidence than ICU asks for, and iconv has other
    // names for ICU's EBCDIC tables.
    if (!name.starts_with("UTF-") && !name.starts_with("IBM")) return name;
  }
  return {};
}

}  // namespace muqabala
