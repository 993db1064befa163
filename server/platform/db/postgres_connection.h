#pragma once
#include <memory>
#include <string>

#include "platform/db/connection.h"

struct pg_conn;
struct pg_result;

namespace expogate::db {

/// One PostgreSQL connection, used by one thread at a time. BEGIN travels with the first statement of a
/// transaction, and batches are pipelined: an order of three people takes four round trips instead of seven.
class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(const std::string& url);
  ~PostgresConnection() override;
  Engine engine() const override { return Engine::postgres; }
  std::int64_t run(std::string_view sql, Params params, const RowSink& sink) override;
  void batch(std::string_view sql, std::span<const std::vector<Param>> rows) override;
  void run_script(std::string_view sql) override;
  void begin() override { begin_waits_ = true; }
  void commit() override;
  void rollback() noexcept override;
  bool is_broken() const override;

 private:
  struct Prepared;
  struct Cache;
  struct Result;
  Prepared& prepare(std::string_view sql);
  Result run_with_begin(const Prepared& statement, const class TextParams& params);
  void send_waiting_begin();
  void check(const pg_result* result);
  [[noreturn]] void fail(const pg_result* result);
  pg_conn* handle_ = nullptr;
  std::unique_ptr<Cache> cache_;
  std::int64_t prepared_so_far_ = 0;
  bool begin_waits_ = false;
};

}  // namespace expogate::db
