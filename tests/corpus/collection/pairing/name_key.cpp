#include "corpus/collection/pairing/name_key.h"

#include <string>

#include "tests/support/catch.h"

using muqabala::name_key;

namespace {

/// Whether an Arabic and an English file are named as one document.
bool same_path(const std::string& arabic, const std::string& english) {
  return name_key(arabic, "ar").path == name_key(english, "en").path;
}

}  // namespace

TEST_CASE("Names that differ by their language alone have one key", "[pairing]") {
  CHECK(same_path("a.ar.txt", "a.en.txt"));
  CHECK(same_path("ar/x.md", "en/x.md"));
  CHECK(same_path("0012_ar", "0012_en"));
  CHECK(same_path("news/AR-LB/7.txt", "news/en_GB/7.txt"));
  CHECK(same_path("book (Arabic).txt", "book (English).md"));
  CHECK(same_path("book-العربية.txt", "book-english.txt"));
  CHECK(same_path("ara/original/3.txt.gz", "eng/translation/3.txt"));
  CHECK(name_key("ar/x.md", "ar").path == "x");
  CHECK(name_key("docs/ar/intro/x.ar.md", "ar").path == "docs/intro/x");
}

TEST_CASE("Names of two documents keep two keys", "[pairing]") {
  CHECK_FALSE(same_path("1.ar.txt", "2.en.txt"));
  CHECK_FALSE(same_path("2020/ar/a.txt", "2021/en/a.txt"));
  CHECK_FALSE(same_path("part.1", "part.2"));
  CHECK(name_key("2020/ar/a.txt", "ar").stem == name_key("2021/en/a.txt", "en").stem);
}

TEST_CASE("Only the document's own language is left out of its name", "[pairing]") {
  CHECK(name_key("la-mer.txt", "fr").path == "la-mer");
  CHECK(name_key("la-mer.fr.txt", "fr").path == "la-mer");
  CHECK(name_key("en-route.txt", "fr").path == "en-route");
}

TEST_CASE("A name that tells its language alone leaves its folder", "[pairing]") {
  CHECK(name_key("story/ar.txt", "ar").path == "story");
  CHECK(name_key("story/ar.txt", "ar").stem.empty());
  CHECK(name_key("ar.txt", "ar").path.empty());
  CHECK(name_key("", "ar").path.empty());
}

TEST_CASE("A name that is no UTF-8 is its own key", "[pairing]") {
  CHECK(name_key("a\xFF.ar.txt", "ar").path == "a\xFF.ar.txt");
}
