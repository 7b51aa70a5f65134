#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/reports/check_digest.h"
#include "cli/reports/check_formats.h"
#include "cli/reports/check_kinds.h"
#include "cli/reports/file_uri.h"
#include "cli/terminal.h"

// SARIF 2.1.0 (OASIS, 2020) within the bounds of GitHub's code scanning: it shows the first
// location of a result only, in a pull request only if its line is among the changed ones, so that
// location is where an editor has to act: in the translation, for what is missing there, too. The
// original is a related location, linked from the message.
namespace muqabala::cli {
namespace {

using Json = nlohmann::ordered_json;

/// GitHub refuses a run with more results.
constexpr std::size_t kMaxResults = 25'000;
/// GitHub refuses a file of 10 MB, packed by gzip; one of them is for the names of fields.
constexpr std::size_t kMaxPackedBytes = 9'000'000;
/// Of every result at least so much (of 600 bytes in the shortest one) are names of fields, the
/// same in all. The rest is taken as if it could not be packed.
constexpr std::size_t kPackedAwayBytes = 600;
constexpr std::string_view kFolderId = "%SRCROOT%";

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The level of SARIF, section 3.27.10.
std::string_view sarif_level(Level level) { return level == Level::kOff ? "none" : name(level); }

/// A message may link to locations: `[text](1)`; brackets that do not are escaped (3.11.6).
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

Json artifact(std::string_view path, std::string_view folder) {
  const FileUri file = file_uri(path, folder);
  Json json = {{"uri", file.uri}};
  if (file.is_in_folder) json["uriBaseId"] = kFolderId;
  return json;
}

/// GitHub wants a region; that of a file as a whole is its first line.
Json region(const Place& begin, const Place& end) {
  if (begin.line == 0) return {{"startLine", 1}};
  Json json = {{"startLine", begin.line}};
  if (begin.column > 0) json["startColumn"] = begin.column;
  if (end.line < begin.line) return json;
  json["endLine"] = end.line;
  if (begin.column > 0 && end.column > 0) json["endColumn"] = end.column;
  return json;
}

Json location(const Place& begin, const Place& end, std::string_view folder) {
  return {{"physicalLocation",
           {{"artifactLocation", artifact(begin.path, folder)}, {"region", region(begin, end)}}}};
}

/// The original's place, where that is not the place to act; null = there is none.
const PlacedText* related_place(const ReportedFinding& finding) {
  if (!finding.source || finding.source->begin.line == 0) return nullptr;
  return place_to_act(finding) == &*finding.source ? nullptr : &*finding.source;
}

std::string message(const ReportedFinding& finding) {
  std::string text = escaped(title(finding) + ": " + evidence(finding));
  if (related_place(finding) != nullptr) text += "\nSee [the original](1).";
  return text;
}

Json suppressions(const ReportedFinding& finding) {
  Json list = Json::array();
  if (finding.status == FindingStatus::kOpen) return list;
  const std::string_view default_note =
      finding.status == FindingStatus::kKnown ? "known since the baseline" : "accepted";
  list.push_back({{"kind", "external"},
                  {"status", "accepted"},
                  {"justification", finding.note.empty() ? default_note : finding.note}});
  return list;
}

Json result(const ReportedFinding& finding, Occurrences& occurrences, std::string_view folder) {
  Json json = {{"ruleId", name(finding.kind)},
               {"ruleIndex", static_cast<std::size_t>(finding.kind)},
               {"level", sarif_level(finding.level)},
               {"message", {{"text", message(finding)}}}};
  json["locations"] = Json::array();
  if (const PlacedText* place = place_to_act(finding))
    json["locations"].push_back(location(place->begin, place->end, folder));
  if (const PlacedText* place = related_place(finding)) {
    Json related = location(place->begin, place->end, folder);
    related["id"] = 1;
    related["message"] = {{"text", "The original"}};
    json["relatedLocations"] = Json::array({related});
  }
  // GitHub knows a result again by the first of these, whose form is `hash:occurrence`.
  const std::size_t occurrence = occurrences.next(finding.fingerprint);
  json["partialFingerprints"] = {
      {"primaryLocationLineHash", finding.fingerprint + ':' + std::to_string(occurrence)},
      {"muqabala/v1", finding.fingerprint}};
  json["rank"] = std::round(finding.confidence * 1000) / 10;
  json["suppressions"] = suppressions(finding);
  return json;
}

Json rules() {
  Json list = Json::array();
  for (const FindingKind kind : all_finding_kinds()) {
    const KindWords& words = words_of(kind);
    list.push_back(
        {{"id", name(kind)},
         {"shortDescription", {{"text", std::string(words.title) + '.'}}},
         {"fullDescription", {{"text", words.meaning}}},
         {"help",
          {{"text", std::string(words.meaning) + ' ' + std::string(words.advice)},
           {"markdown", "**" + std::string(words.meaning) + "** " + std::string(words.advice)}}},
         {"properties", {{"tags", {"translation"}}}}});
  }
  return list;
}

Json notification(std::string text) {
  return {{"level", "error"}, {"message", {{"text", escaped(text)}}}};
}

Json invocation(const CheckReport& report, std::size_t left_out, std::string_view folder) {
  Json notifications = Json::array();
  bool is_successful = true;
  for (const PairResult& pair : report.pairs) {
    if (!pair.failure) continue;
    is_successful = false;
    Json told = notification(pair_name(pair) +
                             " could not be checked: " + isolated(pair.failure->message()));
    const Place& where = pair.failure->where();
    if (!where.path.empty()) told["locations"] = Json::array({location(where, where, folder)});
    notifications.push_back(std::move(told));
  }
  if (left_out > 0) {
    Json told = notification(counted(left_out, "finding is", "findings are") +
                             " left out, the least severe: more would be refused by code scanning");
    told["level"] = "warning";
    notifications.push_back(std::move(told));
  }
  return {{"executionSuccessful", is_successful},
          {"toolExecutionNotifications", std::move(notifications)}};
}

/// Writes results, the most severe first, as long as the bounds allow; returns how many are left.
std::size_t write_results(const CheckReport& report, std::string_view folder, std::ostream& out) {
  const std::vector<FoundIn> all = most_severe_first(report);
  Occurrences occurrences;
  std::size_t packed_bytes = 0;
  std::size_t written = 0;
  for (; written < std::min(all.size(), kMaxResults); ++written) {
    const Json json = result(*all[written].finding, occurrences, folder);
    const std::string line = dumped(json);
    packed_bytes += line.size() - std::min(line.size(), kPackedAwayBytes);
    if (packed_bytes > kMaxPackedBytes) break;
    // With the comma in front, the last lines can be left out, where the decided findings stand.
    out << (written == 0 ? "\n" : "\n,") << line;
  }
  return all.size() - written;
}

}  // namespace

void write_check_sarif(const CheckReport& report, std::ostream& out, const std::string& folder) {
  const Json driver = {
      {"name", "muqabala"}, {"semanticVersion", MUQABALA_VERSION}, {"rules", rules()}};
  const Json bases = {
      {kFolderId, {{"description", {{"text", "The folder in which the check was run."}}}}}};
  out << "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
         "\"runs\":[{\n\"tool\":{\"driver\":"
      << dumped(driver)
      << "},\n\"columnKind\":\"unicodeCodePoints\",\n\"originalUriBaseIds\":" << dumped(bases)
      << ",\n\"results\":[";
  const std::size_t left_out = write_results(report, folder, out);
  out << "\n],\n\"invocations\":[" << dumped(invocation(report, left_out, folder)) << "]}]}\n";
}

}  // namespace muqabala::cli
