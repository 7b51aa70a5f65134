#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "align/coverage/finding.h"
#include "corpus/check/check_report.h"

namespace muqabala {

/// What was decided about a segment, or about the words of a finding.
struct Decision {
  std::string fingerprint = {};
  FindingStatus status = FindingStatus::kKnown;  ///< open: looked at, to be mended
  FindingKind kind = FindingKind::kOmission;
  std::string source_path = {};  ///< for people; the fingerprint alone says what it is about
  std::string target_path = {};
  std::string text = {};  ///< the words: a segment that is cut otherwise today is known by them
  std::string note = {};

  bool operator==(const Decision&) const = default;
};

using Baseline = std::vector<Decision>;

/// Reads decisions, JSON Lines. Throws what `read_bytes` throws, and `errors::malformed_baseline`
/// with the line for what is none; marks of an unsolved merge are named as such.
Baseline read_baseline(const std::string& path);

/// The same of the text of a baseline; `path` is for messages.
Baseline parse_baseline(std::string_view text, const std::string& path);

/// Writes one decision a line, each once, sorted by the bytes of the lines, so that versions can be
/// compared and merged line by line: `LC_ALL=C sort -u` of two is their union. No counts, no dates,
/// nothing that changes with a line elsewhere.
void write_baseline(const Baseline& baseline, std::ostream& out);

}  // namespace muqabala
