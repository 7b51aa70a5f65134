#include "cli/commands/corpus_build.h"

#include <fmt/format.h>

#include <csignal>
#include <string>
#include <string_view>

#include "cli/collection_progress.h"
#include "cli/terminal.h"

namespace muqabala::cli {
namespace {

volatile std::sig_atomic_t stop_asked = 0;

/// Notes the first signal; the second does what it always does. Workers inherit this, so that a
/// Ctrl-C, which goes to all of them, lets each finish its document.
class StopSignals {
 public:
  StopSignals() {
    struct sigaction action {};
    action.sa_handler = [](int) { stop_asked = 1; };
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM}) ::sigaction(signal, &action, nullptr);
  }
  ~StopSignals() {
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, SIG_DFL);
  }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
};

std::string_view doing(BuildProgress::Stage stage) {
  switch (stage) {
    case BuildProgress::Stage::kLearn:
      return "learning";
    case BuildProgress::Stage::kAlign:
      return "aligning";
    case BuildProgress::Stage::kWrite:
      return "writing";
  }
  return "";
}

std::string counted(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

void tell_outcome(const BuildOptions& options, const BuildOutcome& outcome,
                  const Messages& messages) {
  const std::string& folder = options.assemble.folder;
  if (outcome.has_learned)
    messages.detail(fmt::format("a lexicon was learned from {}; {} without counterpart",
                                counted(outcome.learned_from, "document"),
                                counted(outcome.recurring_lines, "recurring line")));
  std::string text = counted(outcome.documents, "document");
  if (outcome.fresh > 0) text += fmt::format(", {} of them unchanged", outcome.fresh);
  text += fmt::format(": {} pairs of segments, {} kept, in {}\n", outcome.statistics.pairs,
                      outcome.statistics.kept(), isolated(folder));
  if (outcome.dropped > 0)
    text +=
        fmt::format("{} left the corpus with the manifest\n", counted(outcome.dropped, "document"));
  messages.summary(text);
  if (outcome.failed > 0)
    messages.warning(fmt::format("{} could not be aligned; {}/failures.tsv tells why",
                                 counted(outcome.failed, "document"), isolated(folder)));
}

}  // namespace

BuildResult run_corpus_build(const BuildOptions& options, const Messages& messages) {
  const StopSignals signals;
  CollectionProgress progress(messages);
  BuildWatch watch{.is_stopped = [] { return stop_asked != 0; }};
  if (progress.is_shown())
    watch.progress = [&](const BuildProgress& at) {
      progress.show({.doing = doing(at.stage), .done = at.done, .of = at.of, .failed = at.failed});
    };
  const BuildOutcome outcome = build(options, watch);
  progress.stop();
  if (outcome.is_stopped) {
    messages.warning(
        "stopped; nothing that was done is lost: the same command goes on where it was");
    return BuildResult::kStopped;
  }
  tell_outcome(options, outcome, messages);
  return outcome.failed == outcome.documents ? BuildResult::kNothingAligned : BuildResult::kDone;
}

}  // namespace muqabala::cli
