#include "cli/flags.h"

#include <algorithm>

#include "cli/flags/commands.h"

namespace muqabala::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> table = {align_command(),
                                             check_command(),
                                             report_command(),
                                             segment_command(),
                                             evaluate_command(),
                                             lexicon_show_command(),
                                             lexicon_compile_command(),
                                             lexicon_learn_command(),
                                             lexicon_merge_command(),
                                             corpus_build_command(),
                                             corpus_pair_command(),
                                             corpus_stream_command(),
                                             corpus_merge_command(),
                                             corpus_stats_command(),
                                             help_command(),
                                             man_command(),
                                             completions_command()};
  return table;
}

const Command* find_command(std::string_view name) {
  const auto& all = commands();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Command& c) { return c.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::string_view first_word(const Command& command) {
  return command.name.substr(0, command.name.find(' '));
}

std::vector<std::string_view> first_words() {
  std::vector<std::string_view> words;
  for (const Command& command : commands())
    if (words.empty() || words.back() != first_word(command)) words.push_back(first_word(command));
  return words;
}

std::vector<const Command*> commands_under(std::string_view word) {
  std::vector<const Command*> found;
  for (const Command& command : commands())
    if (command.name == word || first_word(command) == word) found.push_back(&command);
  return found;
}

std::string usage(const Command& command) {
  std::string line(command.name);
  line += " [OPTION]...";
  for (const Positional& positional : command.positionals) {
    const std::string name(positional.name);
    line += positional.is_optional ? " [" + name + "]" : " " + name;
    if (positional.list != nullptr) line += "...";
  }
  return line;
}

const About& about() {
  static const About text = {
      .summary = "aligns a translation with its original and tells what was dropped or added",
      .description =
          "Muqabala reads an original and its translation, splits both into sentences, pairs them, "
          "and lists what the translation leaves out and what it adds. It knows Arabic and English "
          "best and takes any two languages in either direction.",
      .exit_status =
          "0 if the job was done, and 'check' found nothing that matters; 1 if it did; 2 if the "
          "job "
          "could not be done: a file cannot be read or written, the languages do not fit, an "
          "option is wrong.",
      .environment =
          "NO_COLOR: if set and not empty, no colours. COLUMNS: width of the output, where the "
          "terminal does not tell. SOURCE_DATE_EPOCH: the date that goes into TMX files, in "
          "seconds "
          "since 1970; without it they hold none, so that runs are reproducible. XDG_CACHE_HOME: "
          "where compiled lexicons are kept from one run to the next, in the folder muqabala; by "
          "default ~/.cache."};
  return text;
}

}  // namespace muqabala::cli
