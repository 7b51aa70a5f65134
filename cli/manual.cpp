#include <fmt/format.h>

#include "cli/help.h"

namespace muqabala::cli {
namespace {

/// `text` with what roff takes for its own: backslashes, hyphens that are to stay hyphens, and dots
/// or quotes at the begin of a line.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool at_line_begin = out.empty() || out.back() == '\n';
    if (at_line_begin && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'') {
      out += "\\(aq";
    } else {
      out += c;
    }
  }
  return out;
}

std::string paragraphs(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    out += fmt::format(".PP\n{}\n", roff(text.substr(at, end - at)));
    at = end + 2;
  }
  return out;
}

std::string tagged(std::string_view name, std::string_view text) {
  return fmt::format(".TP\n{}\n{}\n", name, roff(text));
}

std::string flag_entry(const Flag& flag) {
  std::string names = flag.letter == 0 ? "" : fmt::format("\\fB\\-{}\\fR, ", flag.letter);
  names += fmt::format("\\fB{}\\fR", roff(fmt::format("--{}", flag.name)));
  if (!flag.value.empty()) names += fmt::format(" \\fI{}\\fR", flag.value);
  return tagged(names, flag.help);
}

std::string command_section(const Command& command) {
  std::string out = fmt::format(".SS \"muqabala {}\"\n", roff(usage(command)));
  out += paragraphs(command.description);
  for (const Positional& positional : command.positionals)
    out += tagged(fmt::format("\\fI{}\\fR", positional.name), positional.help);
  // The common options have a section of their own.
  for (std::size_t i = 0; i + 1 < command.groups.size(); ++i)
    for (const Flag& flag : command.groups[i].flags) out += flag_entry(flag);
  return out;
}

}  // namespace

std::string manual(std::string_view version) {
  std::string out = fmt::format(".TH MUQABALA 1 \"\" \"muqabala {}\" \"User Commands\"\n", version);
  out += fmt::format(".SH NAME\nmuqabala \\- {}\n", roff(about().summary));
  out += ".SH SYNOPSIS\n";
  for (const Command& command : commands())
    out += fmt::format("\\fBmuqabala\\fR {}\n.br\n", roff(usage(command)));
  out += ".SH DESCRIPTION\n" + paragraphs(about().description);
  out += ".SH COMMANDS\n";
  for (const Command& command : commands()) out += command_section(command);
  out += ".SH COMMON OPTIONS\n";
  for (const Flag& flag : commands().front().groups.back().flags) out += flag_entry(flag);
  out += ".SH EXIT STATUS\n" + paragraphs(about().exit_status);
  out += ".SH ENVIRONMENT\n" + paragraphs(about().environment);
  out += ".SH EXAMPLES\n";
  for (const Command& command : commands())
    for (const Example& example : command.examples)
      out += tagged(fmt::format("\\fB{}\\fR", roff(example.line)), example.what);
  return out;
}

}  // namespace muqabala::cli
