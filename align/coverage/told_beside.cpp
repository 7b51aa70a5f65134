#include "align/coverage/told_beside.h"

#include <algorithm>

#include "align/lexicon/link_words.h"
#include "align/word_links.h"

namespace muqabala {

ToldBeside::ToldBeside(const PairView& pair, const TextSide& source)
    : source_(source),
      target_(index_words(pair.target)),
      prior_(link_words(source, target_, pair.lexicon)),
      table_(prior_table(source, target_, prior_)) {
  for (const WordLink& link : pair.alignment.links) taken_.push_back(link.target_word.begin);
  std::sort(taken_.begin(), taken_.end());
}

std::vector<WordLink> ToldBeside::links(SourceRange source, TargetIndex target) const {
  std::vector<WordLink> links;
  append_word_links(source_, target_, source, {target, target + 1}, table_, prior_, links);
  std::erase_if(links, [&](const WordLink& link) {
    return std::binary_search(taken_.begin(), taken_.end(), link.target_word.begin);
  });
  return links;
}

}  // namespace muqabala
