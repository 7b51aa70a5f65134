// Writes a collection of made-up articles and its manifest:
//
//   muqabala_generate_collection ARTICLES FOLDER [SEGMENTS]
//
// gives FOLDER/manifest.tsv and, for each article, FOLDER/NNN/article-NNNNNN.ar.txt and .en.txt of
// about SEGMENTS (25) sentences. The articles are slices of one long made-up translation, so they
// share their words, as those of one newspaper do; half of the vocabulary are words that the
// program's own lexicon knows. The same arguments give the same bytes.

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/known_words.h"
#include "tests/support/generated_text.h"

namespace {

using muqabala::testing::GeneratedBead;
using muqabala::testing::GeneratedPair;
using muqabala::testing::SplitMix64;

constexpr std::uint64_t kSeed = 20'240'502;
constexpr std::size_t kVocabulary = 50'000;
constexpr std::size_t kArticlesPerFolder = 1000;
constexpr std::size_t kSentencesPerParagraph = 3;

/// Takes the sentences of one side, which come a line each, and puts them into articles.
class Side {
 public:
  explicit Side(std::string_view text) : rest_(text) {}

  /// The next `count` sentences, in paragraphs.
  std::string take(std::size_t count) {
    std::string article;
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t end = rest_.find('\n');
      std::string sentence(rest_.substr(0, end));
      rest_.remove_prefix(end + 1);
      if (sentence[0] >= 'a' && sentence[0] <= 'z')
        sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
      article += sentence;
      const bool ends = k + 1 == count;
      article += ends ? "\n" : (k + 1) % kSentencesPerParagraph == 0 ? "\n\n" : " ";
    }
    return article;
  }

 private:
  std::string_view rest_;
};

void write(const std::filesystem::path& path, std::string_view text) {
  // Not write_output: flushing each of so many files to disk is not what is to be measured.
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2 || arguments.size() > 3) {
    std::cerr << "usage: muqabala_generate_collection ARTICLES FOLDER [SEGMENTS]\n";
    return 2;
  }
  const std::size_t articles = std::stoul(arguments[0]);
  const std::filesystem::path folder = arguments[1];
  const std::size_t segments = arguments.size() == 3 ? std::stoul(arguments[2]) : 25;

  SplitMix64 random(kSeed);
  std::vector<std::size_t> ends;  // of each article, in segments of the original
  std::size_t total = 0;
  for (std::size_t k = 0; k < articles; ++k)
    ends.push_back(total += segments / 2 + 1 + random.below(segments));
  const GeneratedPair pair =
      muqabala::testing::generate_pair({.words = muqabala::bench::known_words(kSeed),
                                        .segments = total,
                                        .vocabulary = kVocabulary,
                                        .seed = kSeed});
  Side source(pair.source);
  Side target(pair.target);
  std::string manifest = "source\ttarget\tid\n";
  auto bead = pair.gold.begin();
  std::size_t begun = 0;
  for (std::size_t k = 0; k < articles; ++k) {
    std::size_t sources = 0;
    std::size_t targets = 0;
    for (; bead != pair.gold.end() && begun + sources < ends[k]; ++bead) {
      sources += bead->source.size();
      targets += bead->target.size();
    }
    begun += sources;
    const std::filesystem::path shelf = folder / fmt::format("{:03}", k / kArticlesPerFolder);
    std::filesystem::create_directories(shelf);
    const std::string name = fmt::format("article-{:06}", k);
    write(shelf / (name + ".ar.txt"), source.take(sources));
    write(shelf / (name + ".en.txt"), target.take(targets));
    manifest += fmt::format("{0}/{1}.ar.txt\t{0}/{1}.en.txt\t{1}\n", shelf.string(), name);
  }
  write(folder / "manifest.tsv", manifest);
  std::cerr << total << " segments\n";
}
