#include "cli/flags/shared.h"

#include <utility>

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

Flag beads_flag() {
  return {.name = "beads",
          .value = "FILE",
          .help =
              "Take the pairs from FILE instead of aligning: a ladder ([0,1]:[0] a line, "
              "segments counted from 0), or JSON Lines as 'align --to jsonl' and the page of "
              "'report' write them.",
          .place = &O::beads,
          .completion = Completion::kFiles};
}

Flag embeddings_flag(std::string_view name, std::string_view help,
                     std::vector<std::string> TypedOptions::*place) {
  return {.name = name,
          .value = "TEXT VECTORS",
          .help = help,
          .place = place,
          .completion = Completion::kFiles,
          .values = 2};
}

}  // namespace

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

FlagGroup pair_input_group() {
  FlagGroup group = input_group();
  group.flags.push_back(beads_flag());
  group.flags.push_back(embeddings_flag(
      "source-embeddings",
      "Sentence embeddings of the original, as further evidence. TEXT: its segments, as 'muqabala "
      "segment' prints them, and runs of them joined by a space, one a line (Vecalign's overlaps). "
      "VECTORS: a vector for each line, 32-bit floats.",
      &O::source_embeddings));
  group.flags.push_back(embeddings_flag("target-embeddings",
                                        "The same of the translation, by the same encoder.",
                                        &O::target_embeddings));
  return group;
}

Flag policy_flag() {
  return {.name = "policy",
          .value = "FILE",
          .help =
              "What matters, and how much (TOML). Default: .muqabala.toml in the current "
              "folder, if there is one.",
          .place = &O::policy,
          .completion = Completion::kFiles};
}

Flag baseline_flag() {
  return {.name = "baseline",
          .value = "FILE",
          .help =
              "What was decided before: findings that are accepted or known do not make the "
              "check fail. A text file to be kept in git, one decision a line.",
          .place = &O::baseline,
          .completion = Completion::kFiles};
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

FlagGroup worker_group() {
  return {
      .heading = "Workers",
      .flags = {
          {.name = "workers",
           .value = "N",
           .help = "Use N processes, each for a document at a time; the result is the same for any "
                   "N. Default: as many as there are processors.",
           .place = &O::threads,
           .alias = "threads"},
          {.name = "time-limit",
           .value = "SECONDS",
           .help = "Give a document up that takes longer; it is listed as a failure. Default: 0, "
                   "no limit.",
           .place = &O::time_limit}}};
}

FlagGroup common_group_without_threads() {
  FlagGroup group = common_group();
  std::erase_if(group.flags, [](const Flag& flag) { return flag.name == "threads"; });
  return group;
}

}  // namespace muqabala::cli
