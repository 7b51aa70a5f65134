#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "segment/base/byte_range.h"

namespace muqabala {

enum class TokenKind : std::uint8_t {
  kWord,         ///< letters of any script
  kNumber,       ///< digits of any script, with their separators: 1,234.5 and ٢٫٥ are one token
  kPunctuation,  ///< one mark
};

struct Token {
  ByteRange range;  ///< in the text that was given to `tokenize`
  TokenKind kind = TokenKind::kWord;
  bool capitalised = false;       ///< first letter is upper case (or title case)
  bool sentence_initial = false;  ///< no word token stands before it in the text given
};

/// The words, numbers and punctuation marks of well-formed `text`, in order, by ICU's word breaks
/// (Unicode Annex 29; dictionaries for scripts without spaces) for `language` (BCP 47, may be
/// empty). Apostrophes split: `l'altitude` is `l` and `altitude`; an English `'s` is left out.
/// A hyphen between letters splits and is no token: `al-Abadi` is `al` and `Abadi`.
/// `F16` is a word, `20km` a number and a word, and so is an Arabic or Hebrew preposition written
/// onto digits. Direction marks, other format characters and tatweel never split, are never tokens
/// and never begin or end one. At most 2 GB of text.
std::vector<Token> tokenize(std::string_view text, std::string_view language);

/// Tokenizes many texts of one language: keeps ICU's break iterator open between calls.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view language);
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  /// Replaces the content of `tokens` by the tokens of `text`.
  void operator()(std::string_view text, std::vector<Token>& tokens);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace muqabala
