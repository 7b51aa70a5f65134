#include "corpus/collection/ledger.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "corpus/detail/sqlite.h"
#include "segment/base/error.h"
#include "tests/support/catch.h"

namespace fs = std::filesystem;

using muqabala::Error;
using muqabala::ErrorCode;
using muqabala::Ledger;

namespace {

/// A folder of its own, gone afterwards.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / "muqabala-ledger-test") {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

/// `id=packed` in order.
std::vector<std::string> contents(Ledger& ledger) {
  std::vector<std::string> found;
  const auto next = ledger.results();
  while (const auto kept = next())
    found.push_back(std::to_string(kept->number) + " " + kept->id + "=" + kept->packed);
  return found;
}

void do_document(Ledger& ledger, const std::string& id, std::size_t number,
                 const std::string& packed) {
  ledger.claim(id, number);
  ledger.put({.id = id, .key = "key of " + id, .packed = packed});
}

/// What opening the file throws.
Error refusal(const std::string& path) {
  try {
    const Ledger ledger(path);
  } catch (const Error& error) {
    return error;
  }
  FAIL("the ledger was opened");
  throw;
}

}  // namespace

TEST_CASE("a ledger gives its results back in the order of their numbers", "[ledger]") {
  const Folder folder;
  Ledger ledger(folder.file("l.sqlite"));
  do_document(ledger, "c", 2, "C");
  do_document(ledger, "a", 0, std::string("A\0A", 3));
  do_document(ledger, "b", 1, "");
  CHECK(contents(ledger) ==
        std::vector<std::string>{"0 a=" + std::string("A\0A", 3), "1 b=", "2 c=C"});
}

TEST_CASE("what was committed is there when the ledger is opened again, and no more", "[ledger]") {
  const Folder folder;
  {
    Ledger ledger(folder.file("l.sqlite"));
    do_document(ledger, "a", 0, "A");
    ledger.set_note("lexicon", "x");
    ledger.commit();
    do_document(ledger, "b", 1, "B");
  }
  Ledger ledger(folder.file("l.sqlite"));
  CHECK(contents(ledger) == std::vector<std::string>{"0 a=A"});
  CHECK(ledger.note("lexicon") == "x");
  CHECK(ledger.note("no such").empty());
}

TEST_CASE("a claim tells the key of the last run, and of an id that came before", "[ledger]") {
  const Folder folder;
  {
    Ledger ledger(folder.file("l.sqlite"));
    CHECK(ledger.claim("a", 0).key.empty());
    CHECK(ledger.claim("a", 1).is_repeated);
    ledger.put({.id = "a", .key = "k", .packed = "A"});
    ledger.claim("died", 2);  // and never came to an end
    ledger.commit();
  }
  Ledger ledger(folder.file("l.sqlite"));
  const Ledger::Claim claim = ledger.claim("a", 7);
  CHECK(claim.key == "k");
  CHECK_FALSE(claim.is_repeated);
  CHECK(ledger.claim("died", 8).key.empty());
  CHECK(contents(ledger) == std::vector<std::string>{"7 a=A"});
}

TEST_CASE("documents that a run did not claim are dropped at its end", "[ledger]") {
  const Folder folder;
  {
    Ledger ledger(folder.file("l.sqlite"));
    for (const std::size_t i : {0U, 1U, 2U})
      do_document(ledger, std::string(1, char('a' + int(i))), i, "R");
    ledger.commit();
  }
  Ledger ledger(folder.file("l.sqlite"));
  ledger.claim("c", 0);
  do_document(ledger, "a", 1, "new");
  CHECK(ledger.drop_unclaimed() == 1);
  CHECK(contents(ledger) == std::vector<std::string>{"0 c=R", "1 a=new"});
}

TEST_CASE("failures are counted until they are mended", "[ledger]") {
  const Folder folder;
  Ledger ledger(folder.file("l.sqlite"));
  ledger.claim("a", 0);
  ledger.put({.id = "a", .is_failure = true, .packed = "F"});
  CHECK(ledger.count_failures() == 1);
  do_document(ledger, "a", 0, "A");
  CHECK(ledger.count_failures() == 0);
  CHECK(ledger.count_results() == 1);
}

TEST_CASE("a ledger in use is refused to others", "[ledger]") {
  const Folder folder;
  Ledger ledger(folder.file("l.sqlite"));
  CHECK(refusal(folder.file("l.sqlite")).code() == ErrorCode::kLedgerInUse);
  do_document(ledger, "a", 0, "A");
  ledger.commit();
  CHECK(refusal(folder.file("l.sqlite")).code() == ErrorCode::kLedgerInUse);
}

TEST_CASE("what is no ledger is refused with the way out", "[ledger]") {
  const Folder folder;
  const std::string path = folder.file("l.sqlite");

  SECTION("text") { std::ofstream(path) << std::string(5000, 'x'); }
  SECTION("a database of another program") {
    muqabala::detail::SqlDatabase(path).run("CREATE TABLE t (x)");
  }
  SECTION("a newer version") {
    { const Ledger made(path); }
    muqabala::detail::SqlDatabase(path).run("PRAGMA user_version=2");
    CHECK(refusal(path).message().find("version 2") != std::string::npos);
  }
  SECTION("a damaged one") {
    {
      Ledger made(path);
      for (std::size_t i = 0; i < 100; ++i)
        do_document(made, std::to_string(i), i, std::string(500, 'x'));
      made.commit();
    }
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(100);
    file << std::string(3000, '\xFF');
  }
  const Error error = refusal(path);
  CHECK(error.code() == ErrorCode::kMalformedLedger);
  CHECK(error.message().find("remove it") != std::string::npos);
}
