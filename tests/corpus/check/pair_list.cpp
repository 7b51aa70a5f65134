#include "corpus/check/pair_list.h"

#include <filesystem>
#include <string>
#include <vector>

#include "segment/base/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace muqabala;
using muqabala::testing::TemporaryFolder;

namespace {

using Names = std::vector<std::string>;

void write_all(const TemporaryFolder& folder, const Names& names) {
  for (const std::string& name : names) {
    std::filesystem::create_directories(std::filesystem::path(folder / name).parent_path());
    folder.write(name, "text\n");
  }
}

/// `path` from the folder on.
std::string inside(const TemporaryFolder& folder, const std::string& path) {
  REQUIRE(path.starts_with(folder.path() + "/"));
  return path.substr(folder.path().size() + 1);
}

/// The pairs of maps from the folder on, "original > translation", `!` before what is not there.
Names mapped(const TemporaryFolder& folder, const Names& maps) {
  Names whole;
  for (const std::string& map : maps) {
    const std::size_t equals = map.find('=');
    whole.push_back((folder / map.substr(0, equals)) + "=" + (folder / map.substr(equals + 1)));
  }
  Names told;
  for (const FilePair& pair : map_pairs(whole, {}))
    told.push_back((pair.has_source ? "" : "!") + inside(folder, pair.source.path) + " > " +
                   (pair.has_target ? "" : "!") + inside(folder, pair.target.path));
  return told;
}

std::string refusal(const Names& maps) {
  try {
    map_pairs(maps, {});
  } catch (const Error& error) {
    return error.message();
  }
  return "none";
}

std::vector<FilePair> manifest(const TemporaryFolder& folder, const std::string& content) {
  return read_manifest(folder.write("manifest", content), {.source = "ar", .target = "en"});
}

}  // namespace

TEST_CASE("A map pairs files in folders of any depth, in order of their paths", "[pair-list]") {
  const TemporaryFolder folder;
  write_all(folder, {"ar/b.md", "ar/a.md", "ar/x/y/c.md", "en/a.md", "en/b.md", "en/x/y/c.md"});
  CHECK(mapped(folder, {"ar/**/*.md=en/**/*.md"}) ==
        Names{"ar/a.md > en/a.md", "ar/b.md > en/b.md", "ar/x/y/c.md > en/x/y/c.md"});
}

TEST_CASE("A map tells which side of a pair is not there", "[pair-list]") {
  const TemporaryFolder folder;
  write_all(folder, {"ar/a.md", "en/b.md"});
  CHECK(mapped(folder, {"ar/*.md=en/*.md"}) == Names{"ar/a.md > !en/a.md", "!ar/b.md > en/b.md"});
}

TEST_CASE("A map leaves out hidden files, folders and other endings", "[pair-list]") {
  const TemporaryFolder folder;
  write_all(folder, {"ar/a.md", "ar/.draft.md", "ar/.old/b.md", "ar/notes.txt", "en/a.md"});
  CHECK(mapped(folder, {"ar/**/*.md=en/**/*.md"}) == Names{"ar/a.md > en/a.md"});
}

TEST_CASE("A translation beside its original is no original, whichever side it is named on",
          "[pair-list]") {
  const TemporaryFolder folder;
  write_all(folder, {"a.md", "a.en.md", "b.en.md"});
  CHECK(mapped(folder, {"*.md=*.en.md"}) == Names{"a.md > a.en.md", "!b.md > b.en.md"});
  CHECK(mapped(folder, {"*.en.md=*.md"}) == Names{"a.en.md > a.md", "b.en.md > !b.md"});
}

TEST_CASE("A pair that two maps make is one pair, at the place of the first", "[pair-list]") {
  const TemporaryFolder folder;
  write_all(folder, {"ar/a.md", "ar/b.md", "en/a.md", "en/b.md"});
  CHECK(mapped(folder, {"ar/b*=en/b*", "ar/*.md=en/*.md"}) ==
        Names{"ar/b.md > en/b.md", "ar/a.md > en/a.md"});
}

TEST_CASE("A map that cannot be understood, or matches nothing, is refused", "[pair-list]") {
  CHECK(refusal({"ar/*.md"}).find("ORIGINALS=TRANSLATIONS") != std::string::npos);
  CHECK(refusal({"=en/*.md"}).find("ORIGINALS=TRANSLATIONS") != std::string::npos);
  CHECK(refusal({"ar/*.md=en/page.md"}).find("same wildcards") != std::string::npos);
  CHECK(refusal({std::string(5000, 'a') + "=b"}).find("too long") != std::string::npos);
  const TemporaryFolder folder;
  CHECK(refusal({(folder / "ar/*") + "=" + (folder / "en/*")}).find("--map") != std::string::npos);
}

TEST_CASE("A manifest's own languages come before those of all pairs", "[pair-list]") {
  const TemporaryFolder folder;
  const auto pairs = manifest(folder,
                              "source\ttarget\tid\ttarget_lang\n"
                              "a.txt\tb.txt\tfirst\tfr\n"
                              "c.txt\td.txt\tsecond\t\n");
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].id == "first");
  CHECK(pairs[0].source.language == "ar");
  CHECK(pairs[0].target.language == "fr");
  CHECK(pairs[1].target.language == "en");
}

TEST_CASE("A manifest's pairs tell which of their files are not there", "[pair-list]") {
  const TemporaryFolder folder;
  const std::string here = folder.write("here.txt", "text\n");
  const auto pairs = manifest(folder, here + "\t" + (folder / "gone.txt") + "\n" +
                                          (folder / "gone.txt") + "\t" + here + "\n");
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].has_source);
  CHECK(!pairs[0].has_target);
  CHECK(!pairs[1].has_source);
  CHECK(pairs[1].has_target);
}

TEST_CASE("A manifest for a check names files, and at least one pair", "[pair-list]") {
  const TemporaryFolder folder;
  const auto message_of = [&](const std::string& content) {
    try {
      manifest(folder, content);
    } catch (const Error& error) {
      return error.message();
    }
    return std::string("none");
  };
  CHECK(message_of(R"({"source_text": "a", "target_text": "b"})").find("only files are checked") !=
        std::string::npos);
  CHECK(message_of("# nothing but a remark\n\n").find("the manifest") != std::string::npos);
}
