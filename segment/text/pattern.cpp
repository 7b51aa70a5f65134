#include "segment/text/pattern.h"

#include <fmt/format.h>
#include <unicode/regex.h>

#include <cassert>
#include <utility>

#include "segment/base/error.h"

namespace muqabala {
namespace {

/// Steps of ICU's engine for one search, in tens of thousands: about half a second. A segment is
/// short; what takes longer backtracks without end.
constexpr std::int32_t kTimeLimit = 2000;
constexpr std::int32_t kStackLimitBytes = 1 << 23;

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

}  // namespace

struct Pattern::Compiled {
  std::unique_ptr<icu::RegexPattern> pattern;
};

Pattern::Pattern(std::string expression, Place where)
    : expression_(std::move(expression)), where_(std::move(where)) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError fault{};
  std::unique_ptr<icu::RegexPattern> pattern(
      icu::RegexPattern::compile(utf16(expression_), fault, status));
  if (U_FAILURE(status)) throw errors::malformed_pattern(where_, expression_, u_errorName(status));
  compiled_ = std::make_shared<const Compiled>(Compiled{std::move(pattern)});
}

bool Pattern::is_found_in(std::string_view text) const {
  const icu::UnicodeString searched = utf16(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::RegexMatcher> matcher(compiled_->pattern->matcher(searched, status));
  if (U_SUCCESS(status)) {
    matcher->setTimeLimit(kTimeLimit, status);
    matcher->setStackLimit(kStackLimitBytes, status);
    const bool is_found = matcher->find(0, status) != 0;
    if (U_SUCCESS(status)) return is_found;
  }
  throw errors::pattern_too_slow(where_, expression_, u_errorName(status));
}

}  // namespace muqabala
