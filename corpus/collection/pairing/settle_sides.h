#pragma once

#include <string>
#include <vector>

#include "corpus/collection/pairing/pair_documents.h"

namespace muqabala {

/// All documents, each on a side or alone.
struct SettledSides {
  std::string source_language;
  std::string target_language;
  std::vector<ListedDocument> sources = {};  ///< by path
  std::vector<ListedDocument> targets = {};
  std::vector<LoneDocument> alone = {};  ///< unreadable, or in other languages
};

/// Tells the languages of all documents and puts each on a side.
///
/// A language that `options` do not state is the one that most documents of that side are in; of a
/// mixed set the two commonest are taken, the first by alphabet as the source. A text whose
/// language cannot be told for sure goes where its script allows. Throws `errors::no_pairs` where a
/// side is empty, and `errors::bad_usage` where both have one language.
SettledSides settle_sides(const DocumentSets& documents, const PairingOptions& options);

}  // namespace muqabala
