#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "align/lexicon/cldr_entries.h"
#include "align/lexicon/lexicon.h"
#include "segment/base/error.h"
#include "segment/base/hash.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

namespace fs = std::filesystem;

/// Where the checksum stands in the header, and from where on it counts.
constexpr std::size_t kChecksumAt = 24;
constexpr std::size_t kCheckedFrom = 32;

const std::vector<RecurringLine> kSourceLines = {{.key = 9, .alone_nats = 2}};
const std::vector<RecurringLine> kTargetLines = {{.key = 8, .alone_nats = 1},
                                                 {.key = 70, .alone_nats = 3}};

template <class Range>
std::vector<RecurringLine> listed(const Range& lines) {
  return {lines.begin(), lines.end()};
}

LexiconBuilder small_builder() {
  LexiconBuilder builder("ar", "en");
  builder.begin_source("house list");
  builder.add("مدرسة", "school", 1, LinkOrigin::kDictionary);
  builder.add("مجلس الأمن", "Security Council", 2, LinkOrigin::kDictionary);
  builder.count_headwords(2);
  builder.begin_source("CLDR");
  builder.add("أيار", "May", 2, LinkOrigin::kDate);
  builder.add("مدرسة", "academy", 0.5F, LinkOrigin::kCore);
  builder.add_lines(kSourceLines, kTargetLines);
  return builder;
}

std::string small_bytes() { return to_bytes(small_builder().build(), 7); }

/// Everything that can be asked of a lexicon, asked: under a sanitizer this fails where anything
/// reaches out of the tables.
std::size_t walk(const Lexicon& lexicon) {
  std::size_t sum = lexicon.source_language().size() + lexicon.target_language().size();
  for (const LexiconSource& source : lexicon.sources()) sum += source.name.size();
  for (KeyId key = 0; key < lexicon.source_key_count(); ++key)
    for (const LexiconEntry& entry : lexicon.starting_with(key)) {
      const EntryText text = lexicon.text_of(entry);
      sum += text.source.size() + text.target.size() + entry.source_keys().size();
      sum += lexicon.sources().at(entry.source_id).name.size();
    }
  for (const char* word : {"مدرسه", "school", "", "none"}) {
    if (lexicon.source_key(word)) ++sum;
    if (lexicon.target_key(word)) ++sum;
  }
  if (alone_nats(lexicon.source_lines(), 9) > 0) ++sum;
  if (alone_nats(lexicon.target_lines(), 70) > 0) ++sum;
  return sum;
}

/// `bytes` with a checksum that fits them.
std::string sealed(std::string bytes) {
  const std::uint64_t checksum = hash_bytes(std::string_view(bytes).substr(kCheckedFrom));
  std::memcpy(bytes.data() + kChecksumAt, &checksum, sizeof checksum);
  return bytes;
}

/// What is wrong with `bytes`; empty if nothing is.
std::string refusal_of(std::string_view bytes) {
  try {
    walk(Lexicon::from_bytes(bytes, "x.mql"));
    return {};
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kMalformedLexicon);
    CHECK(error.where().path == "x.mql");
    return error.message();
  }
}

}  // namespace

TEST_CASE("a compiled lexicon gives back all that went in", "[align][lexicon]") {
  const Lexicon built = small_builder().build();
  const Lexicon read = Lexicon::from_bytes(to_bytes(built, 7), "x.mql");
  CHECK(read.source_language() == "ar");
  CHECK(read.target_language() == "en");
  CHECK(read.fingerprint() == 7);
  CHECK(read.sources() == built.sources());
  CHECK(read.sources().front() == LexiconSource{"house list", 2});
  REQUIRE(read.size() == 4);
  for (std::size_t i = 0; i < read.size(); ++i) {
    const LexiconEntry& a = built.entries()[i];
    const LexiconEntry& b = read.entries()[i];
    CHECK(std::memcmp(&a, &b, sizeof a) == 0);
    CHECK(built.text_of(a).source == read.text_of(b).source);
    CHECK(built.text_of(a).target == read.text_of(b).target);
  }
  const auto school = read.source_key("مدرسه");
  REQUIRE(school);
  REQUIRE(read.starting_with(*school).size() == 2);
  const LexiconEntry& academy = read.starting_with(*school)[1];
  CHECK(academy.origin == LinkOrigin::kCore);
  CHECK(academy.weight == 0.5F);
  CHECK(read.sources()[academy.source_id].name == "CLDR");
  CHECK(read.text_of(academy).source == "مدرسة");
  CHECK_FALSE(read.source_key("none"));
  CHECK(listed(read.source_lines()) == kSourceLines);
  CHECK(listed(read.target_lines()) == kTargetLines);
  CHECK(to_bytes(read, 7) == to_bytes(built, 7));
}

