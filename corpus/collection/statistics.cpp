#include "corpus/collection/statistics.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "segment/base/error.h"

namespace muqabala {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

template <class Map>
std::size_t sum(const Map& counts) {
  std::size_t total = 0;
  for (const auto& [name, count] : counts) total += count;
  return total;
}

void add_side(SideStatistics& side, std::size_t segments, std::size_t words, std::size_t unmatched,
              double share) {
  side.segments += segments;
  side.words += words;
  side.unmatched_segments += unmatched;
  side.covered_words += share * static_cast<double>(words);
  side.coverage.add(share);
}

Json json_of(const SideStatistics& side, const char* unmatched) {
  return {{"segments", side.segments},
          {"words", side.words},
          {unmatched, side.unmatched_segments},
          {std::string(unmatched) + "_per_thousand", side.unmatched_per_thousand()},
          {"covered_words", side.covered_words},
          {"share", side.share()},
          {"documents_by_share", side.coverage.counts}};
}

SideStatistics side_of(const Json& json, const char* unmatched) {
  SideStatistics side;
  side.segments = json.at("segments").get<std::size_t>();
  side.words = json.at("words").get<std::size_t>();
  side.unmatched_segments = json.at(unmatched).get<std::size_t>();
  side.covered_words = json.at("covered_words").get<double>();
  json.at("documents_by_share").get_to(side.coverage.counts);
  return side;
}

}  // namespace

void Distribution::add(double value) {
  const double place = std::clamp(value, 0.0, 1.0) * kBins;
  ++counts[std::min(static_cast<std::size_t>(place), kBins - 1)];
}

double SideStatistics::share() const {
  return words == 0 ? 1 : covered_words / static_cast<double>(words);
}

double SideStatistics::unmatched_per_thousand() const {
  return segments == 0
             ? 0
             : 1000 * static_cast<double>(unmatched_segments) / static_cast<double>(segments);
}

void CollectionStatistics::add(const DocumentResult& result) {
  ++documents;
  if (result.failure) {
    ++failures[result.failure->code];
    return;
  }
  ++languages[result.source_language + '-' + result.target_language];
  const DocumentCounts& counts = result.counts;
  add_side(source, counts.source_segments, counts.source_words, counts.omitted_segments,
           counts.source_share);
  add_side(target, counts.target_segments, counts.target_words, counts.added_segments,
           counts.target_share);
  for (const CollectedBead& bead : result.beads) {
    ++beads[bead.kind];
    if (!bead.is_pair()) continue;
    ++pairs;
    probability.add(bead.probability);
    if (!bead.rejected_by.empty()) ++rejected[bead.rejected_by];
  }
}

std::size_t CollectionStatistics::failed() const { return sum(failures); }

std::size_t CollectionStatistics::kept() const { return pairs - sum(rejected); }

std::string to_json(const CollectionStatistics& statistics) {
  const Json json = {{"version", kVersion},
                     {"documents",
                      {{"all", statistics.documents},
                       {"aligned", statistics.documents - statistics.failed()},
                       {"failed", statistics.failed()},
                       {"failed_by_code", statistics.failures},
                       {"aligned_by_languages", statistics.languages}}},
                     {"source", json_of(statistics.source, "omitted")},
                     {"target", json_of(statistics.target, "added")},
                     {"beads", statistics.beads},
                     {"pairs",
                      {{"all", statistics.pairs},
                       {"kept", statistics.kept()},
                       {"rejected", statistics.pairs - statistics.kept()},
                       {"rejected_by_filter", statistics.rejected},
                       {"by_probability", statistics.probability.counts}}},
                     {"duplicate_index_bytes", statistics.duplicate_index_bytes}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

CollectionStatistics statistics_of_json(std::string_view text, const Place& where) {
  try {
    const Json json = Json::parse(text);
    if (json.at("version") != kVersion)
      throw errors::malformed_statistics(where, "another version of the program wrote them");
    CollectionStatistics statistics;
    const Json& documents = json.at("documents");
    statistics.documents = documents.at("all").get<std::size_t>();
    documents.at("failed_by_code").get_to(statistics.failures);
    documents.at("aligned_by_languages").get_to(statistics.languages);
    statistics.source = side_of(json.at("source"), "omitted");
    statistics.target = side_of(json.at("target"), "added");
    json.at("beads").get_to(statistics.beads);
    const Json& pairs = json.at("pairs");
    statistics.pairs = pairs.at("all").get<std::size_t>();
    pairs.at("rejected_by_filter").get_to(statistics.rejected);
    pairs.at("by_probability").get_to(statistics.probability.counts);
    statistics.duplicate_index_bytes = json.at("duplicate_index_bytes").get<std::size_t>();
    if (statistics.failed() > statistics.documents || sum(statistics.rejected) > statistics.pairs)
      throw errors::malformed_statistics(where, "the numbers contradict each other");
    return statistics;
  } catch (const Json::exception& fault) {
    throw errors::malformed_statistics(where, fault.what());
  }
}

}  // namespace muqabala
