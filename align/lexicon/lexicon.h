#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/bead.h"

namespace muqabala {

/// One rendering of a headword. Both are folded (`fold_key`), words separated by one space.
struct LexiconEntry {
  std::string source;
  std::string target;
  float weight = 1;
  LinkOrigin origin = LinkOrigin::kDictionary;
};

/// What is known about two languages: folded headwords of the source and their renderings.
/// Directed from source to target; dictionaries of the other direction are turned round when they
/// are added.
class Lexicon {
 public:
  void add(LexiconEntry entry);

  const std::vector<LexiconEntry>& entries() const& { return entries_; }
  bool empty() const { return entries_.empty(); }

  /// Indices into `entries()` of the entries whose headword begins with the word `first_word`.
  const std::vector<std::size_t>& starting_with(std::string_view first_word) const&;

 private:
  std::vector<LexiconEntry> entries_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_word_;
};

}  // namespace muqabala
