#include "corpus/gather_lexicon.h"

#include <algorithm>
#include <string>

#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("the core lexicon serves Arabic and English in both directions, no other pair",
          "[corpus][lexicon]") {
  const auto has_core = [](const std::string& source, const std::string& target) {
    const Lexicon gathered = gather_lexicon(source, target, {.files = {}, .dictd_folders = {}});
    return std::any_of(
        gathered.sources().begin(), gathered.sources().end(),
        [](const LexiconSource& s) { return s.name.starts_with("core/") && s.headwords > 0; });
  };
  CHECK(has_core("ar", "en"));
  CHECK(has_core("ar-LB", "en-GB"));
  CHECK(has_core("en", "ar"));
  CHECK_FALSE(has_core("ar", "fr"));
  CHECK_FALSE(has_core("de", "fr"));
}
