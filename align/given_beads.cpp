#include "align/given_beads.h"

#include <vector>

#include "align/lexicon/link_words.h"
#include "align/model1.h"
#include "align/self_training.h"
#include "align/text_side.h"
#include "align/word_links.h"

namespace muqabala {

void find_word_links(SentenceAlignment& alignment, const SegmentedDocument& source,
                     const SegmentedDocument& target, const Lexicon& lexicon) {
  alignment.links.clear();
  if (source.size() == 0 || target.size() == 0) return;
  const TextSide from = index_words(source);
  const TextSide to = index_words(target);
  const PriorLinks prior = link_words(from, to, lexicon);
  std::vector<SegmentPair> pairs;
  for (const Bead& bead : alignment.beads) {
    // Who made the beads vouches for them; only sizes that teach nothing are left out.
    constexpr double kVouchedFor = -1;
    if (is_trusted(bead.source.size(), bead.target.size(), kVouchedFor))
      pairs.push_back({.source = bead.source, .target = bead.target});
  }
  const TranslationTable table = train_model1(from, to, pairs, prior, {});
  for (const Bead& bead : alignment.beads)
    if (!bead.is_null())
      append_word_links(from, to, bead.source, bead.target, table, prior, alignment.links);
}

}  // namespace muqabala
