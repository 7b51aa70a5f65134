#include "tests/cli/reports/sample_checks.h"

#include <algorithm>
#include <random>

#include "segment/base/error.h"

namespace muqabala::testing {

// Quotes and slashes; ends of comments, sections and elements; workflow commands; line ends of all
// sorts; Markdown's and HTML's markup; a direction that is never closed; controls, noncharacters.
const std::string kHostileText =
    "\"'\\ --> ]]> </testcase></details> ::error file=x::y\n::set-output name=a::b\r\n%0A%25 , : | "
    "`code` ``` **bold** [link](javascript:x) <script>alert(1)</script> <img src=x onerror=y> "
    "@team "
    "#1 &amp; &#0;\u2028\u0085 \u202E \u2066 \x1B[31m \x07 \x7F \uFFFE {0} {{x}} ${{ secrets.x }} "
    "مرحبا \U0001F600\n\n\n# heading\n\t<!--";

namespace {

PlacedText placed(const std::string& path, std::size_t line, std::size_t column,
                  const std::string& text) {
  const std::size_t offset = 100 * line + column;
  return {.begin = {path, line, column, offset},
          .end = {path, line, column + text.size() / 2, offset + text.size()},
          .text = text};
}

ReportedFinding omission(const std::string& source, const std::string& target, std::size_t line,
                         const std::string& text) {
  return {.kind = FindingKind::kOmission,
          .level = Level::kError,
          .status = FindingStatus::kOpen,
          .confidence = 0.875,
          .message =
              "1 segment has no counterpart in the translation; the pairs around it fit "
              "without it (99% and 98%)",
          .fingerprint = "3f2a91c07d5be846",
          .segment_fingerprints = {"3f2a91c07d5be846"},
          .source = placed(source, line, 3, text),
          .target = placed(target, line + 1, 1, ""),
          .behind_place = "The red light is on."};
}

CoverageSummary summary(std::size_t omitted) {
  return {.source_segments = 20,
          .target_segments = 19,
          .omitted_segments = omitted,
          .added_segments = 1,
          .source_share = 0.9375,
          .target_share = 0.96875};
}

}  // namespace

CheckReport plain_check() {
  const std::string source = "docs/ar/guide.md";
  const std::string target = "docs/en/guide.md";
  const ReportedFinding dropped =
      omission(source, target, 7, "لا تفصل القرص قبل أن ينطفئ الضوء الأحمر.");

  ReportedFinding number = dropped;
  number.kind = FindingKind::kNumber;
  number.level = Level::kWarning;
  number.confidence = 0.75;
  number.message = "40 stands in the original, 14 in the translation";
  number.fingerprint = "77aa";
  number.source = placed(source, 12, 9, "٤٠");
  number.target = placed(target, 13, 17, "14");
  number.behind_place.clear();

  ReportedFinding added = dropped;
  added.kind = FindingKind::kAddition;
  added.level = Level::kNote;
  added.confidence = 0.5;
  added.message = "1 segment has no counterpart in the original";
  added.fingerprint = "0c0c";
  added.source = placed(source, 20, 1, "");
  added.target = placed(target, 21, 1, "Ask our team.");
  added.before_place = "وتجد الشروط في الموقع.";
  added.behind_place.clear();

  ReportedFinding accepted = dropped;
  accepted.status = FindingStatus::kAccepted;
  accepted.fingerprint = "acc0";
  accepted.note = "only for readers of the original";

  ReportedFinding known = dropped;
  known.status = FindingStatus::kKnown;
  known.fingerprint = "beef";

  CheckReport report;
  report.pairs.push_back({.source_path = source,
                          .target_path = target,
                          .findings = {dropped, accepted, number, added, known},
                          .summary = summary(3),
                          .failure = std::nullopt});
  report.pairs.push_back({.source_path = "docs/ar/news.md",
                          .target_path = "docs/en/news.md",
                          .findings = {},
                          .summary = summary(0),
                          .failure = std::nullopt});
  report.pairs.push_back({.source_path = "docs/ar/old.md",
                          .target_path = "docs/en/old.md",
                          .findings = {},
                          .summary = {},
                          .failure = errors::file_not_found("docs/en/old.md")});
  report.stale.push_back({.fingerprint = "dead",
                          .source_path = source,
                          .target_path = target,
                          .text = "جملة حُذفت من الأصل."});
  return report;
}

CheckReport hostile_check() {
  CheckReport report = plain_check();
  for (PairResult& pair : report.pairs) {
    pair.source_path = "ar/" + kHostileText;
    pair.target_path = "en/\xFF\xFE" + kHostileText;
    if (pair.failure)
      pair.failure = Error(ErrorCode::kUnreadable, Place{pair.target_path}, kHostileText);
    for (ReportedFinding& finding : pair.findings) {
      finding.message = kHostileText;
      finding.note = kHostileText;
      finding.behind_place = kHostileText;
      for (auto* side : {&finding.source, &finding.target}) {
        PlacedText& text = **side;
        text.begin.path = text.end.path =
            side == &finding.source ? pair.source_path : pair.target_path;
        if (!text.text.empty()) text.text = kHostileText;
      }
    }
  }
  for (StaleDecision& decision : report.stale) decision.text = kHostileText;
  return report;
}

CheckReport huge_check(std::size_t size) {
  std::mt19937 random(1);  // NOLINT(cert-msc51-cpp): the same every time
  CheckReport report = clean_check();
  PairResult& pair = report.pairs[0];
  for (std::size_t i = 0; i < size; ++i) {
    std::string text;
    for (int letter = 0; letter < 200; ++letter)
      text += static_cast<char>('!' + random() % ('~' - '!' + 1));
    ReportedFinding finding = omission(pair.source_path, pair.target_path, i + 1, text);
    finding.fingerprint = std::to_string(random()) + std::to_string(i);
    finding.level = static_cast<Level>(1 + i % 3);
    pair.findings.push_back(std::move(finding));
  }
  return report;
}

CheckReport check_of_all_kinds() {
  CheckReport report = clean_check();
  PairResult& pair = report.pairs[0];
  for (const FindingKind kind : all_finding_kinds()) {
    ReportedFinding finding = omission(pair.source_path, pair.target_path, 5, "Words.");
    finding.kind = kind;
    if (kind == FindingKind::kMissingTranslation)
      finding.target =
          PlacedText{.begin = {.path = pair.target_path}, .end = {.path = pair.target_path}};
    if (kind == FindingKind::kMissingOriginal) finding.source = std::nullopt;
    pair.findings.push_back(std::move(finding));
  }
  return report;
}

CheckReport clean_check() {
  CheckReport report;
  report.pairs.push_back({.source_path = "ar.txt",
                          .target_path = "en.txt",
                          .findings = {},
                          .summary = summary(0),
                          .failure = std::nullopt});
  return report;
}

}  // namespace muqabala::testing
