#pragma once

#include <array>
#include <cstddef>
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

/// Counts the running words of documents that each kind of source knows, in any of the forms under
/// which the aligner looks them up. Numbers and marks are no words.
class KnownWords {
 public:
  /// `lexicon` must outlive this. O(entries).
  explicit KnownWords(const Lexicon& lexicon);

  /// Adds a document in the language of that side.
  void add(const SegmentedDocument& document, HeadwordSide side);

  std::uint64_t words() const { return words_; }
  /// By any source; with the words that occur in phrases only, as grammar that is dropped there.
  std::uint64_t known() const { return known_; }
  std::uint64_t known_by(LinkOrigin origin) const {
    return by_origin_[static_cast<std::size_t>(origin)];
  }

 private:
  /// Per key a bit for every origin that has an entry with it.
  using OriginSets = std::vector<std::uint16_t>;

  const Lexicon& lexicon_;
  OriginSets source_origins_;
  OriginSets target_origins_;
  std::uint64_t words_ = 0;
  std::uint64_t known_ = 0;
  std::array<std::uint64_t, 16> by_origin_{};
};

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
