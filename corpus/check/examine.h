#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/check/check_report.h"
#include "corpus/pipeline.h"
#include "segment/base/diagnostic.h"

namespace muqabala {

/// Something that can be decided about by itself: a segment, or the words of a finding.
struct ExaminedPart {
  PlacedText words = {};
  std::string letters = {};  ///< `fold_letters` of the words
  std::string fingerprint = {};
  std::vector<std::string> headings = {};  ///< under which it stands, the nearest last
};

/// A finding with its places and texts, not yet judged.
struct ExaminedFinding {
  FindingKind kind = FindingKind::kOmission;
  double confidence = 0;
  Reason reason = {};
  bool is_in_target = false;             ///< the side of the parts
  std::vector<ExaminedPart> parts = {};  ///< at least one
  std::optional<PlacedText> other_side = {};
  std::string before_place = {};  ///< where the other side is only a place: what stands around it
  std::string behind_place = {};
};

/// What examining a pair of files gave: all that judging needs, without the texts as a whole.
struct ExaminedPair {
  std::string id = {};
  std::string source_path = {};
  std::string target_path = {};
  std::vector<ExaminedFinding> findings = {};  ///< in document order
  CoverageSummary summary = {};
  std::size_t source_characters = 0;  ///< code points that are not white space
  std::vector<Diagnostic> diagnostics = {};
  std::optional<Error> failure = {};  ///< then there is nothing else
  bool was_read = true;               ///< both texts; else there are findings about files only
  bool was_dated = false;             ///< whether it is outdated was looked at
};

/// Puts places, texts and fingerprints to the findings of `pair`.
ExaminedPair examine(const CollatedPair& pair);

/// A finding about a file as a whole. `content`: what its fingerprint is made of.
ExaminedFinding about_file(FindingKind kind, const std::string& path, bool is_in_target,
                           Reason reason, std::string_view content);

/// Code points of `text` that are no white space.
std::size_t count_solid_characters(std::string_view text);

}  // namespace muqabala
