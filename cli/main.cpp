#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <new>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands/align.h"
#include "cli/commands/check.h"
#include "cli/commands/corpus_build.h"
#include "cli/commands/corpus_merge.h"
#include "cli/commands/corpus_pair.h"
#include "cli/commands/corpus_stats.h"
#include "cli/commands/corpus_stream.h"
#include "cli/commands/evaluate.h"
#include "cli/commands/lexicon.h"
#include "cli/commands/report.h"
#include "cli/commands/segment.h"
#include "cli/completions.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/options/check.h"
#include "cli/options/corpus.h"
#include "cli/options/corpus_build.h"
#include "cli/options/corpus_outputs.h"
#include "cli/options/corpus_pair.h"
#include "cli/options/report.h"
#include "cli/parse.h"
#include "corpus/output_file.h"

namespace muqabala::cli {
namespace {

constexpr int kDone = 0;
constexpr int kFoundSomething = 1;
constexpr int kCouldNotDoIt = 2;
constexpr int kInterrupted = 130;  // 128 and the number of SIGINT, as shells have it

void print(const std::string& text) {
  write_output("-", [&](std::ostream& out) { out << text; });
}

std::string help_under(std::string_view topic, const Screen& screen) {
  std::string text;
  for (const Command* command : commands_under(topic))
    text += (text.empty() ? "" : "\n") + help(*command, screen);
  return text;
}

/// Answers that need no text: help, version, scripts.
std::string answer(const TypedOptions& typed, const Screen& screen) {
  if (typed.version) return fmt::format("muqabala {}\n", MUQABALA_VERSION);
  const std::string& topic = typed.command == "help" && !typed.help ? typed.topic : typed.command;
  if (typed.help || typed.command == "help")
    return topic.empty() ? overview(screen) : help_under(topic, screen);
  if (typed.command == "man") return manual(MUQABALA_VERSION);
  return completions(typed.shell);
}

int exit_code(CheckOutcome outcome) {
  if (outcome == CheckOutcome::kNotAllChecked) return kCouldNotDoIt;
  return outcome == CheckOutcome::kFindings ? kFoundSomething : kDone;
}

int exit_code(BuildResult result) {
  if (result == BuildResult::kStopped) return kInterrupted;
  return result == BuildResult::kNothingAligned ? kCouldNotDoIt : kDone;
}

/// Runs a command that works on text; false if `typed` asks for something else.
bool run_command(const TypedOptions& typed, const Environment& environment, const Screen& screen,
                 const Messages& messages) {
  if (typed.command == "align") {
    run_align(resolve_align(typed, environment), screen, messages);
  } else if (typed.command == "report") {
    run_report(resolve_report(typed, environment), messages);
  } else if (typed.command == "segment") {
    run_segment(resolve_segment(typed), messages);
  } else if (typed.command == "lexicon show") {
    run_lexicon_show(resolve_lexicon(typed, environment), messages);
  } else if (typed.command == "lexicon learn") {
    run_lexicon_learn(resolve_lexicon(typed, environment), messages);
  } else if (typed.command == "lexicon merge") {
    run_lexicon_merge(resolve_lexicon(typed, environment));
  } else if (typed.command == "lexicon compile") {
    run_lexicon_compile(resolve_lexicon(typed, environment), messages);
  } else if (typed.command == "corpus pair") {
    run_corpus_pair(resolve_corpus_pair(typed, environment), messages);
  } else if (typed.command == "corpus stream") {
    run_corpus_stream(resolve_corpus_stream(typed, environment), messages);
  } else if (typed.command == "corpus merge") {
    run_corpus_merge(resolve_corpus_merge(typed, environment), messages);
  } else if (typed.command == "corpus stats") {
    run_corpus_stats(resolve_corpus_stats(typed));
  } else if (typed.command == "evaluate") {
    run_evaluate(resolve_evaluate(typed, environment), messages);
  } else {
    return false;
  }
  return true;
}

int run(const TypedOptions& typed, const Environment& environment, const Messages& messages) {
  const Screen screen = screen_of(STDOUT_FILENO, resolve_color(typed), environment);
  const bool asks = typed.help || typed.version;
  if (typed.command == "check" && !asks)
    return exit_code(run_check(resolve_check(typed, environment), screen, messages));
  if (typed.command == "corpus build" && !asks)
    return exit_code(run_corpus_build(resolve_corpus_build(typed, environment), messages));
  if (asks || !run_command(typed, environment, screen, messages)) print(answer(typed, screen));
  return kDone;
}

int guarded(const std::vector<std::string>& arguments) {
  const Environment environment = read_environment();
  Messages messages(Verbosity::kNormal, screen_of(STDERR_FILENO, ColorChoice::kAuto, environment));
  try {
    const TypedOptions typed = parse(arguments);
    messages = Messages(resolve_verbosity(typed),
                        screen_of(STDERR_FILENO, resolve_color(typed), environment));
    return run(typed, environment, messages);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::kBrokenPipe) return kDone;
    messages.error(error);
  } catch (const std::bad_alloc&) {
    messages.error("not enough memory; give it more, or align the text in parts");
  } catch (const std::exception& fault) {
    messages.error(
        fmt::format("something went wrong that should not ({}); please report it with the "
                    "command and the files",
                    fault.what()));
  }
  return kCouldNotDoIt;
}

}  // namespace
}  // namespace muqabala::cli

int main(int argc, char** argv) {
  // A reader that went away and a file that grew too large are told by write() instead, so that
  // temporary files are cleaned up.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  return muqabala::cli::guarded({argv + (argc > 0 ? 1 : 0), argv + argc});
}
