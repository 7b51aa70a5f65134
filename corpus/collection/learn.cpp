// One step of EM over a collection: every document is aligned and counted on its own in a worker
// (map), and the counts, whole numbers, are added up (reduce). For a further step the sum is given
// to the next run as a lexicon.

#include "corpus/collection/learn.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/collection/collect.h"
#include "corpus/collection/second_try.h"
#include "segment/base/error.h"
#include "segment/base/hash.h"

namespace muqabala {
namespace {

/// What a worker's answer begins with.
constexpr char kCounts = 'C';
constexpr char kFailure = 'F';

/// A record and the hash that decides whether it is in the sample.
struct Drawn {
  std::uint64_t hash = 0;
  CollectionRecord record;

  bool operator<(const Drawn& other) const {
    return std::pair(hash, record.number) < std::pair(other.hash, other.record.number);
  }
};

/// Gives the records to learn from, then nothing.
using Records = std::function<std::optional<CollectionRecord>()>;

/// All records of the manifest that can be used.
Records usable(const LearnOptions& options) {
  const auto reader = std::make_shared<RecordReader>(options.manifest, options.records);
  return [reader]() -> std::optional<CollectionRecord> {
    while (true) {
      try {
        return reader->next();
      } catch (const Error& error) {
        if (!is_about_a_record(error)) throw;
      }
    }
  };
}

/// The records of the sample, in the order of the manifest.
std::vector<CollectionRecord> draw(const LearnOptions& options) {
  std::vector<Drawn> drawn;  // a heap, the largest hash first
  const Records all = usable(options);
  while (auto record = all()) {
    const std::uint64_t hash = hash_bytes(record->id);
    drawn.push_back({hash, std::move(*record)});
    std::push_heap(drawn.begin(), drawn.end());
    if (drawn.size() <= options.documents) continue;
    std::pop_heap(drawn.begin(), drawn.end());
    drawn.pop_back();
  }
  std::vector<CollectionRecord> records;
  for (Drawn& one : drawn)
    if (options.shard.holds(one.record.id)) records.push_back(std::move(one.record));
  std::sort(records.begin(), records.end(),
            [](const auto& a, const auto& b) { return a.number < b.number; });
  return records;
}

/// The records to learn from and, if that is known, their number.
struct Lessons {
  Records next;
  std::size_t count = 0;
};

Lessons lessons(const LearnOptions& options) {
  if (options.documents == 0)
    return {.next = [all = usable(options), shard = options.shard] {
      auto record = all();
      while (record && !shard.holds(record->id)) record = all();
      return record;
    }};
  const auto drawn = std::make_shared<std::vector<CollectionRecord>>(draw(options));
  return {.next = [drawn, at = std::size_t{0}]() mutable -> std::optional<CollectionRecord> {
            if (at == drawn->size()) return std::nullopt;
            return std::move((*drawn)[at++]);
          },
          .count = drawn->size()};
}

/// The work of a worker: the counts of one document, or why there are none.
std::string count(std::string_view request, Lexicons& lexicons, const PipelineOptions& pipeline) {
  try {
    const CollectionRecord record = record_of_json(request);
    SegmentedPair pair = read_and_segment(record, pipeline);
    const Lexicon& lexicon = lexicons.of(pair);
    const CollatedPair collated = collate(std::move(pair), lexicon, pipeline);
    LinkCounts counts(collated.source.document.language, collated.target.document.language);
    counts.add(collated.source, collated.target, collated.alignment, lexicon);
    return kCounts + counts.to_text();
  } catch (const Error& error) {
    return kFailure + std::string(error.what());
  }
}

struct Languages {
  std::string source;
  std::string target;
  auto operator<=>(const Languages&) const = default;
};

}  // namespace

Learned learn(const LearnOptions& options, Lexicons& lexicons, const PipelineOptions& pipeline,
              const LearnWatch& watch) {
  const Lessons from = lessons(options);
  std::map<Languages, LinkCounts> sums;
  Learned learned;
  std::size_t done = 0;
  const auto next = [&]() -> std::optional<std::string> {
    if (watch.is_stopped && watch.is_stopped()) return std::nullopt;
    const auto record = from.next();
    if (!record) return std::nullopt;
    return to_json(*record);
  };
  const auto take = [&](std::string_view request, const WorkerAnswer& came) {
    if (watch.progress) watch.progress(++done, from.count);
    const std::string_view text = came.answer;
    if (!came.fault.empty() || !text.starts_with(kCounts)) {
      learned.failures.push_back(
          fmt::format("{}: {}", record_of_json(request).id,
                      came.fault.empty() ? text.substr(1) : std::string_view(came.fault)));
      return;
    }
    const std::string_view counts = text.substr(1);
    const LinkLanguages of = languages_of_link_counts(counts).value();
    const Languages languages{std::string(of.source), std::string(of.target)};
    const auto [sum, is_new] =
        sums.try_emplace(languages, LinkCounts(languages.source, languages.target));
    sum->second.add_text(counts, options.manifest);
    ++learned.documents;
  };
  answer_with_second_try(
      options.workers, [&](std::string_view request) { return count(request, lexicons, pipeline); },
      next, take);
  for (auto& [languages, counts] : sums)
    learned.lexicons.push_back({languages.source, languages.target, std::move(counts)});
  return learned;
}

}  // namespace muqabala
