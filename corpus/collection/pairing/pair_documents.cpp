// The chain of pairing:
//
//   files -> sides by language -> words -> candidates by content, and by names and links
//   -> judged by aligning them -> one-to-one.
//
// Only the words of all documents are held in memory at once; texts are read again where they are
// aligned.

#include "corpus/collection/pairing/pair_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <utility>

#include "align/lexicon/link_words.h"
#include "corpus/collection/pairing/candidates.h"
#include "corpus/collection/pairing/collection_words.h"
#include "corpus/collection/pairing/judge_candidates.h"
#include "corpus/collection/pairing/match.h"
#include "corpus/collection/pairing/name_key.h"
#include "corpus/collection/pairing/settle_sides.h"
#include "corpus/in_parallel.h"
#include "corpus/lexicon_cache.h"
#include "segment/base/error.h"

namespace muqabala {
namespace {

/// So many documents are read before their words are added up, in order.
constexpr std::size_t kBatch = 256;

/// A lexicon of fewer entries holds CLDR's names and numbers alone: that two texts share none of
/// them proves nothing.
constexpr std::size_t kTellingLexicon = 10'000;

/// The documents of one side that can be read, and their words.
struct ReadSide {
  explicit ReadSide(std::string_view language) : words(language) {}

  std::vector<ListedDocument> files;
  std::vector<NamedDocument> names;  ///< of `files`
  CollectionWords words;
};

class Reader {
 public:
  Reader(const PairingOptions& options, std::size_t all, std::vector<LoneDocument>& unreadable)
      : options_(options), all_(all), unreadable_(unreadable) {}

  ReadSide operator()(const std::vector<ListedDocument>& files, const std::string& language) {
    ReadSide side(language);
    for (std::size_t begin = 0; begin < files.size(); begin += kBatch) {
      std::vector<Outcome> batch(std::min(kBatch, files.size() - begin));
      std::atomic<std::size_t> next{0};
      in_parallel(options_.threads, options_.threads, [&](std::size_t) {
        DocumentWordsReader words(language);
        for (std::size_t i = next++; i < batch.size(); i = next++) {
          batch[i] = read({.path = files[begin + i].path, .language = language}, words);
          if (options_.on_progress) options_.on_progress(PairingStep::kRead, ++done_, all_);
        }
      });
      for (std::size_t i = 0; i < batch.size(); ++i)
        add(files[begin + i], std::move(batch[i]), language, side);
    }
    side.words.finish();
    return side;
  }

 private:
  struct Outcome {
    DocumentWords words;
    std::string fault;
  };

  Outcome read(const Input& input, DocumentWordsReader& words) const {
    try {
      return {.words = words(read_and_segment(input, options_.pipeline, "--source-lang")),
              .fault = {}};
    } catch (const Error& error) {
      return {.words = {}, .fault = error.message()};
    }
  }

  void add(const ListedDocument& file, Outcome outcome, const std::string& language,
           ReadSide& side) {
    if (!outcome.fault.empty()) {
      unreadable_.push_back({.path = file.path,
                             .language = language,
                             .reason = LoneReason::kUnreadable,
                             .detail = std::move(outcome.fault)});
      return;
    }
    side.words.add(outcome.words);
    side.files.push_back(file);
    side.names.push_back(
        {.name = file.name, .language = language, .links = std::move(outcome.words.links)});
  }

  const PairingOptions& options_;
  std::size_t all_;
  std::vector<LoneDocument>& unreadable_;
  std::atomic<std::size_t> done_{0};
};

std::vector<JudgedCandidate> judge_all(const ReadSide& source, const ReadSide& target,
                                       const Lexicon& lexicon, const PairingOptions& options) {
  if (options.on_progress) options.on_progress(PairingStep::kSearch, 0, 1);
  const std::vector<TypeLink> links =
      link_words(source.words.side(), target.words.side(), lexicon).links;
  const std::vector<Candidate> candidates =
      find_candidates(source.words, target.words, links, options.candidates, options.threads);
  const auto judge = [&](std::uint32_t s, std::uint32_t t) {
    return judge_pair({source.files[s].path, source.words.side().language},
                      {target.files[t].path, target.words.side().language}, lexicon,
                      options.pipeline);
  };
  const auto progress = [&](std::size_t done, std::size_t all) {
    if (options.on_progress) options.on_progress(PairingStep::kAlign, done, all);
  };
  return judge_candidates(
      join_candidates(candidates, find_named_pairs(source.names, target.names)),
      {.name_alone = lexicon.size() < kTellingLexicon ? kNameWithoutWords : kNameAgainstWords,
       .threads = options.threads,
       .judge = judge,
       .on_progress = progress});
}

/// The judged pairs of each document of one side, the best first.
using PairsOf = std::vector<std::vector<std::size_t>>;

template <class Side>
PairsOf pairs_of(const std::vector<JudgedCandidate>& judged, std::size_t documents, Side side) {
  PairsOf of(documents);
  for (std::size_t i = 0; i < judged.size(); ++i) of[judged[i].*side].push_back(i);
  for (std::vector<std::size_t>& pairs : of)
    std::stable_sort(pairs.begin(), pairs.end(), [&](std::size_t a, std::size_t b) {
      return judged[a].score != judged[b].score ? judged[a].score > judged[b].score
                                                : judged[a].likeness > judged[b].likeness;
    });
  return of;
}

/// Makes the result of what was judged.
class Conclusion {
 public:
  Conclusion(const ReadSide& source, const ReadSide& target,
             const std::vector<JudgedCandidate>& judged, double threshold)
      : source_(source),
        target_(target),
        judged_(judged),
        threshold_(threshold),
        of_source_(pairs_of(judged, source.files.size(), &JudgedCandidate::source)),
        of_target_(pairs_of(judged, target.files.size(), &JudgedCandidate::target)) {
    std::vector<ScoredPair> scored;
    for (const JudgedCandidate& pair : judged)
      scored.push_back({pair.source, pair.target, pair.score});
    chosen_ = match(scored, threshold);
  }

