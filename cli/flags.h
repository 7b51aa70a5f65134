#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace muqabala::cli {

/// What the user typed, not yet judged: empty means not given.
struct TypedOptions {
  std::string command;

  std::string source;
  std::string target;
  std::string file;
  std::string folder;
  std::string topic;
  std::string shell;

  std::string output;
  std::string to;
  std::string from;
  std::string segments;
  std::string clauses;
  std::string beads;
  std::vector<std::string> source_embeddings;
  std::vector<std::string> target_embeddings;
  bool explain = false;
  std::string srx;
  bool srx_only = false;
  bool export_srx = false;
  std::string source_language;
  std::string target_language;
  std::vector<std::string> lexicons;
  std::vector<std::string> words;
  bool missing = false;
  bool coverage = false;
  bool no_system_dictionaries = false;
  std::string lexicon_sources;

  std::string policy;
  std::string glossary;
  std::string baseline;
  std::string format;
  std::string manifest;
  std::vector<std::string> maps;
  std::string since;
  bool update_baseline = false;
  std::vector<std::string> accept;
  std::string note;
  bool init_policy = false;

  std::string source_suffix;
  std::string target_suffix;
  std::string predictions;
  std::string write_predictions;
  bool per_doc = false;
  bool intervals = false;
  bool reliability = false;
  bool findings = false;
  bool ignore_one_sided = false;

  std::string shard;
  std::string passes;
  std::string learn_from;
  bool relearn = false;
  std::string time_limit;
  bool bitextor = false;
  bool allow_empty = false;

  std::string filters;
  std::string test_share;
  std::string sample;
  std::string seed;
  std::string near_duplicates;
  bool keep_duplicates = false;

  std::vector<std::string> paths;
  std::string list;
  std::string threshold;
  std::string candidates;
  std::string alone;

  std::string threads;
  std::string color;
  bool quiet = false;
  bool verbose = false;
  bool help = false;
  bool version = false;
};

/// What a shell offers to complete a value with, where the choices are not listed.
enum class Completion { kNothing, kFiles, kFolders };

/// An option of a command.
struct Flag {
  using Place = std::variant<bool TypedOptions::*, std::string TypedOptions::*,
                             std::vector<std::string> TypedOptions::*>;

  std::string_view name;        ///< `to` for `--to`
  std::string_view value = {};  ///< what stands for the value in help; empty = a switch
  std::string_view help = {};   ///< one or two sentences
  Place place;                  ///< where the value goes; a list may be given repeatedly
  char letter = 0;              ///< `o` for `-o`; 0 = none
  std::string_view alias = {};  ///< a second name, which help does not show
  std::vector<std::string_view> choices = {};  ///< all values there are; empty = any
  Completion completion = Completion::kNothing;
  int values = 1;  ///< how many stand behind it; more than one need a list for a place
};

/// Flags under one heading of the help.
struct FlagGroup {
  std::string_view heading;
  std::vector<Flag> flags;
};

/// An argument without a name.
struct Positional {
  std::string_view name;
  std::string_view help;
  std::string TypedOptions::*place = nullptr;
  bool is_optional = false;
  std::vector<std::string_view> choices = {};
  Completion completion = Completion::kFiles;
  std::vector<std::string> TypedOptions::*list = nullptr;  ///< in place of `place`: any number
};

struct Example {
  std::string_view line;
  std::string_view what;  ///< what it does
};

/// A command: everything that the parser, the help, the manual page and the completions say of it.
struct Command {
  std::string_view name;         ///< `align`, or two words: `lexicon show`
  std::string_view summary;      ///< one line, in the list of commands
  std::string_view description;  ///< paragraphs, separated by a blank line
  std::vector<Positional> positionals;
  std::vector<FlagGroup> groups;
  std::vector<Example> examples;
};

/// All commands: the one table.
const std::vector<Command>& commands();

/// The command of that name, or null.
const Command* find_command(std::string_view name);

/// The first word of a command's name.
std::string_view first_word(const Command& command);

/// The first words of all commands, each once, in the order of the table.
std::vector<std::string_view> first_words();

/// The commands whose name is `word` or begins with `word` and a space.
std::vector<const Command*> commands_under(std::string_view word);

/// `align [OPTION]... SOURCE TARGET`
std::string usage(const Command& command);

/// What is said about the program as a whole.
struct About {
  std::string_view summary;
  std::string_view description;
  std::string_view exit_status;
  std::string_view environment;
};
const About& about();

}  // namespace muqabala::cli
