#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "corpus/detail/bead_text.h"
#include "corpus/detail/json_line.h"
#include "corpus/write_alignment.h"

namespace muqabala {
namespace {

using Json = nlohmann::ordered_json;

using detail::rounded;

/// The fields that tell a bead's segments of one side.
struct Side {
  Json numbers = Json::array();
  Json texts = Json::array();
  Json offsets = Json::array();
};

template <class Range>
Side side_of(const SegmentedDocument& document, const Range& range) {
  Side side;
  for (const auto index : range) {
    const Segment& segment = document.segments[index.value()];
    const ByteRange on_disk = bytes_on_disk(document.document, segment.range);
    side.numbers.push_back(index.value());
    side.texts.push_back(document.text(index.value()));
    side.offsets.push_back({on_disk.begin, on_disk.end});
  }
  return side;
}

Json links_of(const CollatedPair& pair, const Bead& bead) {
  const auto& links = pair.alignment.links;
  const auto before = [](const WordLink& link, SourceIndex i) { return link.source < i; };
  auto link = std::lower_bound(links.begin(), links.end(), bead.source.begin_index, before);
  Json list = Json::array();
  for (; link != links.end() && link->source < bead.source.end_index; ++link) {
    if (!bead.target.contains(link->target)) continue;
    list.push_back({{"source", slice(pair.source.document.text.view(), link->source_word)},
                    {"target", slice(pair.target.document.text.view(), link->target_word)},
                    {"origin", name(link->origin)},
                    {"weight", rounded(link->weight_nats)}});
  }
  return list;
}

template <class Range>
Json numbers_of(const Range& range) {
  Json list = Json::array();
  for (const auto index : range) list.push_back(index.value());
  return list;
}

/// The segments of the other side that a moved bead belongs with.
Json place_moved_to(const Move& move, const Bead& bead) {
  return bead.is_omission() ? numbers_of(move.target) : numbers_of(move.source);
}

}  // namespace

void write_jsonl(const CollatedPair& pair, std::ostream& out) {
  for (const Bead& bead : pair.alignment.beads) {
    Side source = side_of(pair.source, bead.source);
    Side target = side_of(pair.target, bead.target);
    Json record = {{"source", std::move(source.numbers)},
                   {"target", std::move(target.numbers)},
                   {"kind", detail::shape_name(bead)},
                   {"cost", rounded(bead.cost_nats)},
                   {"probability", rounded(bead.probability)},
                   {"source_text", std::move(source.texts)},
                   {"target_text", std::move(target.texts)},
                   {"source_offsets", std::move(source.offsets)},
                   {"target_offsets", std::move(target.offsets)},
                   {"evidence",
                    {{"prior_nats", rounded(bead.evidence.prior_nats)},
                     {"length_nats", rounded(bead.evidence.length_nats)},
                     {"lexical_nats", rounded(bead.evidence.lexical_nats)},
                     {"links", links_of(pair, bead)}}}};
    if (bead.evidence.embedding_nats != 0)
      record["evidence"]["embedding_nats"] = rounded(bead.evidence.embedding_nats);
    if (bead.move) record["moved_to"] = place_moved_to(pair.alignment.moves[*bead.move], bead);
    out << detail::json_line(record.dump()) << '\n';
  }
}

}  // namespace muqabala
