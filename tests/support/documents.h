#pragma once

#include <string>
#include <vector>

#include "segment/segmented_document.h"

namespace muqabala::testing {

/// A document whose segments are `lines`, one a line of its text.
inline SegmentedDocument document_of(const std::vector<std::string>& lines,
                                     const std::string& language) {
  SegmentedDocument result;
  std::string text;
  for (const std::string& line : lines) {
    result.segments.push_back({.range = {text.size(), text.size() + line.size()}, .block = 0});
    text += line + '\n';
  }
  result.document.blocks.push_back({.range = {0, text.size()}});
  result.document.language = language;
  result.document.file.path = language + ".txt";
  result.document.file.text = Utf8Text::checked(text, language + ".txt");
  result.document.text = result.document.file.text;
  return result;
}

}  // namespace muqabala::testing
