#include "cli/flags/commands.h"
#include "cli/flags/shared.h"

namespace muqabala::cli {
namespace {

using O = TypedOptions;

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

}  // namespace

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

}  // namespace muqabala::cli
