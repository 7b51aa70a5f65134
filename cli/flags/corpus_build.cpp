#include <utility>

#include "cli/flags/commands.h"
#include "cli/flags/shared.h"

namespace muqabala::cli {
namespace {

using O = TypedOptions;

FlagGroup learning_group() {
  return {.heading = "Learning",
          .flags = {{.name = "passes",
                     .value = "N",
                     .help = "2: learn a lexicon from the collection first, then align with it. 1: "
                             "align at once. Default: 2.",
                     .place = &O::passes,
                     .choices = {"1", "2"}},
                    learn_from_flag(),
                    {.name = "relearn",
                     .help = "Learn the lexicon again. Without it, what a build learned first is "
                             "kept, so that a few new documents do not make all others be aligned "
                             "anew.",
                     .place = &O::relearn}}};
}

}  // namespace

Flag learn_from_flag() {
  return {.name = "learn-from",
          .value = "N",
          .help =
              "Learn from N documents, those whose ids have the smallest hashes: the same ones "
              "in whatever order and parts the collection comes; or from all. Default: 1000.",
          .place = &O::learn_from};
}

Command corpus_build_command() {
  FlagGroup outputs = collection_output_group();
  outputs.flags.insert(outputs.flags.begin(),
                       {.name = "output",
                        .value = "FOLDER",
                        .help = "Where the outputs go. They appear only when all are complete.",
                        .place = &O::output,
                        .letter = 'o',
                        .completion = Completion::kFolders});
  FlagGroup cleaning = duplicate_group();
  cleaning.heading = "Cleaning";
  cleaning.flags.insert(cleaning.flags.begin(), filters_flag());
  return {
      .name = "corpus build",
      .summary = "Align all documents of a manifest and make a corpus of them",
      .description =
          "Aligns the documents that MANIFEST names, on all cores, and writes a corpus to FOLDER. "
          "A "
          "line of the manifest is source<TAB>target[<TAB>id[<TAB>source_lang<TAB>target_lang]], "
          "or has the columns that its first line names, or is a JSON object with these keys; "
          "what else it says goes to the outputs as metadata.\n\n"
          "A lexicon is learned from a sample of the collection first, which all of it is then "
          "aligned with. What was done is kept in FOLDER/.muqabala: a build that was stopped or "
          "killed goes on where it was when it is started again, and later only documents that "
          "have changed are aligned anew. Documents that are not in the manifest any more leave "
          "the outputs. The outputs are the same for any number of workers and interruptions.\n\n"
          "A document that cannot be aligned stops nothing: it is listed in FOLDER/failures.tsv "
          "with the reason. The exit status is 0 when the outputs are complete, be it without "
          "some documents; 2 when not one could be aligned, or the build as a whole failed; 130 "
          "when it was stopped by Ctrl-C, with nothing lost.",
      .positionals = {{.name = "MANIFEST", .help = "The list of documents.", .place = &O::file}},
      .groups = {std::move(outputs), std::move(cleaning), learning_group(), input_group(),
                 language_group(), worker_group(), common_group_without_threads()},
      .examples = {{"muqabala corpus build documents.tsv -o corpus",
                    "Makes corpus/corpus.tmx, statistics and a list of failures."},
                   {"muqabala corpus build documents.tsv -o corpus --to moses,jsonl "
                    "--time-limit 300",
                    "Writes other forms from what is in the ledger already; gives no document more "
                    "than five minutes."}}};
}

}  // namespace muqabala::cli
