#include "align/lexicon/link_words.h"

#include <algorithm>

#include "align/lexicon/cldr_entries.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

struct Linked {
  TextSide source;
  TextSide target;
  PriorLinks prior;

  TypeLink find(const std::string& from, const std::string& to) const {
    for (const TypeLink& link : prior.links) {
      const auto& s = source.types[link.source].surfaces;
      const auto& t = target.types[link.target].surfaces;
      if (std::count(s.begin(), s.end(), from) > 0 && std::count(t.begin(), t.end(), to) > 0)
        return link;
    }
    return {};
  }
};

Linked link(const std::string& arabic, const std::string& english, LexiconBuilder builder) {
  Linked linked{
      index_words(document_of({arabic}, "ar")), index_words(document_of({english}, "en")), {}};
  linked.prior = link_words(linked.source, linked.target, std::move(builder).build());
  return linked;
}

}  // namespace

TEST_CASE("an inflected word is linked through its dictionary form", "[align][lexicon]") {
  LexiconBuilder builder("ar", "en");
  builder.add("مدرسة", "school", 1, LinkOrigin::kDictionary);
  const Linked linked = link("ذهبوا إلى مدرستهم", "They went to their schools", std::move(builder));
  const TypeLink found = linked.find("مدرستهم", "schools");
  CHECK(found.weight > 0);
  CHECK(found.origin == LinkOrigin::kDictionary);
}

TEST_CASE("words of a phrase share its weight, and only where all of it is there",
          "[align][lexicon]") {
  const auto phrase = [] {
    LexiconBuilder builder("ar", "en");
    builder.add("مجلس الأمن", "Security Council", 1, LinkOrigin::kDictionary);
    return builder;
  };
  CHECK(link("اجتمع مجلس الأمن", "The Security Council met", phrase())
            .find("مجلس", "council")
            .weight == Approx(0.25));
  CHECK(link("اجتمع مجلس الوزراء", "The Security Council met", phrase())
            .find("مجلس", "council")
            .weight == 0);
}

TEST_CASE("a known word without a partner is marked as known", "[align][lexicon]") {
  LexiconBuilder builder("ar", "en");
  builder.add("كتاب", "book", 1, LinkOrigin::kDictionary);
  const Linked linked = link("هذا كتاب", "This is a house", std::move(builder));
  std::size_t known = 0;
  for (const std::uint8_t flag : linked.prior.source_known) known += flag;
  CHECK(known == 1);
}

TEST_CASE("Levantine months and spelled-out numbers are known without a dictionary",
          "[align][lexicon]") {
  LexiconBuilder builder("ar", "en");
  add_cldr(builder, "ar", "en");
  const Linked linked =
      link("في حزيران عشرون رجلا من ألمانيا", "In June 20 men from Germany", std::move(builder));
  CHECK(linked.find("حزيران", "june").origin == LinkOrigin::kDate);
  CHECK(linked.find("عشرون", "20").origin == LinkOrigin::kNumber);
  CHECK(linked.find("المانيا", "germany").origin == LinkOrigin::kCldr);
}
