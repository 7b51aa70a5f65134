#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "segment/sentence_splitter.h"
#include "tests/support/catch.h"

namespace muqabala {

/// A document as a reader of plain text makes it: blocks parted by blank lines.
inline Document plain_document(std::string text, std::string language) {
  Document document;
  document.file.text = Utf8Text::checked(std::move(text), "test");
  document.text = document.file.text;
  document.language = std::move(language);
  const std::string_view view = document.text.view();
  for (std::size_t begin = 0; begin < view.size();) {
    const std::size_t end = std::min(view.find("\n\n", begin), view.size());
    document.blocks.push_back(Block{.range = {begin, end}});
    begin = std::min(view.find_first_not_of('\n', end), view.size());
  }
  return document;
}

inline Document one_block_document(std::string text, std::string language) {
  Document document = plain_document(std::move(text), std::move(language));
  document.blocks = {Block{.range = {0, document.text.size()}}};
  return document;
}

using Sentences = std::vector<std::string>;

inline Sentences texts_of(const SegmentedDocument& segmented) {
  Sentences texts;
  for (std::size_t i = 0; i < segmented.size(); ++i) texts.emplace_back(segmented.text(i));
  return texts;
}

inline Sentences split(std::string text, std::string language) {
  return texts_of(split_sentences(plain_document(std::move(text), std::move(language))));
}

/// The sentences of `marked`, in which a `|` between two spaces marks each boundary, must come out
/// again when the marks are left out.
inline void check_split(std::string_view language, std::string_view marked) {
  constexpr std::string_view kMark = " | ";
  Sentences expected;
  std::string text;
  for (std::size_t at = 0; at <= marked.size();) {
    const std::size_t mark = std::min(marked.find(kMark, at), marked.size());
    expected.emplace_back(marked.substr(at, mark - at));
    text += (text.empty() ? "" : " ") + expected.back();
    at = mark + kMark.size();
  }
  CHECK(split(text, std::string(language)) == expected);
}

}  // namespace muqabala
