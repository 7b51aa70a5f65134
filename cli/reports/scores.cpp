#include "cli/reports/scores.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <array>
#include <nlohmann/json.hpp>

#include "cli/terminal.h"

namespace muqabala::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Measure {
  const char* name;
  Counts Scores::*counts;
};

constexpr std::array kMeasures = {Measure{"strict", &Scores::strict}, Measure{"row", &Scores::row},
                                  Measure{"drop", &Scores::drop}, Measure{"add", &Scores::add}};

std::string line_of(const ScoredDocument& document) {
  std::string line;
  for (const Measure& measure : kMeasures) {
    const Counts& counts = document.scores.*measure.counts;
    line += fmt::format("{}{} {:.3f} ({:.3f}/{:.3f})", line.empty() ? "" : "  ", measure.name,
                        counts.f1(), counts.precision(), counts.recall());
  }
  return document.missing == 0 ? line : fmt::format("{}  MISSING {}", line, document.missing);
}

Json json_of(const ScoredDocument& document) {
  Json object = {{"name", printable(document.name)}};
  for (const Measure& measure : kMeasures) {
    const Counts& counts = document.scores.*measure.counts;
    object[measure.name] = {
        {"f1", counts.f1()}, {"precision", counts.precision()}, {"recall", counts.recall()}};
  }
  object["missing"] = document.missing;
  return object;
}

void write_row(const ScoredDocument& document, std::ostream& out) {
  out << printable(document.name);
  for (const Measure& measure : kMeasures) {
    const Counts& counts = document.scores.*measure.counts;
    fmt::print(out, "\t{:.6f}\t{:.6f}\t{:.6f}", counts.f1(), counts.precision(), counts.recall());
  }
  fmt::print(out, "\t{}\n", document.missing);
}

}  // namespace

void write_score_lines(const std::vector<ScoredDocument>& documents, const ScoredDocument& total,
                       std::ostream& out) {
  for (const ScoredDocument& document : documents)
    fmt::print(out, "{:24} {}\n", printable(document.name), line_of(document));
  out << line_of(total) << '\n';
}

void write_score_json(const std::vector<ScoredDocument>& documents, const ScoredDocument& total,
                      std::ostream& out) {
  Json list = Json::array();
  for (const ScoredDocument& document : documents) list.push_back(json_of(document));
  out << Json{{"documents", std::move(list)}, {"total", json_of(total)}}.dump(2) << '\n';
}

void write_score_tsv(const std::vector<ScoredDocument>& documents, const ScoredDocument& total,
                     std::ostream& out) {
  out << "document";
  for (const Measure& measure : kMeasures)
    fmt::print(out, "\t{0}_f1\t{0}_precision\t{0}_recall", measure.name);
  out << "\tmissing\n";
  for (const ScoredDocument& document : documents) write_row(document, out);
  write_row(total, out);
}

}  // namespace muqabala::cli
