#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "segment/arabic_analysis.h"

namespace muqabala {

/// Cuts a folded word to the key under which statistics are kept.
///
/// Arabic: a light stem (after Larkey, Ballesteros and Connell 2002: one prefix, one suffix);
/// languages that Snowball knows: its stem; others: the first six letters. Words are given folded
/// (`fold_key`); no stem is empty. Stemmers of a language share what they remember of the words
/// that come most often, so that each is to be used by the thread that made it.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);

  std::string operator()(std::string_view folded_word) const;

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace muqabala
