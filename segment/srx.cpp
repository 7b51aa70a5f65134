#include "segment/srx.h"

#include <fmt/format.h>
#include <unicode/regex.h>

#include <algorithm>
#include <cassert>

#include "segment/base/error.h"

namespace muqabala {
namespace {

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

void check_expression(const SrxRules& rules, std::size_t line, std::string_view element,
                      const std::string& expression) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  const std::unique_ptr<icu::RegexPattern> pattern(
      icu::RegexPattern::compile(utf16(expression), place, status));
  if (U_SUCCESS(status)) return;
  throw errors::malformed_srx(
      {.path = rules.path, .line = line},
      fmt::format("its {} '{}' is no regular expression that ICU can read ({}, near character {})",
                  element, expression, u_errorName(status), place.offset));
}

const SrxRuleList* find_list(const SrxRules& rules, const std::string& name) {
  const auto found = std::find_if(rules.lists.begin(), rules.lists.end(),
                                  [&](const SrxRuleList& list) { return list.name == name; });
  return found == rules.lists.end() ? nullptr : &*found;
}

bool fits(const SrxLanguageMap& map, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString tag = utf16(language);
  icu::RegexMatcher matcher(utf16(map.language), tag, UREGEX_CASE_INSENSITIVE, status);
  matcher.setTimeLimit(1000, status);
  const bool matched = U_SUCCESS(status) && matcher.matches(status) != 0;
  return matched && U_SUCCESS(status);
}

}  // namespace

void check_srx(const SrxRules& rules) {
  for (const SrxRuleList& list : rules.lists)
    for (const SrxRule& rule : list.rules) {
      check_expression(rules, rule.line, "<beforebreak>", rule.before);
      check_expression(rules, rule.line, "<afterbreak>", rule.after);
    }
  for (const SrxLanguageMap& map : rules.maps) {
    check_expression(rules, map.line, "languagepattern", map.language);
    if (find_list(rules, map.list) == nullptr)
      throw errors::malformed_srx({.path = rules.path, .line = map.line},
                                  fmt::format("it maps to the rules '{}', which are not in the "
                                              "file",
                                              map.list));
  }
}

std::vector<SrxRule> srx_rules_for(const SrxRules& rules, std::string_view language) {
  std::string with_underscore(language);
  std::replace(with_underscore.begin(), with_underscore.end(), '-', '_');
  std::vector<SrxRule> chosen;
  for (const SrxLanguageMap& map : rules.maps) {
    if (!fits(map, language) && !fits(map, with_underscore)) continue;
    const SrxRuleList* list = find_list(rules, map.list);
    assert(list != nullptr);
    chosen.insert(chosen.end(), list->rules.begin(), list->rules.end());
    if (!rules.cascades) break;
  }
  return chosen;
}

}  // namespace muqabala
