#include "align/lexicon/dictd.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "segment/base/error.h"
#include "segment/base/file_bytes.h"
#include "segment/base/gzip.h"
#include "segment/text/language.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr std::size_t kLimitBytes = std::size_t{512} << 20;
/// dictfmt's own entries: description, licence, encoding.
constexpr std::string_view kMetaPrefix = "00-database";
constexpr std::string_view kMetaPrefixBare = "00database";
constexpr std::size_t kMostRenderings = 24;
/// Half of a core entry's: a dictionary lists rare senses beside the usual ones, as if equal. With
/// equal weights both together were worse than the core alone on hadith (strict .910 to .912; .914
/// with half); a third lost what news gain by it.
constexpr float kWeight = 0.5F;

/// dictd's base 64: digits of a number, most significant first (dictfmt(1), "index file format").
std::optional<std::size_t> parse_base64(std::string_view digits) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (digits.empty() || digits.size() > 10) return std::nullopt;
  std::size_t value = 0;
  for (const char digit : digits) {
    const std::size_t at = kDigits.find(digit);
    if (at == std::string_view::npos) return std::nullopt;
    value = value * 64 + at;
  }
  return value;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// `12. word` without its number.
std::string_view without_number(std::string_view line) {
  const auto digits = line.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos || line[digits] != '.') return line;
  return trimmed(line.substr(digits + 1));
}

/// The text without what stands in (), [], <> and {}: grammar and notes.
std::string without_brackets(std::string_view line) {
  std::string kept;
  int depth = 0;
  for (const char c : line) {
    if (c == '(' || c == '[' || c == '<' || c == '{') ++depth;
    if (depth == 0) kept += c;
    if ((c == ')' || c == ']' || c == '>' || c == '}') && depth > 0) --depth;
  }
  return kept;
}

/// Length of the separator that begins at `at`, or 0. `،` and `؛` are D8 8C and D8 9B.
std::size_t separator_at(std::string_view text, std::size_t at) {
  if (text[at] == ',' || text[at] == ';') return 1;
  for (const std::string_view mark :
       {std::string_view("،"), std::string_view("؛"), std::string_view(" - ")})
    if (text.substr(at).starts_with(mark)) return mark.size();
  return 0;
}

std::string read_text_of(const std::string& index_path) {
  const std::string path = dictd_text_path(index_path);
  std::string bytes = read_bytes(path, kLimitBytes);
  return path.ends_with(".dz") ? gunzip(bytes, path, kLimitBytes) : bytes;
}

}  // namespace

std::string dictd_text_path(const std::string& index_path) {
  const std::string stem = index_path.substr(0, index_path.size() - std::string(".index").size());
  for (const char* ending : {".dict.dz", ".dict"})
    if (std::filesystem::exists(stem + ending)) return stem + ending;
  throw errors::file_not_found(stem + ".dict.dz");
}

std::vector<std::string> renderings_of_entry(std::string_view entry) {
  std::vector<std::string> renderings;
  std::size_t begin = entry.find('\n');
  while (begin != std::string_view::npos && renderings.size() < kMostRenderings) {
    const std::size_t end = entry.find('\n', begin + 1);
    const std::string_view line = entry.substr(begin + 1, end - begin - 1);
    begin = end;
    const std::string text = without_brackets(without_number(trimmed(line)));
    std::size_t from = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const std::size_t separator = at < text.size() ? separator_at(text, at) : 1;
      if (separator == 0) continue;
      const std::string_view part = trimmed(std::string_view(text).substr(from, at - from));
      if (!part.empty()) renderings.emplace_back(part);
      from = at + separator;
      at = from - 1;
    }
  }
  return renderings;
}

std::size_t add_dictd(LexiconBuilder& lexicon, const std::string& index_path, HeadwordSide side) {
  if (!index_path.ends_with(".index"))
    throw errors::malformed_lexicon({.path = index_path}, "a dictd index ends in '.index'");
  const std::string index = read_bytes(index_path, kLimitBytes);
  const std::string text = read_text_of(index_path);
  lexicon.mark_general();
  std::size_t headwords = 0;
  std::size_t line_number = 0;
  for (std::size_t begin = 0; begin < index.size();) {
    const std::size_t end = std::min(index.find('\n', begin), index.size());
    const std::string_view line = std::string_view(index).substr(begin, end - begin);
    begin = end + 1;
    ++line_number;
    if (line.empty() || line.starts_with(kMetaPrefix) || line.starts_with(kMetaPrefixBare))
      continue;
    const auto fault = [&](std::string_view reason) {
      return errors::malformed_lexicon({.path = index_path, .line = line_number}, reason);
    };
    const std::size_t tab = line.find('\t');
    const std::size_t second = tab == std::string_view::npos ? tab : line.find('\t', tab + 1);
    if (second == std::string_view::npos) throw fault("expected 'headword<TAB>offset<TAB>length'");
    const auto offset = parse_base64(line.substr(tab + 1, second - tab - 1));
    const auto length =
        parse_base64(line.substr(second + 1, line.find('\t', second + 1) - second - 1));
    if (!offset || !length) throw fault("offset and length must be in dictd's base 64");
    if (*offset > text.size() || *length > text.size() - *offset)
      throw fault("the entry lies outside the dictionary's text; the two files do not match");
    const std::string_view headword = line.substr(0, tab);
    const std::string_view entry = std::string_view(text).substr(*offset, *length);
    if (find_utf8_fault(headword) || find_utf8_fault(entry)) throw fault("is not valid UTF-8");
    ++headwords;
    for (const std::string& rendering : renderings_of_entry(entry)) {
      const bool forwards = side == HeadwordSide::kSource;
      lexicon.add(forwards ? headword : std::string_view(rendering),
                  forwards ? std::string_view(rendering) : headword, kWeight,
                  LinkOrigin::kDictionary);
    }
  }
  return headwords;
}

std::vector<SystemDictionary> find_dictd(std::string_view source_language,
                                         std::string_view target_language,
                                         const std::vector<std::string>& folders) {
  const std::string source = iso639_3(source_language);
  const std::string target = iso639_3(target_language);
  if (source.empty() || target.empty()) return {};
  std::vector<SystemDictionary> found;
  for (const std::string& folder : folders) {
    std::error_code ignored;
    for (const auto& file : std::filesystem::directory_iterator(folder, ignored)) {
      const std::string path = file.path().string();
      if (path.ends_with("-" + source + "-" + target + ".index"))
        found.push_back({path, HeadwordSide::kSource});
      if (path.ends_with("-" + target + "-" + source + ".index"))
        found.push_back({path, HeadwordSide::kTarget});
    }
  }
  std::sort(found.begin(), found.end(), [](const SystemDictionary& a, const SystemDictionary& b) {
    return a.index_path < b.index_path;
  });
  return found;
}

}  // namespace muqabala
