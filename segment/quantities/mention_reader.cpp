// One walk over the words finds pieces: whole dates, names of months and weekdays, numbers, each
// where it begins and as long as it goes. Dates are then put together from pieces; the numbers that
// no date used are what is left.

#include "segment/quantities/mention_reader.h"

#include <string>

#include "segment/quantities/detail/date_reader.h"
#include "segment/quantities/detail/lexed_text.h"
#include "segment/quantities/detail/number_reader.h"

namespace muqabala {
namespace {

using detail::LexedText;
using detail::Piece;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The word after an address (of a page, of mail) that word `at` is part of; `at` where it is none.
/// Numbers in it mean nothing.
std::size_t after_address(const LexedText& text, std::size_t at) {
  const std::string& key = text.key(at);
  const bool may_be =
      key == "http" || key == "https" || key.starts_with("www.") || text.key(at + 1) == "@";
  if (!may_be || (at + 1 < text.size() && !text.touches(at + 1) && !key.starts_with("www.")))
    return at;
  std::size_t end = text.words[at].range.end;
  while (end < text.text.size() && !is_space(text.text[end])) ++end;
  std::size_t next = at;
  while (next < text.size() && text.words[next].range.begin < end) ++next;
  return next;
}

}  // namespace

struct MentionReader::Impl {
  explicit Impl(const std::string& language)
      : tokenizer(language), numbers(language), names(language) {}

  std::vector<Piece> pieces(const LexedText& text) const {
    std::vector<Piece> found;
    for (std::size_t at = 0; at < text.size();) {
      if (const std::size_t after = after_address(text, at); after > at) {
        at = after;
      } else if (auto date = detail::read_whole_date(text, at, numbers)) {
        at = date->end;
        found.push_back(*std::move(date));
      } else if (auto name = names.read(text, at)) {
        at = name->end;
        found.push_back({.begin = name->begin, .end = name->end, .name = name});
      } else if (auto number = numbers.read(text, at)) {
        at = number->end;
        found.push_back({.begin = number->begin, .end = number->end, .number = number});
      } else {
        ++at;
      }
    }
    return found;
  }

  Tokenizer tokenizer;
  detail::NumberReader numbers;
  detail::DateNames names;
};

MentionReader::MentionReader(std::string_view language)
    : impl_(std::make_unique<Impl>(std::string(language))) {}
MentionReader::~MentionReader() = default;
MentionReader::MentionReader(MentionReader&&) noexcept = default;
MentionReader& MentionReader::operator=(MentionReader&&) noexcept = default;

Mentions MentionReader::operator()(std::string_view text) {
  const LexedText lexed = detail::lex(text, impl_->tokenizer);
  std::vector<Piece> pieces = impl_->pieces(lexed);
  Mentions mentions;
  mentions.dates = detail::assemble_dates(lexed, pieces);
  for (const Piece& piece : pieces) {
    if (piece.number && !piece.is_used) mentions.numbers.push_back(piece.number->mention);
  }
  return mentions;
}

}  // namespace muqabala
