#include "cli/flags/commands.h"
#include "cli/flags/shared.h"

namespace muqabala::cli {
namespace {

using O = TypedOptions;

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

}  // namespace

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
          "(.tmx) as they are, and writes how often words are expected to translate each other, "
          "and which lines come again from document to document without a counterpart, as what a "
          "newspaper prints on every page. Given to --lexicon, the file is a lexicon. Every pair "
          "of documents is counted on its own and in whole numbers, so that the parts of a "
          "collection can be counted apart and merged: the sum is the same to the last byte.",
      .positionals = {{.name = "DOCUMENT",
                       .help =
                           "Originals, each followed by its translation, and translation memories.",
                       .is_optional = true,
                       .list = &O::words}},
      .groups = {{.heading = "Output", .flags = {output_flag()}},
                 {.heading = "Collections",
                  .flags = {{.name = "manifest",
                             .value = "FILE",
                             .help = "Learn from a sample of the documents that FILE lists, in "
                                     "place of documents named here; see 'corpus build'.",
                             .place = &O::manifest,
                             .completion = Completion::kFiles},
                            learn_from_flag(),
                            {.name = "shard",
                             .value = "I/N",
                             .help = "Of N parts of the sample, learn from the I-th: what all "
                                     "parts teach, merged, is what the whole teaches.",
                             .place = &O::shard}}},
                 input_group(),
                 pair_group(),
                 worker_group(),
                 common_group_without_threads()},
      .examples = {{"muqabala lexicon learn a.ar.txt a.en.txt b.ar.txt b.en.txt -o ar-en.counts",
                    "Learns from two documents."},
                   {"muqabala lexicon learn --lexicon ar-en.counts c.ar.txt c.en.txt -o c.counts",
                    "Learns from a third with what the first two taught."},
                   {"muqabala lexicon learn --manifest documents.tsv --shard 1/3 -o 1.counts",
                    "Learns from the first third of a collection's sample."},
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

}  // namespace muqabala::cli
