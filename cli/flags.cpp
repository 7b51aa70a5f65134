#include "cli/flags.h"

#include <algorithm>

namespace muqabala::cli {
namespace {

using O = TypedOptions;

std::vector<Flag> language_flags() {
  return {
      {.name = "source-lang",
       .value = "TAG",
       .help = "Language of the original as a BCP 47 tag: ar, en, de-CH. Told from the text if not "
               "given.",
       .place = &O::source_language},
      {.name = "target-lang",
       .value = "TAG",
       .help = "Language of the translation.",
       .place = &O::target_language},
  };
}

std::vector<Flag> dictionary_flags() {
  return {
      {.name = "lexicon",
       .value = "FILE",
       .help =
           "A dictionary or glossary to use: word<TAB>renderings, hunalign's 'target @ source', "
           "a dictd index, TBX, TMX, what 'lexicon learn' wrote, or what 'lexicon compile' wrote, "
           "which takes the place of all "
           "that is "
           "found otherwise. Can be given several times.",
       .place = &O::lexicons,
       .completion = Completion::kFiles},
      {.name = "no-system-dictionaries",
       .help = "Leave out the FreeDict dictionaries that are installed on the system.",
       .place = &O::no_system_dictionaries},
      {.name = "lexicon-sources",
       .value = "LIST",
       .help = "What to use of what is there without --lexicon, separated by commas: core, the "
               "compiled-in Arabic-English lexicon; cldr, names of months, countries and the like; "
               "dictd, the dictionaries of the system; or none. Default: core,cldr,dictd.",
       .place = &O::lexicon_sources},
  };
}

FlagGroup language_group() {
  FlagGroup group{.heading = "Languages and dictionaries", .flags = language_flags()};
  for (Flag& flag : dictionary_flags()) group.flags.push_back(std::move(flag));
  return group;
}

Flag segments_flag() {
  return {.name = "segments",
          .value = "HOW",
          .help =
              "auto: split into sentences. lines: every line of the file is one segment, blank "
              "lines too. Default: auto.",
          .place = &O::segments,
          .choices = {"auto", "lines"}};
}

Flag clauses_flag() {
  return {.name = "clauses",
          .value = "WHEN",
          .help =
              "on: cut long sentences into clauses, of which translations of long prose keep "
              "more than of sentences. off: keep sentences whole. auto: cut where the sentences of "
              "a text, or of both sides, are unusually long; says so. Default: auto.",
          .place = &O::clauses,
          .choices = {"auto", "on", "off"}};
}

Flag from_flag() {
  return {.name = "from",
          .value = "FORMAT",
          .help =
              "auto: by the ending of its name. text: paragraphs apart by blank lines. markdown: "
              "CommonMark. Default: auto.",
          .place = &O::from,
          .choices = {"auto", "text", "markdown"}};
}

Flag output_flag() {
  return {.name = "output",
          .value = "FILE",
          .help =
              "Write to FILE, which appears only when it is complete. Default: -, standard "
              "output.",
          .place = &O::output,
          .letter = 'o',
          .completion = Completion::kFiles};
}

/// For every command that reads documents and cuts them.
FlagGroup input_group() {
  return {.heading = "Input",
          .flags = {from_flag(),
                    segments_flag(),
                    clauses_flag(),
                    {.name = "srx",
                     .value = "FILE",
                     .help = "Segmentation rules (SRX 2.0): where one of them matches, it decides "
                             "in place of the built-in rules.",
                     .place = &O::srx,
                     .completion = Completion::kFiles},
                    {.name = "srx-only",
                     .help = "The rules of --srx are all there are, as in other tools: the first "
                             "that matches decides, and without a match nothing ends.",
                     .place = &O::srx_only}}};
}

FlagGroup common_group() {
  return {
      .heading = "Common options",
      .flags = {
          {.name = "threads",
           .value = "N",
           .help = "Use at most N threads; the result is the same for any N. Default: as "
                   "many as there are processors.",
           .place = &O::threads},
          {.name = "quiet",
           .help = "Print errors only, no warnings, summary or progress.",
           .place = &O::quiet,
           .letter = 'q'},
          {.name = "verbose",
           .help = "Also say which languages and dictionaries were used, how many segments "
                   "were found and how long each step took.",
           .place = &O::verbose,
           .letter = 'v'},
          {.name = "color",
           .value = "WHEN",
           .help = "auto: colours on a terminal, unless NO_COLOR is set. Default: auto.",
           .place = &O::color,
           .choices = {"auto", "always", "never"}},
          {.name = "version", .help = "Print the version.", .place = &O::version, .letter = 'V'},
          {.name = "help", .help = "Print this help.", .place = &O::help, .letter = 'h'}}};
}

Command align_command() {
  return {
      .name = "align",
      .summary = "Pair a translation with its original and tell what was dropped or added",
      .description =
          "Pairs the sentences of SOURCE, the original, with those of TARGET, its translation, and "
          "lists what has no counterpart: omissions and additions.\n\n"
          "Without -o, prints all pairs with omissions, additions and a summary for people to "
          "read. "
          "With -o FILE, writes the pairs in the form that FILE's ending names (.tmx .tsv .jsonl "
          ".ladder .txt) and prints omissions, additions and summary on standard error.",
      .positionals =
          {{.name = "SOURCE",
            .help =
                "The original: plain text or Markdown in UTF-8 (UTF-16 with a byte order mark); "
                "- is standard input.",
            .place = &O::source},
           {.name = "TARGET", .help = "Its translation.", .place = &O::target}},
      .groups = {{.heading = "Output",
                  .flags = {output_flag(),
                            {.name = "to",
                             .value = "FORMAT",
                             .help = "text: for people. tmx: translation memory (TMX 1.4b). tsv: "
                                     "source, target, kind, probability. jsonl: a record a pair, "
                                     "with offsets and evidence. ladder: segment numbers, "
                                     "[0,1]:[0]:cost. hunalign: hunalign's ladder. Default: by "
                                     "FILE's ending, else text.",
                             .place = &O::to,
                             .choices = {"text", "tmx", "tsv", "jsonl", "ladder", "hunalign"}}}},
                 input_group(),
                 language_group(),
                 common_group()},
      .examples = {{"muqabala align article.ar.txt article.en.txt",
                    "Shows the pairs, what was dropped and what was added."},
                   {"muqabala align article.ar.txt article.en.txt -o article.tmx",
                    "Writes a translation memory for any CAT tool."},
                   {"muqabala align book.ar.md book.fr.md --lexicon glossary.tsv --to tsv | less",
                    "Uses a glossary of your own; prints a table."},
                   {"muqabala align verses.ar verses.en --segments lines --to ladder",
                    "Aligns lines that were segmented before; prints their numbers."}}};
}

FlagGroup segment_input_group() {
  FlagGroup group = input_group();
  group.flags.push_back({.name = "lang",
                         .value = "TAG",
                         .help = "Language of the text as a BCP 47 tag. Told from the text if not "
                                 "given.",
                         .place = &O::source_language,
                         .alias = "source-lang"});
  return group;
}

Command segment_command() {
  return {
      .name = "segment",
      .summary = "Split a text into sentences",
      .description =
          "Prints the segments of FILE as the aligner sees them: one a line, with a blank line "
          "between paragraphs. With --to jsonl, every record also tells where the segment stands "
          "in "
          "the file.",
      .positionals = {{.name = "FILE",
                       .help = "Plain text or Markdown; - is standard input.",
                       .place = &O::file}},
      .groups =
          {{.heading = "Output",
            .flags = {output_flag(),
                      {.name = "to",
                       .value = "FORMAT",
                       .help = "text: a segment a line. jsonl: a record a segment, with byte "
                               "offsets, line, column and the rule that ended it. Default: by "
                               "FILE's ending, else text.",
                       .place = &O::to,
                       .choices = {"text", "jsonl"}},
                      {.name = "explain",
                       .help = "Print, instead of the segments, every place where one ends or "
                               "might have ended, and the rule that decided. With --to "
                               "jsonl, add the places inside each segment to its record.",
                       .place = &O::explain},
                      {.name = "export-srx",
                       .help = "Write, instead of segments, the built-in rules of --lang (ar, "
                               "en; without it, of both) as an SRX 2.0 file for other tools. "
                               "Rules that look further than SRX can are left out.",
                       .place = &O::export_srx}}},
           segment_input_group(),
           common_group()},
      .examples = {{"muqabala segment article.ar.txt", "A sentence a line."},
                   {"muqabala segment report.md --to jsonl | jq .text", "Sentences of Markdown."},
                   {"muqabala segment article.ar.txt --explain | grep ', full-stop:'",
                    "All full stops that end a sentence."},
                   {"muqabala segment --export-srx --lang ar -o ar.srx",
                    "Our rules for Arabic, for another tool."}}};
}

Command evaluate_command() {
  return {
      .name = "evaluate",
      .summary = "Measure alignments against a gold standard",
      .description =
          "Aligns every document of SETDIR that has a gold alignment, line by line, and prints F1 "
          "(precision/recall) of four measures: strict (pairs that are exactly right), row (links "
          "and characters inside the right gold row), drop (omitted segments that were found), add "
          "(added segments that were found).\n\n"
          "A document is DOC.gold with lines such as [0,1]:[0], and two texts with a segment a "
          "line, DOC.ar and DOC.en. A document that cannot be aligned counts as one without "
          "predictions; it is named on standard error and counted as MISSING.",
      .positionals = {{.name = "SETDIR",
                       .help = "Folder with the documents.",
                       .place = &O::folder,
                       .completion = Completion::kFolders}},
      .groups = {{.heading = "Output",
                  .flags = {{.name = "per-doc",
                             .help = "Also print a line for each document.",
                             .place = &O::per_doc},
                            {.name = "intervals",
                             .help = "Also print 95 % intervals of each F1, by bootstrap over the "
                                     "documents.",
                             .place = &O::intervals},
                            {.name = "reliability",
                             .help = "Also print how often beads of each confidence are right: "
                                     "pairs inside one gold row, and segments that the gold leaves "
                                     "alone too.",
                             .place = &O::reliability},
                            {.name = "ignore-one-sided",
                             .help = "Print the same without the beads that touch a one-sided row "
                                     "of the gold, where such rows are not to be trusted.",
                             .place = &O::ignore_one_sided},
                            {.name = "to",
                             .value = "FORMAT",
                             .help = "text, json or tsv. Default: text.",
                             .place = &O::to,
                             .choices = {"text", "json", "tsv"}},
                            {.name = "write-predictions",
                             .value = "DIR",
                             .help = "Write each alignment as a ladder to DIR/DOC.pred.",
                             .place = &O::write_predictions,
                             .completion = Completion::kFolders}}},
                 {.heading = "Input",
                  .flags = {{.name = "predictions",
                             .value = "DIR",
                             .help = "Score the ladders DIR/DOC.pred, of whatever tool, instead of "
                                     "aligning.",
                             .place = &O::predictions,
                             .completion = Completion::kFolders},
                            {.name = "source-suffix",
                             .value = "END",
                             .help = "Ending of the originals' names. Default: .ar, whatever the "
                                     "language; that is told from the text.",
                             .place = &O::source_suffix},
                            {.name = "target-suffix",
                             .value = "END",
                             .help = "Ending of the translations' names. Default: .en.",
                             .place = &O::target_suffix}}},
                 language_group(),
                 common_group()},
      .examples = {{"muqabala evaluate gold/news --per-doc", "Scores by document and in total."},
                   {"muqabala evaluate gold/news --predictions out/hunalign --to json",
                    "Scores another tool's alignments."}}};
}

std::vector<Flag> pair_flags() {
  return {{.name = "source-lang",
           .value = "TAG",
           .help = "Language of the originals as a BCP 47 tag. Default: ar.",
           .place = &O::source_language},
          {.name = "target-lang",
           .value = "TAG",
           .help = "Language of the translations. Default: en.",
           .place = &O::target_language}};
}

FlagGroup pair_group() {
  FlagGroup group{.heading = "Languages and dictionaries", .flags = pair_flags()};
  for (Flag& flag : dictionary_flags()) group.flags.push_back(std::move(flag));
  return group;
}

Command lexicon_show_command() {
  return {
      .name = "lexicon show",
      .summary = "Look words up, or tell which words of documents are known",
      .description =
          "Prints the entries of all dictionaries that hold WORD on either side, in any of the "
          "forms under which the aligner finds it: headword, rendering, weight, kind and source, "
          "separated by tabs. Without WORD, prints the sources with the number of their headwords "
          "and of the entries that came from them.\n\n"
          "With --missing, every WORD is a document in either language; prints its words that no "
          "dictionary knows with the number of their occurrences, the most frequent first. With "
          "--coverage, prints how many of their running words each kind of source knows, with the "
          "share in percent; numbers and marks are no words.",
      .positionals = {{.name = "WORD",
                       .help = "A word or, in quotes, several that stand together; with --missing "
                               "or --coverage, a document.",
                       .is_optional = true,
                       .list = &O::words}},
      .groups = {{.heading = "Output",
                  .flags = {output_flag(),
                            {.name = "missing",
                             .help = "List the words of documents that no dictionary knows.",
                             .place = &O::missing},
                            {.name = "coverage",
                             .help = "Tell how many words of documents each kind of source knows.",
                             .place = &O::coverage}}},
                 pair_group(),
                 common_group()},
      .examples = {{"muqabala lexicon show مكتبة library", "What is known of two words."},
                   {"muqabala lexicon show --missing book.ar.txt | head -50",
                    "What a glossary for this book should hold first."}}};
}

Command lexicon_compile_command() {
  return {
      .name = "lexicon compile",
      .summary = "Write all dictionaries of two languages into one file",
      .description =
          "Reads the compiled-in lexicon, the dictionaries of the system and those given by "
          "--lexicon, and writes one file that opens in no time. Given to --lexicon, it takes the "
          "place of all of them, so that runs on other systems know the same words.",
      .positionals = {},
      .groups = {{.heading = "Output", .flags = {output_flag()}}, pair_group(), common_group()},
      .examples = {{"muqabala lexicon compile --lexicon terms.tsv -o ar-en.mql",
                    "Puts a glossary of your own and all the rest into one file."},
                   {"muqabala lexicon compile --source-lang de --target-lang fr -o de-fr.mql",
                    "Does so for German and French."}}};
}

Command lexicon_learn_command() {
  return {
      .name = "lexicon learn",
      .summary = "Learn which words translate each other from documents",
      .description =
          "Aligns every original with the translation named behind it, takes translation memories "
          "(.tmx) as they are, and writes how often words are expected to translate each other. "
          "Given to --lexicon, the file is a lexicon. Every pair "
          "of documents is counted on its own and in whole numbers, so that the parts of a "
          "collection can be counted apart and merged: the sum is the same to the last byte.",
      .positionals = {{.name = "DOCUMENT",
                       .help =
                           "Originals, each followed by its translation, and translation memories.",
                       .list = &O::words}},
      .groups = {{.heading = "Output", .flags = {output_flag()}},
                 input_group(),
                 pair_group(),
                 common_group()},
      .examples = {{"muqabala lexicon learn a.ar.txt a.en.txt b.ar.txt b.en.txt -o ar-en.counts",
                    "Learns from two documents."},
                   {"muqabala lexicon learn --lexicon ar-en.counts c.ar.txt c.en.txt -o c.counts",
                    "Learns from a third with what the first two taught."},
                   {"muqabala lexicon learn memory.tmx -o memory.counts",
                    "Learns from what is aligned already."}}};
}

Command lexicon_merge_command() {
  return {.name = "lexicon merge",
          .summary = "Add up what was learned apart",
          .description =
              "Adds up what 'lexicon learn' wrote for parts of a collection. The sum "
              "is, to the last byte, what learning from all of it at once gives.",
          .positionals = {{.name = "COUNTS",
                           .help = "Files that 'lexicon learn' or 'lexicon merge' wrote.",
                           .list = &O::words}},
          .groups = {{.heading = "Output", .flags = {output_flag()}},
                     {.heading = "Languages", .flags = pair_flags()},
                     common_group()},
          .examples = {{"muqabala lexicon merge part1.counts part2.counts -o ar-en.counts",
                        "Adds two parts."}}};
}

Command help_command() {
  return {.name = "help",
          .summary = "Print help about a command",
          .description = "Prints the help of COMMAND, or an overview.",
          .positionals = {{.name = "COMMAND",
                           .help = "One of the commands.",
                           .place = &O::topic,
                           .is_optional = true,
                           .choices = {"align", "segment", "evaluate", "lexicon", "help", "man",
                                       "completions"},
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

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table = {align_command(),
                                             segment_command(),
                                             evaluate_command(),
                                             lexicon_show_command(),
                                             lexicon_compile_command(),
                                             lexicon_learn_command(),
                                             lexicon_merge_command(),
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
          "0 if the job was done; 2 if it could not be done: a file cannot be read or written, the "
          "languages do not fit, an option is wrong.",
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
