#include "corpus/check/check.h"

#include <fmt/format.h>

#include <exception>
#include <utility>

#include "corpus/in_parallel.h"
#include "corpus/lexicons.h"
#include "segment/base/hash.h"

namespace muqabala {
namespace {

ExaminedPair without_texts(const FilePair& pair) {
  ExaminedPair result{.id = pair.id,
                      .source_path = pair.source.path,
                      .target_path = pair.target.path,
                      .was_read = false};
  if (!pair.has_source && !pair.has_target) {
    result.failure = errors::file_not_found(pair.source.path);
  } else if (pair.has_source) {
    // What is accepted is that this file is not translated, whatever it says tomorrow.
    ExaminedFinding finding =
        about_file(FindingKind::kMissingTranslation, pair.source.path, false,
                   because(Wording::kFileMissing, {pair.target.path}), pair.source.path);
    finding.other_side = PlacedText{
        .begin = {.path = pair.target.path}, .end = {.path = pair.target.path}, .text = {}};
    result.findings.push_back(std::move(finding));
  } else {
    ExaminedFinding finding =
        about_file(FindingKind::kMissingOriginal, pair.target.path, true,
                   because(Wording::kFileExtra, {pair.source.path}), pair.target.path);
    finding.other_side = PlacedText{
        .begin = {.path = pair.source.path}, .end = {.path = pair.source.path}, .text = {}};
    result.findings.push_back(std::move(finding));
  }
  return result;
}

/// An accepted one is open again as soon as either text is changed.
ExaminedFinding outdated(const FilePair& pair, const CollatedPair& texts) {
  const auto hash = [](const SegmentedDocument& side) {
    return hash_bytes(side.document.file.text.view());
  };
  ExaminedFinding finding =
      about_file(FindingKind::kOutdated, pair.source.path, false, pair.outdated,
                 fmt::format("{:x} {:x}", hash(texts.source), hash(texts.target)));
  finding.other_side = PlacedText{
      .begin = {.path = pair.target.path}, .end = {.path = pair.target.path}, .text = {}};
  return finding;
}

class Examiner {
 public:
  explicit Examiner(const CheckOptions& options) : options_(options.pipeline), lexicons_(options_) {
    options_.cover.looks_inside = true;
  }

  ExaminedPair operator()(const FilePair& pair) {
    if (!pair.has_source || !pair.has_target) return without_texts(pair);
    try {
      return examined(pair);
    } catch (const Error& error) {
      ExaminedPair result{
          .id = pair.id, .source_path = pair.source.path, .target_path = pair.target.path};
      result.failure = error;
      return result;
    }
  }

 private:
  ExaminedPair examined(const FilePair& pair) {
    SegmentedPair segmented = read_and_segment(pair.source, pair.target, options_);
    const Lexicon& lexicon = lexicons_.of(segmented);
    const CollatedPair collated = collate(std::move(segmented), lexicon, options_);
    ExaminedPair result = examine(collated);
    result.id = pair.id;
    result.was_dated = pair.is_dated;
    if (!pair.outdated.empty())
      result.findings.insert(result.findings.begin(), outdated(pair, collated));
    return result;
  }

  PipelineOptions options_;
  Lexicons lexicons_;
};

}  // namespace

std::vector<ExaminedPair> examine_pairs(const std::vector<FilePair>& pairs,
                                        const CheckOptions& options) {
  std::vector<ExaminedPair> examined(pairs.size());
  std::vector<std::exception_ptr> faults(pairs.size());  // that are none of a pair's: no memory
  Examiner examine_pair(options);
  in_parallel(pairs.size(), options.threads, [&](std::size_t i) {
    try {
      examined[i] = examine_pair(pairs[i]);
    } catch (...) {
      faults[i] = std::current_exception();
    }
    if (options.on_pair) options.on_pair();
  });
  for (const std::exception_ptr& fault : faults)
    if (fault) std::rethrow_exception(fault);
  return examined;
}

}  // namespace muqabala
