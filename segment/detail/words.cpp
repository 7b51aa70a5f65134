#include "segment/detail/words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

namespace muqabala::detail {
namespace {

bool is_apostrophe(const Character& c) { return c.value == U'\'' || c.value == U'\u2019'; }

/// Whether `c` belongs to a word between two characters of it: the dots of U.S, the apostrophe of
/// don't.
bool joins(const Character& c) { return c.kind == CharClass::kPeriod || is_apostrophe(c); }

void count(Word& word, const Character& c) {
  if (is_letter(c.kind)) {
    ++word.letters;
    word.all_upper = (word.letters == 1 || word.all_upper) && c.kind == CharClass::kUpper;
  } else if (c.kind == CharClass::kDigit) {
    ++word.digits;
  } else if (c.kind == CharClass::kPeriod) {
    ++word.dots;
  }
}

std::string encoded(char32_t value) {
  std::string bytes;
  append_utf8(bytes, value);
  return bytes;
}

void append(Word& word, const Character& c) {
  const std::string bytes = encoded(c.value);
  word.text_end =
      static_cast<std::size_t>(std::copy(bytes.begin(), bytes.end(),
                                         word.buffer.begin() + static_cast<long>(word.text_end)) -
                               word.buffer.begin());
}

void prepend(Word& word, const Character& c) {
  const std::string bytes = encoded(c.value);
  word.text_begin -= bytes.size();
  std::copy(bytes.begin(), bytes.end(), word.buffer.begin() + static_cast<long>(word.text_begin));
}

/// `text` with its first letter, or all of it, in lower case.
std::string lower(std::string_view text, std::size_t from = 0) {
  std::string out(text.substr(0, from));
  for (std::size_t at = from; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(point.value))));
    at += point.size_bytes;
  }
  return out;
}

/// The lists of a word in its own spelling; also those of `cf` for `Cf`, of `Mr` for `MR`. Capitals
/// throughout are no evidence for an abbreviation in small letters: CA. is not ca.
ListMask lists_of_spellings(const Word& word) {
  ListMask lists = lists_of(word.text());
  if (!word.is_capitalised()) return lists;
  const bool shouted = word.all_upper && word.letters > 1;
  const ListMask of_lower = lists_of(lower(word.text()));
  lists |= shouted ? of_lower & (mask_of(WordList::kStarter) | mask_of(WordList::kHour)) : of_lower;
  if (shouted) lists |= lists_of(lower(word.text(), code_point_at(word.text(), 0).size_bytes));
  return lists;
}

void measure_parts(Word& word) {
  std::size_t length = 0;
  word.shortest_part = Word::kMaxLetters;
  const auto end_part = [&] {
    word.shortest_part = std::min(word.shortest_part, length);
    word.longest_part = std::max(word.longest_part, length);
    length = 0;
  };
  const std::string_view text = word.text();
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size_bytes) {
    if (text[at] == '.')
      end_part();
    else
      ++length;
  }
  end_part();
}

void finish(Word& word) {
  if (word.dots > 0) measure_parts(word);
  if (!word.overlong && !word.empty()) word.lists = lists_of_spellings(word);
}

}  // namespace

Word word_before(const Characters& characters, std::size_t end) {
  Word word;
  word.text_begin = word.text_end = word.buffer.size();
  Character c = characters.visible_before(end);
  word.begin = word.end = c.end;
  word.last = c.kind;
  std::size_t kept = 0;
  while (kept <= Word::kMaxLetters) {
    if (!is_content(c.kind)) {
      if (kept == 0 || !joins(c)) break;
      if (!is_content(characters.visible_before(c.begin).kind)) break;
    }
    if (++kept > Word::kMaxLetters) {
      word.overlong = true;
      break;
    }
    prepend(word, c);
    count(word, c);
    word.begin = c.begin;
    word.first = c.kind;
    c = characters.visible_before(c.begin);
  }
  word.joined = c.kind == CharClass::kDash && is_content(characters.visible_before(c.begin).kind);
  finish(word);
  return word;
}

Word word_at(const Characters& characters, std::size_t begin) {
  Word word;
  Character c = characters.visible_at(begin);
  word.begin = word.end = c.begin;
  word.first = c.kind;
  std::size_t kept = 0;
  while (kept <= Word::kMaxLetters) {
    if (!is_content(c.kind)) {
      if (kept == 0 || !joins(c)) break;
      if (!is_content(characters.visible_at(c.end).kind)) break;
    }
    if (++kept > Word::kMaxLetters) {
      word.overlong = true;
      break;
    }
    append(word, c);
    count(word, c);
    word.end = c.end;
    word.last = c.kind;
    c = characters.visible_at(c.end);
  }
  finish(word);
  return word;
}

bool is_roman(const Word& word) {
  if (!word.all_upper || word.digits > 0 || word.dots > 0 || word.overlong) return false;
  return word.text().find_first_not_of("IVXLCDM") == std::string_view::npos;
}

bool is_small_name(const Word& word) {
  if (word.first != CharClass::kLower || word.text().size() < 3) return false;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return is_capital(word.text()[1]) || is_capital(word.text()[2]);
}

}  // namespace muqabala::detail
