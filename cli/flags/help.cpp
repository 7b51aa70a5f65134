#include "cli/flags/commands.h"
#include "cli/flags/shared.h"

namespace muqabala::cli {
namespace {

using O = TypedOptions;

}  // namespace

Command help_command() {
  return {.name = "help",
          .summary = "Print help about a command",
          .description = "Prints the help of COMMAND, or an overview.",
          .positionals = {{.name = "COMMAND",
                           .help = "One of the commands.",
                           .place = &O::topic,
                           .is_optional = true,
                           .choices = {"align", "check", "report", "segment", "evaluate", "lexicon",
                                       "help", "man", "completions"},
                           .completion = Completion::kNothing}},
          .groups = {common_group()},
          .examples = {{"muqabala help align", "All about align."}}};
}

Command man_command() {
  return {.name = "man",
          .summary = "Print the manual page",
          .description = "Prints the manual page in roff.",
          .positionals = {},
          .groups = {common_group()},
          .examples = {{"muqabala man | man -l -", "Reads it."}}};
}

Command completions_command() {
  return {
      .name = "completions",
      .summary = "Print a script that completes commands and options in a shell",
      .description = "Prints a script for SHELL. An installed package brings these scripts along.",
      .positionals = {{.name = "SHELL",
                       .help = "bash, zsh or fish.",
                       .place = &O::shell,
                       .choices = {"bash", "zsh", "fish"},
                       .completion = Completion::kNothing}},
      .groups = {common_group()},
      .examples = {{"muqabala completions bash > "
                    "~/.local/share/bash-completion/completions/muqabala",
                    "Completes in every new bash."}}};
}

}  // namespace muqabala::cli
