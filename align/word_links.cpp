#include "align/word_links.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace muqabala {
namespace {

constexpr float kLeastWeight = 1.0986F;  // log(1 + 2): twice as likely as chance

/// A use of a word and the segment it stands in.
struct Place {
  std::size_t segment;
  const WordUse* use;
};

std::vector<Place> places(const TextSide& side, std::size_t begin, std::size_t end) {
  std::vector<Place> result;
  for (std::size_t i = begin; i < end; ++i)
    for (const WordUse& use : side.uses_of(i)) result.push_back({i, &use});
  return result;
}

LinkOrigin origin_of(const PriorLinks& prior, std::uint32_t source, std::uint32_t target) {
  const auto at = std::lower_bound(prior.links.begin(), prior.links.end(), std::tie(source, target),
                                   [](const TypeLink& link, const auto& key) {
                                     return std::tie(link.source, link.target) < key;
                                   });
  const bool found = at != prior.links.end() && at->source == source && at->target == target;
  return found ? at->origin : LinkOrigin::kLearned;
}

struct Candidate {
  std::size_t source;  ///< number of the place
  std::size_t target;
  float weight;
};

ByteRange range_of(const WordUse& use) {
  return {use.begin_bytes, std::size_t{use.begin_bytes} + use.size_bytes};
}

}  // namespace

void append_word_links(const TextSide& source, const TextSide& target, SourceRange source_range,
                       TargetRange target_range, const TranslationTable& table,
                       const PriorLinks& prior, std::vector<WordLink>& links) {
  using Row = Eigen::SparseMatrix<float, Eigen::RowMajor>::InnerIterator;
  const auto from =
      places(source, source_range.begin_index.value(), source_range.end_index.value());
  const auto to = places(target, target_range.begin_index.value(), target_range.end_index.value());
  std::unordered_multimap<std::uint32_t, std::size_t> by_type;
  for (std::size_t t = 0; t < to.size(); ++t) by_type.emplace(to[t].use->type, t);
  std::vector<Candidate> candidates;
  for (std::size_t s = 0; s < from.size(); ++s) {
    const std::uint32_t x = from[s].use->type;
    for (Row entry(table.target_given_source.ratio, x); entry; ++entry) {
      const auto y = static_cast<std::uint32_t>(entry.col());
      const auto [begin, end] = by_type.equal_range(y);
      if (begin == end) continue;
      const float back = table.source_given_target.ratio.coeff(y, x);
      const float weight = 0.5F * (std::log1p(entry.value()) + std::log1p(back));
      if (weight < kLeastWeight) continue;
      for (auto place = begin; place != end; ++place)
        candidates.push_back({s, place->second, weight});
    }
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(b.weight, a.source, a.target) < std::tie(a.weight, b.source, b.target);
  });
  std::vector<std::uint8_t> source_taken(from.size(), 0);
  std::vector<std::uint8_t> target_taken(to.size(), 0);
  const std::size_t first = links.size();
  for (const Candidate& c : candidates) {
    if (source_taken[c.source] || target_taken[c.target]) continue;
    source_taken[c.source] = target_taken[c.target] = 1;
    const WordUse& s = *from[c.source].use;
    const WordUse& t = *to[c.target].use;
    links.push_back({.source = SourceIndex(from[c.source].segment),
                     .target = TargetIndex(to[c.target].segment),
                     .source_word = range_of(s),
                     .target_word = range_of(t),
                     .origin = origin_of(prior, s.type, t.type),
                     .weight_nats = c.weight});
  }
  std::sort(links.begin() + static_cast<std::ptrdiff_t>(first), links.end(),
            [](const WordLink& a, const WordLink& b) {
              return a.source_word.begin < b.source_word.begin;
            });
}

}  // namespace muqabala
