#include "align/text_side.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "align/anchors/scaled_numbers.h"
#include "segment/base/parse_number.h"
#include "segment/stemmer.h"
#include "segment/text/folding.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

/// Marks that translators carry over; commas, stops and dashes follow each language's own custom.
constexpr std::string_view kTellingMarks = "?!\":([;%";

/// Marks of these that close a segment follow each language's custom, too. They are left to the
/// segment's edges, where customs are learned.
constexpr std::string_view kMarksOfCustom = ":;";

/// Gives every surface of a side its type.
class TypeTable {
 public:
  explicit TypeTable(const std::string& language)
      : stem_(language), scales_(ScaleWords::of(language)) {}

  /// The type of a number before a scale word (`120` in "120 thousand"), or none if `next` is no
  /// such word.
  std::optional<std::uint32_t> find_scaled(const std::string& folded, const std::string& next) {
    const std::optional<std::size_t> zeros = scales_.zeros(next);
    if (!zeros) return std::nullopt;
    const std::string key = scaled_number_key(number_key(folded), *zeros);
    return type_of(key, key.substr(1), TokenKind::kNumber);
  }

  /// The type of a folded surface, or none for what statistics leave out.
  std::optional<std::uint32_t> find(const std::string& folded, TokenKind kind) {
    if (folded.empty()) return std::nullopt;
    if (kind == TokenKind::kPunctuation && kTellingMarks.find(folded) == std::string_view::npos)
      return std::nullopt;
    const auto known = by_surface_.find(folded);
    if (known != by_surface_.end()) return known->second;
    const std::string key = kind == TokenKind::kWord     ? stem_(folded)
                            : kind == TokenKind::kNumber ? number_key(folded)
                                                         : folded;
    return by_surface_.emplace(folded, type_of(key, folded, kind)).first->second;
  }

  std::vector<WordType> types;

 private:
  std::uint32_t type_of(const std::string& key, const std::string& surface, TokenKind kind) {
    const auto [at, is_new] = by_key_.try_emplace(key, static_cast<std::uint32_t>(types.size()));
    if (is_new) types.push_back({.key = key, .kind = kind, .surfaces = {}});
    std::vector<std::string>& surfaces = types[at->second].surfaces;
    const bool is_known = std::find(surfaces.begin(), surfaces.end(), surface) != surfaces.end();
    if (!is_known && surfaces.size() < kMaxSurfaces) surfaces.push_back(surface);
    return at->second;
  }

  Stemmer stem_;
  const ScaleWords& scales_;
  std::unordered_map<std::string, std::uint32_t> by_surface_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
};

}  // namespace

double length_of(const TextSide& side, std::size_t begin, std::size_t end) {
  double length = 0;
  for (std::size_t i = begin; i < end; ++i) length += static_cast<double>(side.length_graphemes[i]);
  return length;
}

std::string number_key(std::string_view folded_number) {
  std::string_view number = folded_number;
  while (!number.empty() && !is_digit(number.back())) number.remove_suffix(1);
  // A separator is decimal if it is the last one, stands alone, and not before three digits.
  std::size_t decimal = std::string_view::npos;
  const auto is_separator = [](char c) { return !is_digit(c); };
  const auto separators = std::count_if(number.begin(), number.end(), is_separator);
  if (separators > 0) {
    const std::size_t last = static_cast<std::size_t>(
        number.rend() - std::find_if(number.rbegin(), number.rend(), is_separator) - 1);
    const bool mixed = separators > 1 && number.find(number[last]) == last;
    const bool leading_zero = number.substr(0, last) == "0";
    const bool groups_of_three = number.size() - last - 1 == 3 && last <= 3 && !leading_zero;
    if (mixed || (separators == 1 && !groups_of_three)) decimal = last;
  }
  std::string key = "#";
  for (std::size_t k = 0; k < number.size(); ++k) {
    if (is_digit(number[k])) key += number[k];
    if (k == decimal) key += '.';
  }
  return key;
}

TextSide index_words(const SegmentedDocument& document) {
  TextSide side;
  side.language = document.document.language;
  Tokenizer tokenize(side.language);
  TypeTable table(side.language);
  std::vector<Token> tokens;
  std::vector<std::string> folded;  // per token
  side.first_use.reserve(document.size() + 1);
  side.length_graphemes.reserve(document.size());
  side.first_use.push_back(0);
  for (std::size_t i = 0; i < document.size(); ++i) {
    const std::string_view text = document.text(i);
    side.length_graphemes.push_back(static_cast<float>(folded_length(text)));
    tokenize(front_of(text, kMostSegmentBytes), tokens);
    folded.clear();
    for (const Token& token : tokens) folded.push_back(fold_key(slice(text, token.range)));
    side.edges.push_back(edges_of(tokens, folded));
    const std::size_t closing = size_before_closing_marks(tokens);
    for (std::size_t k = 0; k < tokens.size(); ++k) {
      const Token& token = tokens[k];
      if (k >= closing && kMarksOfCustom.find(folded[k]) != std::string_view::npos) continue;
      std::optional<std::uint32_t> type;
      if (token.kind == TokenKind::kNumber && k + 1 < tokens.size())
        type = table.find_scaled(folded[k], folded[k + 1]);
      if (!type) type = table.find(folded[k], token.kind);
      if (!type) continue;
      WordType& word = table.types[*type];
      ++word.count;
      if (!token.sentence_initial) {
        ++word.inner_count;
        word.inner_capitalised += token.capitalised ? 1 : 0;
      }
      side.uses.push_back(
          {.type = *type,
           .begin_bytes =
               static_cast<std::uint32_t>(document.segments[i].range.begin + token.range.begin),
           .size_bytes = static_cast<std::uint32_t>(token.range.size()) & 0x7FFFFFFFU,
           .capitalised = token.capitalised ? 1U : 0U});
    }
    side.first_use.push_back(static_cast<std::uint32_t>(side.uses.size()));
  }
  side.types = std::move(table.types);
  return side;
}

}  // namespace muqabala
