#include "corpus/detail/tame_markdown.h"

#include <algorithm>

namespace muqabala::detail {
namespace {

/// Brackets times bytes of their paragraph. md4c 0.4.8 takes 10 s for 160,000 unclosed titles in
/// 1.3 MB (2e11), so this is some 2.5 s at worst; 5,000 links in a paragraph of 10 MB are within
/// it.
constexpr std::size_t kBracketBudget = 50'000'000'000;

constexpr std::size_t kLongestTarget = 2048;
constexpr std::size_t kLongestLabel = 100;

/// Whether a line is certain to end the paragraph before it.
bool interrupts(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  line.remove_prefix(indent);
  if (line.empty() || line == "\r") return true;
  if (indent > 3) return false;
  return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ") ||
         line.starts_with("# ") || line.starts_with("## ") || line.starts_with("### ");
}

void limit_brackets(std::string& page, std::size_t begin, std::size_t end) {
  std::size_t left = kBracketBudget / std::max<std::size_t>(end - begin, 1);
  if (left >= end - begin) return;
  for (std::size_t at = page.find('[', begin); at < end; at = page.find('[', at + 1)) {
    if (left > 0) {
      --left;
    } else {
      page[at] = '.';
    }
  }
}

/// For a line that defines the target of links, `[label]: target`.
void shorten_target(std::string& page, std::size_t begin, std::size_t end) {
  if (end - begin <= kLongestTarget || page[begin] != '[') return;
  const std::size_t colon = page.find("]:", begin);
  if (colon >= end) return;
  const std::size_t target = page.find_first_not_of(" \t", colon + 2);
  if (target >= end) return;
  const std::size_t target_end = std::min(page.find_first_of(" \t\r\n", target), end);
  if (target_end - target <= kLongestTarget) return;
  std::fill(page.begin() + static_cast<std::ptrdiff_t>(target + kLongestTarget),
            page.begin() + static_cast<std::ptrdiff_t>(target_end), ' ');
}

}  // namespace

std::size_t footnote_length(std::string_view text) {
  if (!text.starts_with("[^")) return 0;
  const std::size_t end = text.substr(0, kLongestLabel).find_first_of("] \t\r\n", 2);
  const bool closed = end != text.npos && end > 2 && text.substr(end).starts_with("]:");
  return closed ? end + 2 : 0;
}

void tame_markdown(std::string& page) {
  std::size_t paragraph = 0;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t newline = page.find('\n', at);
    const std::size_t end = newline == page.npos ? page.size() : newline;
    const std::size_t text = std::min(page.find_first_not_of(" >", at), end);
    if (const std::size_t length = footnote_length(std::string_view(page).substr(text, end - text)))
      page[text + length - 1] = '.';
    if (text < end) shorten_target(page, text, end);
    if (interrupts(std::string_view(page).substr(at, end - at))) {
      limit_brackets(page, paragraph, at);
      paragraph = at;
    }
    at = std::min(end + 1, page.size());
  }
  limit_brackets(page, paragraph, page.size());
}

}  // namespace muqabala::detail
