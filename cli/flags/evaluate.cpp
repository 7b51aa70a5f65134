#include "cli/flags/commands.h"
#include "cli/flags/shared.h"

namespace muqabala::cli {
namespace {

using O = TypedOptions;

}  // namespace

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
                            {.name = "findings",
                             .help =
                                 "Also print a fifth measure, omission: drop as `muqabala check` "
                                 "tells it, of enough confidence; and a table of omissions and "
                                 "additions by least confidence.",
                             .place = &O::findings},
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

}  // namespace muqabala::cli
