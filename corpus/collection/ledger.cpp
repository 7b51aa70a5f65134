// The ledger is a SQLite database of one process. Its journal is a write-ahead log: a commit
// appends to one file and waits for no disk (`synchronous=NORMAL` flushes when the log is folded
// back), so that a batch may be as small as a document. A process that is killed loses nothing it
// committed; a machine that loses its power may lose the last commits, never the database, and what
// is lost is done again. With an exclusive lock, held as long as the process lives, the log needs
// no shared memory, so it works on network file systems too, and a second build in the same folder
// is refused.
//
// Documents and results are two tables, so that a document can get another number without its
// result being written again. A run claims the documents of its manifest one by one; what is not
// claimed at its end is not in the manifest any more.

#include "corpus/collection/ledger.h"

#include <fmt/format.h>

#include <utility>

#include "corpus/detail/sqlite.h"
#include "segment/base/error.h"

namespace muqabala {
namespace {

using detail::SqlDatabase;
using detail::SqlStatement;

/// `Muqa`, by which the database is known as ours.
constexpr std::int64_t kApplication = 0x4D757161;
constexpr std::int64_t kVersion = 2;

constexpr const char* kSchema = R"(
  CREATE TABLE document (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    run INTEGER NOT NULL,
    key TEXT NOT NULL,
    is_failure INTEGER NOT NULL,
    result INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX document_by_number ON document (number);
  CREATE TABLE result (id INTEGER PRIMARY KEY, packed BLOB NOT NULL);
  CREATE TABLE note (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
)";

std::int64_t signed_of(std::size_t number) { return static_cast<std::int64_t>(number); }

/// Opens and locks the database; sees to it that it has our schema.
SqlDatabase open_ledger(const std::string& path) {
  SqlDatabase database(path);
  database.run("PRAGMA locking_mode=EXCLUSIVE");
  const std::int64_t application = database.number("PRAGMA application_id");
  const std::int64_t version = database.number("PRAGMA user_version");
  const bool is_new = application == 0 && version == 0 &&
                      database.number("SELECT count(*) FROM sqlite_master") == 0;
  if (!is_new && application != kApplication)
    throw errors::malformed_ledger(path, "it is a database of another program");
  if (!is_new && version != kVersion)
    throw errors::malformed_ledger(
        path, fmt::format("it is of version {}, and this program knows version {}; it may be used "
                          "on with the program that wrote it",
                          version, kVersion));
  database.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; BEGIN IMMEDIATE");
  if (is_new) {
    database.run(kSchema);
    database.run(
        fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", kApplication, kVersion)
            .c_str());
  }
  database.run("COMMIT; BEGIN IMMEDIATE");
  return database;
}

}  // namespace

struct Ledger::State {
  SqlDatabase database;
  std::int64_t run;
  SqlStatement find = database.prepare("SELECT number, run, key, result FROM document WHERE id=?1");
  SqlStatement renumber = database.prepare("UPDATE document SET number=?2, run=?3 WHERE id=?1");
  SqlStatement begin = database.prepare("INSERT INTO document VALUES (?1, ?2, ?3, '', 0, NULL)");
  SqlStatement add_result = database.prepare("INSERT INTO result (packed) VALUES (?1)");
  SqlStatement replace_result = database.prepare("UPDATE result SET packed=?2 WHERE id=?1");
  SqlStatement finish =
      database.prepare("UPDATE document SET key=?2, is_failure=?3, result=?4 WHERE id=?1");
  SqlStatement last_row = database.prepare("SELECT last_insert_rowid()");

  explicit State(const std::string& path)
      : database(open_ledger(path)),
        run(1 + database.number("SELECT coalesce(max(run), 0) FROM document")) {}
};

Ledger::Ledger(const std::string& path) : state_(std::make_unique<State>(path)) {}

Ledger::~Ledger() = default;

Ledger::Claim Ledger::claim(std::string_view id, std::size_t number) {
  SqlStatement& find = state_->find.bind(1, id);
  if (!find.step()) {
    state_->begin.bind(1, id).bind(2, signed_of(number)).bind(3, state_->run).run();
    return {};
  }
  const Claim claim{.key = std::string(find.bytes(2)),
                    .is_repeated = find.number(1) == state_->run};
  find.reset();
  if (!claim.is_repeated)
    state_->renumber.bind(1, id).bind(2, signed_of(number)).bind(3, state_->run).run();
  return claim;
}

void Ledger::put(const Entry& entry) {
  SqlStatement& find = state_->find.bind(1, entry.id);
  const std::int64_t before = find.step() ? find.number(3) : 0;
  find.reset();
  SqlStatement& finish =
      state_->finish.bind(1, entry.id).bind(2, entry.key).bind(3, std::int64_t{entry.is_failure});
  if (before != 0) {
    state_->replace_result.bind(1, before).bind_bytes(2, entry.packed).run();
    finish.bind(4, before).run();
    return;
  }
  state_->add_result.bind_bytes(1, entry.packed).run();
  state_->last_row.step();
  const std::int64_t row = state_->last_row.number(0);
  state_->last_row.reset();
  finish.bind(4, row).run();
}

void Ledger::commit() { state_->database.run("COMMIT; BEGIN IMMEDIATE"); }

std::size_t Ledger::drop_unclaimed() {
  SqlDatabase& database = state_->database;
  database.prepare("DELETE FROM result WHERE id IN (SELECT result FROM document WHERE run<>?1)")
      .bind(1, state_->run)
      .run();
  database.prepare("DELETE FROM document WHERE run<>?1").bind(1, state_->run).run();
  const std::int64_t dropped = database.number("SELECT changes()");
  commit();
  return static_cast<std::size_t>(dropped);
}

std::function<std::optional<Ledger::Kept>()> Ledger::results() {
  auto statement = std::make_shared<SqlStatement>(state_->database.prepare(
      "SELECT number, document.id, key, packed FROM document INDEXED BY document_by_number "
      "CROSS JOIN result ON result.id=document.result ORDER BY number, document.id"));
  return [statement]() -> std::optional<Kept> {
    if (!statement->step()) return std::nullopt;
    return Kept{.number = static_cast<std::size_t>(statement->number(0)),
                .id = std::string(statement->bytes(1)),
                .key = std::string(statement->bytes(2)),
                .packed = std::string(statement->bytes(3))};
  };
}

std::size_t Ledger::count_results() {
  return static_cast<std::size_t>(
      state_->database.number("SELECT count(*) FROM document WHERE result IS NOT NULL"));
}

std::size_t Ledger::count_failures() {
  return static_cast<std::size_t>(
      state_->database.number("SELECT count(*) FROM document WHERE is_failure"));
}

std::string Ledger::note(std::string_view name) {
  SqlStatement statement = state_->database.prepare("SELECT text FROM note WHERE name=?1");
  return statement.bind(1, name).step() ? std::string(statement.bytes(0)) : std::string{};
}

void Ledger::set_note(std::string_view name, std::string_view text) {
  SqlStatement statement = state_->database.prepare("INSERT OR REPLACE INTO note VALUES (?1, ?2)");
  statement.bind(1, name).bind(2, text).run();
}

}  // namespace muqabala
