#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace muqabala::detail {

/// What one code point becomes when text is folded.
struct FoldEntry {
  static constexpr std::size_t kInlineBytes = 6;

  std::array<char, kInlineBytes> bytes{};  ///< the folded text, if it fits
  std::uint8_t size_bytes = 0;             ///< of the folded text; 0 = left out
  /// The folded text may compose or change places with what stands before it (a Devanagari virama,
  /// a Japanese voicing mark, a Hangul vowel): it needs a look at its neighbours.
  bool joins_previous = false;
};

/// The entries of 256 neighbouring code points, and the few texts too long to stand in an entry.
class FoldPage {
 public:
  explicit FoldPage(char32_t first);

  const FoldEntry& entry(char32_t code_point) const { return entries_[code_point & 0xFF]; }
  std::string_view text(const FoldEntry& entry) const {
    if (entry.size_bytes > FoldEntry::kInlineBytes) return long_text(entry);
    return {entry.bytes.data(), entry.size_bytes};
  }

 private:
  std::string_view long_text(const FoldEntry& entry) const;

  std::array<FoldEntry, 256> entries_;
  std::string long_texts_;
};

/// The page that holds `code_point` (at most U+10FFFF). Pages are made when first asked for and
/// kept until the program ends; any number of threads may ask at once.
const FoldPage& fold_page(char32_t code_point);

/// True where canonical composition (NFC) never looks back beyond `code_point`.
bool composition_starts_at(char32_t code_point);

/// True where `text` is its own canonical composition.
bool is_composed(std::string_view text);

/// The canonical composition of `text`.
std::string composed(std::string_view text);

}  // namespace muqabala::detail
