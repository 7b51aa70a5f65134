#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "align/bootstrap.h"
#include "align/coverage/finding_scores.h"
#include "align/evaluation.h"
#include "align/reliability.h"

namespace muqabala::cli {

/// How well one document, or all of them, was aligned.
struct ScoredDocument {
  std::string name = {};
  Scores scores = {};
  /// Omissions of at least the default confidence; where they were asked for.
  std::optional<Counts> omissions = {};
  std::size_t missing = 0;  ///< documents without a prediction
};

/// What is told of a set.
struct ScoreReport {
  std::vector<ScoredDocument> documents = {};  ///< those that are shown
  ScoredDocument total = {};
  bool wants_intervals = false;
  std::optional<ScoreIntervals> intervals = {};  ///< nothing where there is but one document
  /// For the tables of reliability and of findings, where they were asked for.
  std::optional<JudgedBeads> judged = {};
  std::optional<JudgedFindings> findings = {};
};

/// `strict 0.853 (0.850/0.856)  row ...`: F1 (precision/recall); a line a document, then the total,
/// the intervals, and the tables of reliability and of findings.
void write_score_lines(const ScoreReport& report, std::ostream& out);

/// One object: `documents`, a list, and `total`; `intervals`, `reliability` and `findings` where
/// asked for; in full precision.
void write_score_json(const ScoreReport& report, std::ostream& out);

/// A header, a row a document, and the row `total`.
void write_score_tsv(const ScoreReport& report, std::ostream& out);

}  // namespace muqabala::cli