  void add_to(DocumentPairing& result) {
    for (std::size_t s = 0; s < of_source_.size(); ++s) {
      const auto found = std::find_if(of_source_[s].begin(), of_source_[s].end(),
                                      [&](std::size_t i) { return chosen_[i] != 0; });
      if (found == of_source_[s].end())
        result.alone.push_back(lone(source_, s, of_source_[s], target_, &JudgedCandidate::target));
      else
        result.pairs.push_back(pair(*found));
    }
    for (std::size_t t = 0; t < of_target_.size(); ++t)
      if (std::none_of(of_target_[t].begin(), of_target_[t].end(),
                       [&](std::size_t i) { return chosen_[i] != 0; }))
        result.alone.push_back(lone(target_, t, of_target_[t], source_, &JudgedCandidate::source));
  }

 private:
  DocumentPair pair(std::size_t i) {
    const JudgedCandidate& judged = judged_[i];
    double rival = 0;
    for (const auto* pairs : {&of_source_[judged.source], &of_target_[judged.target]})
      for (const std::size_t other : *pairs)
        if (other != i) rival = std::max(rival, judged_[other].score);
    return {.id = unique_id(judged),
            .source = source_.files[judged.source].path,
            .target = target_.files[judged.target].path,
            .score = judged.score,
            .name = judged.name,
            .text_score = judged.judgement.score,
            .source_share = judged.judgement.source_share,
            .target_share = judged.judgement.target_share,
            .rival_score = rival};
  }

  /// What the source's name says without its language.
  std::string unique_id(const JudgedCandidate& judged) {
    const NameKey key =
        name_key(source_.names[judged.source].name, source_.names[judged.source].language);
    std::string id = key.path.empty() ? source_.names[judged.source].name : key.path;
    for (std::size_t n = 2; !ids_.insert(id).second; ++n) id = fmt::format("{}-{}", key.path, n);
    return id;
  }

  LoneDocument lone(const ReadSide& side, std::size_t document,
                    const std::vector<std::size_t>& pairs, const ReadSide& others,
                    std::uint32_t JudgedCandidate::*other) const {
    LoneDocument alone{.path = side.files[document].path,
                       .language = side.words.side().language,
                       .detail = {},
                       .nearest = {}};
    if (pairs.empty() || judged_[pairs.front()].score == 0) return alone;
    const JudgedCandidate& best = judged_[pairs.front()];
    alone.reason = best.score < threshold_ ? LoneReason::kBelowThreshold : LoneReason::kRivalBetter;
    alone.nearest = others.files[best.*other].path;
    alone.nearest_score = best.score;
    return alone;
  }

  const ReadSide& source_;
  const ReadSide& target_;
  const std::vector<JudgedCandidate>& judged_;
  double threshold_;
  PairsOf of_source_;
  PairsOf of_target_;
  std::vector<std::uint8_t> chosen_;
  std::set<std::string> ids_;
};

}  // namespace

DocumentPairing pair_documents(const DocumentSets& documents, const PairingOptions& options) {
  SettledSides sides = settle_sides(documents, options);
  DocumentPairing result{.source_language = sides.source_language,
                         .target_language = sides.target_language,
                         .pairs = {},
                         .alone = std::move(sides.alone)};
  Reader read(options, sides.sources.size() + sides.targets.size(), result.alone);
  const ReadSide source = read(sides.sources, sides.source_language);
  const ReadSide target = read(sides.targets, sides.target_language);
  const Lexicon lexicon =
      gather_lexicon_through(options.pipeline.lexicon_cache, sides.source_language,
                             sides.target_language, options.pipeline.lexicon);
  const std::vector<JudgedCandidate> judged = judge_all(source, target, lexicon, options);
  Conclusion(source, target, judged, options.threshold).add_to(result);
  std::sort(result.alone.begin(), result.alone.end(),
            [](const LoneDocument& a, const LoneDocument& b) { return a.path < b.path; });
  return result;
}

}  // namespace muqabala
