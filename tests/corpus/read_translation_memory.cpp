#include "corpus/read_translation_memory.h"

#include "segment/base/error.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

const std::string kMemory = R"(<?xml version="1.0"?>
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="de-CH"><seg>Das Haus</seg></tuv><tuv xml:lang="en"><seg>The house</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Ohne Partner</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>A &amp; B</seg></tuv><tuv xml:lang="de"><seg>A und B</seg></tuv></tu>
</body></tmx>)";

}  // namespace

TEST_CASE("units with both languages become pairs of segments", "[memory]") {
  const TranslationMemory memory = read_translation_memory(kMemory, "m.tmx", "de", "en");
  REQUIRE(memory.source.size() == 2);
  REQUIRE(memory.target.size() == 2);
  CHECK(memory.source.text(0) == "Das Haus");
  CHECK(memory.target.text(1) == "A & B");
  CHECK(memory.target.document.language == "en");
  CHECK(partition_fault(memory.alignment, 2, 2).empty());
}

TEST_CASE("the sides follow the languages asked for", "[memory]") {
  const TranslationMemory memory = read_translation_memory(kMemory, "m.tmx", "en", "de");
  CHECK(memory.source.text(0) == "The house");
}

TEST_CASE("a memory of other languages is refused", "[memory]") {
  try {
    read_translation_memory(kMemory, "m.tmx", "de", "fr");
    FAIL("no error was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kMalformedLexicon);
    CHECK_THAT(error.what(), ContainsText("m.tmx"));
  }
}

TEST_CASE("memories are known by the ending of their name", "[memory]") {
  CHECK(is_translation_memory("a/b.tmx"));
  CHECK_FALSE(is_translation_memory("tmx"));
}
