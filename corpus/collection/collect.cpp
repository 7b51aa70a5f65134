#include "corpus/collection/collect.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>
#include <vector>

#include "corpus/detail/bead_text.h"
#include "corpus/detail/json_line.h"
#include "corpus/one_line.h"
#include "segment/base/error.h"
#include "segment/text/utf8_text.h"
#include "segment/text/white_space.h"

namespace muqabala {
namespace {

/// A side of `record` as a document.
StatedDocument read_side(const Input& input, const std::optional<std::string>& text,
                         const CollectionRecord& record, ReadOptions options) {
  if (!text) return {.document = read_document(input.path, options), .language = input.language};
  // An id is no name of a file, whose ending tells the format.
  if (input.path.empty() && options.format == DocumentFormat::kAuto)
    options.format = DocumentFormat::kText;
  return {.document = parse_document(*text, input.path.empty() ? record.id : input.path, options),
          .language = input.language};
}

template <class Range>
CollectedSide side_of(const SegmentedDocument& document, const Range& range) {
  if (range.empty()) return {};
  const std::size_t begin = range.begin_index.value();
  const std::size_t end = range.end_index.value();
  const auto on_disk = [&](std::size_t i) {
    return bytes_on_disk(document.document, document.segments[i].range);
  };
  JoinedSegments joined = join_segments(document, begin, end);
  return {.first_segment = begin,
          .segments = end - begin,
          .bytes = {.begin = on_disk(begin).begin, .end = on_disk(end - 1).end},
          .text = std::move(joined.text),
          .cuts = std::move(joined.cuts)};
}

std::vector<CollectedBead> beads_of(const CollatedPair& pair) {
  const SentenceAlignment& alignment = pair.alignment;
  const std::vector<double> sureness = detail::move_probabilities(alignment);
  std::vector<CollectedBead> beads;
  const auto add = [&](std::string kind, double probability, SourceRange source,
                       TargetRange target) {
    beads.push_back({.kind = std::move(kind),
                     .probability = detail::rounded(probability),
                     .source = side_of(pair.source, source),
                     .target = side_of(pair.target, target)});
  };
  std::vector<bool> is_told(alignment.moves.size(), false);
  for (const Bead& bead : alignment.beads) {
    if (!bead.move) {
      add(detail::shape_name(bead), bead.probability, bead.source, bead.target);
    } else if (bead.is_omission() && !is_told[*bead.move]) {
      const Move& move = alignment.moves[*bead.move];
      add("moved", sureness[*bead.move], move.source, move.target);
      is_told[*bead.move] = true;
    }
  }
  return beads;
}

std::size_t count_words(const SegmentedDocument& document) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < document.size(); ++i) {
    const std::string_view text = document.text(i);
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      const bool is_space = is_white_space(c.value);
      words += !is_space && !in_word;
      in_word = !is_space;
      at += c.size_bytes;
    }
  }
  return words;
}

DocumentCounts counts_of(const CollatedPair& pair) {
  const CoverageSummary& summary = pair.coverage.summary;
  return {.source_segments = summary.source_segments,
          .target_segments = summary.target_segments,
          .source_words = count_words(pair.source),
          .target_words = count_words(pair.target),
          .omitted_segments = summary.omitted_segments,
          .added_segments = summary.added_segments,
          .source_share = detail::rounded(summary.source_share),
          .target_share = detail::rounded(summary.target_share)};
}

/// All that is known before a text is looked at.
DocumentResult begin_result(const CollectionRecord& record) {
  return {.number = record.number,
          .id = record.id,
          .source_path = record.source.path,
          .target_path = record.target.path,
          .source_language = record.source.language,
          .target_language = record.target.language,
          .metadata = record.metadata};
}

void collect_into(DocumentResult& result, const CollectionRecord& record, Lexicons& lexicons,
                  const CollectOptions& options) {
  SegmentedPair segmented = read_and_segment(record, options.pipeline);
  const Lexicon& lexicon = lexicons.of(segmented);
  const CollatedPair pair = collate(std::move(segmented), lexicon, options.pipeline);
  result.source_language = pair.source.document.language;
  result.target_language = pair.target.document.language;
  result.counts = counts_of(pair);
  result.beads = beads_of(pair);
  apply_filters(result, options.filters);
}

}  // namespace

SegmentedPair read_and_segment(const CollectionRecord& record, const PipelineOptions& options) {
  return segment_pair(read_side(record.source, record.source_text, record, options.read),
                      read_side(record.target, record.target_text, record, options.read), options);
}

DocumentResult failed(const CollectionRecord& record, DocumentFailure failure) {
  DocumentResult result = begin_result(record);
  result.failure = std::move(failure);
  return result;
}

DocumentResult collect(const CollectionRecord& record, Lexicons& lexicons,
                       const CollectOptions& options) {
  DocumentFailure failure;
  try {
    DocumentResult result = begin_result(record);
    collect_into(result, record, lexicons, options);
    return result;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const Error& error) {
    failure = {.code = std::string(name(error.code())), .message = error.what()};
  } catch (const std::exception& fault) {
    failure = {.code = "internal", .message = fault.what()};
  }
  return failed(record, std::move(failure));
}

}  // namespace muqabala
