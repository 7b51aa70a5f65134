#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/lexicon/lexicon.h"

namespace muqabala {

/// The tables of a lexicon as a builder has them.
struct LexiconTables {
  std::vector<std::string_view> languages;  ///< source, target
  std::vector<std::string_view> source_keys;
  std::vector<std::string_view> target_keys;
  std::span<const LexiconEntry> entries;    ///< in the order in which they were added
  std::span<const std::uint32_t> text_ids;  ///< of each entry: source text, target text
  std::vector<std::string_view> source_texts;
  std::vector<std::string_view> target_texts;
  std::span<const LexiconSource> sources;
  std::span<const RecurringLine> source_lines;  ///< sorted by their keys, which differ
  std::span<const RecurringLine> target_lines;
};

/// One run of bytes that holds all tables of a lexicon: what `Lexicon` looks at, and its file.
struct LexiconImage {
  static std::string write(const LexiconTables& tables);

  /// Looks at foreign bytes, which begin at a multiple of eight and live as long as `owner`.
  static Lexicon check(std::shared_ptr<const void> owner, std::string_view image,
                       const std::string& path);
};

}  // namespace muqabala
