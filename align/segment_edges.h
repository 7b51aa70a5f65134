#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "segment/tokenizer.h"

namespace muqabala {

/// What a segment begins with.
enum class SegmentBegin : std::uint8_t {
  kNumber,
  kCapital,  ///< a word in a capital letter
  kWord,     ///< another word; any word of a script without case
  kDash,
  kQuote,
  kBracket,
  kOtherMark,
  kNothing,  ///< there is no token
};

/// What a segment ends with; closing quotes and brackets after it don't count.
enum class SegmentEnd : std::uint8_t {
  kStop,
  kQuestion,
  kExclamation,
  kColon,
  kSemicolon,
  kComma,
  kWord,    ///< a word or a number
  kNoWord,  ///< there are other marks only, or nothing
};

/// Kinds of either.
inline constexpr std::size_t kEdgeKinds = 8;

struct SegmentEdges {
  SegmentBegin begin = SegmentBegin::kNothing;
  SegmentEnd end = SegmentEnd::kNoWord;
};

/// The edges of a segment with these tokens, which `folded` spells (`fold_key`).
SegmentEdges edges_of(std::span<const Token> tokens, std::span<const std::string> folded);

/// How many of the tokens stand before the marks that close a segment.
std::size_t size_before_closing_marks(std::span<const Token> tokens);

}  // namespace muqabala
