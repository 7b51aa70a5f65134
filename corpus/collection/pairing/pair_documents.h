#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corpus/collection/pairing/document_list.h"
#include "corpus/collection/pairing/named_pairs.h"
#include "corpus/pipeline.h"

namespace muqabala {

/// What `pair_documents` is at.
enum class PairingStep { kDetect, kRead, kSearch, kAlign };

struct PairingOptions {
  PipelineOptions pipeline = {};
  std::string source_language = {};  ///< BCP 47; empty = that of most originals
  std::string target_language = {};
  double threshold = 0.55;     ///< least score of a pair, in [0,1]
  std::size_t candidates = 5;  ///< how many of the other side are looked at for a document
  std::size_t threads = 1;
  /// Called now and then, by any thread, so that a caller can show what goes on.
  std::function<void(PairingStep, std::size_t done, std::size_t all)> on_progress = {};
};

/// The documents to pair. Which side those of `mixed` are on, their languages tell.
struct DocumentSets {
  std::vector<ListedDocument> sources;
  std::vector<ListedDocument> targets;
  std::vector<ListedDocument> mixed;
};

/// Two documents that belong together, and why.
struct DocumentPair {
  std::string id;  ///< unique
  std::string source;
  std::string target;
  double score = 0;
  NameEvidence name = NameEvidence::kNone;
  double text_score = 0;    ///< of the texts alone, whatever their names say
  double source_share = 0;  ///< of the characters, with a counterpart; in [0,1]
  double target_share = 0;
  double rival_score = 0;  ///< the best that either has with another; 0 = none was found
};

/// Why a document is in no pair.
enum class LoneReason {
  kNoCandidate,     ///< nothing on the other side is like it
  kBelowThreshold,  ///< the best that was found is not good enough
  kRivalBetter,     ///< the best that was found belongs to another
  kOtherLanguage,   ///< it is in neither of the two languages
  kUnreadable,      ///< it cannot be read, or holds no text
};

struct LoneDocument {
  std::string path;
  std::string language;  ///< BCP 47; empty = not known
  LoneReason reason = LoneReason::kNoCandidate;
  std::string detail;        ///< a clause that says more: the error, the rival
  std::string nearest = {};  ///< path of the best that was found; empty = none
  double nearest_score = 0;
};

struct DocumentPairing {
  std::string source_language;
  std::string target_language;
  std::vector<DocumentPair> pairs = {};  ///< by path of the source
  std::vector<LoneDocument> alone = {};  ///< by path
};

/// Finds which documents are translations of which, one to one. The result does not depend on the
/// number of threads. A document that cannot be read is alone; throws `errors::bad_usage` and
/// `no_pairs` where there are no two languages to pair, and what `gather_lexicon` throws.
DocumentPairing pair_documents(const DocumentSets& documents, const PairingOptions& options);

}  // namespace muqabala
