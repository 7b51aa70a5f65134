#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// Entries of `lexicon`, by place in `entries()`, of which one side holds every word of `phrase`:
/// each in any of the forms under which the aligner would look it up, the likeliest first.
std::vector<std::size_t> find_entries(const Lexicon& lexicon, std::string_view phrase);

/// A word that a lexicon does not know.
struct UnknownWord {
  std::string word;  ///< as it was first written
  std::uint64_t count = 0;
};

/// Collects the words of documents that `lexicon` does not know. Numbers and marks are no words.
class UnknownWords {
 public:
  /// `lexicon` must outlive this.
  explicit UnknownWords(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Adds a document in the language of that side.
  void add(const SegmentedDocument& document, HeadwordSide side);
  /// The most frequent first, equally frequent ones in the order of their bytes.
  std::vector<UnknownWord> by_frequency() const;

 private:
  const Lexicon& lexicon_;
  std::map<std::string, UnknownWord> by_key_;
};

}  // namespace muqabala
