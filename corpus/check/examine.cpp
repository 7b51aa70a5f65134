#include "corpus/check/examine.h"

#include <algorithm>
#include <utility>

#include "align/coverage/fingerprint.h"
#include "corpus/detail/characters.h"
#include "corpus/one_line.h"

namespace muqabala {
namespace {

/// The headings above every block.
class Headings {
 public:
  explicit Headings(const Document& document) {
    const std::string_view text = document.text.view();
    std::vector<std::size_t> open;  // blocks, the outermost first
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      const Block& block = document.blocks[i];
      if (block.kind == BlockKind::kHeading) {
        while (!open.empty() && document.blocks[open.back()].level >= block.level) open.pop_back();
        open.push_back(i);
        titles_.resize(i + 1);
        titles_[i] = one_line(slice(text, block.range));
        parents_.resize(i + 1, kNone);
        parents_[i] = open.size() > 1 ? open[open.size() - 2] : kNone;
      }
      nearest_.push_back(open.empty() ? kNone : open.back());
    }
  }

  std::vector<std::string> above(std::size_t block) const {
    std::vector<std::string> titles;
    if (block >= nearest_.size()) return titles;
    for (std::size_t at = nearest_[block]; at != kNone; at = parents_[at])
      titles.push_back(titles_[at]);
    std::reverse(titles.begin(), titles.end());
    return titles;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> nearest_;  ///< of each block, the heading above it or itself
  std::vector<std::size_t> parents_;
  std::vector<std::string> titles_;
};

/// One side of the pair.
class Side {
 public:
  explicit Side(const SegmentedDocument& segmented)
      : segmented_(segmented), place_(segmented.document), headings_(segmented.document) {}

  PlacedText placed(ByteRange range) const {
    const std::string_view text = segmented_.document.text.view();
    PlacedText result{.begin = place_(range.begin)};
    result.end = result.begin;
    if (range.empty()) return result;
    // The end is told by the last character: what comes behind it may be cut out of the file.
    result.end = place_(range.end - code_point_before(text, range.end).size_bytes);
    ++result.end.column;
    result.end.offset_bytes = bytes_on_disk(segmented_.document, range).end;
    result.text = one_line(slice(text, range));
    return result;
  }

  /// The place before segment `i`, or behind the last one.
  PlacedText place_before(std::size_t i) const {
    if (segmented_.segments.empty())
      return {.begin = {.path = segmented_.document.file.path},
              .end = {.path = segmented_.document.file.path}};
    if (i < segmented_.size()) return placed({begin(i), begin(i)});
    PlacedText last = placed(segmented_.segments.back().range);
    return {.begin = last.end, .end = last.end};
  }

  PlacedText segments(std::size_t from, std::size_t to) const {
    PlacedText result = placed(segmented_.segments[from].range);
    if (to > from + 1) {
      result.end = placed(segmented_.segments[to - 1].range).end;
      result.text = one_line(segmented_, from, to);
    }
    return result;
  }

  std::string text(std::size_t i) const {
    return i < segmented_.size() ? one_line(segmented_.text(i)) : std::string{};
  }

  ExaminedPart part(const FindingPart& part) const {
    ExaminedPart result{
        .words = part.letters.empty() ? place_before(part.segment) : placed(part.words),
        .letters = part.letters,
        .fingerprint = part.fingerprint};
    if (part.segment < segmented_.size())
      result.headings = headings_.above(segmented_.segments[part.segment].block);
    return result;
  }

 private:
  std::size_t begin(std::size_t i) const { return segmented_.segments[i].range.begin; }

  const SegmentedDocument& segmented_;
  PlaceFinder place_;
  Headings headings_;
};

void append(std::vector<Diagnostic>& to, const std::vector<Diagnostic>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// The other side of a finding: its words, its segments, or the place where they would stand.
void add_other_side(ExaminedFinding& finding, const Side& side, ByteRange words, std::size_t begin,
                    std::size_t end) {
  if (!words.empty()) {
    finding.other_side = side.placed(words);
  } else if (begin < end) {
    finding.other_side = side.segments(begin, end);
  } else {
    finding.other_side = side.place_before(begin);
    if (begin > 0) finding.before_place = side.text(begin - 1);
    finding.behind_place = side.text(begin);
  }
}

}  // namespace

ExaminedPair examine(const CollatedPair& pair) {
  const Side source(pair.source);
  const Side target(pair.target);
  const std::vector<FindingParts> parts =
      fingerprints(pair.source, pair.target, pair.coverage.findings);
  ExaminedPair result{.source_path = pair.source.document.file.path,
                      .target_path = pair.target.document.file.path,
                      .summary = pair.coverage.summary};
  for (std::size_t i = 0; i < pair.source.size(); ++i)
    result.source_characters += count_solid_characters(pair.source.text(i));
  for (std::size_t k = 0; k < parts.size(); ++k) {
    const Finding& finding = pair.coverage.findings[k];
    ExaminedFinding examined{.kind = finding.kind,
                             .confidence = finding.confidence,
                             .reason = finding.reason,
                             .is_in_target = parts[k].is_in_target};
    for (const FindingPart& part : parts[k].parts)
      examined.parts.push_back((examined.is_in_target ? target : source).part(part));
    if (examined.is_in_target)
      add_other_side(examined, source, finding.source_words, finding.source.begin_index.value(),
                     finding.source.end_index.value());
    else
      add_other_side(examined, target, finding.target_words, finding.target.begin_index.value(),
                     finding.target.end_index.value());
    result.findings.push_back(std::move(examined));
  }
  append(result.diagnostics, pair.source.document.diagnostics);
  append(result.diagnostics, pair.target.document.diagnostics);
  append(result.diagnostics, pair.alignment.diagnostics);
  return result;
}

ExaminedFinding about_file(FindingKind kind, const std::string& path, bool is_in_target,
                           Reason reason, std::string_view content) {
  ExaminedFinding finding{
      .kind = kind, .confidence = 1, .reason = std::move(reason), .is_in_target = is_in_target};
  finding.parts.push_back({.words = {.begin = {.path = path}, .end = {.path = path}},
                           .fingerprint = fingerprint(kind, content, 0)});
  return finding;
}

std::size_t count_solid_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    count += !detail::is_white_space(c.value) && !detail::ends_line(c.value);
    at += c.size_bytes;
  }
  return count;
}

}  // namespace muqabala
