// Which documents may belong together: cross-language retrieval by an inverted index.
//
// The idea is that of Chen and Nie (2000), "Parallel Web text mining for cross-language IR", and of
// Ture, Elsayed and Lin (2011), "No free lunch: brute force vs. locality-sensitive hashing for
// cross-lingual pairwise similarity": translate the words of a document, weigh them by their
// inverse document frequency, and look in an index which documents hold the translations.
//
// A word w of the query that is linked to words of the document counts once, by the best of them:
//   gain(w, d) = max over v in d of  sqrt(p(v|w) p(w|v))^(1/2) * min(idf(w), idf(v))
// and the documents are ranked by the sum of gains over sqrt(idf(query) * idf(document)), a cosine.
// Both sides ask for the documents of the other, since a short document may be nobody's first
// choice.
//
// Words that stand in very many documents are not followed, so a query costs
// O(words x links x kCommonShare of the documents), in practice far less.

#include "corpus/collection/pairing/candidates.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "align/starting_models.h"
#include "corpus/in_parallel.h"

namespace muqabala {
namespace {

/// A word in more than this share of the documents tells nothing ...
constexpr double kCommonShare = 0.125;
/// ... if there are so many documents.
constexpr double kLeastCommon = 64;
/// Half a link is left for what dictionaries do not know, as in `prior_table`.
constexpr double kUnknownWeight = 0.5;
/// No translation is longer or shorter than usual by this factor: edited and abridged texts of the
/// development sets stay within 2.
constexpr double kMostLengthRatio = 4;

/// A link from a word of the query to one of the documents looked for.
struct Translation {
  std::uint32_t word = 0;
  float trust = 0;
};

/// Per type of one side its translations.
using Translations = std::vector<std::vector<Translation>>;

struct BothTranslations {
  Translations of_source;
  Translations of_target;
};

BothTranslations translations(const std::vector<TypeLink>& links, std::size_t sources,
                              std::size_t targets) {
  std::vector<double> source_total(sources, kUnknownWeight);
  std::vector<double> target_total(targets, kUnknownWeight);
  for (const TypeLink& link : links) {
    source_total[link.source] += double{link.weight};
    target_total[link.target] += double{link.weight};
  }
  BothTranslations both{.of_source = Translations(sources), .of_target = Translations(targets)};
  for (const TypeLink& link : links) {
    const double weight = link.weight;
    const auto trust = static_cast<float>(
        std::pow(weight / source_total[link.source] * weight / target_total[link.target], 0.25));
    both.of_source[link.source].push_back({link.target, trust});
    both.of_target[link.target].push_back({link.source, trust});
  }
  return both;
}

/// Per type: the log of how many documents there are for each that holds it.
std::vector<float> inverse_frequencies(const CollectionWords& words) {
  std::vector<float> idf(words.side().types.size());
  const auto documents = static_cast<double>(words.documents());
  for (std::uint32_t type = 0; type < idf.size(); ++type) {
    const auto with = static_cast<double>(words.documents_with(type).size());
    idf[type] = static_cast<float>(std::log((documents + 1) / (with + 0.5)));
  }
  return idf;
}

/// Per document the sum over its types.
std::vector<double> weights(const CollectionWords& words, const std::vector<float>& idf) {
  std::vector<double> sums(words.documents());
  for (std::size_t d = 0; d < sums.size(); ++d)
    for (const std::uint32_t type : words.types_of(d)) sums[d] += double{idf[type]};
  return sums;
}

/// One side as it is asked, or asks.
struct WeighedSide {
  explicit WeighedSide(const CollectionWords& all)
      : words(all), idf(inverse_frequencies(all)), weight(weights(all, idf)) {}

  const CollectionWords& words;
  std::vector<float> idf;
  std::vector<double> weight;
};

struct Ranked {
  std::uint32_t document = 0;
  double likeness = 0;
};

/// Finds for documents of `asking` those of `asked`.
class Search {
 public:
  Search(const WeighedSide& asking, const WeighedSide& asked, const Translations& translate,
         std::size_t most)
      : asking_(asking),
        asked_(asked),
        translate_(translate),
        most_(most),
        usual_ratio_(
            std::exp(usual_log_ratio(asking.words.side().language, asked.words.side().language))),
        common_(
            std::max(kLeastCommon, kCommonShare * static_cast<double>(asked.words.documents()))) {}

