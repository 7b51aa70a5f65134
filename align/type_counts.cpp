#include "align/type_counts.h"

#include <algorithm>

namespace muqabala {

TypeCounts TypeCounts::of_segments(const TextSide& side) {
  TypeCounts counts;
  counts.counts_.reserve(side.uses.size());
  for (std::size_t i = 0; i < side.size(); ++i) counts.add_group(side, i, i + 1);
  return counts;
}

void TypeCounts::add_group(const TextSide& side, std::size_t begin, std::size_t end) {
  const std::size_t first = counts_.size();
  for (std::size_t use = side.first_use[begin]; use < side.first_use[end]; ++use)
    counts_.push_back({side.uses[use].type, 1});
  totals_.push_back(static_cast<float>(counts_.size() - first));
  const auto group = counts_.begin() + static_cast<std::ptrdiff_t>(first);
  std::sort(group, counts_.end(),
            [](const TypeCount& a, const TypeCount& b) { return a.type < b.type; });
  auto last = group;
  for (auto at = group; at != counts_.end(); ++at) {
    if (at == group) continue;
    if (at->type == last->type)
      last->count += at->count;
    else
      *++last = *at;
  }
  if (group != counts_.end()) counts_.erase(last + 1, counts_.end());
  first_.push_back(counts_.size());
}

Postings::Postings(const TypeCounts& groups, std::size_t types)
    : postings_(groups.all().size()), first_(types + 1, 0) {
  for (const TypeCount& c : groups.all()) ++first_[c.type + 1];
  for (std::size_t t = 0; t < types; ++t) first_[t + 1] += first_[t];
  std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
  for (std::size_t group = 0; group < groups.size(); ++group)
    for (const TypeCount& c : groups.of(group))
      postings_[next[c.type]++] = {static_cast<std::uint32_t>(group), c.count};
}

}  // namespace muqabala
