// The whole of the program's work: bytes -> Document -> SegmentedDocument -> SentenceAlignment ->
// CoverageReport. Writers and reports take it from here.

#include "corpus/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "align/given_beads.h"
#include "corpus/lexicon_cache.h"
#include "corpus/read_beads.h"
#include "segment/base/error.h"
#include "segment/clause_choice.h"
#include "segment/clauses.h"
#include "segment/sentence_splitter.h"
#include "segment/text/language.h"

namespace muqabala {
namespace {

constexpr std::string_view kSourceLanguageOption = "--source-lang";
constexpr std::string_view kTargetLanguageOption = "--target-lang";

void begin(Step step, const PipelineOptions& options) {
  if (options.on_step) options.on_step(step);
}

/// A text whose language was stated or found.
struct Settled {
  Document document;
  bool is_stated = false;
  bool is_sure = false;  ///< stated, or found beyond doubt
};

void add_diagnostic(Document& document, DiagnosticLevel level, std::string message) {
  document.diagnostics.push_back(
      {.level = level, .where = {.path = document.file.path}, .message = std::move(message)});
}

void take_guess(Document& document, const LanguageGuess& guess, std::string_view option) {
  document.language = guess.language.empty() ? "und" : guess.language;
  if (guess.language.empty()) {
    add_diagnostic(document, DiagnosticLevel::kWarning,
                   fmt::format("the language of the text cannot be told, so rules for any language "
                               "are used; say it with {}",
                               option));
  } else if (!guess.reliable) {
    add_diagnostic(document, DiagnosticLevel::kNote,
                   fmt::format("the text was taken for '{}', which is not sure; if it is not, say "
                               "so with {}",
                               guess.language, option));
  }
}

Settled settle_language(StatedDocument stated, std::string_view option) {
  Document& document = stated.document;
  const std::string_view text = document.text.view();
  const LanguageGuess guess = detect_language(text);
  if (stated.language.empty()) {
    take_guess(document, guess, option);
    return {.document = std::move(document), .is_sure = guess.reliable};
  }
  document.language = canonical_language_tag(stated.language);
  if (document.language.empty()) throw errors::not_a_language_tag(option, stated.language);
  if ((guess.reliable && !same_language(stated.language, guess.language)) ||
      script_contradicts(text, stated.language))
    throw errors::wrong_language(document.file.path, option, stated.language,
                                 guess.language.empty() ? "another script" : guess.language);
  return {.document = std::move(document), .is_stated = true, .is_sure = true};
}

void refuse_same_language(const Settled& source, const Settled& target) {
  if (source.is_stated && target.is_stated) return;
  const Document& a = source.document;
  const Document& b = target.document;
  const bool is_copy = !a.text.empty() && a.text.view() == b.text.view();
  if (is_copy || (source.is_sure && target.is_sure && same_language(a.language, b.language)))
    throw errors::same_language(a.file.path, b.file.path, a.language);
}

SegmentedDocument segment(Document document, const PipelineOptions& options) {
  return options.segments == SegmentMode::kLines
             ? split_lines(std::move(document))
             : split_sentences(std::move(document), options.srx);
}

void tell(Document& document, const ClauseChoice& choice) {
  add_diagnostic(
      document, choice.cuts ? DiagnosticLevel::kNotice : DiagnosticLevel::kNote,
      choice.cuts
          ? fmt::format("{}: cut into clauses; --clauses off keeps them whole", choice.reason)
          : fmt::format("{}: kept whole; --clauses on cuts long ones", choice.reason));
}

/// Whether `options` leave it to the text whether sentences are cut. Who gives all the rules wants
/// no more than what they say.
bool leaves_choice(const PipelineOptions& options) {
  return options.clauses == ClauseMode::kAuto && options.segments == SegmentMode::kAuto &&
         !options.srx.alone;
}

bool cuts_always(const PipelineOptions& options) {
  return options.clauses == ClauseMode::kOn && options.segments == SegmentMode::kAuto;
}

/// The same for both sides.
void cut_clauses(SegmentedPair& pair, const PipelineOptions& options) {
  bool cuts = cuts_always(options);
  if (leaves_choice(options)) {
    const ClauseChoice choice =
        choose_clauses(measure_sentences(pair.source), measure_sentences(pair.target));
    tell(pair.source.document, choice);
    cuts = choice.cuts;
  }
  if (!cuts) return;
  pair.source = cut_into_clauses(std::move(pair.source));
  pair.target = cut_into_clauses(std::move(pair.target));
}

SegmentedDocument cut_clauses(SegmentedDocument document, const PipelineOptions& options) {
  bool cuts = cuts_always(options);
  if (leaves_choice(options)) {
    const ClauseChoice choice = choose_clauses(measure_sentences(document));
    tell(document.document, choice);
    cuts = choice.cuts;
  }
  return cuts ? cut_into_clauses(std::move(document)) : document;
}

SentenceAlignment given_beads(const SegmentedPair& pair, const Lexicon& lexicon,
                              const std::string& path) {
  SentenceAlignment alignment = read_beads(path, pair.source, pair.target);
  find_word_links(alignment, pair.source, pair.target, lexicon);
  return alignment;
}

bool holds_text(const SegmentedDocument& document) {
  return std::any_of(document.segments.begin(), document.segments.end(),
                     [](const Segment& s) { return !s.range.empty(); });
}

void say_that_it_is_empty(Document& document) {
  document.diagnostics.clear();  // nobody wants to hear of the language of no text
  add_diagnostic(document, DiagnosticLevel::kWarning,
                 "the translation holds no text: all of the original counts as omitted");
}

SentenceAlignment aligned(SegmentedPair& pair, const Lexicon& lexicon,
                          const PipelineOptions& options) {
  if (options.source_embeddings.empty())
    return align(pair.source, pair.target, lexicon, options.align);
  const PairEmbeddings embeddings = read_embeddings(options.source_embeddings, pair.source,
                                                    options.target_embeddings, pair.target);
  AlignOptions with_embeddings = options.align;
  with_embeddings.embeddings = &embeddings;
  return align(pair.source, pair.target, lexicon, with_embeddings);
}

/// The glossary alone.
Lexicon read_terms(const SegmentedPair& pair, const PipelineOptions& options) {
  if (options.glossary.empty() || !options.cover.looks_inside) return {};
  return gather_lexicon(
      pair.source.document.language, pair.target.document.language,
      {.core = false, .cldr = false, .files = {options.glossary}, .dictd_folders = {}});
}

}  // namespace

CollatedPair collate(const Input& source, const Input& target, const PipelineOptions& options) {
  SegmentedPair pair = read_and_segment(source, target, options);
  begin(Step::kGatherLexicon, options);
  const Lexicon lexicon =
      gather_lexicon_through(options.lexicon_cache, pair.source.document.language,
                             pair.target.document.language, options.lexicon);
  CollatedPair collated = collate(std::move(pair), lexicon, options);
  collated.lexicon_sources = lexicon.sources();
  return collated;
}

SegmentedPair read_and_segment(const Input& source, const Input& target,
                               const PipelineOptions& options) {
  begin(Step::kRead, options);
  Document original = read_document(source.path, options.read);
  Document translation = read_document(target.path, options.read);
  return segment_pair({.document = std::move(original), .language = source.language},
                      {.document = std::move(translation), .language = target.language}, options);
}

SegmentedPair segment_pair(StatedDocument source, StatedDocument target,
                           const PipelineOptions& options) {
  Settled a = settle_language(std::move(source), kSourceLanguageOption);
  Settled b = settle_language(std::move(target), kTargetLanguageOption);
  refuse_same_language(a, b);

  begin(Step::kSegment, options);
  SegmentedPair pair{.source = segment(std::move(a.document), options),
                     .target = segment(std::move(b.document), options)};
  if (!holds_text(pair.source)) throw errors::empty_original(pair.source.document.file.path);
  if (!holds_text(pair.target))
    say_that_it_is_empty(pair.target.document);
  else
    cut_clauses(pair, options);
  return pair;
}

SegmentedDocument read_and_segment(const Input& input, const PipelineOptions& options,
                                   std::string_view language_option) {
  begin(Step::kRead, options);
  Settled settled = settle_language(
      {.document = read_document(input.path, options.read), .language = input.language},
      language_option);
  begin(Step::kSegment, options);
  SegmentedDocument document = segment(std::move(settled.document), options);
  if (!holds_text(document)) throw errors::empty_text(input.path);
  return cut_clauses(std::move(document), options);
}

std::vector<SplitDecision> explain(const SegmentedDocument& document,
                                   const PipelineOptions& options) {
  if (options.segments != SegmentMode::kLines) return explain_split(document, options.srx);
  std::vector<SplitDecision> lines;
  for (const Segment& segment : document.segments)
    lines.push_back({.at = segment.range.end, .block = segment.block, .rule = "line"});
  return lines;
}

CollatedPair collate(SegmentedPair pair, const Lexicon& lexicon, const PipelineOptions& options) {
  begin(Step::kAlign, options);
  SentenceAlignment alignment = options.beads.empty() ? aligned(pair, lexicon, options)
                                                      : given_beads(pair, lexicon, options.beads);
  begin(Step::kCover, options);
  const Lexicon glossary = read_terms(pair, options);
  CoverageReport coverage = cover({.source = pair.source,
                                   .target = pair.target,
                                   .alignment = alignment,
                                   .lexicon = lexicon,
                                   .glossary = &glossary},
                                  options.cover);
  return {.source = std::move(pair.source),
          .target = std::move(pair.target),
          .alignment = std::move(alignment),
          .coverage = std::move(coverage)};
}

}  // namespace muqabala
