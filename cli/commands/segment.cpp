#include "cli/commands/segment.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "cli/progress.h"
#include "corpus/one_line.h"
#include "corpus/output_file.h"
#include "corpus/write_srx.h"
#include "segment/export_srx.h"

namespace muqabala::cli {
namespace {

/// A segment a line, a blank line between blocks.
void write_lines(const SegmentedDocument& document, std::ostream& out) {
  for (std::size_t i = 0; i < document.size(); ++i) {
    if (i > 0 && document.segments[i].block != document.segments[i - 1].block) out << '\n';
    out << one_line(document.text(i)) << '\n';
  }
}

using Decisions = std::vector<SplitDecision>;
using Json = nlohmann::ordered_json;

/// A record a segment; where `explains`, with the places inside it at which it might have ended.
void write_records(const SegmentedDocument& document, const Decisions& decisions, bool explains,
                   std::ostream& out) {
  const PlaceFinder place_of_segment(document.document);
  auto decision = decisions.begin();
  for (std::size_t i = 0; i < document.size(); ++i) {
    const Segment& segment = document.segments[i];
    const ByteRange on_disk = bytes_on_disk(document.document, segment.range);
    const Place place = place_of_segment(segment.range.begin);
    Json refused = Json::array();
    for (; decision != decisions.end() && !decision->ends; ++decision) {
      const std::size_t at = bytes_on_disk(document.document, {decision->at, decision->at}).begin;
      refused.push_back({{"at", at}, {"rule", decision->rule}});
    }
    Json record = {{"segment", i},
                   {"block", segment.block},
                   {"kind", name(document.document.blocks[segment.block].kind)},
                   {"start", on_disk.begin},
                   {"end", on_disk.end},
                   {"line", place.line},
                   {"column", place.column},
                   {"rule", decision == decisions.end() ? "" : decision->rule},
                   {"text", document.text(i)}};
    if (explains) record["refused"] = std::move(refused);
    if (decision != decisions.end()) ++decision;
    out << record.dump() << '\n';
  }
}

/// The end of `text`, at most `limit` characters of it; for the begin of what follows, `head`.
std::string_view tail(std::string_view text, std::size_t limit) {
  std::size_t at = text.size();
  for (; limit > 0 && at > 0; --limit) at -= code_point_before(text, at).size_bytes;
  return text.substr(at);
}

std::string_view head(std::string_view text, std::size_t limit) {
  std::size_t at = 0;
  for (; limit > 0 && at < text.size(); --limit) at += code_point_at(text, at).size_bytes;
  return text.substr(0, at);
}

/// `line:column: end|no end, rule: what stands before ‖ what stands behind`.
void write_explanation(const SegmentedDocument& document, const Decisions& decisions,
                       std::ostream& out) {
  constexpr std::size_t kContext = 30;
  const PlaceFinder place_of(document.document);
  const std::string_view text = document.document.text.view();
  for (const SplitDecision& decision : decisions) {
    const ByteRange block = document.document.blocks[decision.block].range;
    const Place place = place_of(decision.at);
    const std::string context =
        one_line(fmt::format("{}‖{}", tail(slice(text, {block.begin, decision.at}), kContext),
                             head(slice(text, {decision.at, block.end}), kContext)));
    fmt::print(out, "{}:{}: {}, {}: {}\n", place.line, place.column,
               decision.ends ? "end" : "no end", decision.rule, isolated(context));
  }
}

void write(const SegmentJob& job, const SegmentedDocument& document, std::ostream& out) {
  const bool has_records = job.format == SegmentFormat::kJsonl;
  const Decisions decisions =
      has_records || job.explains ? explain(document, job.pipeline) : Decisions{};
  if (has_records) {
    write_records(document, decisions, job.explains, out);
  } else if (job.explains) {
    write_explanation(document, decisions, out);
  } else {
    write_lines(document, out);
  }
}

}  // namespace

void run_segment(const SegmentJob& job, const Messages& messages) {
  if (job.exports_srx) {
    const SrxRules rules = export_srx(job.input.language);
    if (rules.lists.empty())
      throw errors::bad_usage(fmt::format(
          "--lang {}: there are no rules to export but those for 'ar' and 'en'; other languages "
          "follow ICU's",
          job.input.language));
    return write_output(job.output, [&](std::ostream& out) { write_srx(rules, out); });
  }
  Progress progress(messages);
  progress.show("splitting into sentences");
  const SegmentedDocument document = read_and_segment(job.input, job.pipeline, "--lang");
  progress.stop();
  messages.detail(fmt::format("{}: language '{}', {} segments", isolated(job.input.path),
                              document.document.language, document.size()));
  messages.diagnostics(document.document.diagnostics);
  write_output(job.output, [&](std::ostream& out) { write(job, document, out); });
}

}  // namespace muqabala::cli
