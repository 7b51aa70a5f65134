#include "align/anchors/anchors.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

/// The link between two surfaces, or a weight of zero.
TypeLink find(const std::vector<TypeLink>& links, const TextSide& source, const TextSide& target,
              const std::string& from, const std::string& to) {
  for (const TypeLink& link : links) {
    const auto& s = source.types[link.source].surfaces;
    const auto& t = target.types[link.target].surfaces;
    if (std::count(s.begin(), s.end(), from) > 0 && std::count(t.begin(), t.end(), to) > 0)
      return link;
  }
  return {};
}

}  // namespace

TEST_CASE("numbers and Latin words in Arabic text are linked to themselves", "[align][anchors]") {
  const TextSide source = index_words(document_of({"شركة Nokia باعت ٣٥ جهازا؟"}, "ar"));
  const TextSide target = index_words(document_of({"Did Nokia sell 35 devices?"}, "en"));
  std::vector<TypeLink> links;
  link_identical(source, target, links);
  CHECK(find(links, source, target, "nokia", "nokia").origin == LinkOrigin::kIdentity);
  CHECK(find(links, source, target, "35", "35").origin == LinkOrigin::kNumber);
  CHECK(find(links, source, target, "?", "?").weight > 0);
}

TEST_CASE("cognates are linked by their likeness, chance resemblances are not",
          "[align][anchors]") {
  const TextSide source = index_words(document_of({"Die Expedition im Gebirge"}, "de"));
  const TextSide target = index_words(document_of({"Cette expédition en montagne génial"}, "fr"));
  std::vector<TypeLink> links;
  link_identical(source, target, links);
  link_cognates(source, target, links);
  CHECK(find(links, source, target, "expedition", "expedition").weight > 0);
  CHECK(find(links, source, target, "gebirge", "genial").weight == 0);
}

TEST_CASE("a name is found behind an Arabic clitic", "[align][anchors]") {
  const TextSide source = index_words(document_of({"التقى الوزير بخالد في المدينة"}, "ar"));
  const TextSide target = index_words(document_of({"The minister met Khalid in town"}, "en"));
  std::vector<TypeLink> links;
  link_transliterated(source, target, links);
  const TypeLink link = find(links, source, target, "بخالد", "khalid");
  CHECK(link.weight > 0);
  CHECK(link.origin == LinkOrigin::kTransliteration);
}

TEST_CASE("common words of a cased script are no names", "[align][anchors]") {
  const TextSide source = index_words(document_of({"رأى ملك البلاد"}, "ar"));
  const TextSide target = index_words(document_of({"The cat drank milk"}, "en"));
  std::vector<TypeLink> links;
  link_transliterated(source, target, links);
  CHECK(find(links, source, target, "ملك", "milk").weight == 0);
}

TEST_CASE("names are found with the cased script on either side", "[align][anchors]") {
  const TextSide source = index_words(document_of({"We saw Khalid there"}, "en"));
  const TextSide target = index_words(document_of({"رأينا خالد هناك"}, "ar"));
  std::vector<TypeLink> links;
  link_transliterated(source, target, links);
  CHECK(find(links, source, target, "khalid", "خالد").weight > 0);
}
