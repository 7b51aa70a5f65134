#include "align/coverage/code_words.h"

#include <algorithm>
#include <iterator>

namespace muqabala {
namespace {

constexpr auto kNone = std::string_view::npos;

/// What is longer begins with a quote mark that opens nothing.
constexpr std::size_t kLongestString = 1000;

bool is_name_begin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_part(char c) { return is_name_begin(c) || (c >= '0' && c <= '9'); }

/// Whether a comment that goes to the end of the line begins `rest`. `#include` and `$#` do not.
bool begins_line_comment(std::string_view rest, char before) {
  if (rest.starts_with("//")) return before != ':';
  if (rest.starts_with("-- ")) return true;
  if (rest.front() != '#' || before == '$') return false;
  const char next = rest.size() > 1 ? rest[1] : '\n';
  return next == ' ' || next == '#' || next == '\n' || next < 0;
}

/// Where the comment or string that begins `rest` ends; 0 if none does.
std::size_t skipped_length(std::string_view rest, char before) {
  const auto behind = [&](std::size_t end, std::size_t size) {
    return end == kNone ? rest.size() : end + size;
  };
  if (begins_line_comment(rest, before)) return behind(rest.find('\n'), 0);
  if (rest.starts_with("/*")) return behind(rest.find("*/", 2), 2);
  if (rest.starts_with("<!--")) return behind(rest.find("-->", 4), 3);
  if (rest.front() != '"' && rest.front() != '\'' && rest.front() != '`') return 0;
  const char quote = rest.front();
  rest = rest.substr(0, kLongestString);
  for (std::size_t i = 1; i < rest.size() && rest[i] != '\n'; ++i) {
    if (rest[i] == '\\')
      ++i;
    else if (rest[i] == quote)
      return i + 1;
  }
  return 0;
}

}  // namespace

CodeWords read_code_words(std::string_view code) {
  CodeWords words;
  for (std::size_t at = 0; at < code.size();) {
    const char before = at > 0 ? code[at - 1] : '\n';
    if (const std::size_t skipped = skipped_length(code.substr(at), before)) {
      at += skipped;
      continue;
    }
    if (!is_name_begin(code[at]) || is_name_part(before)) {
      words.shows_text |= code[at] < 0;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < code.size() && is_name_part(code[at])) ++at;
    words.identifiers.emplace_back(code.substr(begin, at - begin));
  }
  std::sort(words.identifiers.begin(), words.identifiers.end());
  return words;
}

std::vector<std::string> missing_identifiers(const CodeWords& a, const CodeWords& b) {
  std::vector<std::string> missing;
  std::set_difference(a.identifiers.begin(), a.identifiers.end(), b.identifiers.begin(),
                      b.identifiers.end(), std::back_inserter(missing));
  return missing;
}

}  // namespace muqabala
