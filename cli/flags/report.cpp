#include "cli/flags/commands.h"
#include "cli/flags/shared.h"

namespace muqabala::cli {
namespace {

using O = TypedOptions;

Flag page_flag() {
  Flag flag = output_flag();
  flag.help =
      "The page to write (.html), which appears only when it is complete; - is standard "
      "output.";
  return flag;
}

}  // namespace

Command report_command() {
  return {
      .name = "report",
      .summary = "Write a page on which people read, decide and correct",
      .description =
          "Compares a translation with its original as 'check' does and writes one HTML file that "
          "any browser opens by a double click: both texts side by side, what is missing as gaps, "
          "a map of the whole, and the findings to be decided on one by one. It loads nothing and "
          "sends nothing.\n\n"
          "What is decided in the page is saved as a baseline for 'check --baseline', and pairs "
          "that are corrected in it as beads for --beads of 'align', 'check' and 'report'.",
      .positionals = {{.name = "SOURCE",
                       .help = "The original; - is standard input.",
                       .place = &O::source},
                      {.name = "TARGET", .help = "Its translation.", .place = &O::target}},
      .groups = {{.heading = "Output", .flags = {page_flag()}},
                 {.heading = "Judging", .flags = {policy_flag(), baseline_flag()}},
                 pair_input_group(),
                 language_group(),
                 common_group()},
      .examples = {{"muqabala report article.ar.txt article.en.txt -o report.html",
                    "Writes the page; open it in a browser."},
                   {"muqabala report a.ar.txt a.en.txt --baseline decisions.jsonl -o report.html",
                    "Shows what was decided before."},
                   {"muqabala report a.ar.txt a.en.txt --beads a.en.beads.jsonl -o report.html",
                    "Shows it again with the pairs that were corrected."}}};
}

}  // namespace muqabala::cli
