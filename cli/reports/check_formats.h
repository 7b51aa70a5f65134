#pragma once

#include <ostream>

#include "corpus/check/check_report.h"

namespace muqabala::cli {

/// A check as programs read it: findings with places and fingerprints, and a summary.
void write_check_json(const CheckReport& report, std::ostream& out);

/// SARIF 2.1.0.
void write_check_sarif(const CheckReport& report, std::ostream& out);

/// JUnit's XML: a test case a finding.
void write_check_junit(const CheckReport& report, std::ostream& out);

/// Workflow commands of GitHub Actions, which become annotations.
void write_check_github(const CheckReport& report, std::ostream& out);

/// A comment for a pull request.
void write_check_markdown(const CheckReport& report, std::ostream& out);

}  // namespace muqabala::cli
