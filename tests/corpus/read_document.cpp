#include "corpus/read_document.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "segment/base/error.h"
#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("the ending of the name decides on the format", "[read]") {
  const auto [path, heading] = GENERATE(table<std::string, bool>({
      {"a.md", true},
      {"a.MARKDOWN", true},
      {"dir.txt/a.mdx", true},
      {"a.txt", false},
      {"a", false},
      {"-", false},
      {"dir.md/a", false},
  }));
  const Document document = parse_document("# Title\n\nText of the page.\n", path, {});
  REQUIRE(document.blocks.size() == 2);
  const std::string first(slice(document.text.view(), document.blocks[0].range));
  CHECK(first == (heading ? "Title" : "# Title"));
}

TEST_CASE("a format that is given wins over the name", "[read]") {
  const std::string bytes = "*a*\n";
  CHECK(parse_document(bytes, "a.txt", {.format = DocumentFormat::kMarkdown}).text.str() == "a");
  CHECK(parse_document(bytes, "a.md", {.format = DocumentFormat::kText}).text.str() == bytes);
}

TEST_CASE("what is larger than the limit is refused", "[read]") {
  try {
    parse_document("12345", "a.txt", {.limit_bytes = 4});
    FAIL("no error was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kTooLarge);
  }
  CHECK(parse_document("1234", "a.txt", {.limit_bytes = 4}).text.size() == 4);
}

TEST_CASE("files are read from disk, and what cannot be read is named", "[read]") {
  const auto folder = std::filesystem::temp_directory_path() /
                      ("muqabala-read-document-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const std::string path = folder / "page.md";
  std::ofstream(path) << "\xEF\xBB\xBF# Title\n";
  const Document document = read_document(path, {});
  CHECK(document.text.str() == "Title");
  CHECK(document.file.path == path);
  CHECK(bytes_on_disk(document, document.blocks.at(0).range) == ByteRange{5, 10});
  const auto code_of = [](const std::string& name) {
    try {
      read_document(name, {});
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::kBadUsage;
  };
  CHECK(code_of(folder / "absent.txt") == ErrorCode::kFileNotFound);
  CHECK(code_of(folder) == ErrorCode::kIsADirectory);
  std::filesystem::remove_all(folder);
}

TEST_CASE("an empty file is an empty document", "[read]") {
  const std::string path = GENERATE("a.txt", "a.md");
  for (const std::string bytes : {"", "\xEF\xBB\xBF", "\n \r\n\t\n", "\xE2\x80\x8F\n"}) {
    const Document document = parse_document(bytes, path, {});
    CHECK(document.blocks.empty());
  }
}
