#include "corpus/collection/pairing/write_pairs.h"

#include <fmt/ostream.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "corpus/detail/json_line.h"
#include "corpus/one_line.h"

namespace muqabala {
namespace {

/// Scores have three digits everywhere: more would be noise.
std::string digits(double value) { return fmt::format("{:.3f}", value); }

/// A value under its name. Numbers are written as they stand.
struct Field {
  std::string_view name;
  std::string value;
  bool is_number = false;
};

using Fields = std::vector<Field>;

void write_tsv_names(const Fields& fields, std::ostream& out) {
  std::string_view separator;
  for (const Field& field : fields) {
    fmt::print(out, "{}{}", separator, field.name);
    separator = "\t";
  }
  out << '\n';
}

void write_tsv_line(const Fields& fields, std::ostream& out) {
  std::string_view separator;
  for (const Field& field : fields) {
    fmt::print(out, "{}{}", separator, one_line(field.value));
    separator = "\t";
  }
  out << '\n';
}

void write_json_line(const Fields& fields, std::ostream& out) {
  std::string line = "{";
  for (const Field& field : fields) {
    if (line.size() > 1) line += ',';
    line += fmt::format("\"{}\":", field.name);
    line += field.is_number ? field.value
                            : nlohmann::json(field.value)
                                  .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
  out << detail::json_line(line) << "}\n";
}

template <class Records, class FieldsOf>
void write(const Records& records, PairListFormat format, FieldsOf fields_of, std::ostream& out) {
  if (format == PairListFormat::kTsv) write_tsv_names(fields_of({}), out);
  for (const auto& record : records)
    format == PairListFormat::kTsv ? write_tsv_line(fields_of(record), out)
                                   : write_json_line(fields_of(record), out);
}

}  // namespace

void write_pairs(const DocumentPairing& pairing, PairListFormat format, std::ostream& out) {
  const auto fields_of = [&](const DocumentPair& pair) {
    return Fields{{"id", pair.id},
                  {"source", pair.source},
                  {"target", pair.target},
                  {"source_lang", pairing.source_language},
                  {"target_lang", pairing.target_language},
                  {"score", digits(pair.score), true},
                  {"found_by", found_by(pair)},
                  {"source_share", digits(pair.source_share), true},
                  {"target_share", digits(pair.target_share), true},
                  {"rival_score", digits(pair.rival_score), true}};
  };
  write(pairing.pairs, format, fields_of, out);
}

void write_alone(const DocumentPairing& pairing, PairListFormat format, std::ostream& out) {
  const auto fields_of = [](const LoneDocument& document) {
    return Fields{{"path", document.path},
                  {"language", document.language},
                  {"reason", std::string(name(document.reason))},
                  {"nearest", document.nearest},
                  {"nearest_score", digits(document.nearest_score), true},
                  {"detail", document.detail}};
  };
  write(pairing.alone, format, fields_of, out);
}

std::string found_by(const DocumentPair& pair) {
  const bool by_content = pair.text_score > 0;
  switch (pair.name) {
    case NameEvidence::kNone:
      return "content";
    case NameEvidence::kLink:
      return by_content ? "link+content" : "link";
    case NameEvidence::kStem:
    case NameEvidence::kPath:
      break;
  }
  return by_content ? "name+content" : "name";
}

std::string_view name(LoneReason reason) {
  switch (reason) {
    case LoneReason::kNoCandidate:
      return "no-candidate";
    case LoneReason::kBelowThreshold:
      return "below-threshold";
    case LoneReason::kRivalBetter:
      return "rival-better";
    case LoneReason::kOtherLanguage:
      return "other-language";
    case LoneReason::kUnreadable:
      break;
  }
  return "unreadable";
}

std::string explain(const LoneDocument& document) {
  switch (document.reason) {
    case LoneReason::kNoCandidate:
      return "nothing on the other side has text in common with it";
    case LoneReason::kBelowThreshold:
      return fmt::format("the nearest is {}, but its score of {} is below the threshold",
                         document.nearest, digits(document.nearest_score));
    case LoneReason::kRivalBetter:
      return fmt::format("the nearest is {} (score {}), which fits another better",
                         document.nearest, digits(document.nearest_score));
    case LoneReason::kOtherLanguage:
      return document.language.empty()
                 ? std::string("its language cannot be told")
                 : fmt::format("its language is '{}', which is not of this side",
                               document.language);
    case LoneReason::kUnreadable:
      break;
  }
  return document.detail;
}

}  // namespace muqabala
