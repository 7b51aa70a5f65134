// Writes all outputs of a collection with all that may break one into the folder given, for tests
// by other people's tools; beside them `expected.tsv`, the pairs that have to come out.

#include <iostream>

#include "corpus/collection/assemble.h"
#include "corpus/collection/outputs/collection_output.h"
#include "corpus/output_file.h"
#include "tests/corpus/collection/results.h"

using namespace muqabala;
using testing::result_of;

namespace {

std::vector<DocumentResult> sample() {
  std::vector<DocumentResult> results;
  DocumentResult hostile = result_of(
      0, "a\nb \"c\" <d> & \x01 \xEF\xBF\xBE",
      {{"جملة <b>أولى</b> & \"ثانية\" ]]> &amp; <![CDATA[", "The <first> & 'second' -- <!-- ]]>"},
       {"\u200Fمُشَكَّلٌ\u200F (\u061Cنص\u2069)", "Marks \u200E\u202Bof direction\u202C"},
       {"محذوفة", ""},
       {"", "Added"},
       {"نص", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80 e\u0301 \U0010FFFF"},
       {"مرفوضة", "Rejected"}});
  hostile.beads[5].rejected_by = "numbers";
  hostile.metadata = {{"license", "CC BY-SA 4.0"},
                      {"source_url", "https://example.org/?a=1&b=\"2\""},
                      {"<name> & \"more\"", "\x02 value\n"}};
  results.push_back(hostile);
  DocumentResult failed = result_of(1, "failed", {});
  failed.failure = {.code = "empty-text", .message = "x.txt: <nothing> & \"no\"\nmore"};
  results.push_back(failed);
  results.push_back(result_of(2, "german", {{"Straße", "rue"}}, "de", "fr"));
  // More than any tool holds in one buffer.
  for (std::size_t i = 3; i < 3000; ++i) {
    const std::string number = std::to_string(i);
    results.push_back(result_of(i, "plain/" + number,
                                {{"جملة رقم " + number, "Sentence number " + number},
                                 {"أخرى " + number, "Another " + number},
                                 {"متكررة", "Repeated"}}));
  }
  return results;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: collection_sample FOLDER\n";
    return 2;
  }
  AssembleOptions options;
  options.folder = argv[1];
  options.tmx_per_document = options.moses = options.bitextor_tsv = true;
  options.jsonl = options.xces = options.rejected = true;
  options.test_share = 0.2;
  options.sample_pairs = 100;
  options.tmx_options.date = "20240102T030405Z";
  const std::vector<DocumentResult> results = sample();
  assemble(
      [&, at = std::size_t{0}]() mutable -> std::optional<DocumentResult> {
        if (at == results.size()) return std::nullopt;
        return results[at++];
      },
      options);
  // Every third pair of the plain documents was there before, but for the first.
  write_output(options.folder + "/expected.tsv", [&](std::ostream& out) {
    for (const DocumentResult& result : results)
      for (std::size_t i = 0; i < result.beads.size(); ++i) {
        const CollectedBead& bead = result.beads[i];
        if (is_kept(bead) && (bead.target.text != "Repeated" || result.number == 3))
          out << unit_id(result, bead) << '\t' << bead.source.text << '\t' << bead.target.text
              << '\n';
      }
  });
}
