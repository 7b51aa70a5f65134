#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace muqabala::detail {

class SqlStatement;

/// An open SQLite database. What goes wrong with it is thrown in the name of its path:
/// `errors::disk_full`, `unwritable`, `ledger_in_use`, and `malformed_ledger` for what is no
/// database or a damaged one.
class SqlDatabase {
 public:
  /// Opens the database at `path`, or makes one.
  explicit SqlDatabase(std::string path);

  /// Runs statements that give nothing back.
  void run(const char* sql);
  /// Runs one and gives the number that it gives back.
  std::int64_t number(const char* sql);
  SqlStatement prepare(std::string_view sql);

  const std::string& path() const { return path_; }
  /// Throws the error that the last call to SQLite met.
  [[noreturn]] void fail(int result) const;

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Closer> database_;
};

/// A prepared statement. Parameters are numbered from 1, columns from 0. The database must outlive
/// it.
class SqlStatement {
 public:
  SqlStatement(const SqlDatabase& database, sqlite3_stmt* statement)
      : database_(&database), statement_(statement) {}

  /// Bound bytes must live until the statement has run.
  SqlStatement& bind(int parameter, std::string_view text);
  SqlStatement& bind_bytes(int parameter, std::string_view bytes);
  SqlStatement& bind(int parameter, std::int64_t number);

  /// Moves on to the next row; false at the end, when the statement can be run again.
  bool step();
  /// Runs a statement that gives no rows.
  void run();
  /// Ends it before its last row.
  void reset();

  /// Of the row at hand; good until the next step.
  std::string_view bytes(int column) const;
  std::int64_t number(int column) const;

 private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  const SqlDatabase* database_;
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

}  // namespace muqabala::detail
