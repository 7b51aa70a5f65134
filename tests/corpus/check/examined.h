#pragma once

#include <string>
#include <utility>
#include <vector>

#include "align/coverage/fingerprint.h"
#include "corpus/check/baseline.h"
#include "corpus/check/examine.h"
#include "segment/text/folding.h"

namespace muqabala::testing {

/// A finding about these sentences of the original, sure, with the fingerprints that they have
/// where they stand once.
inline ExaminedFinding finding(const std::vector<std::string>& sentences,
                               FindingKind kind = FindingKind::kOmission, double confidence = 1) {
  ExaminedFinding result{
      .kind = kind, .confidence = confidence, .reason = because(Wording::kRepeated)};
  std::size_t line = 0;
  for (const std::string& sentence : sentences) {
    std::string letters = fold_letters(sentence);
    std::string print = fingerprint(kind, letters, 0);
    ++line;
    result.parts.push_back({.words = {.begin = {.path = "a.ar.txt", .line = line, .column = 1},
                                      .end = {.path = "a.ar.txt", .line = line, .column = 9},
                                      .text = sentence},
                            .letters = std::move(letters),
                            .fingerprint = std::move(print)});
  }
  return result;
}

inline ExaminedPair pair_of(std::vector<ExaminedFinding> findings) {
  ExaminedPair pair{.source_path = "a.ar.txt", .target_path = "a.en.txt"};
  pair.findings = std::move(findings);
  pair.source_characters = 1000;
  return pair;
}

/// What was decided about a sentence of the pair of `pair_of`.
inline Decision decided(const std::string& sentence,
                        FindingStatus status = FindingStatus::kAccepted,
                        FindingKind kind = FindingKind::kOmission) {
  return {.fingerprint = fingerprint(kind, fold_letters(sentence), 0),
          .status = status,
          .kind = kind,
          .source_path = "a.ar.txt",
          .target_path = "a.en.txt",
          .text = sentence};
}

}  // namespace muqabala::testing
