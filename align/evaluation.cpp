#include "align/evaluation.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "segment/base/error.h"
#include "segment/text/utf8_text.h"

// The scores of the field's shared gold sets. `strict` is Thompson and Koehn's (2019, section 4.3)
// measure of exact beads. `row` bears with a gold that pairs whole paragraphs: a link is right
// where both its ends lie in one row, and a row's text counts as found where it has such a link.

namespace muqabala {
namespace {

/// Segment numbers beyond this are no document's.
constexpr std::size_t kMostSegments = 1'000'000'000;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// At most the first 40 bytes of a line, fit to be shown whatever the file holds.
std::string excerpt(std::string_view line) {
  constexpr std::size_t kShown = 40;
  std::string shown(front_of(line, kShown));
  const bool is_text = !find_utf8_fault(shown);
  for (char& c : shown) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !is_text)) c = '?';
  }
  if (shown.size() < line.size()) shown += "...";
  return shown;
}

/// Reads one line of a ladder.
class BeadReader {
 public:
  /// `start` is the place of the line's first byte.
  BeadReader(std::string_view line, Place start) : line_(line), start_(std::move(start)) {}

  GoldBead read() {
    GoldBead bead;
    bead.source = numbers();
    expect(':', "a ':' between the two sides");
    bead.target = numbers();
    skip_space();
    if (at_ < line_.size() && line_[at_] != ':')
      fail("nothing, or a ':' and a score, behind the second list");
    return bead;
  }

 private:
  [[noreturn]] void fail(std::string_view expected) const {
    Place where = start_;
    where.column = at_ + 1;  // all that was read so far is ASCII
    where.offset_bytes += at_;
    throw errors::malformed_ladder(std::move(where), excerpt(line_),
                                   std::string(expected) + ", as in '[0,1]:[0]'");
  }

  void skip_space() {
    while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t')) ++at_;
  }

  bool take(char c) {
    skip_space();
    if (at_ == line_.size() || line_[at_] != c) return false;
    ++at_;
    return true;
  }

  void expect(char c, std::string_view what) {
    if (!take(c)) fail(what);
  }

  std::vector<std::size_t> numbers() {
    expect('[', "a list in square brackets");
    std::vector<std::size_t> result;
    while (!take(']')) {
      result.push_back(number());
      if (!take(',')) {
        expect(']', "a ',' or a ']' behind a segment number");
        break;
      }
    }
    return result;
  }

  std::size_t number() {
    skip_space();
    std::size_t value = 0;
    const char* const begin = line_.data() + at_;
    const auto [end, fault] = std::from_chars(begin, line_.data() + line_.size(), value);
    if (end == begin) fail("a segment number, counted from 0");
    if (fault != std::errc{} || value > kMostSegments)
      fail("a segment number of at most 1000000000");
    at_ += static_cast<std::size_t>(end - begin);
    return value;
  }

  std::string_view line_;
  Place start_;
  std::size_t at_ = 0;
};

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

bool is_two_sided(const GoldBead& bead) { return !bead.source.empty() && !bead.target.empty(); }

/// Which gold bead every segment of one side stands in.
std::vector<std::optional<std::size_t>> rows_of(const std::vector<GoldBead>& gold,
                                                std::vector<std::size_t> GoldBead::*side,
                                                std::size_t segments) {
  std::vector<std::optional<std::size_t>> rows(segments);
  for (std::size_t k = 0; k < gold.size(); ++k)
    for (const std::size_t segment : gold[k].*side)
      if (segment < segments) rows[segment] = k;
  return rows;
}

/// Found and missed segments without a counterpart, on one side. No prediction at all is not one
/// that pairs nothing: it finds none.
Counts null_counts(const std::vector<GoldBead>& gold, const std::vector<GoldBead>& predicted,
                   std::vector<std::size_t> GoldBead::*side, std::size_t segments) {
  std::vector<bool> is_null(segments, false);
  for (const GoldBead& bead : gold)
    if (!is_two_sided(bead))
      for (const std::size_t segment : bead.*side)
        if (segment < segments) is_null[segment] = true;
  std::vector<bool> paired(segments, false);
  for (const GoldBead& bead : predicted)
    if (is_two_sided(bead))
      for (const std::size_t segment : bead.*side)
        if (segment < segments) paired[segment] = true;
  Counts counts;
  for (std::size_t k = 0; k < segments; ++k) {
    const bool said_null = !predicted.empty() && !paired[k];
    counts.predicted += said_null;
    counts.gold += is_null[k];
    counts.right_predicted += said_null && is_null[k];
  }
  counts.right_gold = counts.right_predicted;
  return counts;
}

