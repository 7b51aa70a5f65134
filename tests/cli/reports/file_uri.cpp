#include "cli/reports/file_uri.h"

#include "tests/support/catch.h"

using muqabala::cli::file_uri;

TEST_CASE("a relative path is a relative URI, with all but letters encoded", "[reports][uri]") {
  CHECK(file_uri("docs/en/guide.md", "/book").uri == "docs/en/guide.md");
  CHECK(file_uri("docs/en/guide.md", "/book").is_in_folder);
  CHECK(file_uri("./a/../my file.md", "").uri == "my%20file.md");
  CHECK(file_uri("دليل.md", "").uri == "%D8%AF%D9%84%D9%8A%D9%84.md");
  CHECK(file_uri("a:b?c#d%e[f]\n\xFF", "").uri == "a%3Ab%3Fc%23d%25e%5Bf%5D%0A%FF");
  CHECK(file_uri("-", "/book").uri == "-");
}

TEST_CASE("an absolute path in the folder becomes relative, another stays", "[reports][uri]") {
  CHECK(file_uri("/book/en/a.md", "/book").uri == "en/a.md");
  CHECK(file_uri("/book/en/a.md", "/book/").uri == "en/a.md");
  CHECK(file_uri("/book/en/a.md", "/book").is_in_folder);
  CHECK(file_uri("/bookshelf/a.md", "/book").uri == "file:///bookshelf/a.md");
  CHECK_FALSE(file_uri("/bookshelf/a.md", "/book").is_in_folder);
  CHECK(file_uri("/book/a.md", "").uri == "file:///book/a.md");
}

TEST_CASE("a relative path that leads out of the folder is not in it", "[reports][uri]") {
  CHECK(file_uri("../en/a.md", "/book/ar").uri == "file:///book/en/a.md");
  CHECK(file_uri("../en/a.md", "").uri == "../en/a.md");
  CHECK_FALSE(file_uri("../en/a.md", "").is_in_folder);
  CHECK(file_uri("..a.md", "").is_in_folder);
}
