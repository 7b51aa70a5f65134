#include "align/lexicon/recurring_lines.h"

#include <algorithm>
#include <string>

#include "segment/base/hash.h"
#include "segment/base/parse_number.h"
#include "segment/text/folding.h"

namespace muqabala {
namespace {

/// Segments at each end of a document.
constexpr std::size_t kAtAnEnd = 200;

}  // namespace

std::uint64_t line_key(std::string_view text) {
  std::string line = fold_letters(text);
  const auto end = std::unique(line.begin(), line.end(),
                               [](char a, char b) { return is_digit(a) && is_digit(b); });
  line.erase(end, line.end());
  std::replace_if(line.begin(), line.end(), is_digit, '0');
  return line.empty() ? 0 : hash_bytes(line);
}

bool may_recur(std::size_t segment, std::size_t segments) {
  return segment < kAtAnEnd || segment + kAtAnEnd >= segments;
}

float alone_nats(std::span<const RecurringLine> lines, std::uint64_t key) {
  const auto at =
      std::lower_bound(lines.begin(), lines.end(), key,
                       [](const RecurringLine& line, std::uint64_t k) { return line.key < k; });
  return at != lines.end() && at->key == key ? at->alone_nats : 0.0F;
}

}  // namespace muqabala
