// Whether the values of a pair agree. Most pairs have no digits, or the same ones on both sides:
// a look at them costs nanoseconds. Only where they differ are the texts read for what they say in
// numbers and dates (`segment/quantities`), which takes some ten microseconds, and compared as
// `check` does: `forty` is 40, 2.5 million is ٢٬٥٠٠٬٠٠٠, a date may be given in two calendars.

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/coverage/values/bead_values.h"
#include "align/coverage/values/compare_numbers.h"
#include "align/coverage/values/match_values.h"
#include "corpus/collection/filters/judges.h"
#include "segment/base/parse_number.h"
#include "segment/base/split.h"

namespace muqabala::judges {
namespace {

/// Runs of digits of a folded text, which are of any script in the text itself, in order of their
/// values as texts.
std::vector<std::string_view> digits_of(std::string_view folded) {
  std::vector<std::string_view> runs = runs_of(folded, is_digit);
  std::sort(runs.begin(), runs.end());
  return runs;
}

SideValues values_of(const FilteredSide& side) {
  Mentions mentions = side.tools().mentions(side.text());
  SideValues values;
  for (NumberMention& number : mentions.numbers)
    values.numbers.push_back({.mention = std::move(number)});
  for (DateMention& date : mentions.dates) values.dates.push_back({.mention = std::move(date)});
  return values;
}

/// Values that a translation must hold, and those of them that the other side has.
struct Tally {
  std::size_t all = 0;
  std::size_t matched = 0;
};

void count(const SideValues& values, Tally& tally) {
  for (const PlacedNumber& number : values.numbers) {
    if (loss(number.mention) == 0) continue;
    ++tally.all;
    tally.matched += number.is_matched;
  }
  for (const PlacedDate& date : values.dates) {
    if (!date.mention.is_sure) continue;
    ++tally.all;
    tally.matched += date.is_matched;
  }
}

}  // namespace

bool numbers(FilteredPair& pair, Thresholds least_share) {
  if (digits_of(pair.source.folded()) == digits_of(pair.target.folded())) return false;
  std::vector<BeadValues> beads(1);
  beads[0] = {.source = values_of(pair.source), .target = values_of(pair.target)};
  match_values(beads);
  Tally tally;
  count(beads[0].source, tally);
  count(beads[0].target, tally);
  return static_cast<double>(tally.matched) < least_share[0] * static_cast<double>(tally.all);
}

}  // namespace muqabala::judges
