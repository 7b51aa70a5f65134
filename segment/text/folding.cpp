// Folding is a table lookup a code point (detail/fold_table.h), with two exceptions: runs of ASCII
// are copied in lower case without a look at the table, and a code point that may compose with
// what stands before it is settled together with its neighbours by ICU's NFC. Linear in the text:
// 700 MB/s on English, 200-300 on Arabic and Hindi; with the map 90 on Arabic with all its vowel
// signs (an anchor a letter), 180 and more on other text.

#include "segment/text/folding.h"

#include <unicode/uchar.h>

#include <type_traits>
#include <vector>

#include "segment/detail/character_traits.h"
#include "segment/detail/fold_table.h"
#include "segment/text/utf8_text.h"
#include "segment/text/white_space.h"

namespace muqabala {
namespace {

// Stacks of combining marks longer than this are settled piece by piece: ICU sorts the marks of one
// letter in quadratic time. Unicode's stream-safe text (Annex 15) has at most 30.
constexpr std::size_t kMaxJoined = 64;

struct NoMap {
  void at(std::size_t, std::size_t) {}
  void forget_after(std::size_t) {}
  std::size_t original(std::size_t) const { return 0; }
};

// Gathers anchors, the last of which may be taken back while letters still compose.
class Anchors {
 public:
  void at(std::size_t derived, std::size_t original) {
    const bool nothing_new =
        anchors_.empty() ? derived == original
                         : original - derived == anchors_.back().original - anchors_.back().derived;
    if (nothing_new) return;
    if (!anchors_.empty() && anchors_.back().derived == derived) anchors_.pop_back();
    anchors_.push_back({derived, original});
  }

  void forget_after(std::size_t derived) {
    while (!anchors_.empty() && anchors_.back().derived > derived) anchors_.pop_back();
  }

  // Exact for a `derived` at or after the last anchor.
  std::size_t original(std::size_t derived) const {
    return anchors_.empty() ? derived
                            : anchors_.back().original + (derived - anchors_.back().derived);
  }

  OffsetMap map() const {
    OffsetMap result;
    for (const Anchor& anchor : anchors_) result.anchor(anchor.derived, anchor.original);
    return result;
  }

 private:
  struct Anchor {
    std::size_t derived;
    std::size_t original;
  };
  std::vector<Anchor> anchors_;
};

template <typename Map>
class Folder {
 public:
  Folder(std::string_view text, std::string& out, Map& map) : text_(text), out_(out), map_(map) {}

  void run() {
    out_.reserve(text_.size());
    std::size_t at = 0;
    while (at < text_.size()) {
      if (static_cast<unsigned char>(text_[at]) < 0x80) {
        at = copy_ascii(at);
        continue;
      }
      const CodePoint c = code_point_at(text_, at);
      const detail::FoldPage& page = page_of(c.value);
      const detail::FoldEntry& entry = page.entry(c.value);
      if (entry.joins_previous) {
        at = settle_joined(at);
        continue;
      }
      if (entry.size_bytes > 0) put(page.text(entry), at);
      at += c.size_bytes;
    }
    map_.at(out_.size(), text_.size());
  }

 private:
  const detail::FoldPage& page_of(char32_t value) {
    if (page_ == nullptr || value >> 8 != page_number_) {
      page_ = &detail::fold_page(value);
      page_number_ = value >> 8;
    }
    return *page_;
  }

  std::size_t copy_ascii(std::size_t at) {
    map_.at(out_.size(), at);
    std::size_t end = at;
    while (end < text_.size() && static_cast<unsigned char>(text_[end]) < 0x80) ++end;
    const std::size_t out_begin = out_.size();
    out_.append(text_, at, end - at);
    for (std::size_t k = out_begin; k < out_.size(); ++k) {
      const auto letter = static_cast<unsigned char>(out_[k] - 'A');
      if (letter < 26) out_[k] = static_cast<char>(out_[k] + ('a' - 'A'));
    }
    return end;
  }

