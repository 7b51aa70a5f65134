#include "cli/terminal.h"

#include <fmt/format.h>
#include <locale.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "segment/text/utf8_text.h"

namespace muqabala::cli {
namespace {

constexpr std::size_t kMinWidth = 40;
constexpr std::size_t kMaxWidth = 400;
constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kPopIsolate = "\u2069";

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::size_t width_of(int descriptor, const Environment& environment) {
  std::size_t width = 0;
  winsize size{};
  if (::isatty(descriptor) != 0 && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  if (width == 0)
    std::from_chars(environment.columns.data(),
                    environment.columns.data() + environment.columns.size(), width);
  return width == 0 ? Screen{}.width : std::clamp(width, kMinWidth, kMaxWidth);
}

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::kBold:
      return "\x1b[1m";
    case Style::kError:
      return "\x1b[1;31m";
    case Style::kWarning:
      return "\x1b[1;33m";
    case Style::kOmission:
      return "\x1b[31m";
    case Style::kAddition:
      return "\x1b[32m";
    case Style::kFaint:
      return "\x1b[2m";
  }
  return "";
}

bool in(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

bool is_control(char32_t c) { return c < 0x20 || in(c, 0x7F, 0x9F); }

/// LRE RLE PDF LRO RLO, LRI RLI FSI PDI.
bool is_bidi_bracket(char32_t c) { return in(c, 0x202A, 0x202E) || in(c, 0x2066, 0x2069); }

bool ends_line(char32_t c) { return c == '\n' || c == '\r' || c == 0x85 || in(c, 0x2028, 0x2029); }

void append_printable(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool second_of_crlf = c.value == '\n' && at > 0 && text[at - 1] == '\r';
    if (c.value == '\t' || ends_line(c.value)) {
      if (!second_of_crlf) out += ' ';
    } else if (is_control(c.value)) {
      append_utf8(out, kReplacement);
    } else if (!is_bidi_bracket(c.value)) {
      out += text.substr(at, c.size_bytes);
    }
    at += c.size_bytes;
  }
}

/// The blocks of the right-to-left scripts.
bool is_right_to_left(char32_t c) {
  return in(c, 0x0590, 0x08FF) || in(c, 0xFB1D, 0xFDFF) || in(c, 0xFE70, 0xFEFC) ||
         in(c, 0x10800, 0x10FFF) || in(c, 0x1E800, 0x1EFFF);
}

/// Read from disk once, and kept: a report of many findings asks for it again and again.
locale_t utf8_locale() {
  static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{});
  return locale;
}

/// The C library knows the widths of characters, by locale only.
class Utf8Locale {
 public:
  Utf8Locale() : locale_(utf8_locale()) {
    if (locale_ != locale_t{}) former_ = ::uselocale(locale_);
  }
  ~Utf8Locale() {
    if (locale_ != locale_t{}) ::uselocale(former_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

  std::size_t width(char32_t c) const {
    const int columns = locale_ == locale_t{} ? 1 : ::wcwidth(static_cast<wchar_t>(c));
    return columns < 0 ? 1 : static_cast<std::size_t>(columns);
  }

 private:
  locale_t locale_;
  locale_t former_{};
};

}  // namespace

Environment read_environment() {
  return {.no_color = variable("NO_COLOR"),
          .term = variable("TERM"),
          .columns = variable("COLUMNS"),
          .source_date_epoch = variable("SOURCE_DATE_EPOCH"),
          .xdg_cache_home = variable("XDG_CACHE_HOME"),
          .home = variable("HOME")};
}

Screen screen_of(int descriptor, ColorChoice color, const Environment& environment) {
  Screen screen{.is_terminal = ::isatty(descriptor) != 0,
                .width = width_of(descriptor, environment)};
  const bool wanted = environment.no_color.empty() && environment.term != "dumb";
  screen.color = color == ColorChoice::kAlways ||
                 (color == ColorChoice::kAuto && screen.is_terminal && wanted);
  return screen;
}

std::string styled(std::string_view text, Style style, const Screen& screen) {
  return screen.color ? fmt::format("{}{}\x1b[0m", escape_of(style), text) : std::string(text);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto fault = find_utf8_fault(text);  // names of files may be any bytes
    append_printable(out, text.substr(0, fault ? fault->offset_bytes : text.size()));
    if (!fault) break;
    append_utf8(out, kReplacement);
    text.remove_prefix(fault->offset_bytes + 1);
  }
  return out;
}

std::string isolated(std::string_view text) {
  std::string out = printable(text);
  for (std::size_t at = 0; at < out.size();) {
    const CodePoint c = code_point_at(out, at);
    if (is_right_to_left(c.value))
      return fmt::format("{}{}{}", kFirstStrongIsolate, out, kPopIsolate);
    at += c.size_bytes;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  const Utf8Locale locale;
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    width += locale.width(c.value);
    at += c.size_bytes;
  }
  return width;
}

std::string shortened(std::string_view text, std::size_t width) {
  const Utf8Locale locale;
  std::size_t used = 0;
  std::size_t word_end = 0;
  std::size_t fitting = 0;  // bytes, with room left for the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == ' ' && used < width) word_end = at;
    used += locale.width(c.value);
    if (used > width) {
      // A script without spaces, or one long word, is cut where it must be.
      const std::size_t end = word_end > fitting / 2 ? word_end : fitting;
      return fmt::format("{}…", text.substr(0, end));
    }
    at += c.size_bytes;
    if (used < width) fitting = at;
  }
  return std::string(text);
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  const std::size_t room = width > indent + 20 ? width - indent : 20;
  std::string out(indent, ' ');
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::size_t columns = display_width(word);
    if (used > 0 && used + 1 + columns > room) {
      out += '\n' + std::string(indent, ' ');
      used = 0;
    }
    if (used > 0) out += ' ';
    out += word;
    used += columns + (used > 0 ? 1 : 0);
    if (end < text.size() && text[end] == '\n') {
      out += '\n';
      if (end + 1 < text.size() && text[end + 1] != '\n') out += std::string(indent, ' ');
      used = 0;
    }
    at = end + 1;
  }
  return out;
}

}  // namespace muqabala::cli
