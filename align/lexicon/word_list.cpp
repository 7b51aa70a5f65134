#include "align/lexicon/word_list.h"

#include <algorithm>

#include "segment/base/error.h"

namespace muqabala {
namespace {

constexpr std::string_view kHunalignMark = " @ ";

}  // namespace

std::size_t add_word_list(LexiconBuilder& lexicon, std::string_view text, const std::string& path,
                          const WordListOptions& options) {
  const auto add = [&](std::string_view headword, std::string_view rendering) {
    const bool forwards = options.side == HeadwordSide::kSource;
    lexicon.add(forwards ? headword : rendering, forwards ? rendering : headword, 1.0F,
                options.origin);
  };
  std::size_t entries = 0;
  std::size_t line_number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    const std::size_t mark = line.find(kHunalignMark);
    if (tab != std::string_view::npos) {
      for (std::size_t from = tab; from < line.size();) {
        const std::size_t to = std::min(line.find('\t', from + 1), line.size());
        add(line.substr(0, tab), line.substr(from + 1, to - from - 1));
        from = to;
      }
    } else if (mark != std::string_view::npos) {
      add(line.substr(mark + kHunalignMark.size()), line.substr(0, mark));
    } else {
      throw errors::malformed_lexicon(
          {.path = path, .line = line_number},
          "expected 'headword<TAB>rendering' or 'rendering @ headword'");
    }
    ++entries;
  }
  return entries;
}

}  // namespace muqabala
