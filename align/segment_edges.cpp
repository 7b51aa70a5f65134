#include "align/segment_edges.h"

#include <string_view>

namespace muqabala {
namespace {

/// In the order of `SegmentEnd`.
constexpr std::string_view kEndMarks = ".?!:;,";

SegmentBegin begin_of(const Token& token, const std::string& folded) {
  if (token.kind == TokenKind::kNumber) return SegmentBegin::kNumber;
  if (token.kind == TokenKind::kWord)
    return token.capitalised ? SegmentBegin::kCapital : SegmentBegin::kWord;
  if (folded == "-") return SegmentBegin::kDash;
  if (folded == "\"") return SegmentBegin::kQuote;
  if (folded == "(" || folded == "[") return SegmentBegin::kBracket;
  return SegmentBegin::kOtherMark;
}

}  // namespace

SegmentEdges edges_of(std::span<const Token> tokens, std::span<const std::string> folded) {
  if (tokens.empty()) return {};
  SegmentEdges edges{.begin = begin_of(tokens.front(), folded.front())};
  const std::size_t closing = size_before_closing_marks(tokens);
  for (std::size_t k = tokens.size(); k-- > closing;) {
    const std::size_t mark =
        folded[k].size() == 1 ? kEndMarks.find(folded[k]) : std::string_view::npos;
    if (mark == std::string_view::npos) continue;
    edges.end = static_cast<SegmentEnd>(mark);
    return edges;
  }
  if (closing > 0) edges.end = SegmentEnd::kWord;
  return edges;
}

std::size_t size_before_closing_marks(std::span<const Token> tokens) {
  std::size_t size = tokens.size();
  while (size > 0 && tokens[size - 1].kind == TokenKind::kPunctuation) --size;
  return size;
}

}  // namespace muqabala
