#include "cli/parse.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "segment/base/error.h"
#include "segment/base/suggest.h"

namespace muqabala::cli {
namespace {

std::string did_you_mean(std::string_view nearest) {
  return nearest.empty() ? std::string(";") : fmt::format("; did you mean '{}'?", nearest);
}

[[noreturn]] void refuse_command(const std::string& typed) {
  std::vector<std::string_view> names;
  for (const std::string_view word : first_words()) names.push_back(word);
  if (typed.starts_with('-'))
    throw errors::bad_usage(fmt::format(
        "unknown option '{}' before the command; options stand behind it: 'muqabala COMMAND {}'",
        typed, typed));
  throw errors::bad_usage(fmt::format("unknown command '{}'{} commands are {}", typed,
                                      did_you_mean(suggest(typed, names)), fmt::join(names, ", ")));
}

[[noreturn]] void refuse_second_word(const std::string& first, const std::string& second,
                                     const std::vector<const Command*>& under) {
  std::vector<std::string_view> words;
  for (const Command* command : under) words.push_back(command->name.substr(first.size() + 1));
  if (second.empty())
    throw errors::bad_usage(fmt::format("'{}' needs to be told what to do: {} {}", first, first,
                                        fmt::join(words, fmt::format(", {} ", first))));
  throw errors::bad_usage(fmt::format("unknown command '{} {}'{} known behind '{}' are {}", first,
                                      second, did_you_mean(suggest(second, words)), first,
                                      fmt::join(words, ", ")));
}

[[noreturn]] void refuse_option(const Command& command, std::string_view typed) {
  std::string name(typed.substr(0, typed.find('=')));
  name.erase(0, name.find_first_not_of('-'));
  std::vector<std::string_view> names;
  for (const FlagGroup& group : command.groups)
    for (const Flag& flag : group.flags) names.push_back(flag.name);
  const std::string_view nearest = suggest(name, names);
  throw errors::bad_usage(
      fmt::format("unknown option '{}'{} 'muqabala help {}' lists all", typed,
                  did_you_mean(nearest.empty() ? "" : fmt::format("--{}", nearest)), command.name));
}

[[noreturn]] void refuse_extra(const Command& command, const std::vector<std::string>& extras) {
  for (const std::string& extra : extras)
    if (extra.size() > 1 && extra.starts_with('-')) refuse_option(command, extra);
  throw errors::bad_usage(fmt::format("one argument too many: '{}'; the form is 'muqabala {}'",
                                      extras.front(), usage(command)));
}

void check_choice(std::string_view what, std::string_view given,
                  const std::vector<std::string_view>& choices) {
  if (choices.empty() || std::find(choices.begin(), choices.end(), given) != choices.end()) return;
  const std::string_view nearest = suggest(given, choices);
  const std::string known = fmt::format("{}", fmt::join(choices, ", "));
  if (what == "--to" || what == "--from" || what == "--format")
    throw errors::unknown_format(given, nearest, known);
  throw errors::bad_usage(fmt::format("{}: unknown value '{}'{} known are {}", what, given,
                                      did_you_mean(nearest), known));
}

std::string names_of(const Flag& flag) {
  std::string names = fmt::format("--{}", flag.name);
  if (flag.letter != 0) names += fmt::format(",-{}", flag.letter);
  if (!flag.alias.empty()) names += fmt::format(",--{}", flag.alias);
  return names;
}

void add_flag(CLI::App& app, const Flag& flag, TypedOptions& typed) {
  const std::string names = names_of(flag);
  if (const auto* place = std::get_if<bool TypedOptions::*>(&flag.place)) {
    app.add_flag(names, typed.**place)->disable_flag_override();
  } else if (const auto* text = std::get_if<std::string TypedOptions::*>(&flag.place)) {
    app.add_option(names, typed.**text)->take_last();
  } else {
    const auto list = std::get<std::vector<std::string> TypedOptions::*>(flag.place);
    app.add_option(names, typed.*list)->allow_extra_args(false)->type_size(flag.values);
  }
}

/// The flag that `argument` names, or null.
const Flag* find_flag(const Command& command, std::string_view argument) {
  for (const FlagGroup& group : command.groups)
    for (const Flag& flag : group.flags)
      if (argument == fmt::format("--{}", flag.name) || argument == fmt::format("-{}", flag.letter))
        return &flag;
  return nullptr;
}

[[noreturn]] void explain(const Command& command, const std::vector<std::string>& arguments,
                          const CLI::ParseError& error) {
  const Flag* last = find_flag(command, arguments.back());
  if (last != nullptr && !last->value.empty())
    throw errors::bad_usage(
        fmt::format("{} needs a value: {} {}", arguments.back(), arguments.back(), last->value));
  throw errors::bad_usage(
      fmt::format("{}; 'muqabala help {}' shows the right form", error.what(), command.name));
}

void run_parser(const Command& command, const std::vector<std::string>& arguments,
                TypedOptions& typed) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  for (const FlagGroup& group : command.groups)
    for (const Flag& flag : group.flags) add_flag(app, flag, typed);
  for (const Positional& positional : command.positionals)
    if (positional.list != nullptr)
      app.add_option(std::string(positional.name), typed.*positional.list);
    else
      app.add_option(std::string(positional.name), typed.*positional.place);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    explain(command, arguments, error);
  }
  if (typed.help || typed.version) return;
  std::vector<std::string> extras = app.remaining();
  std::erase(extras, "--");  // CLI11 keeps the mark that ends the options
  if (!extras.empty()) refuse_extra(command, extras);
  for (const Positional& positional : command.positionals)
    if (!(positional.is_optional || typed.export_srx) &&
        app.count(std::string(positional.name)) == 0)
      throw errors::bad_usage(
          fmt::format("{} is missing; the form is 'muqabala {}'", positional.name, usage(command)));
}

void check_choices(const Command& command, const TypedOptions& typed) {
  for (const Positional& positional : command.positionals)
    if (positional.place == nullptr)
      continue;
    else if (const std::string& value = typed.*positional.place; !value.empty())
      check_choice(positional.name, value, positional.choices);
  for (const FlagGroup& group : command.groups)
    for (const Flag& flag : group.flags)
      if (const auto* place = std::get_if<std::string TypedOptions::*>(&flag.place))
        if (const std::string& value = typed.**place; !value.empty())
          check_choice(fmt::format("--{}", flag.name), value, flag.choices);
}

}  // namespace

TypedOptions parse(const std::vector<std::string>& arguments) {
  TypedOptions typed;
  if (arguments.empty())
    throw errors::bad_usage(
        "no command was given; try 'muqabala align SOURCE TARGET', or 'muqabala --help'");
  const std::string& first = arguments.front();
  typed.help = first == "--help" || first == "-h";
  typed.version = first == "--version" || first == "-V";
  if (typed.help || typed.version) return typed;

  const std::vector<const Command*> under = commands_under(first);
  if (under.empty()) refuse_command(first);
  const bool has_two_words = under.front()->name != first;
  const std::string second = has_two_words && arguments.size() > 1 ? arguments[1] : "";
  if (has_two_words && (second == "--help" || second == "-h")) {
    typed.command = first;
    typed.help = true;
    return typed;
  }
  const Command* command = has_two_words ? find_command(first + " " + second) : under.front();
  if (command == nullptr) refuse_second_word(first, second, under);
  typed.command = command->name;
  run_parser(*command, {arguments.begin() + (has_two_words ? 2 : 1), arguments.end()}, typed);
  if (!typed.help && !typed.version) check_choices(*command, typed);
  return typed;
}

}  // namespace muqabala::cli
