#include "corpus/detail/sqlite.h"

#include <sqlite3.h>

#include <cerrno>
#include <new>
#include <utility>

#include "corpus/detail/fd_stream.h"
#include "segment/base/error.h"

namespace muqabala::detail {

void SqlDatabase::Closer::operator()(sqlite3* database) const { sqlite3_close_v2(database); }
void SqlStatement::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

SqlDatabase::SqlDatabase(std::string path) : path_(std::move(path)) {
  sqlite3* opened = nullptr;
  const int result =
      sqlite3_open_v2(path_.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  database_.reset(opened);
  if (result != SQLITE_OK) fail(result);
  sqlite3_extended_result_codes(opened, 1);
}

void SqlDatabase::fail(int result) const {
  const int last_errno = errno;  // where SQLite does not hand it on
  const int told_errno = sqlite3_system_errno(database_.get());
  const int system_error = told_errno != 0 ? told_errno : last_errno;
  switch (result & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw errors::ledger_in_use(path_);
    case SQLITE_FULL:
      throw errors::disk_full(path_);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      throw errors::malformed_ledger(path_, "it is damaged or no database");
    case SQLITE_ERROR:  // a table or column that is not there
      throw errors::malformed_ledger(path_, sqlite3_errmsg(database_.get()));
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      // A file that ends inside a page.
      if (result == SQLITE_IOERR_SHORT_READ) throw errors::malformed_ledger(path_, "it is cut off");
      if (system_error != 0) throw_write_error(path_, system_error);
      [[fallthrough]];
    default:
      throw errors::unwritable(path_, sqlite3_errmsg(database_.get()));
  }
}

void SqlDatabase::run(const char* sql) {
  const int result = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) fail(result);
}

std::int64_t SqlDatabase::number(const char* sql) {
  SqlStatement statement = prepare(sql);
  return statement.step() ? statement.number(0) : 0;
}

SqlStatement SqlDatabase::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int result = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (result != SQLITE_OK) fail(result);
  return {*this, statement};
}

SqlStatement& SqlStatement::bind(int parameter, std::string_view text) {
  // A null pointer would bind NULL, which is no empty text.
  sqlite3_bind_text64(statement_.get(), parameter, text.empty() ? "" : text.data(), text.size(),
                      SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

SqlStatement& SqlStatement::bind_bytes(int parameter, std::string_view bytes) {
  sqlite3_bind_blob64(statement_.get(), parameter, bytes.empty() ? "" : bytes.data(), bytes.size(),
                      SQLITE_STATIC);
  return *this;
}

SqlStatement& SqlStatement::bind(int parameter, std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), parameter, number);
  return *this;
}

bool SqlStatement::step() {
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  sqlite3_reset(statement_.get());
  if (result != SQLITE_DONE) database_->fail(result);
  return false;
}

void SqlStatement::run() {
  while (step()) {
  }
}

void SqlStatement::reset() { sqlite3_reset(statement_.get()); }

std::string_view SqlStatement::bytes(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string_view{}
                          : std::string_view(static_cast<const char*>(bytes), size);
}

std::int64_t SqlStatement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

}  // namespace muqabala::detail
