#pragma once
#include <memory>
#include <string>

#include "platform/db/connection.h"

struct sqlite3;

namespace expogate::db {

struct SqliteOptions {
  bool is_read_only = false;
  bool is_synchronous = true;
};

/// One SQLite connection, used by one thread at a time.
class SqliteConnection final : public Connection {
 public:
  SqliteConnection(const std::string& file, SqliteOptions options);
  ~SqliteConnection() override;
  Engine engine() const override { return Engine::sqlite; }
  std::int64_t run(std::string_view sql, Params params, const RowSink& sink) override;
  void batch(std::string_view sql, std::span<const std::vector<Param>> rows) override;
  void run_script(std::string_view sql) override;
  void begin() override;
  void commit() override;
  void rollback() noexcept override;

  /// Copies the whole database into another file while it is in use.
  void backup_to(const std::string& file);

 private:
  struct Prepared;
  struct Cache;
  Prepared& prepare(std::string_view sql, std::size_t param_count);
  [[noreturn]] void fail();
  sqlite3* handle_ = nullptr;
  std::unique_ptr<Cache> cache_;
};

}  // namespace expogate::db
