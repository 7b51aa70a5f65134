#include "cli/flags/commands.h"
#include "cli/flags/shared.h"

namespace muqabala::cli {
namespace {

using O = TypedOptions;

}  // namespace

FlagGroup collection_output_group() {
  return {
      .heading = "Outputs",
      .flags = {
          {.name = "to",
           .value = "LIST",
           .help = "What is written, joined by commas: tmx (all pairs in one file), "
                   "tmx-per-document, moses (two files, line by line), tsv (Bitextor's columns), "
                   "jsonl (with offsets and where each pair is from), xces (for the OPUS tools), "
                   "rejected (pairs with the filter that rejected them), or all. Statistics and "
                   "the documents that failed always are. Default: tmx.",
           .place = &O::to},
          {.name = "test-share",
           .value = "SHARE",
           .help = "Deal that share of the documents, from 0 to 1, to a test half and write both "
                   "halves as Moses pairs; no text of one is in the other. Default: 0, no split.",
           .place = &O::test_share},
          {.name = "sample",
           .value = "N",
           .help = "Draw N pairs at random into a sheet for judging precision by hand. Default: "
                   "0, none.",
           .place = &O::sample},
          {.name = "seed",
           .value = "N",
           .help = "Of the split and the sample. Default: 1.",
           .place = &O::seed}}};
}

FlagGroup duplicate_group() {
  return {
      .heading = "Duplicates",
      .flags = {{.name = "keep-duplicates",
                 .help = "Keep pairs that were there before. Without it the first of equal "
                         "pairs stays: equal but for case, vowel signs, punctuation and spaces.",
                 .place = &O::keep_duplicates},
                {.name = "near-duplicates",
                 .value = "SIMILARITY",
                 .help = "Also leave out pairs that are much like one before, from that "
                         "estimated similarity of their shingles on, above 0 and up to 1. "
                         "Default: none are looked for.",
                 .place = &O::near_duplicates}}};
}

Flag filters_flag() {
  return {.name = "filters",
          .value = "LIST",
          .help =
              "Filters that pairs have to pass, joined by commas: NAME or NAME=THRESHOLD adds "
              "to the defaults or changes one, -NAME leaves one out, none leaves all out. "
              "Names: probability, letters, too-short, too-long, long-word, length-ratio, "
              "html-tag, furniture, untranslated, script, language, numbers, "
              "terminal-punctuation.",
          .place = &O::filters};
}

Command corpus_merge_command() {
  FlagGroup cleaning = duplicate_group();
  cleaning.heading = "Cleaning";
  Flag filters = filters_flag();
  filters.help =
      "Ask these filters in place of those that the shards were made with; see 'corpus stream'. "
      "Default: what the shards say stays.";
  cleaning.flags.insert(cleaning.flags.begin(), filters);
  return {
      .name = "corpus merge",
      .summary = "Make one collection of what was aligned in shards",
      .description =
          "Reads what 'corpus stream --shard' printed for all parts of a collection. Into a folder "
          "it writes the outputs of the whole collection, duplicates left out; to a name that ends "
          "in .jsonl, or to standard output, the records themselves: to the last byte what one run "
          "over the whole prints.\n\n"
          "A record that is missing among the others, or comes twice, is told and nothing is "
          "written. Every output appears under its name only when all are complete.",
      .positionals = {{.name = "SHARD",
                       .help = "Files that 'corpus stream' wrote.",
                       .list = &O::words}},
      .groups = {{.heading = "Output",
                  .flags = {{.name = "output",
                             .value = "OUT",
                             .help =
                                 "The folder of the outputs, made if it is not there; or a file "
                                 "that ends in .jsonl. Default: -, standard output.",
                             .place = &O::output,
                             .letter = 'o',
                             .completion = Completion::kFiles}}},
                 collection_output_group(),
                 cleaning,
                 common_group_without_threads()},
      .examples = {{"muqabala corpus merge part*.jsonl -o corpus --to tmx,moses,rejected",
                    "Makes a corpus of all parts."},
                   {"muqabala corpus merge part*.jsonl > all.jsonl", "Joins the records."},
                   {"muqabala corpus merge all.jsonl -o strict --filters probability=0.9",
                    "Cleans the same collection more strictly, without aligning again."}}};
}

Command corpus_stats_command() {
  return {.name = "corpus stats",
          .summary = "Print what a collection amounts to",
          .description =
              "Prints the statistics of a folder that 'corpus build' or 'corpus merge' wrote, or "
              "counts them in a file of records: documents, segments, words, kinds of beads, what "
              "has a counterpart, and the pairs that each filter rejected.",
          .positionals = {{.name = "PATH",
                           .help = "The folder, its statistics.json, or records of 'corpus stream' "
                                   "(- is standard input).",
                           .place = &O::file}},
          .groups = {{.heading = "Output",
                      .flags = {output_flag(),
                                {.name = "to",
                                 .value = "FORMAT",
                                 .help = "text or json. Default: text.",
                                 .place = &O::to,
                                 .choices = {"text", "json"}}}},
                     common_group_without_threads()},
          .examples = {{"muqabala corpus stats corpus", "Shows the numbers of a corpus."},
                       {"muqabala corpus stats part3.jsonl --to json",
                        "Counts a shard, for another program."}}};
}

}  // namespace muqabala::cli
