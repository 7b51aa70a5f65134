#include "cli/flags/commands.h"
#include "cli/flags/shared.h"

namespace muqabala::cli {
namespace {

using O = TypedOptions;

}  // namespace

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
                 pair_input_group(),
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

}  // namespace muqabala::cli
