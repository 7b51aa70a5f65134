#include <ostream>
#include <string>
#include <utility>

#include "corpus/collection/outputs/collection_output.h"
#include "corpus/collection/outputs/moses_files.h"
#include "corpus/one_line.h"

namespace muqabala {
namespace {

class MosesOutput : public CollectionOutput {
 public:
  explicit MosesOutput(const std::string& prefix) : files_(prefix) {}

  void add(const DocumentResult& result) override {
    for (const CollectedBead& bead : result.beads)
      if (is_kept(bead)) files_.add(result, bead);
  }
  void seal() override { files_.seal(); }
  Paths commit() override { return files_.commit(); }

 private:
  MosesFiles files_;
};

}  // namespace

void MosesFiles::add(const DocumentResult& result, const CollectedBead& bead) {
  const std::string languages = language_pair_of(result);
  auto found = by_languages_.find(languages);
  if (found == by_languages_.end()) {
    const std::string stem = prefix_ + '.' + languages + '.';
    const bool are_told_apart = result.source_language != result.target_language;
    const auto ending = [&](const std::string& language, const char* side) {
      return are_told_apart ? file_name_of(language) : side;
    };
    found =
        by_languages_
            .emplace(languages, Sides{OutputFile(stem + ending(result.source_language, "source")),
                                      OutputFile(stem + ending(result.target_language, "target"))})
            .first;
  }
  found->second.source.stream() << one_line(bead.source.text) << '\n';
  found->second.target.stream() << one_line(bead.target.text) << '\n';
}

void MosesFiles::seal() {
  for (auto& [languages, sides] : by_languages_) {
    sides.source.seal();
    sides.target.seal();
  }
}

Paths MosesFiles::commit() {
  Paths paths;
  for (auto& [languages, sides] : by_languages_) {
    for (OutputFile* file : {&sides.source, &sides.target}) {
      file->commit();
      paths.push_back(file->path());
    }
  }
  return paths;
}

std::unique_ptr<CollectionOutput> moses_output(const std::string& prefix) {
  return std::make_unique<MosesOutput>(prefix);
}

}  // namespace muqabala
