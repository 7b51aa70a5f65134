#include "segment/quantities/detail/lexed_text.h"

#include "segment/text/folding.h"

namespace muqabala::detail {
namespace {

/// Sets `flag` of the words from each opening bracket to the next closing one.
void mark_between(LexedText& text, const char* opening, const char* closing, bool Word::*flag) {
  constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
  std::size_t open = kNowhere;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.key(i) == opening) open = i;
    if (text.key(i) != closing || open == kNowhere) continue;
    for (std::size_t k = open; k <= i; ++k) text.words[k].*flag = true;
    open = kNowhere;
  }
}

/// A text that begins with a mark like `[1]` is a note.
void mark_notes(LexedText& text) {
  mark_between(text, "(", ")", &Word::in_brackets);
  mark_between(text, "[", "]", &Word::in_note);
  const bool is_note = text.key(0) == "[" && text.is_digits(1) && text.key(2) == "]";
  if (!is_note) return;
  for (Word& word : text.words) word.in_note = true;
}

}  // namespace

const std::string& LexedText::key(std::size_t i) const& {
  static const std::string none;
  return i < words.size() ? words[i].key : none;
}

LexedText lex(std::string_view text, Tokenizer& tokenizer) {
  std::vector<Token> tokens;
  tokenizer(text, tokens);
  LexedText result{.text = text, .words = {}, .word_count = 0};
  result.words.reserve(tokens.size());
  std::size_t end = 0;
  for (const Token& token : tokens) {
    result.words.push_back({.range = token.range,
                            .kind = token.kind,
                            .key = fold_key(slice(text, token.range)),
                            .capitalised = token.capitalised,
                            .spaced = token.range.begin > end || end == 0});
    end = token.range.end;
    result.word_count += token.kind != TokenKind::kPunctuation;
  }
  mark_notes(result);
  return result;
}

}  // namespace muqabala::detail
