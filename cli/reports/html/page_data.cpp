#include "cli/reports/html/page_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "segment/base/hash.h"

namespace muqabala::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Three digits hold more than any confidence means.
double rounded(double share) { return std::round(share * 1000) / 1000; }

/// UTF-16 units of well-formed UTF-8: JavaScript's way to count.
std::size_t count_utf16(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += (byte & 0xC0U) != 0x80U;  // every first byte of a character
    units += byte >= 0xF0U;            // of which those of four bytes take two
  }
  return units;
}

/// One document and where its segments stand.
class Side {
 public:
  explicit Side(const SegmentedDocument& segmented) : segmented_(segmented) {
    for (const Segment& segment : segmented.segments)
      on_disk_.push_back(bytes_on_disk(segmented.document, segment.range).begin);
  }

  Json to_json() const {
    Json segments = Json::array();
    std::size_t line = 1;
    std::size_t seen = 0;
    const std::string_view file = segmented_.document.file.text.view();
    for (std::size_t i = 0; i < segmented_.size(); ++i) {
      const std::size_t at =
          segmented_.document.to_file.original(segmented_.segments[i].range.begin);
      for (; seen < std::min(at, file.size()); ++seen) line += file[seen] == '\n';
      segments.push_back({segmented_.text(i), segmented_.segments[i].block, line});
    }
    Json blocks = Json::array();
    for (const Block& block : segmented_.document.blocks)
      blocks.push_back({name(block.kind), block.level});
    return {{"path", segmented_.document.file.path},
            {"language", segmented_.document.language},
            {"blocks", std::move(blocks)},
            {"segments", std::move(segments)}};
  }

  /// The segment that holds the byte at `offset` of the file, or is the last before it.
  std::size_t segment_at(std::size_t offset) const {
    const auto behind = std::upper_bound(on_disk_.begin(), on_disk_.end(), offset);
    return behind == on_disk_.begin() ? 0 : static_cast<std::size_t>(behind - on_disk_.begin()) - 1;
  }

  /// The parts of `words`, a range of the document's text, segment by segment.
  Json words(ByteRange words) const {
    Json list = Json::array();
    const auto& segments = segmented_.segments;
    const auto ends_before = [](const Segment& s, std::size_t at) { return s.range.end <= at; };
    auto segment = std::lower_bound(segments.begin(), segments.end(), words.begin, ends_before);
    for (; !words.empty() && segment != segments.end() && segment->range.begin < words.end;
         ++segment) {
      const ByteRange part{std::max(words.begin, segment->range.begin),
                           std::min(words.end, segment->range.end)};
      if (!part.empty()) list.push_back(place(*segment, part));
    }
    return list;
  }

  Json word_in(std::size_t segment, ByteRange word) const {
    return place(segmented_.segments[segment], word);
  }

  std::string_view slice_of(ByteRange range) const {
    return slice(segmented_.document.text.view(), range);
  }

  /// Appends all that a decision about a segment's number rests on.
  void append_content(std::string& content) const {
    for (std::size_t i = 0; i < segmented_.size(); ++i) {
      content += segmented_.text(i);
      content += '\x1E';
    }
    content += '\x1D';
  }

 private:
  Json place(const Segment& segment, ByteRange part) const {
    const std::size_t number = static_cast<std::size_t>(&segment - segmented_.segments.data());
    const std::size_t from = count_utf16(slice_of({segment.range.begin, part.begin}));
    return {number, from, from + count_utf16(slice_of(part))};
  }

  const SegmentedDocument& segmented_;
  std::vector<std::size_t> on_disk_;  ///< where each segment begins in the file
};

template <class Range>
std::pair<std::size_t, std::size_t> numbers(const Range& range) {
  return {range.begin_index.value(), range.end_index.value()};
}

