#include "cli/commands/align.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <sstream>
#include <vector>

#include "cli/progress.h"
#include "cli/reports/text.h"
#include "corpus/output_file.h"
#include "corpus/write_alignment.h"

namespace muqabala::cli {
namespace {

using Clock = std::chrono::steady_clock;

std::string_view doing(Step step) {
  switch (step) {
    case Step::kRead:
      return "reading";
    case Step::kSegment:
      return "splitting into sentences";
    case Step::kGatherLexicon:
      return "loading dictionaries";
    case Step::kAlign:
      return "aligning";
    case Step::kCover:
      return "looking for omissions and additions";
  }
  return "";
}

/// Takes the time of each step.
class StepTimes {
 public:
  void begin(Step step) { begun_.push_back({step, Clock::now()}); }

  std::string listed() const {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < begun_.size(); ++i) {
      const auto end = i + 1 < begun_.size() ? begun_[i + 1].at : Clock::now();
      parts.push_back(fmt::format("{} {:.2f} s", doing(begun_[i].step),
                                  std::chrono::duration<double>(end - begun_[i].at).count()));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
  }

 private:
  struct Begin {
    Step step;
    Clock::time_point at;
  };
  std::vector<Begin> begun_;
};

void tell_details(const CollatedPair& pair, const StepTimes& times, const Messages& messages) {
  for (const SegmentedDocument* side : {&pair.source, &pair.target})
    messages.detail(fmt::format("{}: language '{}', {} segments",
                                isolated(side->document.file.path), side->document.language,
                                side->size()));
  for (const LexiconSource& source : pair.lexicon_sources)
    messages.detail(
        fmt::format("dictionary {}: {} headwords", isolated(source.name), source.headwords));
  messages.detail(times.listed());
}

void tell_diagnostics(const CollatedPair& pair, const Messages& messages) {
  messages.diagnostics(pair.source.document.diagnostics);
  messages.diagnostics(pair.target.document.diagnostics);
  messages.diagnostics(pair.alignment.diagnostics);
}

/// Returns how many characters the form could not hold.
std::size_t write(const CollatedPair& pair, const AlignJob& job, const Screen& screen,
                  std::ostream& out) {
  switch (job.format) {
    case PairFormat::kText:
      write_text(pair, job.output == "-" ? screen : Screen{}, out);
      break;
    case PairFormat::kTmx:
      return write_tmx(pair, job.tmx, out);
    case PairFormat::kTsv:
      write_tsv(pair, out);
      break;
    case PairFormat::kJsonl:
      write_jsonl(pair, out);
      break;
    case PairFormat::kLadder:
      write_ladder(pair, out);
      break;
    case PairFormat::kHunalign:
      write_hunalign_ladder(pair, out);
      break;
  }
  return 0;
}

/// The summary goes to standard error where the data do not hold it; in a pipeline, only if
/// somebody is looking.
bool wants_summary(const AlignJob& job, const Messages& messages) {
  if (messages.is_quiet() || (job.output == "-" && job.format == PairFormat::kText)) return false;
  return job.output != "-" || messages.screen().is_terminal;
}

}  // namespace

void run_align(const AlignJob& job, const Screen& screen, const Messages& messages) {
  StepTimes times;
  Progress progress(messages);
  PipelineOptions pipeline = job.pipeline;
  pipeline.on_step = [&](Step step) {
    times.begin(step);
    progress.show(std::string(doing(step)));
  };
  const CollatedPair pair = collate(job.source, job.target, pipeline);
  progress.stop();
  tell_details(pair, times, messages);
  tell_diagnostics(pair, messages);

  std::size_t left_out = 0;
  write_output(job.output, [&](std::ostream& out) { left_out = write(pair, job, screen, out); });
  if (left_out > 0)
    messages.warning(fmt::format("{} characters that XML cannot hold were left out", left_out));
  if (wants_summary(job, messages)) {
    std::ostringstream summary;
    write_coverage(pair, messages.screen(), summary);
    messages.summary(summary.str());
  }
}

}  // namespace muqabala::cli
