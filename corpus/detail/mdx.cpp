#include "corpus/detail/mdx.h"

#include <algorithm>
#include <string_view>

namespace muqabala::detail {
namespace {

constexpr auto kNone = std::string::npos;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Blanker {
 public:
  explicit Blanker(std::string& page) : page_(page) {}

  std::vector<ByteRange> run() {
    bool after_blank = true;
    for (std::size_t at = 0; at < page_.size();) {
      const std::size_t end = line_end(at);
      const std::string_view line = view(at, end);
      const std::size_t indent = std::min(line.find_first_not_of(" \t\r\n"), line.size());
      const std::string_view content = line.substr(indent);
      if (const std::size_t fence = fence_length(content)) {
        at = end_of_code(end, content.front(), fence);
        after_blank = true;
      } else if (after_blank && (line.starts_with("import ") || line.starts_with("export "))) {
        const std::size_t stop = end_of_paragraph(at);
        blank({at, stop});
        at = stop;
      } else {
        after_blank = content.empty();
        at = scan_line(at, end);
      }
    }
    return std::move(cuts_);
  }

 private:
  std::string_view view(std::size_t begin, std::size_t end) const {
    return std::string_view(page_).substr(begin, end - begin);
  }
  /// Just behind the newline of the line at `at`.
  std::size_t line_end(std::size_t at) const {
    const std::size_t newline = page_.find('\n', at);
    return newline == kNone ? page_.size() : newline + 1;
  }
  std::size_t end_of_paragraph(std::size_t at) const {
    while (at < page_.size() && view(at, line_end(at)).find_first_not_of(" \t\r\n") != kNone)
      at = line_end(at);
    return at;
  }
  static std::size_t fence_length(std::string_view content) {
    if (content.empty() || (content.front() != '`' && content.front() != '~')) return 0;
    const std::size_t length = std::min(content.find_first_not_of(content.front()), content.size());
    return length >= 3 ? length : 0;
  }
  std::size_t end_of_code(std::size_t at, char sign, std::size_t length) const {
    while (at < page_.size()) {
      const std::string_view line = view(at, line_end(at));
      const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
      at = line_end(at);
      const std::string_view content = line.substr(indent);
      if (fence_length(content) >= length && content.front() == sign) break;
    }
    return at;
  }

  /// Blanks the tags and expressions that begin in the line, and in the rest of the line in which
  /// the last of them ends; returns where the next line begins.
  std::size_t scan_line(std::size_t at, std::size_t end) {
    while (at < end) {
      switch (page_[at]) {
        case '\\':
          at += 2;
          break;
        case '`':
          at = end_of_code_span(at, end);
          break;
        case '{':
          at = cut_to(at, braces_closed_ ? end_of_braces(at) : kNone);
          break;
        case '<':
          at = cut_to(at, tags_closed_ ? end_of_tag(at) : kNone);
          break;
        default:
          ++at;
      }
      if (at > end && at < page_.size() && page_[at - 1] != '\n') end = line_end(at);
      if (at > end) end = at;
    }
    return std::min(end, page_.size());
  }

  std::size_t end_of_code_span(std::size_t at, std::size_t end) const {
    const std::size_t text = std::min(page_.find_first_not_of('`', at), end);
    const std::size_t length = text - at;
    for (std::size_t i = text; i < end;) {
      i = page_.find('`', i);
      if (i >= end) break;
      const std::size_t stop = std::min(page_.find_first_not_of('`', i), end);
      if (stop - i == length) return stop;
      i = stop;
    }
    return text;
  }

  std::size_t cut_to(std::size_t begin, std::size_t end) {
    if (end == kNone) return begin + 1;
    blank({begin, end});
    return end;
  }

  /// Behind the brace that closes the one at `at`.
  std::size_t end_of_braces(std::size_t at) {
    std::size_t depth = 0;
    for (; at < page_.size(); ++at) {
      if (page_[at] == '{') ++depth;
      if (page_[at] == '}' && --depth == 0) return at + 1;
    }
    braces_closed_ = false;  // nor is any later one worth a search to the end of the file
    return kNone;
  }

  /// Behind the tag at `at`; `kNone` if it is none.
  std::size_t end_of_tag(std::size_t at) {
    const char next = at + 1 < page_.size() ? page_[at + 1] : '\0';
    if (!is_letter(next) && next != '/' && next != '>') return kNone;
    for (++at; at < page_.size(); ++at) {
      const char c = page_[at];
      if (c == '>') return at + 1;
      if (c == '"' || c == '\'') {
        at = page_.find(c, at + 1);
      } else if (c == '{') {
        at = braces_closed_ ? end_of_braces(at) : kNone;
        if (at != kNone) --at;
      }
      if (at == kNone) break;
    }
    tags_closed_ = false;
    return kNone;
  }

  void blank(ByteRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i)
      if (page_[i] != '\n' && page_[i] != '\r') page_[i] = ' ';
    cuts_.push_back(range);
  }

  std::string& page_;
  std::vector<ByteRange> cuts_;
  bool braces_closed_ = true;
  bool tags_closed_ = true;
};

}  // namespace

std::vector<ByteRange> blank_out_mdx(std::string& page) { return Blanker(page).run(); }

}  // namespace muqabala::detail