/// The beads in an order fit to be read: where segments of both sides stand alone between two
/// pairs or moves, those of the original first. What was left out then stands right behind the
/// pair before it, and what was added, furniture above all, is not torn apart.
std::vector<Bead> readable_order(std::vector<Bead> beads) {
  const auto stands_alone = [](const Bead& bead) { return bead.is_null() && !bead.move; };
  for (auto begin = beads.begin(); begin != beads.end();) {
    begin = std::find_if(begin, beads.end(), stands_alone);
    const auto end = std::find_if_not(begin, beads.end(), stands_alone);
    if (begin == end) break;
    const TargetIndex before = begin->target.begin_index;
    const auto additions =
        std::stable_partition(begin, end, [](const Bead& bead) { return bead.is_omission(); });
    for (auto omission = begin; omission != additions; ++omission)
      omission->target = {before, before};
    const SourceIndex behind =
        additions == begin ? begin->source.begin_index : std::prev(additions)->source.end_index;
    for (auto addition = additions; addition != end; ++addition)
      addition->source = {behind, behind};
    begin = end;
  }
  return beads;
}

Json reason_of(const Reason& reason) {
  Json list = Json::array();
  for (const ReasonClause& clause : reason.clauses) {
    Json values = Json::array();
    for (const ReasonValue& value : clause.values) {
      switch (value.kind) {
        case ReasonValue::Kind::kQuote:
          values.push_back(value.text);
          break;
        case ReasonValue::Kind::kTerm:
          values.push_back({{"term", value.text}});
          break;
        case ReasonValue::Kind::kNumber:
          values.push_back(Json::parse(value.text));
          break;
      }
    }
    list.push_back({name(clause.wording), clause.count, std::move(values)});
  }
  return list;
}

Json beads_of(const SentenceAlignment& alignment) {
  Json list = Json::array();
  for (const Bead& bead : readable_order(alignment.beads)) {
    const auto [s0, s1] = numbers(bead.source);
    const auto [t0, t1] = numbers(bead.target);
    Json record = {s0, s1, t0, t1, rounded(bead.probability)};
    if (bead.move) record.push_back(*bead.move);
    list.push_back(std::move(record));
  }
  return list;
}

Json moves_of(const SentenceAlignment& alignment) {
  Json list = Json::array();
  for (const Move& move : alignment.moves) {
    const auto [s0, s1] = numbers(move.source);
    const auto [t0, t1] = numbers(move.target);
    list.push_back({s0, s1, t0, t1});
  }
  return list;
}

/// How words are marked that agree; nothing for links that an editor need not see.
std::string_view mark_of(const WordLink& link, std::string_view source_word) {
  const auto is_sign = [](char c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return !is_letter && !(c >= '0' && c <= '9');
  };
  switch (link.origin) {
    case LinkOrigin::kNumber:
      return "number";
    case LinkOrigin::kDate:
      return "date";
    case LinkOrigin::kTransliteration:
      return "name";
    case LinkOrigin::kIdentity:  // a Latin token, or a mere sign
      return std::all_of(source_word.begin(), source_word.end(), is_sign) ? "" : "name";
    default:
      return "";
  }
}

Json marks_of(const SentenceAlignment& alignment, const Side& source, const Side& target) {
  Json list = Json::array();
  for (const WordLink& link : alignment.links) {
    const std::string_view mark = mark_of(link, source.slice_of(link.source_word));
    if (mark.empty()) continue;
    list.push_back({mark, source.word_in(link.source.value(), link.source_word),
                    target.word_in(link.target.value(), link.target_word)});
  }
  return list;
}

/// Findings by the fingerprints of their parts.
class Parts {
 public:
  struct Place {
    std::size_t finding = 0;
    std::size_t part = 0;
  };

  explicit Parts(const ExaminedPair& examined) {
    for (std::size_t f = 0; f < examined.findings.size(); ++f)
      for (std::size_t p = 0; p < examined.findings[f].parts.size(); ++p)
        places_.emplace(examined.findings[f].parts[p].fingerprint, Place{f, p});
  }

