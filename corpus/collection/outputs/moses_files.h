#pragma once

#include <map>
#include <string>
#include <vector>

#include "corpus/collection/result.h"
#include "corpus/output_file.h"

namespace muqabala {

/// Files of lines for the two sides of pairs, two a language pair, made as pairs of it come.
class MosesFiles {
 public:
  /// `prefix`: path and beginning of the name of all files.
  explicit MosesFiles(std::string prefix) : prefix_(std::move(prefix)) {}

  void add(const DocumentResult& result, const CollectedBead& bead);
  void seal();
  /// Gives the paths of all files.
  std::vector<std::string> commit();

 private:
  struct Sides {
    OutputFile source;
    OutputFile target;
  };

  std::string prefix_;
  std::map<std::string, Sides> by_languages_;
};

}  // namespace muqabala
