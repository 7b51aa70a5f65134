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
/// (`fold_key`); no stem is empty. One thread at a time may use a stemmer.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  std::string operator()(std::string_view folded_word) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace muqabala
