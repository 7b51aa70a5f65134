#include "cli/commands/check.h"

#include <fmt/format.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <iterator>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

#include "cli/commands/find_policy.h"
#include "cli/progress.h"
#include "cli/reports/check_formats.h"
#include "cli/reports/check_text.h"
#include "corpus/check/baseline.h"
#include "corpus/check/check.h"
#include "corpus/check/git.h"
#include "corpus/check/judge.h"
#include "corpus/check/write_policy.h"
#include "corpus/output_file.h"
#include "segment/base/error.h"

namespace muqabala::cli {
namespace {

bool exists(const std::string& path) {
  std::error_code none;
  return std::filesystem::exists(path, none);
}

void write_policy(const std::string& output) {
  if (output != "-" && std::filesystem::is_regular_file(output))
    throw errors::unwritable(output, "there is one already, which may hold your settings");
  write_output(output, write_default_policy);
}

bool writes_baseline(const CheckJob& job) { return job.updates_baseline || !job.accept.empty(); }

Baseline baseline_of(const CheckJob& job) {
  if (job.baseline.empty()) return {};
  if (exists(job.baseline) || job.baseline == "-") return read_baseline(job.baseline);
  if (writes_baseline(job)) return {};
  throw errors::bad_usage(fmt::format(
      "--baseline {}: no such file; begin one with --update-baseline or --accept", job.baseline));
}

std::vector<FilePair> pairs_of(const CheckJob& job, const Messages& messages) {
  if (job.is_one_pair()) return {{.source = job.source, .target = job.target}};
  const PairLanguages languages{.source = job.source.language, .target = job.target.language};
  std::vector<FilePair> pairs;
  if (!job.manifest.empty()) pairs = read_manifest(job.manifest, languages);
  if (!job.maps.empty()) {
    std::vector<FilePair> mapped = map_pairs(job.maps, languages);
    pairs.insert(pairs.end(), std::make_move_iterator(mapped.begin()),
                 std::make_move_iterator(mapped.end()));
  }
  if (!job.since.empty()) {
    const std::size_t all = pairs.size();
    pairs = changed_since(job.since, std::move(pairs));
    messages.detail(fmt::format("{} of {} pairs changed since {}", pairs.size(), all, job.since));
  }
  messages.diagnostics(mark_outdated(pairs));
  return pairs;
}

std::vector<ExaminedPair> examine(const std::vector<FilePair>& pairs, const CheckJob& job,
                                  const Messages& messages) {
  Progress progress(messages);
  std::atomic<std::size_t> done{0};
  const auto show = [&](std::size_t count) {
    progress.show(fmt::format("checking: {} of {} pairs", count, pairs.size()));
  };
  show(0);
  std::vector<ExaminedPair> examined = examine_pairs(
      pairs, {.pipeline = job.pipeline, .threads = job.threads, .on_pair = [&] { show(++done); }});
  progress.stop();
  return examined;
}

/// Says each fault once: a broken lexicon is that of every pair.
void tell(const std::vector<ExaminedPair>& pairs, const Messages& messages) {
  std::set<std::string> said;
  for (const ExaminedPair& pair : pairs) {
    messages.diagnostics(pair.diagnostics);
    if (pair.failure && said.insert(pair.failure->what()).second) messages.error(*pair.failure);
  }
}

/// A reader that goes away early changes nothing in how the check ends.
void write_as_far_as_read(const std::string& path,
                          const std::function<void(std::ostream&)>& write) {
  try {
    write_output(path, write);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kBrokenPipe) throw;
  }
}

/// The baseline with what this run decides, written back.
Baseline decide(Baseline baseline, const std::vector<ExaminedPair>& pairs, const Policy& policy,
                const CheckJob& job) {
  if (!writes_baseline(job)) return baseline;
  baseline = job.updates_baseline ? with_open_findings(baseline, pairs, policy)
                                  : with_accepted(baseline, pairs, policy, job.accept, job.note);
  write_output(job.baseline, [&](std::ostream& out) { write_baseline(baseline, out); });
  return baseline;
}

void write_report(const CheckReport& report, const CheckJob& job, const Screen& screen,
                  const Messages& messages) {
  write_as_far_as_read(job.output, [&](std::ostream& out) {
    switch (job.format) {
      case CheckFormat::kText:
        return write_check_text(report, job.output == "-" ? screen : Screen{}, out);
      case CheckFormat::kJson:
        return write_check_json(report, out);
      case CheckFormat::kSarif:
        return write_check_sarif(report, out, std::filesystem::current_path().string());
      case CheckFormat::kJunit:
        return write_check_junit(report, out);
      case CheckFormat::kGithub:
        return write_check_github(report, out);
      case CheckFormat::kMarkdown:
        return write_check_markdown(report, out);
    }
  });
  if (job.format == CheckFormat::kText && job.output == "-") return;
  if (job.output == "-" && !messages.screen().is_terminal) return;
  std::ostringstream summary;
  write_check_summary(report, messages.screen(), summary);
  messages.summary(summary.str());
}

}  // namespace

CheckOutcome run_check(const CheckJob& job, const Screen& screen, const Messages& messages) {
  if (job.writes_policy) {
    write_policy(job.output);
    return CheckOutcome::kClean;
  }
  const Policy policy = find_policy(job.policy, messages);
  Baseline baseline = baseline_of(job);
  const std::vector<FilePair> pairs = pairs_of(job, messages);
  const std::vector<ExaminedPair> examined = examine(pairs, job, messages);
  tell(examined, messages);
  baseline = decide(std::move(baseline), examined, policy, job);
  const CheckReport report = judge(examined, policy, baseline);
  write_report(report, job, screen, messages);
  for (const PairResult& pair : report.pairs)
    if (pair.failure) return CheckOutcome::kNotAllChecked;
  return has_failing_finding(report) ? CheckOutcome::kFindings : CheckOutcome::kClean;
}

}  // namespace muqabala::cli
