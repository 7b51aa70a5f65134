#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/text_side.h"

namespace muqabala {

/// How a word of a text sounds, alone and joined with those behind it: in another script one name
/// may be two words (`Pyongyang`, بيونغ يانغ).
struct WordSound {
  std::vector<std::string> skeletons;  ///< see `name_skeleton.h`; without clitics
  std::vector<std::string> joined;     ///< with the next word, and the next two or three
};

/// How the word `use` of a segment sounds; `uses` are the segment's words from it on.
WordSound sound_of(const TextSide& side, std::span<const WordUse> uses);

/// The likeness of two words' sounds in [0,1]: of the likest of their skeletons. A skeleton of
/// three consonants or more with which the other begins is as good as the whole ("Chris").
double sound_similarity(const WordSound& a, const WordSound& b);

}  // namespace muqabala
