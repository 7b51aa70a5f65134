#include "align/furniture/one_sided_furniture.h"

#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

using Segments = std::vector<std::size_t>;

OneSidedFurniture furniture_of(const SegmentedDocument& source, const SegmentedDocument& target) {
  return one_sided_furniture(source, index_words(source), target, index_words(target));
}

}  // namespace

TEST_CASE("furniture is one-sided where the other page has none of its kind", "[furniture]") {
  const OneSidedFurniture furniture = furniture_of(
      document_of({"الإثنين 4 آذار 2030", "وصل القطار متأخراً."}, "ar"),
      document_of({"Monday, March 4, 2030", "The train was late.", "Copy link", "Leave a comment"},
                  "en"));
  CHECK(furniture.source.empty());  // both have a date line
  CHECK(furniture.target == Segments{2, 3});
}

TEST_CASE("dropped furniture is one-sided too, and a text without any has none", "[furniture]") {
  CHECK(furniture_of(document_of({"وصل القطار متأخراً.", "إعلان"}, "ar"),
                     document_of({"The train was late."}, "en"))
            .source == Segments{1});
  const OneSidedFurniture none = furniture_of(document_of({"وصل القطار متأخراً."}, "ar"),
                                              document_of({"The train was late."}, "en"));
  CHECK(none.source.empty());
  CHECK(none.target.empty());
}
