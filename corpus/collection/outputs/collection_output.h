#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/collection/result.h"
#include "corpus/output_file.h"
#include "corpus/write_alignment.h"

namespace muqabala {

using Paths = std::vector<std::string>;

/// One of the outputs of a collection. It gets every result, in order, with its duplicates marked;
/// then it is sealed and committed as an `OutputFile` is. Each throws what an `OutputFile` throws.
class CollectionOutput {
 public:
  CollectionOutput() = default;
  virtual ~CollectionOutput() = default;
  CollectionOutput(const CollectionOutput&) = delete;
  CollectionOutput& operator=(const CollectionOutput&) = delete;

  virtual void add(const DocumentResult& result) = 0;
  /// Writes the end and brings all to the disk.
  virtual void seal() = 0;
  /// Puts the files in their places, which it gives.
  virtual Paths commit() = 0;
};

using CollectionOutputs = std::vector<std::unique_ptr<CollectionOutput>>;

/// An output of one file, which says something of each result and needs to remember nothing.
class FileOutput : public CollectionOutput {
 public:
  using Write = std::function<void(const DocumentResult& result, std::ostream& out)>;

  FileOutput(const std::string& path, Write write, std::string_view head = {},
             std::string_view foot = {});

  void add(const DocumentResult& result) override;
  void seal() override;
  Paths commit() override;

 private:
  OutputFile file_;
  Write write_;
  std::string_view foot_;
};

/// A pair that outputs hold: it has two sides, and nothing rejected it.
bool is_kept(const CollectedBead& bead);

/// The id of a pair in all outputs, unique in a collection and the same in every run: that of the
/// document and the numbers of the segments, 0-based, `alif/12:3-4:5`. On one line.
std::string unit_id(const DocumentResult& result, const CollectedBead& bead);

/// `id` as the name of a file, without an ending: other characters than letters of ASCII, digits,
/// `.`, `_` and `-` become `_`, and a hash is put behind what was changed, so that names stay
/// apart.
std::string file_name_of(std::string_view id);

/// `ar-en`, made safe for the name of a file.
std::string language_pair_of(const DocumentResult& result);

/// All pairs in one TMX file, with the document's id, files and metadata as properties of each.
std::unique_ptr<CollectionOutput> tmx_output(const std::string& path, const TmxOptions& options);

/// A folder with a TMX file for each document that gave a pair.
std::unique_ptr<CollectionOutput> tmx_per_document_output(const std::string& path,
                                                          const TmxOptions& options);

/// Two files of lines a language pair, `PREFIX.ar-en.ar` and `PREFIX.ar-en.en`: line n of one is
/// the translation of line n of the other.
std::unique_ptr<CollectionOutput> moses_output(const std::string& prefix);

/// The pairs of `result` that outputs hold as Bitextor's segments: a pair a line, tab-separated
/// `url1, url2, sentence1, sentence2, probability`, the last with four digits. The addresses are
/// the `source_url` and `target_url` of the metadata, or the paths.
void write_bitextor_segments(const DocumentResult& result, std::ostream& out);

/// The same of all results, without a header.
std::unique_ptr<CollectionOutput> bitextor_output(const std::string& path);

/// JSON Lines, a pair a record, with offsets in the files and where it is from.
std::unique_ptr<CollectionOutput> jsonl_output(const std::string& path);

/// XCES cesAlign as the OPUS tools read it, `FOLDER/corpus.xml`: a `linkGrp` a document, sentences
/// numbered from 1; and the sentences, a file a side in `FOLDER/LANGUAGE/`.
std::unique_ptr<CollectionOutput> xces_output(const std::string& folder);

/// Moses pairs in two halves, `FOLDER/train...` and `FOLDER/test...`, with `FOLDER/split.tsv` that
/// tells the half of each document. `test_share` in (0,1).
std::unique_ptr<CollectionOutput> split_output(const std::string& folder, double test_share,
                                               std::size_t seed);

/// A sheet with `pairs` of the pairs, drawn at random, for judging by hand.
std::unique_ptr<CollectionOutput> sample_output(const std::string& path, std::size_t pairs,
                                                std::size_t seed);

/// The rejected pairs, each with the filter that rejected it.
std::unique_ptr<CollectionOutput> rejected_output(const std::string& path);

/// The documents that gave nothing, each with the reason.
std::unique_ptr<CollectionOutput> failures_output(const std::string& path);

}  // namespace muqabala
