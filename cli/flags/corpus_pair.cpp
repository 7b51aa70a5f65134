#include "cli/flags/commands.h"
#include "cli/flags/shared.h"

namespace muqabala::cli {
namespace {

using O = TypedOptions;

FlagGroup pairing_group() {
  return {
      .heading = "Pairing",
      .flags = {{.name = "list",
                 .value = "FILE",
                 .help = "Also take the documents and folders that FILE names, a path a line; - is "
                         "standard input.",
                 .place = &O::list,
                 .completion = Completion::kFiles},
                {.name = "threshold",
                 .value = "SCORE",
                 .help = "The least score of a pair, from 0 to 1. Halves of a text against the "
                         "whole reach 0.5, unrelated texts 0.4. Default: 0.55.",
                 .place = &O::threshold},
                {.name = "candidates",
                 .value = "N",
                 .help = "For each document, look closely at the N of the other side whose words "
                         "are likest. Default: 5.",
                 .place = &O::candidates},
                {.name = "alone",
                 .value = "FILE",
                 .help = "List in FILE what stays alone: its path and language, the reason, and "
                         "what came nearest.",
                 .place = &O::alone,
                 .completion = Completion::kFiles},
                {.name = "to",
                 .value = "FORMAT",
                 .help = "tsv: tab-separated with a line of names. jsonl: JSON Lines. Default: "
                         "tsv.",
                 .place = &O::to,
                 .choices = {"tsv", "jsonl"}},
                output_flag()}};
}

}  // namespace

Command corpus_pair_command() {
  return {
      .name = "corpus pair",
      .summary = "Find which documents are translations of which",
      .description =
          "Takes two folders, originals and translations, or any files and folders of both, and "
          "prints a manifest: which documents belong together, each in one pair at most, with a "
          "score from 0 to 1. 'corpus build', 'corpus stream' and 'check --manifest' read it.\n\n"
          "Documents are found by their contents: by rare words that dictionaries know, names in "
          "two scripts, numbers, dates and links; the likeliest are then aligned, and the score "
          "says how much of both is a translation of the other. Names help where they are the "
          "same but for a language (a.ar.txt and a.en.txt, ar/x.md and en/x.md), and so does a "
          "link from one document to the other; but two texts that have nothing in common are no "
          "pair whatever their names are.\n\n"
          "Of mixed files the language of each tells its side. What stays alone is told with the "
          "reason on standard error; a file that cannot be read does not stop the rest.",
      .positionals = {{.name = "PATH",
                       .help = "Two folders are the originals and the translations. Else files "
                               "and folders of both.",
                       .is_optional = true,
                       .list = &O::paths}},
      .groups = {pairing_group(), input_group(), language_group(), common_group()},
      .examples = {{"muqabala corpus pair ar/ en/ -o manifest.tsv --alone alone.tsv",
                    "Pairs two folders, and lists what has no counterpart."},
                   {"muqabala corpus pair articles/ --source-lang ar --target-lang en --to jsonl",
                    "Pairs a folder that holds both languages."},
                   {"muqabala corpus pair --list files.txt --threshold 0.7",
                    "Takes a list, and only pairs beyond doubt."}}};
}

}  // namespace muqabala::cli
