#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace muqabala::cli {

/// What the program takes from its environment.
struct Environment {
  std::string no_color = {};
  std::string term = {};
  std::string columns = {};
  std::string source_date_epoch = {};
  std::string xdg_cache_home = {};
  std::string home = {};
};

Environment read_environment();

enum class ColorChoice { kAuto, kAlways, kNever };

/// Where text for people goes, and what it can show.
struct Screen {
  bool is_terminal = false;
  bool color = false;
  std::size_t width = 100;  ///< columns
};

/// The screen behind a file descriptor. What is no terminal is `COLUMNS` wide, by default 100.
Screen screen_of(int descriptor, ColorChoice color, const Environment& environment);

/// Takes a terminal back to the begin of its line, and empties that.
inline constexpr std::string_view kWipeLine = "\r\x1b[K";

enum class Style { kBold, kError, kWarning, kOmission, kAddition, kFaint };

/// `text` in a style, on screens that have colours; else as it is.
std::string styled(std::string_view text, Style style, const Screen& screen);

/// `text` fit to be shown: control characters, which may steer a terminal, and bytes that are no
/// UTF-8 become U+FFFD, tabs and line ends spaces; the marks that open and close bidi embeddings
/// are left out, since one left open would turn around what stands behind it.
std::string printable(std::string_view text);

/// `printable(text)`, isolated (FSI ... PDI, Unicode Annex 9) if it holds any right-to-left letter,
/// so that it does not reorder its surroundings.
std::string isolated(std::string_view text);

/// Columns that `text` takes: none for combining marks, two for wide letters.
std::size_t display_width(std::string_view text);

/// `text` if it is at most `width` columns wide; else its begin up to the end of a word and "…".
std::string shortened(std::string_view text, std::size_t width);

/// `text` in lines of at most `width` columns, broken at spaces, each behind `indent` spaces; a
/// newline in it ends a line. Ends without a newline.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace muqabala::cli
