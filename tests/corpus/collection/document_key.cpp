#include "corpus/collection/document_key.h"

#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "corpus/detail/packed.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;

using muqabala::CollectionRecord;
using muqabala::document_key;

namespace {

/// Two texts of a document, gone afterwards.
class Texts {
 public:
  Texts() {
    write("source", "ا");
    write("target", "a");
  }
  std::string path(const std::string& name) const { return folder_ / name; }
  void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }
  CollectionRecord record() const {
    return {.id = "x", .source = {path("source"), "ar"}, .target = {path("target"), "en"}};
  }

 private:
  muqabala::testing::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a document's key changes with all that decides about its result", "[document_key]") {
  const Texts texts;
  const CollectionRecord record = texts.record();
  const std::string key = document_key(record, "settings");
  CHECK(key == document_key(record, "settings"));
  CHECK(key != document_key(record, "other settings"));

  CollectionRecord other = record;
  other.metadata["licence"] = "CC0";
  CHECK(key != document_key(other, "settings"));
  other = record;
  other.source.language = "ar-EG";
  CHECK(key != document_key(other, "settings"));
  other = record;
  other.number = 7;  // where it stands is nothing to it
  CHECK(key == document_key(other, "settings"));

  texts.write("target", "b");
  CHECK(key != document_key(record, "settings"));
  fs::remove(texts.path("target"));
  CHECK(key != document_key(record, "settings"));
  CHECK_FALSE(document_key(record, "settings").empty());
}

TEST_CASE("what can be read only once has no key, and is not waited for", "[document_key]") {
  const Texts texts;
  fs::remove(texts.path("source"));
  REQUIRE(::mkfifo(texts.path("source").c_str(), 0600) == 0);
  CHECK(document_key(texts.record(), "settings").empty());
  fs::remove(texts.path("source"));
  fs::create_directory(texts.path("source"));
  CHECK(document_key(texts.record(), "settings").empty());
}

TEST_CASE("packed bytes come back as they were, and damaged ones not at all", "[packed]") {
  using muqabala::detail::pack;
  using muqabala::detail::unpack;
  for (const std::string& bytes :
       {std::string(), std::string("a"), std::string(100'000, 'x'), std::string("\0\xFF\0", 3)})
    CHECK(unpack(pack(bytes)) == bytes);
  std::string packed = pack("a text that is worth its while");
  CHECK_FALSE(unpack(packed.substr(0, packed.size() - 3)));
  CHECK_FALSE(unpack("x"));
  packed[20] = static_cast<char>(packed[20] ^ 0x55);
  CHECK_FALSE(unpack(packed));
  packed.replace(0, 8, 8, '\xFF');  // a size that no memory holds
  CHECK_FALSE(unpack(packed));
}
