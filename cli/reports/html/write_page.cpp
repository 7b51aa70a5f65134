#include "cli/reports/html/write_page.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "cli/reports/html/page_data.h"
#include "cli/reports/html/page_template.h"

namespace muqabala::cli {
namespace {

/// Escapes what HTML could take for markup inside of a script, and the line ends that old scripts
/// took for the end of a text: JSON knows all of them only inside of texts.
std::string embeddable(std::string_view json) {
  std::string result;
  result.reserve(json.size() + json.size() / 16);
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '<' || c == '>' || c == '&') {
      fmt::format_to(std::back_inserter(result), "\\u{:04x}", static_cast<unsigned>(c));
    } else if (json.substr(i, 3) == "\u2028" || json.substr(i, 3) == "\u2029") {
      result += json[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

void write_page(const CollatedPair& pair, const ExaminedPair& examined, const PairResult& judged,
                const std::string& tool, std::ostream& out) {
  out << kPageHead << embeddable(page_data(pair, examined, judged, tool)) << kPageTail;
}

}  // namespace muqabala::cli
