#include "align/coverage/values/bead_values.h"

#include <utility>

#include "segment/quantities/mention_reader.h"

namespace muqabala {
namespace {

void shift(ByteRange& range, std::size_t by) {
  range.begin += by;
  range.end += by;
}

template <class Range>
SideValues read(const SegmentedDocument& document, const Range& segments, MentionReader& reader) {
  SideValues values;
  for (const auto i : segments) {
    Mentions mentions = reader(document.text(i.value()));
    const std::size_t begin = document.segments[i.value()].range.begin;
    for (NumberMention& number : mentions.numbers) {
      shift(number.range, begin);
      shift(number.unit_range, begin);
      values.numbers.push_back({.mention = std::move(number)});
    }
    for (DateMention& date : mentions.dates) {
      shift(date.range, begin);
      values.dates.push_back({.mention = std::move(date)});
    }
  }
  return values;
}

}  // namespace

std::vector<BeadValues> read_values(const PairView& pair) {
  MentionReader source_reader(pair.source.document.language);
  MentionReader target_reader(pair.target.document.language);
  std::vector<BeadValues> beads;
  beads.reserve(pair.alignment.beads.size());
  for (const Bead& bead : pair.alignment.beads) {
    beads.push_back({.source = read(pair.source, bead.source, source_reader),
                     .target = read(pair.target, bead.target, target_reader)});
  }
  return beads;
}

}  // namespace muqabala
