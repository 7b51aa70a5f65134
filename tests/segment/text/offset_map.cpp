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
  map.anchor(0, 3);   // three bytes cut at the front
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
