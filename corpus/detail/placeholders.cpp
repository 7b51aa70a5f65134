#include "corpus/detail/placeholders.h"

#include <algorithm>
#include <array>

#include "segment/base/parse_number.h"

namespace muqabala::detail {
namespace {

/// Nobody writes longer ones, and a page of opening braces costs no more than this for each.
constexpr std::size_t kLongest = 200;
/// The same for an ICU message with all its branches.
constexpr std::size_t kLongestMessage = 4096;
/// Units that may follow a number right away, `%dpx`. Behind another word's first letters a percent
/// sign stands by chance.
constexpr std::array<std::string_view, 17> kUnits = {
    "", "px", "pt", "em", "s", "ms", "m", "h", "d", "x", "k", "K", "kB", "KB", "MB", "GB", "th"};

/// ICU's own (MessageFormat); `{a, b}` is a set.
constexpr std::array<std::string_view, 10> kMessageTypes = {
    "plural", "select", "selectordinal", "number",  "date",
    "time",   "choice", "spellout",      "ordinal", "duration"};

constexpr auto kNone = std::string_view::npos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_visible_ascii(char c) { return c > ' ' && c < 0x7F; }
bool is_space(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Letters, digits and what holds the parts of a path together, from a letter on.
std::size_t name_length(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) return 0;
  return std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789_.-[]"),
                  text.size());
}

std::size_t number_length(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

/// `name`, `0` or nothing, with a format behind a colon or exclamation mark.
bool is_name(std::string_view content) {
  const std::size_t length = std::max(name_length(content), number_length(content));
  content.remove_prefix(length);
  return content.empty() || ((content.front() == ':' || content.front() == '!') &&
                             std::all_of(content.begin(), content.end(), is_visible_ascii));
}

/// What stands between `open` marks and the `close` marks that end it, in one line and in ASCII.
std::optional<std::string_view> content_of(std::string_view text, std::size_t open,
                                           std::string_view close) {
  text = text.substr(0, kLongest);
  const std::size_t end = text.find(close, open);
  if (end == kNone) return std::nullopt;
  const std::string_view content = text.substr(open, end - open);
  const bool plain = std::all_of(content.begin(), content.end(),
                                 [](char c) { return is_visible_ascii(c) || is_space(c); });
  if (!plain) return std::nullopt;
  return content;
}

std::string_view first_word(std::string_view text) {
  text = trimmed(text);
  return text.substr(0, text.find_first_of(" \t"));
}

std::string without_double_spaces(std::string_view text) {
  std::string result;
  for (const char c : trimmed(text))
    if (!is_space(c) || !is_space(result.back())) result += c;
  return result;
}

std::optional<Placeholder> template_at(std::string_view text) {
  if (text.starts_with("{%")) {
    const auto content = content_of(text, 2, "%}");
    if (!content || trimmed(*content).empty()) return std::nullopt;
    return Placeholder{content->size() + 4, "{% " + std::string(first_word(*content)) + " %}"};
  }
  const auto content = content_of(text, 2, "}}");
  if (!content || trimmed(*content).empty()) return std::nullopt;
  const std::size_t size = content->size() + 4;
  const char sign = content->front();
  if ((sign == '<' || sign == '%') && content->ends_with(sign == '<' ? '>' : '%') &&
      content->size() > 2) {
    const std::string word(first_word(content->substr(1, content->size() - 2)));
    return Placeholder{
        size, "{{" + std::string(1, sign) + " " + word + " " + (sign == '<' ? ">}}" : "%}}")};
  }
  return Placeholder{size, "{{" + without_double_spaces(*content) + "}}"};
}

/// `{count, plural, one {# item} other {# items}}`.
std::optional<Placeholder> message_at(std::string_view text) {
  const std::string_view head = text.substr(1, kLongest);
  const std::size_t name_end = std::max(name_length(head), number_length(head));
  if (name_end == 0 || !head.substr(name_end).starts_with(',')) return std::nullopt;
  const std::size_t type = std::min(head.find_first_not_of(' ', name_end + 1), head.size());
  const std::size_t type_end = type + name_length(head.substr(type));
  const char next = type_end < head.size() ? head[type_end] : '\0';
  const bool known = std::find(kMessageTypes.begin(), kMessageTypes.end(),
                               head.substr(type, type_end - type)) != kMessageTypes.end();
  if (!known || (next != ',' && next != '}')) return std::nullopt;
  std::size_t depth = 0;
  text = text.substr(0, kLongestMessage);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] != '}' || --depth > 0) continue;
    return Placeholder{i + 1, "{" + std::string(head.substr(0, name_end)) + ", " +
                                  std::string(head.substr(type, type_end - type)) + "}"};
  }
  return std::nullopt;
}

/// `{name}` behind `prefix` bytes of another sign.
std::optional<Placeholder> braces_at(std::string_view text, std::size_t prefix) {
  const auto content = content_of(text, prefix + 1, "}");
  if (!content || !is_name(trimmed(*content))) return std::nullopt;
  if (trimmed(*content).empty() && (!content->empty() || prefix > 0)) return std::nullopt;
  return Placeholder{content->size() + prefix + 2, std::string(text.substr(0, prefix)) + "{" +
                                                       std::string(trimmed(*content)) + "}"};
}

std::optional<Placeholder> printf_at(std::string_view text) {
  std::size_t at = 1;
  const auto skip = [&](std::string_view signs) {
    at = std::min(text.find_first_not_of(signs, at), text.size());
  };
  if (text.substr(at).starts_with('(')) {
    const std::size_t name = name_length(text.substr(at + 1, kLongest));
    if (name == 0 || !text.substr(at + 1 + name).starts_with(')')) return std::nullopt;
    at += name + 2;
  } else if (const std::size_t number = number_length(text.substr(at, kLongest));
             number > 0 && text.substr(at + number).starts_with('$')) {
    at += number + 1;
  }
  text = text.substr(0, kLongest);
  skip("-+#0'");
  skip("0123456789*");
  if (text.substr(at).starts_with('.')) {
    ++at;
    skip("0123456789*");
  }
  skip("hlLqjzt");
  if (at >= text.size() || std::string_view("diouxXeEfFgGaAcspn@").find(text[at]) == kNone)
    return std::nullopt;
  ++at;
  std::size_t end = at;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  if (std::find(kUnits.begin(), kUnits.end(), text.substr(at, end - at)) == kUnits.end())
    return std::nullopt;
  return Placeholder{at, std::string(text.substr(0, at))};
}

}  // namespace

std::optional<Placeholder> placeholder_at(std::string_view text, std::size_t at) {
  const char before = at > 0 ? text[at - 1] : ' ';
  text.remove_prefix(at);
  const char next = text.size() > 1 ? text[1] : '\0';
  switch (text.front()) {
    case '{':
      if (next == '{' || next == '%') return template_at(text);
      if (auto message = message_at(text)) return message;
      return braces_at(text, 0);
    case '$':
    case '#':
      if (next != '{') return std::nullopt;
      return braces_at(text, 1);
    case '%':
      if (next == '{') return braces_at(text, 1);
      if (is_digit(before) || is_letter(before) || before == '%') return std::nullopt;
      return printf_at(text);
    default:
      return std::nullopt;
  }
}

}  // namespace muqabala::detail
