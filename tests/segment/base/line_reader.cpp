#include "segment/base/line_reader.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/run_program.h"

using namespace muqabala;

namespace {

struct Line {
  std::string text;
  std::size_t offset_bytes;
  bool is_cut;
  bool operator==(const Line&) const = default;
};

std::vector<Line> lines(const std::string& content, std::size_t limit_bytes = 1'000'000) {
  const testing::Sandbox sandbox;
  sandbox.write("f", content);
  LineReader reader(sandbox.path("f"), limit_bytes);
  std::vector<Line> all;
  while (const auto line = reader.next()) {
    all.push_back({std::string(*line), reader.offset_bytes(), reader.is_cut()});
    CHECK(reader.number() == all.size());
  }
  CHECK_FALSE(reader.next());
  return all;
}

}  // namespace

TEST_CASE("Lines come without their ends, the last one with or without one", "[line_reader]") {
  CHECK(lines("").empty());
  CHECK(lines("\n") == std::vector<Line>{{"", 0, false}});
  CHECK(lines("a\r\n\nb") == std::vector<Line>{{"a", 0, false}, {"", 3, false}, {"b", 4, false}});
  CHECK(lines("a\rb\n") == std::vector<Line>{{"a\rb", 0, false}});
}

TEST_CASE("Lines of all lengths come whole, across the pieces in which a file is read",
          "[line_reader]") {
  std::string content;
  std::vector<Line> expected;
  for (std::size_t size = 0; size < 200'000; size = size * 3 + 1) {
    for (const char c : {'x', 'y'}) {
      expected.push_back({std::string(size, c), content.size(), false});
      content += expected.back().text + '\n';
    }
  }
  CHECK((lines(content) == expected));
}

TEST_CASE("A line beyond the limit comes cut off, and the next ones whole", "[line_reader]") {
  for (const std::size_t size : {11U, 100U, 65'536U, 1'000'000U}) {
    INFO(size);
    const std::string content = "a\n" + std::string(size, 'x') + "\nb\n";
    CHECK((lines(content, 10) == std::vector<Line>{{"a", 0, false},
                                                   {std::string(10, 'x'), 2, true},
                                                   {"b", size + 3, false}}));
  }
  CHECK(
      (lines(std::string(300'000, 'x'), 10) == std::vector<Line>{{std::string(10, 'x'), 0, true}}));
}
