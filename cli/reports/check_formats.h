#pragma once

#include <ostream>
#include <string>

#include "corpus/check/check_report.h"

namespace muqabala::cli {

// All texts may be hostile: what they hold never ends a field, a command or an element. The same
// report gives the same bytes. O(findings * log findings + bytes).

/// A check as programs read it, by docs/check.schema.json: findings with places and fingerprints,
/// the pairs, and a summary.
void write_check_json(const CheckReport& report, std::ostream& out);

/// SARIF 2.1.0 that GitHub's code scanning takes: the most severe findings, as many as it allows,
/// each in the translation where there is one. `folder` is the absolute path of the folder that
/// relative paths start from; files in it get URIs relative to it. Empty = unknown.
void write_check_sarif(const CheckReport& report, std::ostream& out,
                       const std::string& folder = {});

/// JUnit's XML: a suite a pair, in it a case a finding, or one that passes where there is none. A
/// finding that makes the check fail is a failure, one of a lower level passes and has its words as
/// output, one that was accepted or known before is skipped; a pair that could not be checked is an
/// error.
void write_check_junit(const CheckReport& report, std::ostream& out);

/// Workflow commands of GitHub Actions, which become annotations: as many as a step may have, the
/// most severe first, and one that counts the rest.
void write_check_github(const CheckReport& report, std::ostream& out);

/// For the summary of a step or a comment on a pull request: the counts, then the open findings by
/// pair, the worst pair first, up to the size that GitHub takes.
void write_check_markdown(const CheckReport& report, std::ostream& out);

}  // namespace muqabala::cli
