// Segmentation Rules eXchange 2.0 (LISA, 2008): at every place between two characters, the first
// rule whose `beforebreak` matches the text that ends there and whose `afterbreak` matches the text
// that begins there decides.
//
// Each rule becomes one expression, (?:before)(?=after), that is searched for from every character
// on; a place is where a match ends. So of several ends that one begin allows, the one that the
// expression prefers counts, as in other engines (Okapi, OmegaT, segment), which search the same
// way. The text is looked at in windows of bounded size, each with a margin on either side: what
// a rule costs is bounded for every character, whatever the rule, and the time is linear in the
// text. A rule sees at least the margin. ICU's limits of time and stack stop rules that backtrack
// without end.

#include "segment/detail/srx_boundaries.h"

#include <fmt/format.h>
#include <unicode/regex.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <optional>

#include "segment/base/byte_range.h"
#include "segment/base/error.h"
#include "segment/detail/characters.h"
#include "segment/text/utf8_text.h"

namespace muqabala::detail {
namespace {

constexpr std::size_t kWindowBytes = 2048;
constexpr std::size_t kMarginBytes = 2048;
/// Steps of ICU's engine for one search, in tens of thousands: one or two seconds. Three times what
/// a rule takes that runs on to the end of the window from every character.
constexpr std::int32_t kTimeLimit = 6000;
constexpr std::int32_t kStackLimitBytes = 1 << 23;
constexpr std::int32_t kNoRule = -1;

icu::UnicodeString utf16(const std::string& text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// A piece of a block in UTF-16, and where its units come from.
struct Window {
  icu::UnicodeString text;
  std::vector<std::size_t> bytes;     ///< of each unit, and of the end, in the block
  std::vector<std::int32_t> decided;  ///< the first rule that matches before each unit
  std::int32_t core_begin = 0;        ///< units whose places are this window's to decide
  std::int32_t core_end = 0;
};

Window window_at(std::string_view block, std::size_t core_begin, std::size_t core_end) {
  Window window;
  const std::size_t begin =
      begin_of_character(block, core_begin > kMarginBytes ? core_begin - kMarginBytes : 0);
  const std::size_t end =
      begin_of_character(block, std::min(core_end + kMarginBytes, block.size()));
  for (std::size_t at = begin; at < end;) {
    if (at == core_begin) window.core_begin = window.text.length();
    if (at == core_end) window.core_end = window.text.length();
    const CodePoint point = code_point_at(block, at);
    window.text.append(static_cast<UChar32>(point.value));
    window.bytes.resize(static_cast<std::size_t>(window.text.length()), at);
    at += point.size_bytes;
  }
  window.bytes.push_back(end);
  if (core_end == end) window.core_end = window.text.length();
  window.decided.assign(window.bytes.size(), kNoRule);
  return window;
}

}  // namespace

struct SrxBoundaries::Impl {
  struct Compiled {
    SrxRule rule;
    std::string name;
    std::unique_ptr<icu::RegexMatcher> matcher;
  };

  std::string path;
  std::vector<Compiled> rules;

  void compile(const SrxRule& rule) {
    UErrorCode status = U_ZERO_ERROR;
    auto matcher = std::make_unique<icu::RegexMatcher>(
        utf16(fmt::format("(?:{})(?={})", rule.before, rule.after)), 0, status);
    if (U_FAILURE(status))
      throw errors::malformed_srx(
          {.path = path, .line = rule.line},
          fmt::format("its <beforebreak> '{}' and <afterbreak> '{}' do not fit together ({})",
                      rule.before, rule.after, u_errorName(status)));
    matcher->setTimeLimit(kTimeLimit, status);
    matcher->setStackLimit(kStackLimitBytes, status);
    assert(U_SUCCESS(status));
    rules.push_back({rule, fmt::format("srx-line-{}", rule.line), std::move(matcher)});
  }

