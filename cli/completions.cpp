#include "cli/completions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "cli/flags.h"

namespace muqabala::cli {
namespace {

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  return names;
}

/// `text` in single quotes, as all three shells take it.
std::string quoted(std::string_view text, std::string_view quote_inside) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += quote_inside;
    } else {
      out += c;
    }
  }
  return out + "'";
}

// --- bash

std::string bash_reply(const std::vector<std::string_view>& choices, Completion completion) {
  if (!choices.empty())
    return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$current\"))", fmt::join(choices, " "));
  if (completion == Completion::kFiles)
    return "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$current\"))";
  if (completion == Completion::kFolders)
    return "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$current\"))";
  return "COMPREPLY=()";
}

std::string bash_command(const Command& command) {
  std::string values;
  std::vector<std::string> names;
  for (const FlagGroup& group : command.groups) {
    for (const Flag& flag : group.flags) {
      names.push_back(fmt::format("--{}", flag.name));
      if (flag.value.empty()) continue;
      const std::string letter = flag.letter == 0 ? "" : fmt::format("|-{}", flag.letter);
      values += fmt::format("        --{}{}) {}; return ;;\n", flag.name, letter,
                            bash_reply(flag.choices, flag.completion));
    }
  }
  const std::string argument =
      command.positionals.empty()
          ? std::string("COMPREPLY=()")
          : bash_reply(command.positionals[0].choices, command.positionals[0].completion);
  return fmt::format(
      "    {})\n"
      "      case $previous in\n{}      esac\n"
      "      if [[ $current == -* ]]; then\n"
      "        COMPREPLY=($(compgen -W '{}' -- \"$current\"))\n"
      "      else\n"
      "        {}\n"
      "      fi ;;\n",
      command.name, values, fmt::join(names, " "), argument);
}

std::string bash() {
  std::string cases;
  for (const Command& command : commands()) cases += bash_command(command);
  return fmt::format(
      "# bash completion for muqabala\n"
      "_muqabala() {{\n"
      "  local IFS=$' \\t\\n' current=${{COMP_WORDS[COMP_CWORD]}} "
      "previous=${{COMP_WORDS[COMP_CWORD-1]}}\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($(compgen -W '{} --help --version' -- \"$current\"))\n"
      "    return\n"
      "  fi\n"
      "  case ${{COMP_WORDS[1]}} in\n{}  esac\n"
      "}}\n"
      "complete -F _muqabala muqabala\n",
      fmt::join(command_names(), " "), cases);
}

// --- zsh

/// Text inside an `_arguments` specification.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(const std::vector<std::string_view>& choices, Completion completion) {
  if (!choices.empty()) return fmt::format("({})", fmt::join(choices, " "));
  if (completion == Completion::kFiles) return "_files";
  if (completion == Completion::kFolders) return "_files -/";
  return " ";
}

std::string zsh_flag(const Flag& flag) {
  const bool repeats = std::holds_alternative<std::vector<std::string> TypedOptions::*>(flag.place);
  const std::string value =
      flag.value.empty()
          ? ""
          : fmt::format(":{}:{}", flag.value, zsh_action(flag.choices, flag.completion));
  std::string out;
  std::vector<std::string> names = {fmt::format("--{}", flag.name)};
  if (flag.letter != 0) names.push_back(fmt::format("-{}", flag.letter));
  for (const std::string& name : names) {
    const std::string spec =
        fmt::format("{}{}[{}]{}", repeats ? "*" : "", name, zsh_text(flag.help), value);
    out += fmt::format(" \\\n        {}", quoted(spec, "'\\''"));
  }
  return out;
}

std::string zsh_command(const Command& command) {
  std::string arguments;
  for (const FlagGroup& group : command.groups)
    for (const Flag& flag : group.flags) arguments += zsh_flag(flag);
  for (const Positional& positional : command.positionals)
    arguments +=
        fmt::format(" \\\n        {}",
                    quoted(fmt::format(":{}:{}", positional.name,
                                       zsh_action(positional.choices, positional.completion)),
                           "'\\''"));
  return fmt::format("      {})\n        _arguments -s{} ;;\n", command.name, arguments);
}

std::string zsh() {
  std::string list;
  std::string cases;
  for (const Command& command : commands()) {
    list += fmt::format(
        "    {}\n", quoted(fmt::format("{}:{}", command.name, zsh_text(command.summary)), "'\\''"));
    cases += zsh_command(command);
  }
  return fmt::format(
      "#compdef muqabala\n"
      "_muqabala() {{\n"
      "  local curcontext=$curcontext state line\n"
      "  local -a names=(\n{}  )\n"
      "  _arguments -C '(- *)--help[Print help.]' '(- *)--version[Print the version.]' \\\n"
      "    '1:command:->command' '*::argument:->argument'\n"
      "  case $state in\n"
      "    command) _describe -t commands command names ;;\n"
      "    argument)\n"
      "      case $line[1] in\n{}      esac ;;\n"
      "  esac\n"
      "}}\n"
      "_muqabala \"$@\"\n",
      list, cases);
}

// --- fish

std::string fish_action(const std::vector<std::string_view>& choices, Completion completion) {
  if (!choices.empty()) return fmt::format(" -f -a '{}'", fmt::join(choices, " "));
  if (completion == Completion::kFiles) return " -F";
  if (completion == Completion::kFolders) return " -f -a '(__fish_complete_directories)'";
  return " -f";
}

std::string fish_command(const Command& command) {
  const std::string when =
      fmt::format("complete -c muqabala -n '__fish_seen_subcommand_from {}'", command.name);
  std::string out;
  for (const FlagGroup& group : command.groups) {
    for (const Flag& flag : group.flags) {
      out += fmt::format("{} -l {}", when, flag.name);
      if (flag.letter != 0) out += fmt::format(" -s {}", flag.letter);
      if (!flag.value.empty()) out += " -r" + fish_action(flag.choices, flag.completion);
      out += fmt::format(" -d {}\n", quoted(flag.help, "\\'"));
    }
  }
  if (!command.positionals.empty())
    out += when + fish_action(command.positionals[0].choices, command.positionals[0].completion) +
           "\n";
  return out;
}

std::string fish() {
  std::string out = "# fish completion for muqabala\ncomplete -c muqabala -f\n";
  for (const Command& command : commands())
    out += fmt::format("complete -c muqabala -n __fish_use_subcommand -a {} -d {}\n", command.name,
                       quoted(command.summary, "\\'"));
  for (const Command& command : commands()) out += fish_command(command);
  return out;
}

}  // namespace

std::string completions(std::string_view shell) {
  if (shell == "zsh") return zsh();
  if (shell == "fish") return fish();
  return bash();
}

}  // namespace muqabala::cli
