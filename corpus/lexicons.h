#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "corpus/pipeline.h"

namespace muqabala {

/// The lexicons of many pairs: one for every two languages, loaded when it is first needed. Refers
/// to the options, which must outlive it. May be used by several threads at once.
class Lexicons {
 public:
  explicit Lexicons(const PipelineOptions& options) : options_(options) {}

  /// Throws what `gather_lexicon` throws. The reference is good for as long as this lives.
  const Lexicon& of(const SegmentedPair& pair);
  const Lexicon& of(const std::string& source_language, const std::string& target_language);
  /// Loads the lexicon of two languages beforehand, where both are stated (BCP 47).
  void load(const std::string& source_language, const std::string& target_language);

 private:
  struct Languages {
    std::string source;
    std::string target;
    auto operator<=>(const Languages&) const = default;
  };
  const PipelineOptions& options_;
  std::mutex mutex_;
  std::map<Languages, std::optional<Lexicon>> lexicons_;
};

}  // namespace muqabala
