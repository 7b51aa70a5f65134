#include "segment/text/offset_map.h"

#include "tests/support/catch.h"

using muqabala::OffsetMap;

TEST_CASE("a map without anchors is the identity", "[text]") {
  const OffsetMap map;
  CHECK(map.is_identity());
  CHECK(map.original(17) == 17);
}

TEST_CASE("offsets after a cut are moved by what was cut", "[text]") {
  OffsetMap map;
  map.anchor(0, 3);    // three bytes cut at the front
  map.anchor(10, 20);  // seven more before derived offset 10
  CHECK(map.original(0) == 3);
  CHECK(map.original(9) == 12);
  CHECK(map.original(10) == 20);
  CHECK(map.original(15) == 25);
}

TEST_CASE("derived text that was inserted maps to the place where it was put in", "[text]") {
  OffsetMap map;
  map.anchor(5, 5);
  map.anchor(8, 6);  // three derived bytes for one original byte
  CHECK(map.original(5) == 5);
  CHECK(map.original(7) == 6);
  CHECK(map.original(8) == 6);
  CHECK(map.original(9) == 7);
}

TEST_CASE("a second anchor at one offset replaces the first", "[text]") {
  OffsetMap map;
  map.anchor(4, 6);
  map.anchor(4, 9);
  CHECK(map.original(4) == 9);
  CHECK(map.original(3) == 3);
}

TEST_CASE("units of several bytes map as wholes, and their insides to their begin", "[text]") {
  OffsetMap map;
  map.anchor(0, 2, {.derived = 1, .original = 2});  // UTF-16 behind its mark: "ab"
  map.anchor(2, 6, {.derived = 3, .original = 2});  // then two characters of three bytes
  map.anchor(8, 10);
  CHECK(map.original(0) == 2);
  CHECK(map.original(1) == 4);
  CHECK(map.original(2) == 6);
  CHECK(map.original(4) == 6);
  CHECK(map.original(5) == 8);
  CHECK(map.original(9) == 11);
  CHECK(map.original(muqabala::ByteRange{0, 5}) == muqabala::ByteRange{2, 8});
  CHECK(map.original(muqabala::ByteRange{1, 4}) == muqabala::ByteRange{4, 8});
}

TEST_CASE("a range ends before what was cut out behind it", "[text]") {
  // "**bold** R&amp;D" read as "bold R&D"
  OffsetMap map;
  map.anchor(0, 2);
  map.anchor(4, 8);
  map.anchor(6, 10, {.derived = 1, .original = 5});
  map.anchor(7, 15);
  const auto range = [&](std::size_t begin, std::size_t end) {
    return map.original(muqabala::ByteRange{begin, end});
  };
  CHECK(range(0, 4) == muqabala::ByteRange{2, 6});
  CHECK(range(0, 5) == muqabala::ByteRange{2, 9});
  CHECK(range(5, 7) == muqabala::ByteRange{9, 15});
  CHECK(range(5, 8) == muqabala::ByteRange{9, 16});
  CHECK(range(4, 4) == muqabala::ByteRange{8, 8});
  CHECK(range(0, 0) == muqabala::ByteRange{2, 2});
  CHECK(map.original_end(0) == 2);
}

TEST_CASE("without anchors a range is its own original", "[text]") {
  CHECK(OffsetMap().original(muqabala::ByteRange{3, 9}) == muqabala::ByteRange{3, 9});
}