TEST_CASE("of lines that are added twice the greater number counts",
          "[align][lexicon][recurring]") {
  LexiconBuilder builder("ar", "en");
  builder.add_lines({}, kTargetLines);
  builder.add_lines(kSourceLines, std::vector<RecurringLine>{{.key = 70, .alone_nats = 1},
                                                             {.key = 8, .alone_nats = 2}});
  const Lexicon lexicon = std::move(builder).build();
  CHECK(listed(lexicon.source_lines()) == kSourceLines);
  CHECK(listed(lexicon.target_lines()) ==
        std::vector<RecurringLine>{{.key = 8, .alone_nats = 2}, {.key = 70, .alone_nats = 3}});
}

TEST_CASE("a compiled lexicon with lines out of order is refused", "[align][lexicon][recurring]") {
  std::string bytes = small_bytes();
  std::string pair(2 * sizeof(RecurringLine), '\0');
  std::memcpy(pair.data(), kTargetLines.data(), pair.size());
  const std::size_t at = bytes.find(pair);
  REQUIRE(at != std::string::npos);
  bytes.replace(at, sizeof(RecurringLine), pair, sizeof(RecurringLine), sizeof(RecurringLine));
  CHECK_THAT(refusal_of(sealed(bytes)), ContainsText("damaged"));
}

TEST_CASE("the same entries give the same bytes", "[align][lexicon]") {
  const auto bytes = [] {
    LexiconBuilder builder("ar", "en");
    add_cldr(builder, "ar", "en");
    return to_bytes(std::move(builder).build());
  };
  CHECK(bytes() == bytes());
}

TEST_CASE("every key of a large lexicon is found, and no other", "[align][lexicon]") {
  LexiconBuilder builder("de", "en");
  for (int k = 0; k < 5000; ++k)
    builder.add("w" + std::to_string(k) + "x", "t" + std::to_string(k), 1, LinkOrigin::kDictionary);
  const Lexicon lexicon = std::move(builder).build();
  const LookupKeys keys("de");
  std::size_t found = 0;
  std::size_t stray = 0;
  for (int k = 0; k < 10000; ++k)
    if (lexicon.source_key(keys.of_headword("w" + std::to_string(k) + "x")))
      ++(k < 5000 ? found : stray);
  CHECK(found == 5000);
  CHECK(stray == 0);
}

TEST_CASE("a lexicon without entries is one", "[align][lexicon]") {
  const Lexicon empty = LexiconBuilder("ar", "en").build();
  const Lexicon read = Lexicon::from_bytes(to_bytes(empty), "x.mql");
  CHECK(read.size() == 0);
  CHECK_FALSE(read.source_key("مدرسه"));
  CHECK_FALSE(Lexicon().source_key("مدرسه"));
  CHECK(walk(Lexicon::from_bytes(to_bytes(Lexicon()), "x.mql")) == 0);
}

TEST_CASE("a lexicon is mapped from a file, and outlives its name", "[align][lexicon]") {
  std::string folder = (fs::temp_directory_path() / "muqabala-lexicon-XXXXXX").string();
  REQUIRE(::mkdtemp(folder.data()) != nullptr);
  const std::string path = folder + "/small.mql";
  std::ofstream(path, std::ios::binary) << small_bytes();
  const Lexicon lexicon = Lexicon::open(path);
  fs::remove_all(folder);
  CHECK(walk(lexicon) == walk(small_builder().build()));
  CHECK_THROWS_AS(Lexicon::open(path), Error);
}

