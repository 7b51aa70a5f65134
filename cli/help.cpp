#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>

namespace muqabala::cli {
namespace {

/// Lines longer than this are hard to read, whatever the window.
constexpr std::size_t kMaxTextWidth = 96;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kHelpColumn = 30;

std::size_t text_width(const Screen& screen) { return std::min(screen.width, kMaxTextWidth); }

std::string heading(std::string_view text, const Screen& screen) {
  return fmt::format("\n{}\n", styled(fmt::format("{}:", text), Style::kBold, screen));
}

std::string flag_names(const Flag& flag) {
  std::string names = flag.letter == 0 ? "    " : fmt::format("-{}, ", flag.letter);
  names += fmt::format("--{}", flag.name);
  if (!flag.value.empty()) names += fmt::format(" {}", flag.value);
  return names;
}

/// A name and, beside or below it, what it means.
std::string entry(std::string_view name, std::string_view text, const Screen& screen) {
  const std::string column = wrapped(text, text_width(screen), kHelpColumn);
  const std::string head = std::string(kIndent, ' ') + std::string(name);
  if (head.size() + 2 > kHelpColumn) return fmt::format("{}\n{}\n", head, column);
  return fmt::format("{:<{}}{}\n", head, kHelpColumn, std::string_view(column).substr(kHelpColumn));
}

std::string examples(const Command& command, const Screen& screen) {
  std::string out = heading("Examples", screen);
  for (const Example& example : command.examples)
    out += fmt::format("  {}\n{}\n", example.line, wrapped(example.what, text_width(screen), 6));
  return out;
}

}  // namespace

std::string overview(const Screen& screen) {
  std::string out = fmt::format(
      "{}\n\n", wrapped(fmt::format("muqabala {}.", about().summary), text_width(screen), 0));
  out += fmt::format("Usage: muqabala COMMAND [OPTION]... [ARGUMENT]...\n");
  out += heading("Commands", screen);
  for (const Command& command : commands()) out += entry(command.name, command.summary, screen);
  out += examples(commands().front(), screen);
  out += heading("More", screen);
  out += entry("muqabala help COMMAND", "Options and examples of a command.", screen);
  out += entry("muqabala --version", "The version.", screen);
  out += heading("Exit status", screen);
  out += wrapped(about().exit_status, text_width(screen), kIndent) + "\n";
  return out;
}

std::string help(const Command& command, const Screen& screen) {
  std::string out = fmt::format("Usage: muqabala {}\n\n", usage(command));
  out += wrapped(command.description, text_width(screen), 0) + "\n";
  out += examples(command, screen);
  if (!command.positionals.empty()) out += heading("Arguments", screen);
  for (const Positional& positional : command.positionals)
    out += entry(positional.name, positional.help, screen);
  for (const FlagGroup& group : command.groups) {
    out += heading(group.heading, screen);
    for (const Flag& flag : group.flags) out += entry(flag_names(flag), flag.help, screen);
  }
  return out;
}

}  // namespace muqabala::cli
