#include "corpus/check/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "segment/base/error.h"
#include "segment/base/file_bytes.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

using Json = nlohmann::ordered_json;

/// A million decisions of a long paragraph each.
constexpr std::size_t kMaxBaselineBytes = std::size_t{1} << 30;
constexpr std::size_t kFingerprintDigits = 16;

bool is_fingerprint(std::string_view text) {
  return text.size() == kFingerprintDigits &&
         text.find_first_not_of("0123456789abcdef") == text.npos;
}

bool is_merge_mark(std::string_view line) {
  return line.starts_with("<<<<<<<") || line.starts_with("=======") ||
         line.starts_with(">>>>>>>") || line.starts_with("|||||||");
}

class LineReader {
 public:
  LineReader(std::string_view line, const Place& where) : where_(where) {
    if (is_merge_mark(line))
      refuse(
          "a merge was left unfinished here; keep the lines of both sides and take out the marks");
    json_ = Json::parse(line, nullptr, false);
    if (!json_.is_object()) refuse("the line is no JSON object; every line holds one decision");
  }

  Decision decision() const {
    Decision decision{.fingerprint = text("fingerprint", true)};
    if (!is_fingerprint(decision.fingerprint))
      refuse("its \"fingerprint\" is not of 16 hexadecimal digits");
    const std::string status = text("decision", true);
    decision.status = status_named(status);
    const std::string kind = text("kind", true);
    const auto known = finding_kind(kind);
    if (!known) refuse(fmt::format("its \"kind\" is '{}', which is no kind of finding", kind));
    decision.kind = *known;
    decision.source_path = text("source", false);
    decision.target_path = text("target", false);
    decision.text = text("text", false);
    decision.note = text("note", false);
    return decision;
  }

 private:
  FindingStatus status_named(const std::string& text) const {
    for (const FindingStatus status :
         {FindingStatus::kAccepted, FindingStatus::kKnown, FindingStatus::kOpen})
      if (text == name(status)) return status;
    refuse(fmt::format("its \"decision\" is '{}', but must be accepted, known or open", text));
  }

  [[noreturn]] void refuse(std::string_view reason) const {
    throw errors::malformed_baseline(where_, reason);
  }

  std::string text(const char* key, bool is_needed) const {
    const auto found = json_.find(key);
    if (found == json_.end()) {
      if (is_needed) refuse(fmt::format("it holds no \"{}\"", key));
      return {};
    }
    if (!found->is_string()) refuse(fmt::format("its \"{}\" is no text", key));
    return found->get<std::string>();
  }

  const Place& where_;
  Json json_;
};

std::string line_of(const Decision& decision) {
  Json json = {{"fingerprint", decision.fingerprint}, {"decision", name(decision.status)},
               {"kind", name(decision.kind)},         {"source", decision.source_path},
               {"target", decision.target_path},      {"text", decision.text}};
  if (!decision.note.empty()) json["note"] = decision.note;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Baseline read_baseline(const std::string& path) {
  const Utf8Text text = Utf8Text::checked(read_bytes(path, kMaxBaselineBytes), path);
  return parse_baseline(text.view(), path);
}

Baseline parse_baseline(std::string_view text, const std::string& path) {
  Baseline baseline;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == line.npos) continue;
    const Place where{.path = path, .line = number};
    baseline.push_back(LineReader(line, where).decision());
  }
  return baseline;
}

void write_baseline(const Baseline& baseline, std::ostream& out) {
  std::set<std::string> lines;
  for (const Decision& decision : baseline) lines.insert(line_of(decision));
  for (const std::string& line : lines) out << line << '\n';
}

}  // namespace muqabala
