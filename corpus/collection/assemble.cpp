#include "corpus/collection/assemble.h"

#include <filesystem>
#include <ostream>
#include <system_error>
#include <utility>

#include "corpus/collection/outputs/collection_output.h"
#include "corpus/detail/hash_table.h"
#include "corpus/output_file.h"
#include "segment/base/error.h"
#include "segment/base/hash.h"

namespace muqabala {
namespace {

void make_folder(const std::string& folder) {
  std::error_code fault;
  std::filesystem::create_directories(folder, fault);
  if (fault) throw errors::unwritable(folder, fault.message());
}

CollectionOutputs outputs_of(const AssembleOptions& options) {
  const auto path = [&](const char* name) { return options.folder + '/' + name; };
  CollectionOutputs outputs;
  outputs.push_back(failures_output(path("failures.tsv")));
  if (options.tmx) outputs.push_back(tmx_output(path("corpus.tmx"), options.tmx_options));
  if (options.tmx_per_document)
    outputs.push_back(tmx_per_document_output(path("tmx"), options.tmx_options));
  if (options.moses) outputs.push_back(moses_output(path("corpus")));
  if (options.bitextor_tsv) outputs.push_back(bitextor_output(path("corpus.tsv")));
  if (options.jsonl) outputs.push_back(jsonl_output(path("corpus.jsonl")));
  if (options.xces) outputs.push_back(xces_output(options.folder));
  if (options.test_share > 0)
    outputs.push_back(split_output(options.folder, options.test_share, options.seed));
  if (options.sample_pairs > 0)
    outputs.push_back(sample_output(path("sample.tsv"), options.sample_pairs, options.seed));
  if (options.rejected) outputs.push_back(rejected_output(path("rejected.tsv")));
  return outputs;
}

/// Ids of pairs and names of files are made of the documents' ids.
void refuse_repeated_id(DocumentResult& result, detail::HashSet& ids) {
  if (result.failure || ids.insert(hash_bytes(result.id))) return;
  result.failure = {.code = "repeated-id",
                    .message = "an earlier document has the same id; give each its own"};
  result.beads.clear();
}

}  // namespace

AssembledCollection assemble(const Results& results, const AssembleOptions& options) {
  make_folder(options.folder);
  const CollectionOutputs outputs = outputs_of(options);
  OutputFile json(options.folder + "/statistics.json");
  OutputFile page(options.folder + "/statistics.html");

  AssembledCollection assembled;
  CollectionStatistics& statistics = assembled.statistics;
  Duplicates duplicates(options.duplicates);
  detail::HashSet ids;
  while (std::optional<DocumentResult> result = results()) {
    refuse_repeated_id(*result, ids);
    duplicates.mark(*result);
    statistics.add(*result);
    for (const auto& output : outputs) output->add(*result);
  }
  statistics.duplicate_index_bytes = duplicates.bytes();
  json.stream() << to_json(statistics);
  write_statistics_page(statistics, page.stream());

  for (const auto& output : outputs) output->seal();
  json.seal();
  page.seal();
  for (const auto& output : outputs)
    for (std::string& path : output->commit()) assembled.paths.push_back(std::move(path));
  for (OutputFile* file : {&json, &page}) {
    file->commit();
    assembled.paths.push_back(file->path());
  }
  return assembled;
}

}  // namespace muqabala
