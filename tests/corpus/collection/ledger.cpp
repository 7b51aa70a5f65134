#include "corpus/collection/ledger.h"

#include <fstream>
#include <string>
#include <vector>

#include "corpus/detail/sqlite.h"
#include "segment/base/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using muqabala::Error;
using muqabala::ErrorCode;
using muqabala::Ledger;

namespace {

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
  const muqabala::testing::TemporaryFolder folder;
  Ledger ledger(folder / "l.sqlite");
  do_document(ledger, "c", 2, "C");
  do_document(ledger, "a", 0, std::string("A\0A", 3));
  do_document(ledger, "b", 1, "");
  CHECK(contents(ledger) ==
        std::vector<std::string>{"0 a=" + std::string("A\0A", 3), "1 b=", "2 c=C"});
}

TEST_CASE("what was committed is there when the ledger is opened again, and no more", "[ledger]") {
  const muqabala::testing::TemporaryFolder folder;
  {
    Ledger ledger(folder / "l.sqlite");
    do_document(ledger, "a", 0, "A");
    ledger.set_note("lexicon", "x");
    ledger.commit();
    do_document(ledger, "b", 1, "B");
  }
  Ledger ledger(folder / "l.sqlite");
  CHECK(contents(ledger) == std::vector<std::string>{"0 a=A"});
  CHECK(ledger.note("lexicon") == "x");
  CHECK(ledger.note("no such").empty());
}

TEST_CASE("a claim tells the key of the last run, and of an id that came before", "[ledger]") {
  const muqabala::testing::TemporaryFolder folder;
  {
    Ledger ledger(folder / "l.sqlite");
    CHECK(ledger.claim("a", 0).key.empty());
    CHECK(ledger.claim("a", 1).is_repeated);
    ledger.put({.id = "a", .key = "k", .packed = "A"});
    ledger.claim("died", 2);  // and never came to an end
    ledger.commit();
  }
  Ledger ledger(folder / "l.sqlite");
  const Ledger::Claim claim = ledger.claim("a", 7);
  CHECK(claim.key == "k");
  CHECK_FALSE(claim.is_repeated);
  CHECK(ledger.claim("died", 8).key.empty());
  CHECK(contents(ledger) == std::vector<std::string>{"7 a=A"});
}

TEST_CASE("documents that a run did not claim are dropped at its end", "[ledger]") {
  const muqabala::testing::TemporaryFolder folder;
  {
    Ledger ledger(folder / "l.sqlite");
    for (const std::size_t i : {0U, 1U, 2U})
      do_document(ledger, std::string(1, char('a' + int(i))), i, "R");
    ledger.commit();
  }
  Ledger ledger(folder / "l.sqlite");
  ledger.claim("c", 0);
  do_document(ledger, "a", 1, "new");
  CHECK(ledger.drop_unclaimed() == 1);
  CHECK(contents(ledger) == std::vector<std::string>{"0 c=R", "1 a=new"});
}

TEST_CASE("failures are counted until they are mended", "[ledger]") {
  const muqabala::testing::TemporaryFolder folder;
  Ledger ledger(folder / "l.sqlite");
  ledger.claim("a", 0);
  ledger.put({.id = "a", .is_failure = true, .packed = "F"});
  CHECK(ledger.count_failures() == 1);
  do_document(ledger, "a", 0, "A");
  CHECK(ledger.count_failures() == 0);
  CHECK(ledger.count_results() == 1);
}

TEST_CASE("a ledger in use is refused to others", "[ledger]") {
  const muqabala::testing::TemporaryFolder folder;
  Ledger ledger(folder / "l.sqlite");
  CHECK(refusal(folder / "l.sqlite").code() == ErrorCode::kLedgerInUse);
  do_document(ledger, "a", 0, "A");
  ledger.commit();
  CHECK(refusal(folder / "l.sqlite").code() == ErrorCode::kLedgerInUse);
}

TEST_CASE("what is no ledger is refused with the way out", "[ledger]") {
  const muqabala::testing::TemporaryFolder folder;
  const std::string path = folder / "l.sqlite";

  SECTION("text") { std::ofstream(path) << std::string(5000, 'x'); }
  SECTION("a database of another program") {
    muqabala::detail::SqlDatabase(path).run("CREATE TABLE t (x)");
  }
  SECTION("a newer version") {
    { const Ledger made(path); }
    muqabala::detail::SqlDatabase(path).run("PRAGMA user_version=99");
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
