#include "segment/text/cldr.h"

#include <algorithm>
#include <set>
#include <thread>

#include "segment/text/folding.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

std::vector<std::string> names_of(const std::vector<CldrConcept>& concepts, std::string_view id) {
  for (const CldrConcept& concept_ : concepts) {
    if (concept_.id == id) return concept_.names;
  }
  return {};
}

bool has(const std::vector<CldrConcept>& concepts, std::string_view id, std::string_view name) {
  const std::vector<std::string> names = names_of(concepts, id);
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& known) { return fold_key(known) == fold_key(name); });
}

}  // namespace

TEST_CASE("Arabic concepts have the names of all regions and spellings", "[cldr]") {
  static const std::vector<CldrConcept> concepts = cldr_concepts("ar");
  const auto [id, name] = GENERATE(table<std::string, std::string>({
      {"gregorian-11", "نوفمبر"},
      {"gregorian-11", "تشرين الثاني"},
      {"gregorian-11", "نونبر"},
      {"gregorian-1", "جانفي"},
      {"gregorian-1", "كانون الثاني"},
      {"gregorian-8", "غشت"},
      {"gregorian-12", "كانون الأول"},
      {"islamic-9", "رمضان"},
      {"islamic-12", "ذو الحجة"},
      {"islamic-12", "ذي الحجة"},
      {"islamic-4", "ربيع الثاني"},
      {"weekday-1", "الأحد"},
      {"weekday-7", "السبت"},
      {"IQ", "العراق"},
      {"fr", "الفرنسية"},
      {"USD", "دولار أمريكي"},
      {"2", "اثنان"},
      {"2", "اثنتين"},
      {"3", "الثالثة"},
      {"3", "ثالث"},
      {"12", "اثني عشر"},
      {"20", "عشرين"},
      {"20", "عشرون"},
      {"100", "مئة"},
      {"100", "مائة"},
      {"300", "ثلاثمئة"},
      {"900", "تسعمائة"},
      {"900", "تسعمئة"},
      {"2000", "ألفين"},
      {"2000000", "مليونين"},
      {"1000000000", "مليار"},
  }));
  INFO(id << ' ' << name);
  CHECK(has(concepts, id, name));
}

TEST_CASE("English concepts have wide and short months, plurals, variants", "[cldr]") {
  static const std::vector<CldrConcept> concepts = cldr_concepts("en-GB");
  const auto [id, name] = GENERATE(table<std::string, std::string>({
      {"gregorian-11", "November"},
      {"gregorian-11", "Nov"},
      {"weekday-6", "Friday"},
      {"islamic-9", "Ramadan"},
      {"islamic-12", "Dhul-Hijjah"},
      {"islamic-8", "Sha'ban"},
      {"GB", "United Kingdom"},
      {"MM", "Myanmar"},
      {"MM", "Burma"},
      {"BA", "Bosnia and Herzegovina"},
      {"ar", "Arabic"},
      {"USD", "US dollars"},
      {"3", "three"},
      {"3", "third"},
      {"90", "ninety"},
      {"100", "hundred"},
      {"1000000", "million"},
  }));
  INFO(id << ' ' << name);
  CHECK(has(concepts, id, name));
}

TEST_CASE("ids are the same in every language, and distinct", "[cldr]") {
  const auto ids = [](std::string_view language) {
    std::set<std::string> result;
    for (const CldrConcept& concept_ : cldr_concepts(language)) {
      CHECK(result.insert(concept_.id).second);
    }
    return result;
  };
  const std::set<std::string> arabic = ids("ar");
  for (const char* language : {"en", "de", "fr", "ru", "fa", "ja", "tr"}) {
    INFO(language);
    const std::set<std::string> other = ids(language);
    std::vector<std::string> common;
    std::set_intersection(arabic.begin(), arabic.end(), other.begin(), other.end(),
                          std::back_inserter(common));
    CHECK(common.size() > 500);
  }
}

TEST_CASE("no name is empty, doubled, a bare code, or has soft hyphens or loose spaces", "[cldr]") {
  for (const char* language : {"ar", "en", "de", "fa", "th"}) {
    for (const CldrConcept& concept_ : cldr_concepts(language)) {
      INFO(language << ' ' << concept_.id);
      CHECK_FALSE(concept_.names.empty());
      std::set<std::string> keys;
      for (const std::string& name : concept_.names) {
        CHECK(keys.insert(fold_key(name)).second);
        CHECK_FALSE(name.empty());
        CHECK(name.find("  ") == std::string::npos);
        CHECK(name.find("\xC2\xAD") == std::string::npos);
        CHECK(name.front() != ' ');
        CHECK(name.back() != ' ');
        if (concept_.kind == CldrConcept::Kind::kCurrency) CHECK(name != concept_.id);
        if (concept_.kind == CldrConcept::Kind::kTerritory && concept_.id.size() == 3) {
          CHECK(name != concept_.id);
        }
      }
    }
  }
  CHECK(has(cldr_concepts("de"), "200", "zweihundert"));
}

TEST_CASE("what is no language has no concepts", "[cldr]") {
  CHECK(cldr_concepts("").empty());
  CHECK(cldr_concepts("english").empty());
}

TEST_CASE("words are romanised without marks", "[cldr]") {
  CHECK(romanise("Ångström") == "angstrom");
  CHECK(romanise("Москва") == "moskva");
  CHECK(romanise("بيروت") == "byrwt");
  CHECK(romanise("Ἀθήνα") == "athena");
  CHECK(romanise("") == "");
  for (const char c : romanise("سعيد عباس قرآن עברית")) {
    CHECK((c == ' ' || (c >= 'a' && c <= 'z')));
  }
}

TEST_CASE("threads may romanise at once", "[cldr]") {
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&result] {
      for (int i = 0; i < 200; ++i) result = romanise("Москва");
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == "moskva");
}
