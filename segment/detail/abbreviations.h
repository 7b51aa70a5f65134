#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muqabala::detail {

/// The headings of the files in `segment/lists`, which say what each list is for.
enum class WordList : std::uint8_t {
  kTitle,
  kTitleEverywhere,
  kNever,
  kNumber,
  kMonth,
  kDay,
  kMayEnd,
  kListEnd,
  kHour,
  kZone,
  kStarter,
  kConjunction,
  kBrand,
  kSpeech,
  kSpeechEnding,
  kEra,
  kNaming,
  kHeading,
  kCount
};

/// A set of lists.
using ListMask = std::uint32_t;

constexpr ListMask mask_of(WordList list) { return ListMask{1} << static_cast<unsigned>(list); }

/// The lists on which `word` stands in exactly this spelling. O(length of the word).
ListMask lists_of(std::string_view word);

/// The words of a list in the order of the files, in their spelling there. For exports.
std::vector<std::string> words_on(WordList list);

/// One heading of a list file and the words below it, for tests and documentation.
std::string_view heading_of(WordList list);

}  // namespace muqabala::detail
