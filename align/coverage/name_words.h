#pragma once

#include <cstdint>
#include <vector>

#include "align/coverage/name_knowledge.h"
#include "align/coverage/word_matches.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// Says word by word how likely it is a name.
///
/// Where a script has capitals and the text does not use them for other things (titles in Title
/// Case, German nouns), a capital inside a sentence says it; elsewhere a word is a name as far as
/// the lexicon says so, does not know it, or it stands behind a title or a `ibn`.
class NameWords {
 public:
  /// Refers to all that it is given.
  NameWords(const SegmentedDocument& document, PairSide side, const WordMatches& matches,
            NameDictionary& dictionary);

  /// Per use of `segment`: likelihood to be a name in [0,1].
  std::vector<double> judge(std::size_t segment) const;

  /// Whether the words from `use` on can be a name as they are written.
  bool may_be_phrase(std::size_t use, std::size_t words) const;

  /// Whether capitals say what is a name here.
  bool has_capitals() const { return has_capitals_; }

  /// Whether the word goes on where the one before ends: nothing but blanks or a hyphen between.
  bool continues(std::size_t use) const;

 private:
  /// What the capitals of a segment stand for.
  enum class Capitals : std::uint8_t { kNames, kTitle, kShouting };
  Capitals capitals_of(std::size_t first, std::size_t end) const;
  double judge_capitalised(std::size_t use, bool is_inner, Capitals capitals) const;
  double judge_caseless(std::size_t use, bool after_title) const;
  double likelihood_of_unknown(std::size_t use) const;
  bool follows_title(std::size_t use) const;
  bool begins_sentence(std::size_t use, std::size_t first) const;

  const SegmentedDocument& document_;
  PairSide side_;
  const WordMatches& matches_;
  NameDictionary& dictionary_;
  bool has_capitals_ = false;
};

}  // namespace muqabala
