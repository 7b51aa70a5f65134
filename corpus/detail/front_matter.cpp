#include "corpus/detail/front_matter.h"

#include <algorithm>
#include <array>
#include <string>

// A reader by lines of the part of YAML and TOML that these fields are written in: keys at the left
// margin; values plain, quoted, or in a block behind `|` or `>`, also over several lines. A library
// would give the values without their places in the file.

namespace muqabala::detail {
namespace {

constexpr std::array<std::string_view, 4> kReadableKeys = {"title", "subtitle", "description",
                                                           "summary"};
constexpr auto kNone = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The line at `begin` without its line ending.
ByteRange line_at(std::string_view file, std::size_t begin) {
  std::size_t end = std::min(file.find('\n', begin), file.size());
  if (end > begin && file[end - 1] == '\r') --end;
  return {begin, end};
}

std::size_t next_line(std::string_view file, std::size_t begin) {
  const std::size_t newline = file.find('\n', begin);
  return newline == kNone ? file.size() : newline + 1;
}

ByteRange trimmed(std::string_view file, ByteRange range) {
  while (!range.empty() && is_blank(file[range.begin])) ++range.begin;
  while (!range.empty() && is_blank(file[range.end - 1])) --range.end;
  return range;
}

class Reader {
 public:
  Reader(std::string_view file, std::size_t begin, std::size_t end, char separator,
         ReadableText& text)
      : file_(file), begin_(begin), end_(end), separator_(separator), text_(text) {}

  void read() {
    for (std::size_t at = begin_; at < end_;) {
      const ByteRange line = line_at(file_, at);
      const std::size_t next = next_line(file_, at);
      at = next;
      if (line.empty() || is_blank(file_[line.begin])) continue;
      if (separator_ == '=' && file_[line.begin] == '[')
        return;  // tables hold other things' fields
      const std::size_t found = slice(file_, line).find(separator_);
      if (found == kNone) continue;
      const std::size_t separator = line.begin + found;
      const std::string_view key = slice(file_, trimmed(file_, {line.begin, separator}));
      if (std::find(kReadableKeys.begin(), kReadableKeys.end(), key) == kReadableKeys.end())
        continue;
      if (const std::size_t end = end_of_triple({separator + 1, line.end}); end != kNone) {
        read_value(trimmed(file_, {separator + 1, end}));
        at = next_line(file_, end);
        continue;
      }
      // The value reaches over the lines that are indented and the blank ones between them.
      std::size_t value_end = line.end;
      for (std::size_t i = next; i < end_; i = next_line(file_, i)) {
        const ByteRange more = line_at(file_, i);
        if (!more.empty() && !is_blank(file_[more.begin])) break;
        if (!trimmed(file_, more).empty()) value_end = more.end;
      }
      read_value(trimmed(file_, {separator + 1, value_end}));
    }
  }

 private:
  /// Behind a value of TOML in three quotes, which begins in `line`; `kNone` for any other.
  std::size_t end_of_triple(ByteRange line) const {
    const std::string_view value = slice(file_, trimmed(file_, line));
    const std::string_view quotes = value.substr(0, 3);
    if (separator_ != '=' || (quotes != "\"\"\"" && quotes != "'''")) return kNone;
    const std::size_t begin = static_cast<std::size_t>(value.data() - file_.data()) + 3;
    const std::size_t close = file_.substr(0, end_).find(quotes, begin);
    return close == kNone ? kNone : close + 3;
  }

  void read_value(ByteRange value) {
    if (value.empty()) return;
    const char first = file_[value.begin];
    if (std::string_view("[{&*!#").find(first) != kNone) return;
    text_.begin_block(BlockKind::kFrontMatter);
    if (first == '"' || first == '\'') {
      read_quoted(value, first);
    } else if (first == '|' || first == '>') {
      read_lines({std::min(next_line(file_, value.begin), value.end), value.end});
    } else {
      read_lines(without_comment(value));
    }
    text_.end_block();
  }

  ByteRange without_comment(ByteRange value) const {
    const std::size_t comment = slice(file_, value).find(" #");
    return comment == kNone ? value : ByteRange{value.begin, value.begin + comment};
  }

