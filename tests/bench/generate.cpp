// Writes an original, its made-up translation and the gold alignment, a segment a line:
//
//   muqabala_generate SEGMENTS PREFIX [translation | unrelated | pieces]
//
// gives PREFIX.ar, PREFIX.en and PREFIX.gold. Half of the vocabulary are words that the program's
// own lexicon knows (with the dictionaries that are installed), so its links are used as they are
// on real text. `unrelated` has a translation of something else, `pieces` one in which every
// sentence is cut into up to twenty segments.

#include <algorithm>
#include <iostream>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "corpus/gather_lexicon.h"
#include "corpus/output_file.h"
#include "tests/support/generated_text.h"

namespace {

using muqabala::testing::DictionaryEntry;
using muqabala::testing::GeneratedBead;
using muqabala::testing::GeneratedPair;
using muqabala::testing::GeneratedPairOptions;

constexpr std::uint64_t kSeed = 20'240'501;
constexpr std::size_t kVocabulary = 50'000;

bool is_plain(std::string_view word) {
  return !word.empty() && word.find_first_of(" \t.,;:()-'") == std::string_view::npos;
}

/// In running text most words begin small; to the program a capital means a name.
std::string lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

/// Words of the lexicon with one rendering each, no word twice, in an order drawn from the seed.
std::vector<DictionaryEntry> known_words() {
  const muqabala::Lexicon lexicon = muqabala::gather_lexicon("ar", "en", {});
  std::vector<DictionaryEntry> words;
  std::unordered_set<std::string_view> seen;
  for (const muqabala::LexiconEntry& entry : lexicon.entries()) {
    const muqabala::EntryText text = lexicon.text_of(entry);
    if (!is_plain(text.source) || !is_plain(text.target)) continue;
    if (seen.contains(text.source) || seen.contains(text.target)) continue;
    seen.insert({text.source, text.target});
    words.push_back({.source = std::string(text.source), .target = lower_case(text.target)});
  }
  muqabala::testing::SplitMix64 random(kSeed);
  for (std::size_t k = words.size(); k > 1; --k) std::swap(words[k - 1], words[random.below(k)]);
  return words;
}

std::string numbers(const std::vector<std::size_t>& segments) {
  std::string list = "[";
  for (const std::size_t segment : segments)
    list += (list.size() > 1 ? "," : "") + std::to_string(segment);
  return list + "]";
}

void write(const std::string& path, std::string_view text) {
  muqabala::write_output(path, [&](std::ostream& out) { out << text; });
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const std::string kind = arguments.size() == 3 ? arguments[2] : "translation";
  if (arguments.size() < 2 || (kind != "translation" && kind != "unrelated" && kind != "pieces")) {
    std::cerr << "usage: muqabala_generate SEGMENTS PREFIX [translation | unrelated | pieces]\n";
    return 2;
  }
  GeneratedPairOptions options{.words = known_words(),
                               .segments = std::stoul(arguments[0]),
                               .vocabulary = kVocabulary,
                               .seed = kSeed};
  if (kind == "pieces") {
    options.cut = 1;
    options.pieces = 20;
    options.joined = 0;
  }
  GeneratedPair pair = muqabala::testing::generate_pair(options);
  if (kind == "unrelated") {
    options.seed += 1;
    pair.target = muqabala::testing::generate_pair(options).target;
    pair.gold.clear();
  }
  std::string gold;
  for (const GeneratedBead& bead : pair.gold)
    gold += numbers(bead.source) + ":" + numbers(bead.target) + "\n";
  write(arguments[1] + ".ar", pair.source);
  write(arguments[1] + ".en", pair.target);
  write(arguments[1] + ".gold", gold);
}
