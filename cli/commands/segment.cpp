#include "cli/commands/segment.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/progress.h"
#include "corpus/one_line.h"
#include "corpus/output_file.h"

namespace muqabala::cli {
namespace {

/// A segment a line, a blank line between blocks.
void write_lines(const SegmentedDocument& document, std::ostream& out) {
  for (std::size_t i = 0; i < document.size(); ++i) {
    if (i > 0 && document.segments[i].block != document.segments[i - 1].block) out << '\n';
    out << one_line(document.text(i)) << '\n';
  }
}

void write_records(const SegmentedDocument& document, std::ostream& out) {
  const PlaceFinder place_of_segment(document.document);
  for (std::size_t i = 0; i < document.size(); ++i) {
    const Segment& segment = document.segments[i];
    const ByteRange on_disk = bytes_on_disk(document.document, segment.range);
    const Place place = place_of_segment(segment.range.begin);
    const nlohmann::ordered_json record = {
        {"segment", i},
        {"block", segment.block},
        {"kind", name(document.document.blocks[segment.block].kind)},
        {"start", on_disk.begin},
        {"end", on_disk.end},
        {"line", place.line},
        {"column", place.column},
        {"text", document.text(i)}};
    out << record.dump() << '\n';
  }
}

}  // namespace

void run_segment(const SegmentJob& job, const Messages& messages) {
  Progress progress(messages);
  progress.show("splitting into sentences");
  const SegmentedDocument document = read_and_segment(job.input, job.pipeline, "--lang");
  progress.stop();
  messages.detail(fmt::format("{}: language '{}', {} segments", isolated(job.input.path),
                              document.document.language, document.size()));
  messages.diagnostics(document.document.diagnostics);
  write_output(job.output, [&](std::ostream& out) {
    if (job.format == SegmentFormat::kJsonl) {
      write_records(document, out);
    } else {
      write_lines(document, out);
    }
  });
}

}  // namespace muqabala::cli
