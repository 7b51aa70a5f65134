#include "align/coverage/fingerprint.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "segment/base/hash.h"
#include "segment/text/folding.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

/// What no folded text holds.
constexpr char kSeparator = '\x1f';

/// Letters on either side by which words inside a segment are known again. Three or four words:
/// enough to tell apart the same number in two sentences.
constexpr std::size_t kContextLetters = 24;
/// Bytes in which that many letters stand, vocalised and with marks between them.
constexpr std::size_t kContextBytes = 256;

std::string first_letters(std::string letters) {
  std::size_t at = 0;
  for (std::size_t n = 0; n < kContextLetters && at < letters.size(); ++n)
    at += code_point_at(letters, at).size_bytes;
  letters.resize(at);
  return letters;
}

std::string last_letters(const std::string& letters) {
  std::size_t at = letters.size();
  for (std::size_t n = 0; n < kContextLetters && at > 0; ++n)
    at -= code_point_before(letters, at).size_bytes;
  return letters.substr(at);
}

/// A side of a finding.
struct Side {
  const SegmentedDocument& segmented;
  std::size_t begin = 0;  ///< of its segments
  std::size_t end = 0;
  ByteRange words;

  std::string_view text() const { return segmented.document.text.view(); }
  bool empty() const { return begin == end && words.empty(); }

  std::size_t segment_of_words() const {
    const auto& all = segmented.segments;
    const auto next =
        std::upper_bound(all.begin(), all.end(), words.begin,
                         [](std::size_t at, const Segment& s) { return at < s.range.begin; });
    return next == all.begin() ? 0 : static_cast<std::size_t>(next - all.begin()) - 1;
  }

  /// The letters of the words and those around them in their block.
  std::string in_context() const {
    if (words.empty() || segmented.segments.empty()) return {};
    const auto& blocks = segmented.document.blocks;
    const std::size_t block = segmented.segments[segment_of_words()].block;
    const ByteRange around =
        block < blocks.size() ? blocks[block].range : ByteRange{0, text().size()};
    std::size_t from = std::min(
        std::max(around.begin, words.begin - std::min(words.begin, kContextBytes)), words.begin);
    from = begin_of_character(text(), from);
    const std::size_t to = begin_of_character(
        text(), std::max(std::min(around.end, words.end + kContextBytes), words.end));
    return last_letters(fold_letters(text().substr(from, words.begin - from))) + kSeparator +
           fold_letters(slice(text(), words)) + kSeparator +
           first_letters(fold_letters(text().substr(words.end, to - words.end)));
  }
};

/// Kinds that are about text of the translation.
bool is_about_target(FindingKind kind) {
  return kind == FindingKind::kAddition || kind == FindingKind::kFurniture ||
         kind == FindingKind::kUntranslated || kind == FindingKind::kDuplicate;
}

/// Which side a finding is about: the one of its words, else that of its kind, else the one that
/// has segments at all.
bool is_in_target(const Finding& finding, const Side& source, const Side& target) {
  if (source.words.empty() != target.words.empty()) return source.words.empty();
  const bool by_kind = is_about_target(finding.kind);
  if (by_kind) return !target.empty();
  return source.empty() && !target.empty();
}

class Numbering {
 public:
  std::string next(FindingKind kind, const std::string& content) {
    const std::size_t occurrence = seen_[fmt::format("{}{}{}", name(kind), kSeparator, content)]++;
    return fingerprint(kind, content, occurrence);
  }

 private:
  std::unordered_map<std::string, std::size_t> seen_;
};

FindingParts parts_of(const Finding& finding, const Side& source, const Side& target,
                      Numbering& numbering) {
  FindingParts result{.is_in_target = is_in_target(finding, source, target), .parts = {}};
  const Side& own = result.is_in_target ? target : source;
  if (!own.words.empty()) {
    std::string letters = fold_letters(slice(own.text(), own.words));
    // A part of a sentence is long enough to be known by itself.
    const std::string content = finding.kind == FindingKind::kPartial
                                    ? letters
                                    : source.in_context() + kSeparator + target.in_context();
    result.parts.push_back({.words = own.words,
                            .segment = own.segment_of_words(),
                            .letters = std::move(letters),
                            .fingerprint = numbering.next(finding.kind, content)});
    return result;
  }
  for (std::size_t i = own.begin; i < own.end; ++i) {
    const ByteRange range = own.segmented.segments[i].range;
    std::string letters = fold_letters(slice(own.text(), range));
    if (letters.empty()) continue;  // a blank line
    std::string print = numbering.next(finding.kind, letters);
    result.parts.push_back({.words = range,
                            .segment = i,
                            .letters = std::move(letters),
                            .fingerprint = std::move(print)});
  }
  if (result.parts.empty())
    result.parts.push_back({.segment = own.begin, .fingerprint = numbering.next(finding.kind, {})});
  return result;
}

}  // namespace

std::vector<FindingParts> fingerprints(const SegmentedDocument& source,
                                       const SegmentedDocument& target,
                                       const std::vector<Finding>& findings) {
  std::vector<FindingParts> all;
  all.reserve(findings.size());
  Numbering numbering;
  for (const Finding& finding : findings)
    all.push_back(parts_of(finding,
                           {.segmented = source,
                            .begin = finding.source.begin_index.value(),
                            .end = finding.source.end_index.value(),
                            .words = finding.source_words},
                           {.segmented = target,
                            .begin = finding.target.begin_index.value(),
                            .end = finding.target.end_index.value(),
                            .words = finding.target_words},
                           numbering));
  return all;
}

std::string fingerprint(FindingKind kind, std::string_view content, std::size_t occurrence) {
  return fmt::format("{:016x}", hash_bytes(fmt::format("{}{}{}{}{}", name(kind), kSeparator,
                                                       content, kSeparator, occurrence)));
}

std::string combined_fingerprint(FindingKind kind, const std::vector<std::string>& parts) {
  if (parts.size() == 1) return parts.front();
  return fingerprint(kind, fmt::format("{}", fmt::join(parts, " ")), 0);
}

}  // namespace muqabala
