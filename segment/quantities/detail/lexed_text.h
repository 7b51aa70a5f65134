#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "segment/base/byte_range.h"
#include "segment/tokenizer.h"

namespace muqabala::detail {

/// A token with what the readers of numbers and dates ask of it again and again.
struct Word {
  ByteRange range;
  TokenKind kind = TokenKind::kWord;
  std::string key;           ///< folded
  bool capitalised = false;  ///< its first letter
  bool spaced = false;       ///< something stands between it and the token before
  bool in_brackets = false;  ///< in round brackets
  bool in_note = false;      ///< in square brackets, or in a text that a note's mark begins
};

/// A text in words. Refers to the text.
struct LexedText {
  std::string_view text;
  std::vector<Word> words;
  std::size_t word_count = 0;  ///< words and numbers, marks left out

  std::size_t size() const { return words.size(); }
  /// The key of word `i`; empty beyond the end.
  const std::string& key(std::size_t i) const&;
  bool is_digits(std::size_t i) const {
    return i < words.size() && words[i].kind == TokenKind::kNumber;
  }
  /// Word `i` is there and touches the word before it.
  bool touches(std::size_t i) const { return i < words.size() && !words[i].spaced; }
  std::string_view raw(std::size_t i) const { return slice(text, words[i].range); }
  /// The bytes from word `begin` to before word `end`.
  ByteRange bytes(std::size_t begin, std::size_t end) const {
    return {words[begin].range.begin, words[end - 1].range.end};
  }
};

/// `tokenizer` is of the language of `text`.
LexedText lex(std::string_view text, Tokenizer& tokenizer);

}  // namespace muqabala::detail