Counts strict_counts(const std::vector<GoldBead>& gold, const std::vector<GoldBead>& predicted) {
  std::set<GoldBead> right;
  for (const GoldBead& bead : gold)
    if (is_two_sided(bead)) right.insert(bead);
  Counts counts;
  counts.gold = static_cast<double>(right.size());
  for (const GoldBead& bead : predicted) {
    if (!is_two_sided(bead)) continue;
    ++counts.predicted;
    counts.right_predicted += right.contains(bead);
  }
  counts.right_gold = counts.right_predicted;
  return counts;
}

Counts row_counts(const std::vector<GoldBead>& gold, const std::vector<GoldBead>& predicted,
                  const std::vector<std::size_t>& source_lengths,
                  const std::vector<std::size_t>& target_lengths) {
  const auto source_rows = rows_of(gold, &GoldBead::source, source_lengths.size());
  const auto target_rows = rows_of(gold, &GoldBead::target, target_lengths.size());
  std::vector<bool> source_hit(source_lengths.size(), false);
  std::vector<bool> target_hit(target_lengths.size(), false);
  Counts counts;
  for (const GoldBead& bead : predicted)
    for (const std::size_t i : bead.source)
      for (const std::size_t j : bead.target) {
        ++counts.predicted;
        if (i >= source_rows.size() || j >= target_rows.size()) continue;
        if (!source_rows[i] || source_rows[i] != target_rows[j]) continue;
        ++counts.right_predicted;
        source_hit[i] = target_hit[j] = true;
      }
  const auto weigh = [&](const std::vector<std::size_t>& segments,
                         const std::vector<std::size_t>& lengths, const std::vector<bool>& hit) {
    for (const std::size_t segment : segments) {
      if (segment >= lengths.size()) continue;
      counts.gold += static_cast<double>(lengths[segment]);
      if (hit[segment]) counts.right_gold += static_cast<double>(lengths[segment]);
    }
  };
  for (const GoldBead& bead : gold) {
    if (!is_two_sided(bead)) continue;
    weigh(bead.source, source_lengths, source_hit);
    weigh(bead.target, target_lengths, target_hit);
  }
  return counts;
}

}  // namespace

std::vector<GoldBead> parse_ladder(std::string_view text, const std::string& path) {
  std::vector<GoldBead> beads;
  Place place{.path = path};
  for (std::size_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
       at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++place.line;
    place.offset_bytes = at;
    at = end + 1;
    if (line.find_first_not_of(" \t") != std::string_view::npos)
      beads.push_back(BeadReader(line, place).read());
  }
  return beads;
}

std::vector<GoldBead> to_gold_beads(const SentenceAlignment& alignment) {
  std::vector<GoldBead> beads;
  for (const Bead& bead : alignment.beads) {
    GoldBead& numbers = beads.emplace_back();
    for (const SourceIndex i : bead.source) numbers.source.push_back(i.value());
    for (const TargetIndex j : bead.target) numbers.target.push_back(j.value());
  }
  return beads;
}

double Counts::precision() const { return ratio(right_predicted, predicted); }
double Counts::recall() const { return ratio(right_gold, gold); }
double Counts::f1() const { return ratio(2 * precision() * recall(), precision() + recall()); }

Counts& Counts::operator+=(const Counts& other) {
  right_predicted += other.right_predicted;
  predicted += other.predicted;
  right_gold += other.right_gold;
  gold += other.gold;
  return *this;
}

Scores& Scores::operator+=(const Scores& other) {
  strict += other.strict;
  row += other.row;
  drop += other.drop;
  add += other.add;
  return *this;
}

Scores score(const std::vector<GoldBead>& gold, const std::vector<GoldBead>& predicted,
             const std::vector<std::size_t>& source_lengths,
             const std::vector<std::size_t>& target_lengths) {
  return {
      .strict = strict_counts(gold, predicted),
      .row = row_counts(gold, predicted, source_lengths, target_lengths),
      .drop = null_counts(gold, predicted, &GoldBead::source, source_lengths.size()),
      .add = null_counts(gold, predicted, &GoldBead::target, target_lengths.size()),
  };
}

}  // namespace muqabala
