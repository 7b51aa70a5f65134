#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "align/evaluation.h"

namespace muqabala::cli {

/// How well one document, or all of them, was aligned.
struct ScoredDocument {
  std::string name;
  Scores scores;
  std::size_t missing = 0;  ///< documents without a prediction
};

/// `strict 0.853 (0.850/0.856)  row ...`: F1 (precision/recall); a line a document, then the total.
void write_score_lines(const std::vector<ScoredDocument>& documents, const ScoredDocument& total,
                       std::ostream& out);

/// One object: `documents`, a list, and `total`; in full precision.
void write_score_json(const std::vector<ScoredDocument>& documents, const ScoredDocument& total,
                      std::ostream& out);

/// A header, a row a document, and the row `total`.
void write_score_tsv(const std::vector<ScoredDocument>& documents, const ScoredDocument& total,
                     std::ostream& out);

}  // namespace muqabala::cli
