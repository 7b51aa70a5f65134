#include "cli/flags/commands.h"
#include "cli/flags/shared.h"

namespace muqabala::cli {
namespace {

using O = TypedOptions;

}  // namespace

Command corpus_stream_command() {
  return {
      .name = "corpus stream",
      .summary = "Align a stream of documents, one record in, one record out",
      .description =
          "Reads a record a line and prints a record a line, in the same order and as soon as it "
          "is there. A line is a JSON object with the keys id, source and target (paths) or "
          "source_text and target_text (the texts themselves), source_lang and target_lang; other "
          "keys are carried along as metadata. A manifest with tab-separated columns is taken, "
          "too. What keeps a document from being aligned, a malformed line included, is a record "
          "with the key failure, and the run goes on.\n\n"
          "Every document is aligned in a process of its own, so that one that crashes or takes "
          "too "
          "long takes no other with it. The output is the same for any number of workers, and the "
          "records of all shards, sorted by number, are the output of a run in one.\n\n"
          "The exit status is 0 when every record was answered, be it with a failure: how many "
          "there were is said on standard error. It is 2 when there was no record to answer.",
      .positionals = {{.name = "FILE",
                       .help = "The records. Default: -, standard input.",
                       .place = &O::file,
                       .is_optional = true}},
      .groups = {{.heading = "Records",
                  .flags = {output_flag(),
                            {.name = "shard",
                             .value = "I/N",
                             .help =
                                 "Of N parts of the stream, align only the I-th, from 1 to N. A "
                                 "document belongs to the part that the hash of its id says, "
                                 "wherever it stands.",
                             .place = &O::shard},
                            {.name = "bitextor",
                             .help = "Stand in Bitextor's place for aligning segments: lines of "
                                     "url1, url2, text1, text2, tab-separated and the texts in "
                                     "base64, come in; lines of url1, url2, sentence1, sentence2, "
                                     "probability go out. What cannot be aligned is told on "
                                     "standard error.",
                             .place = &O::bitextor},
                            {.name = "allow-empty",
                             .help = "Input without a record is none to complain of, as for an "
                                     "engine that runs this for each of its parts.",
                             .place = &O::allow_empty},
                            filters_flag()}},
                 input_group(),
                 language_group(),
                 worker_group(),
                 common_group_without_threads()},
      .examples = {{"muqabala corpus stream documents.jsonl -o pairs.jsonl",
                    "Aligns all documents on all cores."},
                   {"muqabala corpus stream documents.jsonl --shard 3/16 -o part3.jsonl",
                    "Does the third part of sixteen, as one job of a cluster."},
                   {"muqabala corpus stream manifest.tsv --time-limit 300 --source-lang ar "
                    "--target-lang en -o pairs.jsonl",
                    "Takes files from a manifest, and gives none more than five minutes."}}};
}

}  // namespace muqabala::cli
