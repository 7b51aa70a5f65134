#pragma once

#include <string>
#include <utility>
#include <vector>

#include "corpus/collection/result.h"

namespace muqabala::testing {

/// Texts of the two sides of a pair; an empty one makes a null bead.
struct PairTexts {
  std::string source;
  std::string target;
  double probability = 0.9;
};

/// A result whose beads are `pairs`, each side of one segment.
inline DocumentResult result_of(std::size_t number, std::string id,
                                const std::vector<PairTexts>& pairs,
                                std::string source_language = "ar",
                                std::string target_language = "en") {
  DocumentResult result;
  result.number = number;
  result.id = std::move(id);
  result.source_language = std::move(source_language);
  result.target_language = std::move(target_language);
  result.source_path = result.id + ".source.txt";
  result.target_path = result.id + ".target.txt";
  DocumentCounts& counts = result.counts;
  counts.source_share = counts.target_share = 1;
  std::size_t source_bytes = 0;
  std::size_t target_bytes = 0;
  for (const PairTexts& texts : pairs) {
    CollectedBead bead;
    bead.probability = texts.probability;
    const auto fill = [](CollectedSide& side, const std::string& text, std::size_t& segments,
                         std::size_t& words, std::size_t& bytes) {
      if (text.empty()) return;
      side = {.first_segment = segments++,
              .segments = 1,
              .bytes = {bytes, bytes + text.size()},
              .text = text};
      bytes += text.size() + 1;
      ++words;
      for (const char c : text) words += c == ' ';
    };
    fill(bead.source, texts.source, counts.source_segments, counts.source_words, source_bytes);
    fill(bead.target, texts.target, counts.target_segments, counts.target_words, target_bytes);
    counts.omitted_segments += texts.target.empty();
    counts.added_segments += texts.source.empty();
    bead.kind = std::to_string(bead.source.segments) + '-' + std::to_string(bead.target.segments);
    result.beads.push_back(std::move(bead));
  }
  return result;
}

}  // namespace muqabala::testing
