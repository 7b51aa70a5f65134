#include "cli/completions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "cli/flags.h"

namespace muqabala::cli {
namespace {

/// The second words that may follow a first word.
std::vector<std::string_view> second_words(std::string_view first) {
  std::vector<std::string_view> words;
  for (const Command* command : commands_under(first))
    if (command->name != first) words.push_back(command->name.substr(first.size() + 1));
  return words;
}

/// What the commands under `first` have in common.
std::string_view summary_of_family(std::string_view first) {
  return first == "corpus" ? "Work on collections of documents" : "Look into bilingual lexicons";
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
      "    '{}')\n"
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
  std::string seconds;
  for (const Command& command : commands()) cases += bash_command(command);
  for (const std::string_view first : first_words())
    if (const auto words = second_words(first); !words.empty())
      seconds += fmt::format(
          "  if [[ $name == {} ]]; then\n"
          "    if ((COMP_CWORD == 2)); then\n"
          "      COMPREPLY=($(compgen -W '{}' -- \"$current\"))\n"
          "      return\n"
          "    fi\n"
          "    name+=\" ${{COMP_WORDS[2]}}\"\n"
          "  fi\n",
          first, fmt::join(words, " "));
  return fmt::format(
      "# bash completion for muqabala\n"
      "_muqabala() {{\n"
      "  local IFS=$' \\t\\n' current=${{COMP_WORDS[COMP_CWORD]}} "
      "previous=${{COMP_WORDS[COMP_CWORD-1]}}\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($(compgen -W '{} --help --version' -- \"$current\"))\n"
      "    return\n"
      "  fi\n"
      "  local name=${{COMP_WORDS[1]}}\n"
      "{}"
      "  case $name in\n{}  esac\n"
      "}}\n"
      "complete -F _muqabala muqabala\n",
      fmt::join(first_words(), " "), seconds, cases);
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
    arguments += fmt::format(
        " \\\n        {}",
        quoted(fmt::format("{}:{}:{}", positional.list != nullptr ? "*" : "", positional.name,
                           zsh_action(positional.choices, positional.completion)),
               "'\\''"));
  return fmt::format("      '{}')\n        _arguments -s{} ;;\n", command.name, arguments);
}

std::string zsh() {
  std::string list;
  std::string cases;
  std::string seconds;
  for (const std::string_view first : first_words()) {
    const std::vector<std::string_view> words = second_words(first);
    const std::string_view summary =
        words.empty() ? find_command(first)->summary : summary_of_family(first);
    list +=
        fmt::format("    {}\n", quoted(fmt::format("{}:{}", first, zsh_text(summary)), "'\\''"));
    if (words.empty()) continue;
    seconds += fmt::format(
        "      if [[ $name == {} ]]; then\n"
        "        if ((CURRENT == 2)); then\n"
        "          _values command {}\n"
        "          return\n"
        "        fi\n"
        "        name+=\" $line[2]\"\n"
        "        shift words\n"
        "        ((CURRENT--))\n"
        "      fi\n",
        first, fmt::join(words, " "));
  }
  for (const Command& command : commands()) cases += zsh_command(command);
  return fmt::format(
      "#compdef muqabala\n"
      "_muqabala() {{\n"
      "  local curcontext=$curcontext state line name\n"
      "  local -a names=(\n{}  )\n"
      "  _arguments -C '(- *)--help[Print help.]' '(- *)--version[Print the version.]' \\\n"
      "    '1:command:->command' '*::argument:->argument'\n"
      "  case $state in\n"
      "    command) _describe -t commands command names ;;\n"
      "    argument)\n"
      "      name=$line[1]\n"
      "{}"
      "      case $name in\n{}      esac ;;\n"
      "  esac\n"
      "}}\n"
      "_muqabala \"$@\"\n",
      list, seconds, cases);
}

// --- fish

std::string fish_action(const std::vector<std::string_view>& choices, Completion completion) {
  if (!choices.empty()) return fmt::format(" -f -a '{}'", fmt::join(choices, " "));
  if (completion == Completion::kFiles) return " -F";
  if (completion == Completion::kFolders) return " -f -a '(__fish_complete_directories)'";
  return " -f";
}

std::string fish_command(const Command& command) {
  const std::string_view first = first_word(command);
  const std::string second = first == command.name
                                 ? ""
                                 : fmt::format("; and __fish_seen_subcommand_from {}",
                                               command.name.substr(first.size() + 1));
  const std::string when =
      fmt::format("complete -c muqabala -n '__fish_seen_subcommand_from {}{}'", first, second);
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
  for (const std::string_view first : first_words()) {
    const std::vector<std::string_view> words = second_words(first);
    const std::string_view summary =
        words.empty() ? find_command(first)->summary : summary_of_family(first);
    out += fmt::format("complete -c muqabala -n __fish_use_subcommand -a {} -d {}\n", first,
                       quoted(summary, "\\'"));
    if (!words.empty())
      out += fmt::format(
          "complete -c muqabala -n '__fish_seen_subcommand_from {}; and not "
          "__fish_seen_subcommand_from {}' -a '{}'\n",
          first, fmt::join(words, " "), fmt::join(words, " "));
  }
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
