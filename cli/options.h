#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "align/reliability.h"
#include "cli/flags.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "corpus/collection/learn.h"
#include "corpus/pipeline.h"
#include "corpus/write_alignment.h"

namespace muqabala::cli {

enum class PairFormat { kText, kTmx, kTsv, kJsonl, kLadder, kHunalign };
enum class SegmentFormat { kText, kJsonl };
enum class ScoreFormat { kText, kJson, kTsv };

/// What `muqabala align` is to do.
struct AlignJob {
  Input source;
  Input target;
  PipelineOptions pipeline;
  PairFormat format = PairFormat::kText;
  std::string output = "-";
  TmxOptions tmx;
};

/// What `muqabala segment` is to do.
struct SegmentJob {
  bool exports_srx = false;  ///< writes built-in rules; reads no text
  Input input;
  PipelineOptions pipeline;
  SegmentFormat format = SegmentFormat::kText;
  bool explains = false;  ///< tells which rule decided at every place where a segment might end
  std::string output = "-";
};

/// What `muqabala evaluate` is to do.
struct EvaluateJob {
  std::string folder;
  std::string source_suffix = ".ar";
  std::string target_suffix = ".en";
  std::string source_language;
  std::string target_language;
  PipelineOptions pipeline;
  std::string predictions;        ///< folder of ladders to score; empty = align
  std::string write_predictions;  ///< folder for ladders; empty = none are written
  bool per_doc = false;
  bool intervals = false;    ///< 95 % intervals by bootstrap over documents
  bool reliability = false;  ///< tables that hold confidence against the gold
  bool findings = false;     ///< tables of omissions and additions by least confidence
  JudgeOptions judge;
  ScoreFormat format = ScoreFormat::kText;
  std::size_t threads = 1;
};

/// What a command under `muqabala lexicon` is to do.
struct LexiconJob {
  std::string source_language = "ar";
  std::string target_language = "en";
  PipelineOptions pipeline;
  std::vector<std::string> words;               ///< or documents
  std::optional<LearnOptions> collection = {};  ///< to learn from, in place of documents
  bool missing = false;
  bool coverage = false;
  std::string output = "-";
};

/// Resolve what was typed: words become values, defaults are put in, and what contradicts itself is
/// refused with `errors::bad_usage` or `unknown_format`.
AlignJob resolve_align(const TypedOptions& typed, const Environment& environment);
SegmentJob resolve_segment(const TypedOptions& typed);
LexiconJob resolve_lexicon(const TypedOptions& typed, const Environment& environment);
EvaluateJob resolve_evaluate(const TypedOptions& typed, const Environment& environment);

/// Where compiled lexicons are kept: `$XDG_CACHE_HOME/muqabala`, else `~/.cache/muqabala`; empty
/// where neither is known.
std::string cache_folder(const Environment& environment);

Verbosity resolve_verbosity(const TypedOptions& typed);
ColorChoice resolve_color(const TypedOptions& typed);

/// `YYYYMMDDThhmmssZ` of `seconds` since 1970, the value of SOURCE_DATE_EPOCH; empty for empty.
std::string tmx_date(const std::string& seconds);

}  // namespace muqabala::cli
