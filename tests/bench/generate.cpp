// Writes an original, its made-up translation and the gold alignment, a segment a line:
//
//   muqabala_generate SEGMENTS PREFIX [translation | unrelated | pieces]
//
// gives PREFIX.ar, PREFIX.en and PREFIX.gold. Half of the vocabulary are words that the program's
// own lexicon knows (with the dictionaries that are installed), so its links are used as they are
// on real text. `unrelated` has a translation of something else, `pieces` one in which every
// sentence is cut into up to twenty segments.

#include <iostream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/output_file.h"
#include "tests/bench/known_words.h"
#include "tests/support/generated_text.h"

namespace {

using muqabala::testing::GeneratedBead;
using muqabala::testing::GeneratedPair;
using muqabala::testing::GeneratedPairOptions;

constexpr std::uint64_t kSeed = 20'240'501;
constexpr std::size_t kVocabulary = 50'000;

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
  GeneratedPairOptions options{.words = muqabala::bench::known_words(kSeed),
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
