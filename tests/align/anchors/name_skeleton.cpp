#include "align/anchors/name_skeleton.h"

#include "segment/text/folding.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

double likeness(const std::string& a, const std::string& b) {
  return skeleton_similarity(name_skeleton(fold_key(a)), name_skeleton(fold_key(b)));
}

}  // namespace

TEST_CASE("the spellings of a name in two scripts are alike", "[align][names]") {
  const auto [arabic, latin] = GENERATE(table<std::string, std::string>({
      {"إبراهيم", "Ibrahim"},
      {"شكسبير", "Shakespeare"},
      {"واشنطن", "Washington"},
      {"خليل", "Khalil"},
      {"الخرطوم", "Khartoum"},
      {"بيروت", "Beirut"},
      {"فيكتوريا", "Victoria"},
      {"البخاري", "al-Bukhari"},
      {"موزارت", "Mozart"},
  }));
  INFO(arabic << " / " << latin);
  CHECK(likeness(arabic, latin) >= 0.8);
}

TEST_CASE("different names are not alike", "[align][names]") {
  const auto [arabic, latin] = GENERATE(table<std::string, std::string>({
      {"إبراهيم", "Granada"},
      {"خليل", "Mozart"},
      {"واشنطن", "Victoria"},
      {"سليمان", "Ibrahim"},
  }));
  INFO(arabic << " / " << latin);
  CHECK(likeness(arabic, latin) < 0.6);
}

TEST_CASE("scripts other than Arabic and Latin are romanised first", "[align][names]") {
  CHECK(likeness("Горбачёв", "Gorbachev") >= 0.8);
}

TEST_CASE("likeness does not depend on the order of the names", "[align][names]") {
  CHECK(likeness("خالد", "Khalid") == Approx(likeness("Khalid", "خالد")));
}

TEST_CASE("a word without consonants is like nothing", "[align][names]") {
  CHECK(likeness("", "Khalid") == 0);
  CHECK(likeness("aeiou", "Khalid") == 0);
}
