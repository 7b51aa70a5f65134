#include "corpus/collection/read_records.h"

#include "tests/support/catch.h"
#include "tests/support/run_program.h"

using namespace muqabala;

TEST_CASE("Records are numbered, and known by their original where they have no id", "[records]") {
  const testing::Sandbox sandbox;
  sandbox.write("m", "a.ar\ta.en\nbroken\nb.ar\tb.en\tb\tfa\n");
  RecordReader reader(sandbox.path("m"), {.source_language = "ar", .target_language = "en"});
  const auto a = reader.next();
  REQUIRE(a);
  CHECK(a->number == 0);
  CHECK(a->id == "a.ar");
  CHECK(a->source.language == "ar");
  CHECK_THROWS_AS(reader.next(), Error);
  const auto b = reader.next();
  REQUIRE(b);
  CHECK(b->number == 2);
  CHECK(b->id == "b");
  CHECK(b->source.language == "fa");
  CHECK(b->target.language == "en");
  CHECK_FALSE(reader.next());
  CHECK(reader.count() == 3);
}

TEST_CASE("A record of a part keeps its number in the whole", "[records]") {
  const testing::Sandbox sandbox;
  sandbox.write("m", "number\tsource\ttarget\n9\ta\tb\n\tc\td\n");
  RecordReader reader(sandbox.path("m"), {});
  CHECK(reader.next()->number == 9);
  CHECK(reader.next()->number == 1);
}

TEST_CASE("Two documents of one id are refused where ids matter", "[records]") {
  const testing::Sandbox sandbox;
  sandbox.write("m", "a\tb\tx\nc\td\tx\n");
  RecordReader strict(sandbox.path("m"), {});
  CHECK(strict.next());
  CHECK_THROWS_WITH(strict.next(), ContainsText(":2:") && ContainsText("'x' was there before"));
  RecordReader lax(sandbox.path("m"), {.refuses_repeated_ids = false});
  CHECK(lax.next());
  CHECK(lax.next());
}

TEST_CASE("Texts without a path need an id", "[records]") {
  const testing::Sandbox sandbox;
  sandbox.write("m", R"({"source_text":"a","target_text":"b"})");
  RecordReader reader(sandbox.path("m"), {});
  CHECK_THROWS_WITH(reader.next(), ContainsText("needs an id"));
  CHECK(reader.count() == 1);
}

TEST_CASE("A record comes back from its JSON as it was", "[records]") {
  const CollectionRecord record{.number = 12,
                                .id = "ا\n\"",
                                .source = {"a.ar", "ar"},
                                .target = {"", ""},
                                .source_text = {},
                                .target_text = "one\r\ntwo\u2028three",
                                .metadata = {{"k", "v"}, {"", "\u0000"}}};
  const std::string json = to_json(record);
  CHECK(json.find('\n') == json.npos);
  const CollectionRecord back = record_of_json(json);
  CHECK(to_json(back) == json);
  CHECK(back.id == record.id);
  CHECK_FALSE(back.source_text);
  CHECK(back.target_text == record.target_text);
  CHECK(back.metadata == record.metadata);
  CHECK_THROWS_AS(record_of_json("{}"), Error);
}
