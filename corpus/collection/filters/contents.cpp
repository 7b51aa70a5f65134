// What the two sides are made of.

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/collection/filters/judges.h"
#include "segment/base/split.h"
#include "segment/text/language.h"
#include "segment/text/utf8_text.h"

namespace muqabala::judges {
namespace {

bool has_few_letters(FilteredSide& side, double least_share) {
  const CharacterCounts& counts = side.characters();
  const std::size_t all = counts.letters + counts.others;
  return static_cast<double>(counts.letters) < least_share * static_cast<double>(all);
}

bool is_of_other_script(FilteredSide& side, double least_share) {
  const CharacterCounts& counts = side.characters();
  return static_cast<double>(counts.own_letters) <
         least_share * static_cast<double>(counts.letters);
}

bool is_in_other_language(FilteredSide& side) {
  const std::string& expected = side.tools().language();
  // Characters that CLD2 does not get to see are counted, too: never fewer than it sees.
  if (expected.empty() || side.characters().letters < kMinReliableLetters) return false;
  const LanguageGuess guess = detect_language(side.text());
  return guess.reliable && !same_language(guess.language, expected);
}

/// `<`, the name of an element or `/` or `!`, and `>` not too far behind.
bool has_tag(std::string_view text) {
  constexpr std::size_t kLongestTag = 400;  // a link with its attributes
  for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at + 1)) {
    if (at + 1 == text.size()) return false;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if (next != '/' && next != '!' && !std::isalpha(next)) continue;
    const std::size_t end = text.substr(at, kLongestTag).find_first_of("<>", 1);
    if (end != std::string_view::npos && text[at + end] == '>') return true;
  }
  return false;
}

FurnitureLook look_of(const FilteredSide& side) {
  // As long as a line of furniture is at most; most lines are text and need no closer look.
  constexpr std::ptrdiff_t kMostSpaces = 12;
  if (std::count(side.text().begin(), side.text().end(), ' ') > kMostSpaces) return {};
  return side.tools().furniture_look(side.text());
}

/// Whether a byte stands between words.
constexpr std::array<bool, 256> kIsMark = [] {
  std::array<bool, 256> is_mark{};
  for (const char c : std::string_view(" \t\n\"'.,:;!?()[]{}<>-_/\\|*#%&+=~`^@$0123456789"))
    is_mark[static_cast<unsigned char>(c)] = true;
  return is_mark;
}();

/// The words of a folded text with a letter in them, without the marks around them.
std::vector<std::string_view> words_of(std::string_view folded) {
  return runs_of(folded, [](char c) { return !kIsMark[static_cast<unsigned char>(c)]; });
}

/// Sentence ends as in `.?!…`, with those of other scripts.
bool ends_sentence(char32_t c) {
  constexpr std::u32string_view kEnds = U".?!…؟۔。？！।";
  return kEnds.find(c) != std::u32string_view::npos;
}

std::size_t count_ends(std::string_view text) {
  std::size_t ends = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size_bytes;
    ends += ends_sentence(c.value);
  }
  return ends;
}

}  // namespace

bool letters(FilteredPair& pair, Thresholds least_share) {
  return has_few_letters(pair.source, least_share[0]) ||
         has_few_letters(pair.target, least_share[0]);
}

bool script(FilteredPair& pair, Thresholds least_share) {
  return is_of_other_script(pair.source, least_share[0]) ||
         is_of_other_script(pair.target, least_share[0]);
}

bool language(FilteredPair& pair, Thresholds) {
  return is_in_other_language(pair.source) || is_in_other_language(pair.target);
}

bool html_tag(FilteredPair& pair, Thresholds) {
  return has_tag(pair.source.text()) || has_tag(pair.target.text());
}

bool furniture(FilteredPair& pair, Thresholds) {
  const FurnitureLook source = look_of(pair.source);
  if (source.kind.empty() && !source.is_label) return false;
  const FurnitureLook target = look_of(pair.target);
  // The lists of the two languages are not equally long: a label beside furniture is some, too.
  return (!source.kind.empty() && (!target.kind.empty() || target.is_label)) ||
         (!target.kind.empty() && source.is_label);
}

bool untranslated(FilteredPair& pair, Thresholds share) {
  const std::vector<std::string_view> words = words_of(pair.target.folded());
  if (words.empty()) return false;
  std::vector<std::string_view> original = words_of(pair.source.folded());
  std::sort(original.begin(), original.end());
  const auto same = std::count_if(words.begin(), words.end(), [&](std::string_view word) {
    return std::binary_search(original.begin(), original.end(), word);
  });
  return static_cast<double>(same) >= share[0] * static_cast<double>(words.size());
}

/// Vázquez, Sulubacak and Tiedemann (2019), "The University of Helsinki submission to the WMT19
/// parallel corpus filtering task": -log(1 + |s - t| + max(s-1, 0) + max(t-1, 0)) of the numbers of
/// sentence ends on the two sides.
bool terminal_punctuation(FilteredPair& pair, Thresholds least_score) {
  const auto source = static_cast<double>(count_ends(pair.source.text()));
  const auto target = static_cast<double>(count_ends(pair.target.text()));
  const double penalty =
      std::abs(source - target) + std::max(source - 1, 0.0) + std::max(target - 1, 0.0);
  return -std::log1p(penalty) < least_score[0];
}

}  // namespace muqabala::judges