  /// Those of a judged finding; none where it is about the pair as a whole.
  std::vector<Place> of(const ReportedFinding& finding) const {
    std::vector<std::string> keys = finding.segment_fingerprints;
    if (keys.empty()) keys.push_back(finding.fingerprint);
    std::vector<Place> found;
    for (const std::string& key : keys)
      if (const auto place = places_.find(key); place != places_.end())
        found.push_back(place->second);
    return found;
  }

 private:
  std::unordered_map<std::string, Place> places_;
};

class FindingWriter {
 public:
  FindingWriter(const CollatedPair& pair, const ExaminedPair& examined, const Side& source,
                const Side& target)
      : pair_(pair), examined_(examined), source_(source), target_(target), parts_(examined) {}

  Json operator()(const ReportedFinding& reported) const {
    Json json = {{"kind", name(reported.kind)},
                 {"level", name(reported.level)},
                 {"status", name(reported.status)},
                 {"confidence", rounded(reported.confidence)},
                 {"message", reported.message},
                 {"reason", reason_of(reported.reason)},
                 {"note", reported.note}};
    const std::vector<Parts::Place> places = parts_.of(reported);
    if (places.empty()) {
      const std::size_t at =
          reported.source ? source_.segment_at(reported.source->begin.offset_bytes) : 0;
      Finding whole;
      whole.source = {SourceIndex(at), SourceIndex(at)};
      add_places(json, whole);
    } else {
      add_places(json, narrowed(places));
    }
    json["parts"] = parts_json(places);
    return json;
  }

 private:
  void add_places(Json& json, const Finding& finding) const {
    const auto [s0, s1] = numbers(finding.source);
    const auto [t0, t1] = numbers(finding.target);
    json["source"] = {s0, s1};
    json["target"] = {t0, t1};
    json["sourceWords"] = source_.words(finding.source_words);
    json["targetWords"] = target_.words(finding.target_words);
  }

  /// The finding, where it is a run of segments no more than those that `places` name.
  Finding narrowed(const std::vector<Parts::Place>& places) const {
    Finding finding = pair_.coverage.findings[places.front().finding];
    const ExaminedFinding& examined = examined_.findings[places.front().finding];
    if (places.size() == examined.parts.size()) return finding;
    const auto offset = [&](const Parts::Place& place) {
      return examined.parts[place.part].words.begin.offset_bytes;
    };
    const Side& side = examined.is_in_target ? target_ : source_;
    const std::size_t begin = side.segment_at(offset(places.front()));
    const std::size_t end = side.segment_at(offset(places.back())) + 1;
    if (examined.is_in_target)
      finding.target = {TargetIndex(begin), TargetIndex(end)};
    else
      finding.source = {SourceIndex(begin), SourceIndex(end)};
    return finding;
  }

  Json parts_json(const std::vector<Parts::Place>& places) const {
    Json list = Json::array();
    for (const Parts::Place& place : places) {
      const ExaminedPart& part = examined_.findings[place.finding].parts[place.part];
      list.push_back({part.fingerprint, part.words.text});
    }
    return list;
  }

  const CollatedPair& pair_;
  const ExaminedPair& examined_;
  const Side& source_;
  const Side& target_;
  Parts parts_;
};

}  // namespace

std::string page_data(const CollatedPair& pair, const ExaminedPair& examined,
                      const PairResult& judged, const std::string& tool) {
  const Side source(pair.source);
  const Side target(pair.target);
  std::string content;
  source.append_content(content);
  target.append_content(content);
  Json findings = Json::array();
  const FindingWriter to_json(pair, examined, source, target);
  for (const ReportedFinding& finding : judged.findings) findings.push_back(to_json(finding));
  const Json json = {{"tool", tool},
                     {"key", fmt::format("{:016x}", hash_bytes(content))},
                     {"source", source.to_json()},
                     {"target", target.to_json()},
                     {"beads", beads_of(pair.alignment)},
                     {"moves", moves_of(pair.alignment)},
                     {"marks", marks_of(pair.alignment, source, target)},
                     {"findings", std::move(findings)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace muqabala::cli