TEST_CASE("a compiled lexicon that is cut off anywhere is refused", "[align][lexicon]") {
  const std::string bytes = small_bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    INFO(size << " of " << bytes.size() << " bytes");
    REQUIRE_FALSE(refusal_of(std::string_view(bytes).substr(0, size)).empty());
  }
  CHECK_THAT(refusal_of(bytes.substr(0, bytes.size() - 1)), ContainsText("cut off"));
  CHECK_THAT(refusal_of(bytes.substr(0, 20)), ContainsText("cut off"));
  CHECK_FALSE(refusal_of(bytes + "x").empty());
}

TEST_CASE("a compiled lexicon with any bit flipped is refused", "[align][lexicon]") {
  std::string bytes = small_bytes();
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (const int bit : {0, 3, 7}) {
      INFO("bit " << bit << " of byte " << at);
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
      REQUIRE_FALSE(refusal_of(bytes).empty());
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
    }
  CHECK(refusal_of(bytes).empty());
}

TEST_CASE("forged numbers under a fitting checksum never lead out of the file",
          "[align][lexicon]") {
  const std::string bytes = small_bytes();
  std::size_t refused = 0;
  std::size_t tried = 0;
  for (std::size_t at = kCheckedFrom; at + 4 <= bytes.size(); at += 4)
    for (const std::uint32_t forged :
         {0U, 1U, 2U, 5U, 0x7FU, 0xFFFFU, 0x7FFFFFFFU, 0x80000000U, 0xFFFFFFFFU, 0x7F800000U}) {
      std::string changed = bytes;
      std::memcpy(changed.data() + at, &forged, sizeof forged);
      if (!refusal_of(sealed(std::move(changed))).empty()) ++refused;
      ++tried;
    }
  CHECK(refused > tried / 4);  // the rest are other words and weights, which nobody can tell
}

TEST_CASE("files of other machines, versions and kinds are named as such", "[align][lexicon]") {
  const std::string bytes = small_bytes();
  std::string foreign = bytes;
  std::swap(foreign[12], foreign[15]);
  std::swap(foreign[13], foreign[14]);
  CHECK_THAT(refusal_of(foreign), ContainsText("byte order"));
  std::string newer = bytes;
  newer[8] = static_cast<char>(newer[8] + 1);
  CHECK_THAT(refusal_of(newer), ContainsText("another version"));
  CHECK_THAT(refusal_of("كتاب\tbook\n"), ContainsText("not a compiled lexicon"));
  CHECK_FALSE(is_compiled_lexicon("كتاب\tbook\n"));
  CHECK(is_compiled_lexicon(bytes));
}

TEST_CASE("a lexicon is added to another with its sources, turned round if need be",
          "[align][lexicon]") {
  const Lexicon small = small_builder().build();
  LexiconBuilder same("ar", "en");
  same.begin_source("first");
  same.add("باب", "door", 1, LinkOrigin::kDictionary);
  same.add(small);
  const Lexicon both = std::move(same).build();
  CHECK(both.size() == 5);
  REQUIRE(both.sources().size() == 3);
  const auto may = both.source_key("ايار");
  REQUIRE(may);
  CHECK(both.sources()[both.starting_with(*may)[0].source_id].name == "CLDR");

  LexiconBuilder turned("en", "ar");
  turned.add(small);
  const Lexicon backwards = std::move(turned).build();
  const auto council = backwards.source_key("secur");
  REQUIRE(council);
  CHECK(backwards.text_of(backwards.starting_with(*council)[0]).target == "مجلس الأمن");
  CHECK(listed(backwards.source_lines()) == kTargetLines);
  CHECK(listed(backwards.target_lines()) == kSourceLines);
}
