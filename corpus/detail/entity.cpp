#include "corpus/detail/entity.h"

#include <md4c-html.h>

#include <array>

#include "segment/text/utf8_text.h"

namespace muqabala::detail {
namespace {

struct Escape {
  std::string_view html;
  char character;
};

constexpr std::array kEscapes = {Escape{"&amp;", '&'}, Escape{"&lt;", '<'}, Escape{"&gt;", '>'},
                                 Escape{"&quot;", '"'}};

}  // namespace

// md4c's renderer holds the table of HTML 5's names, so the entity is rendered as a paragraph of
// its own; of what comes back, the four characters that HTML itself escapes are unescaped.
std::string decode_entity(std::string_view entity) {
  for (const Escape& escape : kEscapes)
    if (entity == escape.html) return std::string(1, escape.character);
  std::string html;
  const auto append = [](const MD_CHAR* text, MD_SIZE size, void* out) {
    static_cast<std::string*>(out)->append(text, size);
  };
  if (md_html(entity.data(), static_cast<MD_SIZE>(entity.size()), append, &html, 0, 0) != 0)
    return std::string(entity);
  constexpr std::string_view kOpen = "<p>";
  constexpr std::string_view kClose = "</p>\n";
  if (!html.starts_with(kOpen) || !html.ends_with(kClose)) return std::string(entity);
  std::string_view rest = html;
  rest = rest.substr(kOpen.size(), rest.size() - kOpen.size() - kClose.size());
  std::string text;
  while (!rest.empty()) {
    std::size_t taken = 1;
    char character = rest.front();
    for (const Escape& escape : kEscapes) {
      if (!rest.starts_with(escape.html)) continue;
      character = escape.character;
      taken = escape.html.size();
      break;
    }
    text += character;
    rest.remove_prefix(taken);
  }
  // A number may name a surrogate, which UTF-8 does not hold.
  return find_utf8_fault(text) ? "\xEF\xBF\xBD" : text;
}

}  // namespace muqabala::detail
