#pragma once

#include <cstddef>
#include <cstdint>

#include "segment/detail/characters.h"
#include "segment/detail/words.h"

namespace muqabala::detail {

/// Follows a list that runs on inside a paragraph: `1. ... 2. ... 3. ...`, `a) ... b) ...`,
/// `أ- ... ب- ...`. A first marker at the begin of a block or behind a colon opens a list; each
/// marker that continues its count, in the same style, begins an item.
class InlineLists {
 public:
  explicit InlineLists(const Characters& characters) : characters_(characters) {}

  /// To be called for every full stop, closing bracket and dash that stands right behind `word`.
  /// Returns whether `word` is a later marker at which a new segment begins.
  bool see_sign(const Word& word, const Character& sign);

  /// Forgets the list: a new block or line begins.
  void start_line() { expected_ = 0; }

  /// Where the last marker begins, with the bracket it may stand in.
  std::size_t marker_begin() const { return marker_begin_; }

 private:
  enum class Style : std::uint8_t { kNone, kNumber, kSmall, kCapital, kArabic };

  static bool counts_to(const Word& word, Style style, unsigned value);
  static Style style_of(const Word& word);
  bool may_begin_item(const Word& word) const;

  const Characters& characters_;
  Style style_ = Style::kNone;
  char32_t sign_ = 0;
  unsigned expected_ = 0;  ///< the value of the next marker; 0 outside of a list
  std::size_t marker_begin_ = 0;
  std::size_t last_sign_end_ = 0;
};

}  // namespace muqabala::detail
