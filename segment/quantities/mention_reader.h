#pragma once

#include <memory>
#include <string_view>

#include "segment/quantities/mentions.h"

namespace muqabala {

/// Reads the numbers and dates in texts of one language.
///
/// Digits of every script are read in every language, and so are the names of months and weekdays
/// that CLDR has. Numbers in words are read in Arabic and English; of other languages only single
/// words that CLDR has. One thread at a time may use a reader. Linear in the text.
class MentionReader {
 public:
  explicit MentionReader(std::string_view language);
  ~MentionReader();
  MentionReader(MentionReader&&) noexcept;
  MentionReader& operator=(MentionReader&&) noexcept;

  /// The mentions in well-formed `text`, which should be one segment; ranges are in `text`.
  Mentions operator()(std::string_view text);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace muqabala
