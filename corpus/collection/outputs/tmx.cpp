#include <optional>
#include <string>
#include <utility>

#include "corpus/collection/outputs/collection_output.h"
#include "corpus/output_folder.h"
#include "corpus/tmx_writer.h"

namespace muqabala {
namespace {

/// What every unit of a document says about where it is from.
std::string properties_of(const DocumentResult& result) {
  std::string properties = tmx_property("document", result.id);
  if (!result.source_path.empty()) properties += tmx_property("source-file", result.source_path);
  if (!result.target_path.empty()) properties += tmx_property("target-file", result.target_path);
  for (const auto& [name, value] : result.metadata) properties += tmx_property(name, value);
  return properties;
}

void add_units(const DocumentResult& result, TmxWriter& writer) {
  const std::string properties = properties_of(result);
  for (const CollectedBead& bead : result.beads)
    if (is_kept(bead))
      writer.add({.id = unit_id(result, bead),
                  .kind = bead.kind,
                  .probability = bead.probability,
                  .source_language = result.source_language,
                  .target_language = result.target_language,
                  .source = bead.source.text,
                  .target = bead.target.text,
                  .properties = properties});
}

bool has_pair(const DocumentResult& result) {
  for (const CollectedBead& bead : result.beads)
    if (is_kept(bead)) return true;
  return false;
}

class TmxOutput : public CollectionOutput {
 public:
  TmxOutput(const std::string& path, TmxOptions options)
      : file_(path), options_(std::move(options)) {}

  void add(const DocumentResult& result) override {
    if (!has_pair(result)) return;
    begin(result.source_language);
    add_units(result, *writer_);
  }
  void seal() override {
    begin("");
    writer_->finish();
    file_.seal();
  }
  Paths commit() override {
    file_.commit();
    return {file_.path()};
  }

 private:
  /// The header tells the language of the first document that has something to tell.
  void begin(std::string_view source_language) {
    if (!writer_) writer_.emplace(file_.stream(), options_, source_language);
  }

  OutputFile file_;
  TmxOptions options_;
  std::optional<TmxWriter> writer_;
};

class TmxPerDocumentOutput : public CollectionOutput {
 public:
  TmxPerDocumentOutput(const std::string& path, TmxOptions options)
      : path_(path), folder_(path, ".tmx"), options_(std::move(options)) {}

  void add(const DocumentResult& result) override {
    if (!has_pair(result)) return;
    folder_.write(file_name_of(result.id) + ".tmx", [&](std::ostream& out) {
      TmxWriter writer(out, options_, result.source_language);
      add_units(result, writer);
      writer.finish();
    });
  }
  void seal() override { folder_.seal(); }
  Paths commit() override {
    folder_.commit();
    return {path_};
  }

 private:
  std::string path_;
  OutputFolder folder_;
  TmxOptions options_;
};

}  // namespace

std::unique_ptr<CollectionOutput> tmx_output(const std::string& path, const TmxOptions& options) {
  return std::make_unique<TmxOutput>(path, options);
}

std::unique_ptr<CollectionOutput> tmx_per_document_output(const std::string& path,
                                                          const TmxOptions& options) {
  return std::make_unique<TmxPerDocumentOutput>(path, options);
}

}  // namespace muqabala
