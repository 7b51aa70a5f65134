#include "corpus/detail/tag_items.h"

#include <algorithm>
#include <array>
#include <optional>

#include "segment/base/parse_number.h"
#include "segment/text/utf8_text.h"

namespace muqabala::detail {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::string_view kSpace = " \t\r\n";

/// Of an inline tag with its attributes.
constexpr std::size_t kLongestInlineTag = 300;

constexpr std::array<std::string_view, 34> kInlineElements = {
    "a",    "abbr",   "b",   "bdi", "bdo", "big", "br",   "cite", "code", "del", "dfn",  "em",
    "font", "g",      "i",   "img", "ins", "kbd", "mark", "ph",   "q",    "s",   "samp", "small",
    "span", "strong", "sub", "sup", "tt",  "u",   "var",  "wbr",  "x",    "bx"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool same_name(std::string_view given, std::string_view lower) {
  return std::equal(given.begin(), given.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return a == b || (is_capital(a) && a - 'A' + 'a' == b); });
}

/// The end of the tag that begins `text`, behind its `>`; quoted values may hold one.
std::size_t tag_end(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '>') return i + 1;
    if (text[i] != '"' && text[i] != '\'') continue;
    i = text.find(text[i], i + 1);
    if (i == kNone) return kNone;
  }
  return kNone;
}

/// The value of the attribute `name` in a tag, without quotes.
std::optional<std::string_view> attribute(std::string_view tag, std::string_view name) {
  for (std::size_t i = 0; i < tag.size();) {
    const char c = tag[i];
    if (c == '"' || c == '\'') {
      const std::size_t end = tag.find(c, i + 1);
      if (end == kNone) return std::nullopt;
      i = end + 1;
      continue;
    }
    const bool begins = i > 0 && kSpace.find(tag[i - 1]) != kNone;
    if (!begins || !same_name(tag.substr(i, name.size()), name)) {
      ++i;
      continue;
    }
    i = std::min(tag.find_first_not_of(kSpace, i + name.size()), tag.size());
    if (i == tag.size() || tag[i] != '=') continue;
    i = std::min(tag.find_first_not_of(kSpace, i + 1), tag.size());
    if (i == tag.size() || tag[i] == '{') return std::nullopt;  // an expression of JSX
    const bool quoted = tag[i] == '"' || tag[i] == '\'';
    const std::size_t begin = quoted ? i + 1 : i;
    const std::size_t end = quoted ? tag.find(tag[i], begin) : tag.find_first_of(" \t\r\n>", begin);
    if (end == kNone) return std::nullopt;
    return tag.substr(begin, end - begin);
  }
  return std::nullopt;
}

}  // namespace

std::string_view tag_name(std::string_view text) {
  std::size_t end = 1;
  if (end < text.size() && text[end] == '/') ++end;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '.'))
    ++end;
  return text.substr(1, end - 1);
}

void append_tag_items(std::string_view html, std::size_t at, std::vector<MarkupItem>& items) {
  const auto add = [&](MarkupKind kind, std::string target) {
    items.push_back({.kind = kind, .range = {at, at}, .target = std::move(target)});
  };
  for (std::size_t i = html.find('<'); i != kNone; i = html.find('<', i)) {
    const std::string_view rest = html.substr(i);
    if (rest.starts_with("<!--")) {
      i = html.find("-->", i + 4);
      if (i == kNone) return;
      continue;
    }
    const std::string_view name = tag_name(rest);
    if (name.empty() || !is_letter(name.front())) {
      ++i;
      continue;
    }
    const std::size_t end = tag_end(rest);
    if (end == kNone) return;
    const std::string_view tag = rest.substr(0, end);
    if (same_name(name, "a")) {
      if (const auto target = attribute(tag, "href"))
        add(MarkupKind::kLink, shortened_target(*target));
    } else if (same_name(name, "img") || name == "Image") {
      if (const auto target = attribute(tag, "src"))
        add(MarkupKind::kImage, shortened_target(*target));
    } else if (is_capital(name.front())) {
      add(MarkupKind::kTag, "<" + shortened_target(name) + ">");
    }
    i += end;
  }
}

std::size_t inline_tag_length(std::string_view text) {
  text = text.substr(0, kLongestInlineTag);
  const std::string_view name = tag_name(text);
  if (name.empty()) return 0;
  const std::string_view behind = text.substr(name.size() + 1);
  if (std::all_of(name.begin(), name.end(), is_digit)) {
    const std::size_t closing = behind.starts_with("/>") ? 2 : behind.starts_with('>') ? 1 : 0;
    return closing == 0 ? 0 : name.size() + 1 + closing;
  }
  const bool known =
      std::any_of(kInlineElements.begin(), kInlineElements.end(),
                  [&](std::string_view element) { return same_name(name, element); });
  const bool ends = !behind.empty() && std::string_view("/> \t\r\n").find(behind.front()) != kNone;
  const std::size_t end = known && ends ? tag_end(text) : kNone;
  return end == kNone ? 0 : end;
}

std::string shortened_target(std::string_view target) {
  return std::string(front_of(target, kLongestMarkupTarget));
}

}  // namespace muqabala::detail
