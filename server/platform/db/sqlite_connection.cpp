#include "platform/db/sqlite_connection.h"

#include <sqlite3.h>

#include "platform/db/database.h"
#include "platform/db/statement_cache.h"
#include "platform/db/statement_log.h"

namespace expogate::db {

struct SqliteConnection::Prepared {
  sqlite3_stmt* handle = nullptr;
  std::vector<int>
      index_of_param;  // SQLite takes `$1` for a name; its index depends on where it first stands
  ColumnMap columns;
};

struct SqliteConnection::Cache : StatementCache<Prepared> {
  using StatementCache::StatementCache;
  std::vector<sqlite3_stmt*> handles;
};

namespace {

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* handle) : handle_(handle) {}
  int columns() const override { return sqlite3_column_count(handle_); }
  std::string_view name(int c) const override { return sqlite3_column_name(handle_, c); }
  bool is_null(int c) const override { return sqlite3_column_type(handle_, c) == SQLITE_NULL; }
  std::int64_t integer(int c) const override { return sqlite3_column_int64(handle_, c); }
  double real(int c) const override { return sqlite3_column_double(handle_, c); }
  std::string_view text(int c) const override {
    auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_, c));
    return {bytes, std::size_t(sqlite3_column_bytes(handle_, c))};
  }

 private:
  sqlite3_stmt* handle_;
};

/// Ends the statement's run whatever happens, so that it holds no lock and can run again.
struct ResetGuard {
  sqlite3_stmt* handle;
  ~ResetGuard() { sqlite3_reset(handle); }
};

struct Binder {
  sqlite3_stmt* handle;
  int index;
  void operator()(std::nullptr_t) const { sqlite3_bind_null(handle, index); }
  void operator()(std::int64_t value) const { sqlite3_bind_int64(handle, index, value); }
  void operator()(double value) const { sqlite3_bind_double(handle, index, value); }
  void operator()(bool value) const { sqlite3_bind_int64(handle, index, value ? 1 : 0); }
  void operator()(std::string_view value) const {
    // A null pointer would bind NULL; an empty text is not NULL.
    auto* bytes = value.data() ? value.data() : "";
    sqlite3_bind_text(handle, index, bytes, int(value.size()), SQLITE_STATIC);
  }
};

Fault fault_of(int extended) {
  switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
      return Fault::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return Fault::foreign_key;
    case SQLITE_CONSTRAINT_CHECK:
      return Fault::check;
    case SQLITE_CONSTRAINT_NOTNULL:
      return Fault::not_null;
    default:
      return (extended & 0xff) == SQLITE_BUSY ? Fault::busy : Fault::other;
  }
}

/// "UNIQUE constraint failed: accounts.login_key" -> "accounts.login_key"
std::string constraint_of(std::string_view message) {
  auto at = message.find("failed: ");
  return at == message.npos ? std::string() : std::string(message.substr(at + 8));
}

}  // namespace

SqliteConnection::SqliteConnection(const std::string& file, SqliteOptions options)
    : cache_(std::make_unique<Cache>(statement_cache_limit)) {
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr) != SQLITE_OK) fail();
  sqlite3_busy_timeout(handle_, 10'000);
  // A mistyped "name" must be an error, not silently a text literal.
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  run_script("pragma journal_mode=wal");
  run_script(options.is_synchronous ? "pragma synchronous=full" : "pragma synchronous=off");
  run_script(
      "pragma foreign_keys=on; pragma case_sensitive_like=on; pragma mmap_size=268435456;"
      "pragma cache_size=-16000; pragma temp_store=memory");
  if (options.is_read_only) run_script("pragma query_only=on");
}

SqliteConnection::~SqliteConnection() {
  for (auto* handle : cache_->handles) sqlite3_finalize(handle);
  sqlite3_close_v2(handle_);
}

void SqliteConnection::fail() {
  std::string message = handle_ ? sqlite3_errmsg(handle_) : "out of memory";
  throw Error(fault_of(handle_ ? sqlite3_extended_errcode(handle_) : 0), message, constraint_of(message));
}

SqliteConnection::Prepared& SqliteConnection::prepare(std::string_view sql, std::size_t param_count) {
  if (auto* known = cache_->find(sql)) return *known;
  log_statement(sql);
  Prepared fresh;
  if (sqlite3_prepare_v3(handle_, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &fresh.handle,
                         nullptr))
    fail();
  for (std::size_t i = 1; i <= param_count; ++i)
    fresh.index_of_param.push_back(
        sqlite3_bind_parameter_index(fresh.handle, ("$" + std::to_string(i)).c_str()));
  cache_->handles.push_back(fresh.handle);
  return cache_->keep(sql, std::move(fresh), [&](Prepared& leaving) {
    std::erase(cache_->handles, leaving.handle);
    sqlite3_finalize(leaving.handle);
  });
}

std::int64_t SqliteConnection::run(std::string_view sql, Params params, const RowSink& sink) {
  auto& statement = prepare(sql, params.size());
  ++statement_count();
  ResetGuard guard{statement.handle};
  for (std::size_t i = 0; i < params.size(); ++i)
    std::visit(Binder{statement.handle, statement.index_of_param[i]}, params[i]);
  SqliteRow row(statement.handle);
  int result;
  while ((result = sqlite3_step(statement.handle)) == SQLITE_ROW)
    if (sink) sink(row, statement.columns);
  if (result != SQLITE_DONE) fail();
  return sqlite3_changes64(handle_);
}

void SqliteConnection::batch(std::string_view sql, std::span<const std::vector<Param>> rows) {
  for (auto& row : rows) run(sql, row, {});
}

void SqliteConnection::run_script(std::string_view sql) {
  if (sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void SqliteConnection::begin() {
  run("begin immediate", {}, {});
}
void SqliteConnection::commit() {
  run("commit", {}, {});
}
void SqliteConnection::rollback() noexcept {
  if (!sqlite3_get_autocommit(handle_)) sqlite3_exec(handle_, "rollback", nullptr, nullptr, nullptr);
}

void SqliteConnection::backup_to(const std::string& file) {
  SqliteConnection target(file, {});
  auto* copy = sqlite3_backup_init(target.handle_, "main", handle_, "main");
  if (!copy) target.fail();
  // All pages in one step: a copy in several would begin anew whenever somebody writes in between, and a
  // reader blocks no writer. Finishing alone tells nothing of a step that found the target busy.
  bool is_whole = sqlite3_backup_step(copy, -1) == SQLITE_DONE;
  if (sqlite3_backup_finish(copy) != SQLITE_OK || !is_whole) target.fail();
}

}  // namespace expogate::db
