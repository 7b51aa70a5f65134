#include <fmt/ostream.h>

#include "cli/reports/check_digest.h"
#include "cli/reports/check_formats.h"
#include "cli/terminal.h"
#include "corpus/xml_text.h"

// The dialect that CI servers agree on: testsuites > testsuite > testcase, which is empty or holds
// one of <failure>, <error>, <skipped> and <system-out>. Servers tell cases apart, and know them
// again, by classname and name: those hold the fingerprint, and no line, which changes.
namespace muqabala::cli {
namespace {

/// Columns of a text that a case is named after.
constexpr std::size_t kNameWidth = 60;

std::string xml(std::string_view shown) { return xml_text(shown).text; }

struct Counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;

  std::string attributes() const {
    return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"", tests, failures,
                       errors, skipped);
  }
};

Counts count_cases(const PairResult& pair, Level fails_at) {
  Counts counts;
  counts.errors = pair.failure.has_value();
  for (const ReportedFinding& finding : pair.findings) {
    counts.failures += fails(finding, fails_at);
    counts.skipped += finding.status != FindingStatus::kOpen;
  }
  counts.tests = counts.errors + pair.findings.size();
  if (counts.tests == 0) counts.tests = 1;  // the case that passes
  return counts;
}

Counts count_cases(const CheckReport& report) {
  Counts sum;
  for (const PairResult& pair : report.pairs) {
    const Counts counts = count_cases(pair, report.fails_at);
    sum.tests += counts.tests;
    sum.failures += counts.failures;
    sum.errors += counts.errors;
    sum.skipped += counts.skipped;
  }
  return sum;
}

std::string class_name(const PairResult& pair) {
  const std::string& path = pair.target_path.empty() ? pair.source_path : pair.target_path;
  return xml(printable(path));
}

std::string case_name(const ReportedFinding& finding, Occurrences& occurrences) {
  std::string text = fmt::format("{} {}", name(finding.kind), printable(finding.fingerprint));
  const std::size_t occurrence = occurrences.next(finding.fingerprint);
  if (occurrence > 1) text += fmt::format(" ({})", occurrence);
  const bool is_in_source = finding.source && !finding.source->text.empty();
  if (const auto& side = is_in_source ? finding.source : finding.target;
      side && !side->text.empty())
    text += ": " + excerpt(side->text, kNameWidth);
  return xml(text);
}

void write_outcome(const ReportedFinding& finding, Level fails_at, std::ostream& out) {
  const std::string words = xml(evidence(finding));
  if (finding.status != FindingStatus::kOpen) {
    const std::string note = finding.note.empty() ? "" : ": " + isolated(finding.note);
    fmt::print(out, "<skipped message=\"{}{}\"/>", name(finding.status), xml(note));
  } else if (fails(finding, fails_at)) {
    fmt::print(out, "<failure type=\"{}\" message=\"{}\">{}</failure>", name(finding.kind),
               xml(title(finding)), words);
  } else {
    fmt::print(out, "<system-out>{}, {}: {}</system-out>", name(finding.level), xml(title(finding)),
               words);
  }
}

void write_finding(const PairResult& pair, const ReportedFinding& finding, Level fails_at,
                   Occurrences& occurrences, std::ostream& out) {
  fmt::print(out, "    <testcase classname=\"{}\" name=\"{}\"", class_name(pair),
             case_name(finding, occurrences));
  if (const PlacedText* place = place_to_act(finding)) {
    fmt::print(out, " file=\"{}\"", xml(printable(place->begin.path)));
    if (place->begin.line > 0) fmt::print(out, " line=\"{}\"", place->begin.line);
  }
  out << '>';
  write_outcome(finding, fails_at, out);
  out << "</testcase>\n";
}

void write_pair(const PairResult& pair, Level fails_at, Occurrences& occurrences,
                std::ostream& out) {
  fmt::print(out, "  <testsuite name=\"{}\" {}>\n", xml(pair_name(pair)),
             count_cases(pair, fails_at).attributes());
  if (pair.failure) {
    fmt::print(out,
               "    <testcase classname=\"{}\" name=\"can be checked\"><error "
               "message=\"{}\"/></testcase>\n",
               class_name(pair), xml(isolated(pair.failure->what())));
  } else if (pair.findings.empty()) {
    fmt::print(out, "    <testcase classname=\"{}\" name=\"no findings\"/>\n", class_name(pair));
  }
  for (const ReportedFinding& finding : pair.findings)
    write_finding(pair, finding, fails_at, occurrences, out);
  out << "  </testsuite>\n";
}

}  // namespace

void write_check_junit(const CheckReport& report, std::ostream& out) {
  fmt::print(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"muqabala\" {}>\n",
             count_cases(report).attributes());
  Occurrences occurrences;
  for (const PairResult& pair : report.pairs) write_pair(pair, report.fails_at, occurrences, out);
  out << "</testsuites>\n";
}

}  // namespace muqabala::cli