  // Every code point of `folded` came from the character at `original`.
  void put(std::string_view folded, std::size_t original) {
    if constexpr (std::is_same_v<Map, NoMap>) {
      out_ += folded;
      return;
    }
    map_.at(out_.size(), original);
    const std::size_t first = code_point_at(folded, 0).size_bytes;
    out_.append(folded.substr(0, first));
    for (std::size_t k = first; k < folded.size();) {
      map_.at(out_.size(), original);
      const std::size_t size = code_point_at(folded, k).size_bytes;
      out_.append(folded.substr(k, size));
      k += size;
    }
  }

  // Folds the characters from `at` on that may compose with the last folded letter, together with
  // it, and returns where they end.
  std::size_t settle_joined(std::size_t at) {
    std::size_t letter_begin = out_.size();
    while (letter_begin > 0) {
      const CodePoint c = code_point_before(out_, letter_begin);
      letter_begin -= c.size_bytes;
      if (out_.size() - letter_begin > kMaxJoined || detail::composition_starts_at(c.value)) break;
    }
    std::string joined = out_.substr(letter_begin);
    std::size_t end = at;
    for (std::size_t count = 0; end < text_.size() && count < kMaxJoined; ++count) {
      const CodePoint c = code_point_at(text_, end);
      const detail::FoldPage& page = page_of(c.value);
      const detail::FoldEntry& entry = page.entry(c.value);
      if (entry.size_bytes > 0 && !entry.joins_previous) break;
      joined += page.text(entry);
      end += c.size_bytes;
    }
    if (detail::is_composed(joined)) {
      for (std::size_t k = at; k < end;) {
        const CodePoint c = code_point_at(text_, k);
        const detail::FoldPage& page = page_of(c.value);
        const std::string_view folded = page.text(page.entry(c.value));
        if (!folded.empty()) put(folded, k);
        k += c.size_bytes;
      }
    } else {
      map_.forget_after(letter_begin);
      const std::size_t original = letter_begin < out_.size() ? map_.original(letter_begin) : at;
      out_.resize(letter_begin);
      put(detail::composed(joined), original);
    }
    return end;
  }

  std::string_view text_;
  std::string& out_;
  Map& map_;
  const detail::FoldPage* page_ = nullptr;
  char32_t page_number_ = 0;
};

std::string without_white_space(std::string_view text) {
  std::string solid;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_white_space(c.value)) solid += text.substr(at, c.size_bytes);
    at += c.size_bytes;
  }
  return solid;
}

}  // namespace

FoldedText fold(std::string_view text) {
  FoldedText result;
  Anchors anchors;
  Folder<Anchors>(text, result.text, anchors).run();
  result.to_original = anchors.map();
  return result;
}

std::string fold_key(std::string_view text) {
  std::string result;
  NoMap none;
  Folder<NoMap>(text, result, none).run();
  return result;
}

std::string fold_letters(std::string_view text) {
  const detail::CharacterTraitsTable& traits = detail::CharacterTraitsTable::get();
  const std::string folded = fold_key(text);
  std::string letters;
  letters.reserve(folded.size());
  std::string_view sign;
  bool after_digit = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = code_point_at(folded, at);
    const std::string_view bytes = std::string_view(folded).substr(at, c.size_bytes);
    at += c.size_bytes;
    if (is_white_space(c.value)) {
      sign = {};
      after_digit = false;
      continue;
    }
    const std::uint32_t category = traits[c.value].category_mask();
    const bool is_digit = (category & U_GC_ND_MASK) != 0;
    if ((category & (U_GC_L_MASK | U_GC_ND_MASK | U_GC_M_MASK)) != 0) {
      if (is_digit) letters += sign;
      letters += bytes;
      sign = {};
      after_digit = is_digit;
    } else {
      sign = after_digit ? bytes : std::string_view{};
      after_digit = false;
    }
  }
  return letters.empty() ? without_white_space(folded) : letters;
}

std::size_t folded_length(std::string_view text) { return length_of_folded(fold_key(text)); }

std::size_t length_of_folded(std::string_view folded) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = code_point_at(folded, at);
    at += c.size_bytes;
    length += !is_white_space(c.value);
  }
  return length;
}

}  // namespace muqabala
