#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace muqabala::detail {

/// The mark at the begin of a line that may be a list item.
struct ListMarker {
  enum class Kind : std::uint8_t {
    kBullet,   ///< a sign that only lists use: •
    kDash,     ///< a sign with other uses: - * + –
    kOrdinal,  ///< a number or letter: 1. (1) ١- a) أ-
  };
  Kind kind = Kind::kBullet;
  std::uint32_t style = 0;        ///< markers of one list have one style
  std::uint16_t number = 0;       ///< ordinals: place in the order of its style, from 1
  std::uint16_t alternative = 0;  ///< Arabic letters: place in the other of the two orders in use

  /// Whether this marker may come next after `before`.
  bool follows(const ListMarker& before) const;
  bool may_be_first() const { return kind != Kind::kOrdinal || number == 1; }
};

/// The marker at the begin of `line` (trimmed); it needs white space and text behind it.
std::optional<ListMarker> find_list_marker(std::string_view line);

}  // namespace muqabala::detail