  void read_lines(ByteRange value) {
    bool first = true;
    for (std::size_t at = value.begin; at < value.end; at = next_line(file_, at)) {
      ByteRange line = line_at(file_, at);
      line.end = std::min(line.end, value.end);
      line = trimmed(file_, line);
      if (!first) text_.insert("\n");
      text_.take(line);
      first = false;
    }
  }

  void read_quoted(ByteRange value, char quote) {
    const bool triple = separator_ == '=' && value.size() >= 6 &&
                        slice(file_, value).starts_with(std::string(3, quote));
    std::size_t at = value.begin + (triple ? 3 : 1);
    if (triple) value.end -= 3;
    std::size_t piece = at;
    const auto take_to = [&](std::size_t end) { text_.take({piece, end}); };
    while (at < value.end) {
      const char c = file_[at];
      const char next = at + 1 < value.end ? file_[at + 1] : '\0';
      if (c == quote && quote == '\'' && next == quote && separator_ == ':') {
        take_to(at + 1);
        piece = at += 2;
      } else if (c == quote && !triple) {
        break;
      } else if (c == '\\' && quote == '"') {
        take_to(at);
        piece = at = read_escape(at, value.end);
      } else if (c == '\n') {
        take_to(at > piece && file_[at - 1] == '\r' ? at - 1 : at);
        text_.insert("\n");
        for (++at; at < value.end && is_blank(file_[at]); ++at) {
        }
        piece = at;
      } else {
        ++at;
      }
    }
    take_to(at);
  }

  /// Takes the escape at `at`; returns where it ends.
  std::size_t read_escape(std::size_t at, std::size_t end) {
    const char kind = at + 1 < end ? file_[at + 1] : '\0';
    const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits > 0 && at + 2 + digits <= end) {
      char32_t value = 0;
      for (std::size_t i = at + 2; i < at + 2 + digits; ++i) {
        const char d = file_[i];
        value = value * 16 + static_cast<char32_t>(d >= 'a'   ? d - 'a' + 10
                                                   : d >= 'A' ? d - 'A' + 10
                                                              : d - '0');
      }
      if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
      std::string character;
      append_utf8(character, value);
      text_.take_as(character, {at, at + 2 + digits});
      return at + 2 + digits;
    }
    if (kind == '\0' || kind == '\n' || kind == '\r') return at + 1;
    if (kind == 'n' || kind == 't') {
      text_.take_as(kind == 'n' ? "\n" : "\t", {at, at + 2});
    } else {
      text_.take({at + 1, at + 2});  // stands for itself
    }
    return at + 2;
  }

  std::string_view file_;
  std::size_t begin_;
  std::size_t end_;
  char separator_;
  ReadableText& text_;
};

/// Whether the first line between the fences is one of metadata: a page may also begin with a rule.
bool begins_with_key(std::string_view file, std::size_t begin, std::size_t end, char separator) {
  for (std::size_t at = begin; at < end; at = next_line(file, at)) {
    const ByteRange line = trimmed(file, line_at(file, at));
    if (line.empty()) continue;
    const std::string_view content = slice(file, line);
    if (content.front() == '#' || content.front() == '[') return true;
    const std::string_view key = content.substr(0, content.find(separator));
    return key.size() < content.size() && key.size() <= 64 && key.find(". ") == kNone;
  }
  return true;
}

}  // namespace

std::size_t read_front_matter(std::string_view file, ReadableText& text) {
  const ByteRange fence = trimmed(file, line_at(file, 0));
  const std::string_view mark = slice(file, fence);
  if (fence.begin != 0 || (mark != "---" && mark != "+++")) return 0;
  const std::size_t begin = next_line(file, 0);
  for (std::size_t at = begin; at < file.size(); at = next_line(file, at)) {
    const ByteRange line = line_at(file, at);
    const std::string_view content = slice(file, {line.begin, trimmed(file, line).end});
    if (content != mark && !(mark == "---" && content == "...")) continue;
    const char separator = mark == "---" ? ':' : '=';
    if (!begins_with_key(file, begin, at, separator)) return 0;
    Reader(file, begin, at, separator, text).read();
    return next_line(file, at);
  }
  return 0;
}

}  // namespace muqabala::detail
