#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "align/aligner.h"
#include "align/coverage/coverage.h"
#include "corpus/gather_lexicon.h"
#include "corpus/read_document.h"
#include "corpus/read_embeddings.h"
#include "segment/explain_split.h"
#include "segment/segmented_document.h"

namespace muqabala {

enum class SegmentMode {
  kAuto,   ///< sentences
  kLines,  ///< every line of the file is one segment
};

/// Whether long sentences are cut into clauses. Never in `SegmentMode::kLines`.
enum class ClauseMode {
  kAuto,  ///< as `choose_clauses` finds for each document or pair
  kOff,
  kOn,
};

/// One side of a pair as the user names it.
struct Input {
  std::string path;
  std::string language;  ///< BCP 47; empty = detect
};

/// The steps of the chain, in order.
enum class Step { kRead, kSegment, kGatherLexicon, kAlign, kCover };

struct PipelineOptions {
  ReadOptions read;
  SegmentMode segments = SegmentMode::kAuto;
  SrxOptions srx;
  ClauseMode clauses = ClauseMode::kAuto;
  /// Where to find dictionaries; without `dictd_folders` none of the system's are used.
  LexiconSources lexicon;
  /// Folder in which compiled lexicons are kept from one run to the next; empty = none.
  std::string lexicon_cache;
  AlignOptions align;
  std::string beads;  ///< file with beads to use in place of computed ones; empty = none
  /// Sentence embeddings of both sides, or of none; have no part where `beads` are given.
  EmbeddingFiles source_embeddings = {};
  EmbeddingFiles target_embeddings = {};
  CoverOptions cover;
  /// A glossary whose renderings are prescribed, in any form that `LexiconSources::files` takes;
  /// looked at where `cover.looks_inside`. Empty = none.
  std::string glossary = {};
  /// Called as each step of `collate` begins, so that a caller can show what goes on and take the
  /// time. Has no part in the result.
  std::function<void(Step)> on_step;
};

/// Both sides of a pair, ready to be aligned.
struct SegmentedPair {
  SegmentedDocument source;
  SegmentedDocument target;
};

/// Everything that is known about a pair when the chain has run.
struct CollatedPair {
  SegmentedDocument source;
  SegmentedDocument target;
  SentenceAlignment alignment;
  CoverageReport coverage;
  std::vector<LexiconSource> lexicon_sources = {};  ///< the dictionaries that were used
};

/// The chain: reads, segments, aligns and judges. Throws `Error` where the job cannot be done.
CollatedPair collate(const Input& source, const Input& target, const PipelineOptions& options);

/// The chain up to the segments of both sides. Throws what `read_document` throws,
/// `errors::wrong_language`, `same_language`, and `empty_original`; an empty target is fine.
SegmentedPair read_and_segment(const Input& source, const Input& target,
                               const PipelineOptions& options);

/// A document that was read, and the language that is stated for it.
struct StatedDocument {
  Document document;
  std::string language;  ///< BCP 47; empty = detect
};

/// The same for documents at hand. Throws what `read_and_segment` throws behind the reading.
SegmentedPair segment_pair(StatedDocument source, StatedDocument target,
                           const PipelineOptions& options);

/// The same for one file on its own. `language_option` is the name of the flag that gave the
/// language, for messages. Throws `errors::empty_text` where there is no text.
SegmentedDocument read_and_segment(const Input& input, const PipelineOptions& options,
                                   std::string_view language_option);

/// Why `document`, which `read_and_segment` made by the same options, was split as it was.
std::vector<SplitDecision> explain(const SegmentedDocument& document,
                                   const PipelineOptions& options);

/// The rest of the chain, with a lexicon at hand: for many pairs of the same two languages.
CollatedPair collate(SegmentedPair pair, const Lexicon& lexicon, const PipelineOptions& options);

}  // namespace muqabala