  std::vector<Ranked> operator()(std::size_t query) const {
    std::vector<float> sum(asked_.words.documents(), 0);
    std::vector<float> best(asked_.words.documents(), 0);  // of the word at hand
    std::vector<std::uint32_t> touched;
    for (const std::uint32_t word : asking_.words.types_of(query)) {
      touched.clear();
      for (const Translation& translation : translate_[word]) {
        const auto documents = asked_.words.documents_with(translation.word);
        if (static_cast<double>(documents.size()) > common_) continue;
        const float gain =
            translation.trust * std::min(asking_.idf[word], asked_.idf[translation.word]);
        for (const std::uint32_t d : documents) {
          if (best[d] == 0) touched.push_back(d);
          best[d] = std::max(best[d], gain);
        }
      }
      for (const std::uint32_t d : touched) sum[d] += std::exchange(best[d], 0.0F);
    }
    return top_of(query, sum);
  }

 private:
  std::vector<Ranked> top_of(std::size_t query, const std::vector<float>& sum) const {
    std::vector<Ranked> ranked;
    for (std::uint32_t d = 0; d < sum.size(); ++d) {
      if (sum[d] <= 0 || !plausible_lengths(query, d)) continue;
      ranked.push_back({d, double{sum[d]} / std::sqrt(asking_.weight[query] * asked_.weight[d])});
    }
    const auto top = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(most_, ranked.size()));
    std::partial_sort(ranked.begin(), top, ranked.end(), [](const Ranked& a, const Ranked& b) {
      return a.likeness != b.likeness ? a.likeness > b.likeness : a.document < b.document;
    });
    return {ranked.begin(), top};  // a copy, for it is kept
  }

  bool plausible_lengths(std::size_t query, std::size_t document) const {
    const double expected = asking_.words.length_graphemes(query) * usual_ratio_;
    const double found = asked_.words.length_graphemes(document);
    return found <= kMostLengthRatio * expected && expected <= kMostLengthRatio * found;
  }

  const WeighedSide& asking_;
  const WeighedSide& asked_;
  const Translations& translate_;
  std::size_t most_;
  double usual_ratio_;
  double common_;
};

std::vector<std::vector<Ranked>> search_all(const Search& search, std::size_t queries,
                                            std::size_t threads) {
  std::vector<std::vector<Ranked>> found(queries);
  in_parallel(queries, threads, [&](std::size_t query) { found[query] = search(query); });
  return found;
}

}  // namespace

std::vector<Candidate> find_candidates(const CollectionWords& source, const CollectionWords& target,
                                       const std::vector<TypeLink>& links, std::size_t most,
                                       std::size_t threads) {
  const BothTranslations both =
      translations(links, source.side().types.size(), target.side().types.size());
  const WeighedSide sources(source);
  const WeighedSide targets(target);
  const auto of_sources =
      search_all(Search(sources, targets, both.of_source, most), source.documents(), threads);
  const auto of_targets =
      search_all(Search(targets, sources, both.of_target, most), target.documents(), threads);

  std::vector<Candidate> candidates;
  for (std::uint32_t s = 0; s < of_sources.size(); ++s)
    for (const Ranked& found : of_sources[s])
      candidates.push_back({s, found.document, found.likeness});
  for (std::uint32_t t = 0; t < of_targets.size(); ++t)
    for (const Ranked& found : of_targets[t])
      candidates.push_back({found.document, t, found.likeness});
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    if (a.source != b.source) return a.source < b.source;
    if (a.target != b.target) return a.target < b.target;
    return a.likeness > b.likeness;
  });
  candidates.erase(std::unique(candidates.begin(), candidates.end(),
                               [](const Candidate& a, const Candidate& b) {
                                 return a.source == b.source && a.target == b.target;
                               }),
                   candidates.end());
  return candidates;
}

}  // namespace muqabala
