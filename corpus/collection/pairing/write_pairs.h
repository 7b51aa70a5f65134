#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "corpus/collection/pairing/pair_documents.h"

namespace muqabala {

enum class PairListFormat {
  kTsv,    ///< tab-separated, with a line of names
  kJsonl,  ///< JSON Lines with the same names as keys
};

/// Writes the pairs as a manifest, which `ManifestReader` reads: `id`, `source`, `target`,
/// `source_lang`, `target_lang`, and as metadata `score`, `found_by`, `source_share`,
/// `target_share`, `rival_score`.
void write_pairs(const DocumentPairing& pairing, PairListFormat format, std::ostream& out);

/// Writes what stays alone: `path`, `language`, `reason`, `nearest`, `nearest_score`, `detail`.
void write_alone(const DocumentPairing& pairing, PairListFormat format, std::ostream& out);

/// By what a pair was found, as outputs show it: `content`, `name`, `name+content`, `link+content`.
std::string found_by(const DocumentPair& pair);

/// The name of a reason as outputs show it: `no-candidate`, `rival-better`, ...
std::string_view name(LoneReason reason);

/// Why a document is alone, in a clause for people.
std::string explain(const LoneDocument& document);

}  // namespace muqabala
