#include "align/lexicon/core_lexicon.h"

#include <algorithm>
#include <set>
#include <string>

#include "segment/text/utf8_text.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

constexpr std::size_t kMostRenderings = 6;

bool is_mark_or_tatweel(char32_t c) { return (c >= 0x064B && c <= 0x0670) || c == 0x0640; }

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t')
      fields.emplace_back();
    else
      fields.back() += c;
  }
  return fields;
}

/// Calls `visit(place, fields)` for every entry of every domain.
template <class Visit>
void for_each_entry(Visit visit) {
  for (const CoreDomain& domain : core_domains()) {
    REQUIRE_FALSE(find_utf8_fault(domain.text));
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < domain.text.size();) {
      const std::size_t end = std::min(domain.text.find('\n', begin), domain.text.size());
      const std::string_view line = domain.text.substr(begin, end - begin);
      begin = end + 1;
      ++number;
      if (line.empty() || line.starts_with('#')) continue;
      visit(std::string(domain.name) + ":" + std::to_string(number), fields_of(line));
    }
  }
}

}  // namespace

TEST_CASE("every entry of the core lexicon is a bare headword with one to six renderings",
          "[align][lexicon]") {
  std::set<std::string> headwords;
  for_each_entry([&](const std::string& place, const std::vector<std::string>& fields) {
    INFO(place);
    REQUIRE(fields.size() >= 2);
    REQUIRE(fields.size() <= 1 + kMostRenderings);
    headwords.insert(fields[0]);
    for (const std::string& field : fields) {
      REQUIRE_FALSE(field.empty());
      REQUIRE(field.front() != ' ');
      REQUIRE(field.back() != ' ');
    }
    for (std::size_t at = 0; at < fields[0].size();) {
      const CodePoint c = code_point_at(fields[0], at);
      REQUIRE_FALSE(is_mark_or_tatweel(c.value));
      at += c.size_bytes;
    }
  });
  CHECK(headwords.size() >= 8'000);
}

TEST_CASE("no rendering of a headword stands in the core lexicon twice", "[align][lexicon]") {
  std::set<std::string> seen;
  for_each_entry([&](const std::string& place, const std::vector<std::string>& fields) {
    for (std::size_t k = 1; k < fields.size(); ++k) {
      INFO(place << ": " << fields[0] << " = " << fields[k]);
      REQUIRE(seen.insert(fields[0] + "\t" + fields[k]).second);
    }
  });
}