  void check(UErrorCode status, const Compiled& compiled) const {
    if (U_SUCCESS(status)) return;
    throw errors::srx_rule_too_slow({.path = path, .line = compiled.rule.line},
                                    compiled.rule.before, compiled.rule.after, u_errorName(status));
  }

  void apply(std::int32_t index, Window& window) {
    const Compiled& compiled = rules[static_cast<std::size_t>(index)];
    icu::RegexMatcher& matcher = *compiled.matcher;
    matcher.reset(window.text);
    UErrorCode status = U_ZERO_ERROR;
    for (std::int32_t from = 0; from <= window.core_end;) {
      const bool found = matcher.find(from, status) != 0;
      check(status, compiled);
      if (!found) break;
      const std::int32_t end = matcher.end(status);
      std::int32_t& decided = window.decided[static_cast<std::size_t>(end)];
      if (decided == kNoRule) decided = index;
      from = matcher.start(status);
      if (from >= window.text.length()) break;
      U16_FWD_1(window.text.getBuffer(), from, window.text.length());
    }
  }

  void decide(Window& window) {
    for (std::size_t i = 0; i < rules.size(); ++i) apply(static_cast<std::int32_t>(i), window);
  }
};

SrxBoundaries::SrxBoundaries(const SrxRules& rules, std::string_view language)
    : impl_(std::make_unique<Impl>()) {
  impl_->path = rules.path;
  for (const SrxRule& rule : srx_rules_for(rules, language)) impl_->compile(rule);
}
SrxBoundaries::~SrxBoundaries() = default;
SrxBoundaries::SrxBoundaries(SrxBoundaries&&) noexcept = default;
SrxBoundaries& SrxBoundaries::operator=(SrxBoundaries&&) noexcept = default;

bool SrxBoundaries::has_rules() const { return !impl_->rules.empty(); }

std::vector<Decision> SrxBoundaries::operator()(std::string_view block) {
  const Characters characters(block);
  std::vector<Decision> decisions;
  ByteRange gap;  // white space and marks around the last place: searched once, not at each of them
  std::size_t end = 0;  // of the text before it
  const auto add = [&](std::size_t at, const Impl::Compiled& compiled) {
    if (gap.empty() || at > gap.end) {
      gap = {characters.solid_before(at).end, characters.solid_at(at).begin};
      end = characters.skip_transparent(gap.begin);
    }
    const bool has_both_sides = end > 0 && gap.end < block.size();
    if (!has_both_sides) return;
    const Decision decision{end, compiled.rule.breaks, compiled.name.c_str()};
    if (decisions.empty() || decisions.back().at < end)
      decisions.push_back(decision);
    else if (decision.ends && !decisions.back().ends)
      decisions.back() = decision;
  };
  for (std::size_t begin = 0; begin < block.size();) {
    const std::size_t next =
        begin_of_character(block, std::min(begin + kWindowBytes, block.size()));
    Window window = window_at(block, begin, next);
    impl_->decide(window);
    for (std::int32_t unit = window.core_begin; unit < window.core_end; ++unit) {
      const std::int32_t rule = window.decided[static_cast<std::size_t>(unit)];
      if (rule != kNoRule)
        add(window.bytes[static_cast<std::size_t>(unit)],
            impl_->rules[static_cast<std::size_t>(rule)]);
    }
    begin = next;
  }
  return decisions;
}

std::vector<Decision> overruled(const std::vector<Decision>& own,
                                const std::vector<Decision>& overrules, Keep keep) {
  std::vector<Decision> merged;
  auto ours = own.begin();
  for (const Decision& theirs : overrules) {
    for (; ours != own.end() && ours->at < theirs.at; ++ours) merged.push_back(*ours);
    while (ours != own.end() && ours->at == theirs.at) ++ours;
    if (theirs.ends || keep == Keep::kAll) merged.push_back(theirs);
  }
  merged.insert(merged.end(), ours, own.end());
  return merged;
}

}  // namespace muqabala::detail
