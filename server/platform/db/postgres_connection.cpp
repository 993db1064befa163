#include "platform/db/postgres_connection.h"

#include <libpq-fe.h>

#include <array>
#include <charconv>

#include "platform/db/database.h"
#include "platform/db/statement_cache.h"
#include "platform/db/statement_log.h"

namespace expogate::db {

struct PostgresConnection::Prepared {
  std::string name;
  ColumnMap columns;
};

struct PostgresConnection::Cache : StatementCache<Prepared> {
  using StatementCache::StatementCache;
};

struct PostgresConnection::Result {
  PGresult* handle = nullptr;
  explicit Result(PGresult* result) : handle(result) {}
  Result(Result&& other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
  ~Result() { PQclear(handle); }
};

/// Parameters in the text form that libpq sends; null-terminated copies that live as long as this object.
class TextParams {
 public:
  explicit TextParams(Params params) {
    texts_.reserve(params.size());
    for (auto& param : params) std::visit([this](auto value) { add(value); }, param);
    for (std::size_t i = 0; i < params.size(); ++i)
      values_.push_back(std::holds_alternative<std::nullptr_t>(params[i]) ? nullptr : texts_[i].c_str());
  }
  int count() const { return int(values_.size()); }
  const char* const* values() const { return values_.data(); }

 private:
  void add(std::nullptr_t) { texts_.emplace_back(); }
  void add(bool value) { texts_.emplace_back(value ? "true" : "false"); }
  void add(std::string_view value) { texts_.emplace_back(value); }
  template <class Number>
  void add(Number value) {
    std::array<char, 40> buffer;
    auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    texts_.emplace_back(buffer.data(), end.ptr);
  }
  std::vector<std::string> texts_;
  std::vector<const char*> values_;
};

namespace {

class PostgresRow final : public Row {
 public:
  explicit PostgresRow(const PGresult* result) : result_(result) {}
  int index = 0;
  int columns() const override { return PQnfields(result_); }
  std::string_view name(int c) const override { return PQfname(result_, c); }
  bool is_null(int c) const override { return PQgetisnull(result_, index, c); }
  std::int64_t integer(int c) const override {
    auto value = text(c);
    if (value == "t") return 1;
    if (value == "f") return 0;
    std::int64_t number = 0;
    auto end = std::from_chars(value.data(), value.data() + value.size(), number);
    if (end.ec != std::errc{}) fail_row("no integer in column", name(c));
    return number;
  }
  double real(int c) const override {
    auto value = text(c);
    double number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
  }
  std::string_view text(int c) const override {
    return {PQgetvalue(result_, index, c), std::size_t(PQgetlength(result_, index, c))};
  }

 private:
  const PGresult* result_;
};

Fault fault_of(std::string_view state) {
  if (state == "23505") return Fault::unique;
  if (state == "23503") return Fault::foreign_key;
  if (state == "23514") return Fault::check;
  if (state == "23502") return Fault::not_null;
  if (state == "40001" || state == "40P01") return Fault::serialization;
  if (state == "55P03") return Fault::busy;
  // 25006: a primary that has become a replica; 57P: the server is being shut down.
  if (state.empty() || state.starts_with("08") || state.starts_with("57P") || state == "25006")
    return Fault::connection;
  return Fault::other;
}

std::string field_of(const PGresult* result, int field) {
  auto* text = result ? PQresultErrorField(result, field) : nullptr;
  return text ? text : "";
}

bool is_good(const PGresult* result) {
  auto status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

/// Settings that every connection has: a lost server is noticed, and nothing waits for ever.
constexpr std::string_view connection_defaults =
    "connect_timeout=5&keepalives_idle=30&keepalives_interval=10&keepalives_count=3&tcp_user_timeout=15000&"
    "target_session_attrs=read-write&application_name=expogate&"
    "options=-c%20statement_timeout%3D60s%20-c%20lock_timeout%3D10s%20-c%20idle_in_transaction_session_"
    "timeout%3D60s";

std::string with_defaults(const std::string& url) {
  return url + (url.find('?') == url.npos ? "?" : "&") + std::string(connection_defaults);
}

}  // namespace

PostgresConnection::PostgresConnection(const std::string& url)
    : handle_(PQconnectdb(with_defaults(url).c_str())),
      cache_(std::make_unique<Cache>(statement_cache_limit)) {
  if (PQstatus(handle_) != CONNECTION_OK) {
    std::string reason = PQerrorMessage(handle_);
    PQfinish(handle_);
    throw Error(Fault::connection, reason);
  }
  // Without DETAIL, which quotes the rows that broke a rule: they hold personal data, and errors are logged.
  PQsetErrorVerbosity(handle_, PQERRORS_TERSE);
  PQsetNoticeProcessor(
      handle_, [](void*, const char*) {}, nullptr);
}

PostgresConnection::~PostgresConnection() {
  PQfinish(handle_);
}

bool PostgresConnection::is_broken() const {
  return PQstatus(handle_) != CONNECTION_OK || PQtransactionStatus(handle_) != PQTRANS_IDLE;
}

void PostgresConnection::fail(const PGresult* result) {
  std::string message = result ? PQresultErrorMessage(result) : PQerrorMessage(handle_);
  auto fault =
      PQstatus(handle_) != CONNECTION_OK ? Fault::connection : fault_of(field_of(result, PG_DIAG_SQLSTATE));
  throw Error(fault, message, field_of(result, PG_DIAG_CONSTRAINT_NAME));
}

void PostgresConnection::check(const PGresult* result) {
  if (!is_good(result)) fail(result);
}

PostgresConnection::Prepared& PostgresConnection::prepare(std::string_view sql) {
  if (auto* known = cache_->find(sql)) return *known;
  log_statement(sql);
  send_waiting_begin();
  Prepared fresh{"s" + std::to_string(++prepared_so_far_), {}};
  Result result(PQprepare(handle_, fresh.name.c_str(), std::string(sql).c_str(), 0, nullptr));
  check(result.handle);
  return cache_->keep(sql, std::move(fresh), [&](Prepared& leaving) {
    Result dropped(PQexec(handle_, ("deallocate " + leaving.name).c_str()));
  });
}

void PostgresConnection::send_waiting_begin() {
  if (!begin_waits_) return;
  begin_waits_ = false;
  Result result(PQexec(handle_, "begin"));
  check(result.handle);
}

/// BEGIN and the first statement in one round trip.
PostgresConnection::Result PostgresConnection::run_with_begin(const Prepared& statement,
                                                              const TextParams& params) {
  begin_waits_ = false;
  PQenterPipelineMode(handle_);
  PQsendQueryParams(handle_, "begin", 0, nullptr, nullptr, nullptr, nullptr, 0);
  PQsendQueryPrepared(handle_, statement.name.c_str(), params.count(), params.values(), nullptr, nullptr, 0);
  PQpipelineSync(handle_);
  Result begun(PQgetResult(handle_));
  PQgetResult(handle_);  // the null that ends BEGIN's results
  Result result(PQgetResult(handle_));
  PQgetResult(handle_);
  Result synced(PQgetResult(handle_));
  PQexitPipelineMode(handle_);
  check(begun.handle);
  return result;
}

std::int64_t PostgresConnection::run(std::string_view sql, Params params, const RowSink& sink) {
  auto& statement = prepare(sql);
  ++statement_count();
  TextParams texts(params);
  auto result = begin_waits_ ? run_with_begin(statement, texts)
                             : Result(PQexecPrepared(handle_, statement.name.c_str(), texts.count(),
                                                     texts.values(), nullptr, nullptr, 0));
  check(result.handle);
  if (sink) {
    PostgresRow row(result.handle);
    for (int rows = PQntuples(result.handle); row.index < rows; ++row.index) sink(row, statement.columns);
  }
  std::string_view changed = PQcmdTuples(result.handle);
  std::int64_t count = 0;
  std::from_chars(changed.data(), changed.data() + changed.size(), count);
  return count;
}

void PostgresConnection::batch(std::string_view sql, std::span<const std::vector<Param>> rows) {
  if (rows.empty()) return;
  send_waiting_begin();
  auto& statement = prepare(sql);
  statement_count() += std::int64_t(rows.size());
  PQenterPipelineMode(handle_);
  for (auto& row : rows) {
    TextParams texts(row);
    PQsendQueryPrepared(handle_, statement.name.c_str(), texts.count(), texts.values(), nullptr, nullptr, 0);
  }
  PQpipelineSync(handle_);
  std::optional<Result> first_bad;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Result result(PQgetResult(handle_));
    if (!is_good(result.handle) && !first_bad) first_bad.emplace(std::move(result));
    PQgetResult(handle_);
  }
  Result synced(PQgetResult(handle_));
  PQexitPipelineMode(handle_);
  if (first_bad) fail(first_bad->handle);
}

void PostgresConnection::run_script(std::string_view sql) {
  send_waiting_begin();
  Result result(PQexec(handle_, std::string(sql).c_str()));
  if (PQresultStatus(result.handle) != PGRES_EMPTY_QUERY) check(result.handle);
}

void PostgresConnection::commit() {
  if (std::exchange(begin_waits_, false)) return;  // nothing was done in between
  Result result(PQexec(handle_, "commit"));
  check(result.handle);
  // A transaction that failed before answers COMMIT with ROLLBACK, and no error.
  if (std::string_view(PQcmdStatus(result.handle)) != "COMMIT")
    throw Error(Fault::other, "the transaction had failed");
}

void PostgresConnection::rollback() noexcept {
  if (std::exchange(begin_waits_, false)) return;
  if (PQtransactionStatus(handle_) == PQTRANS_IDLE) return;
  Result result(PQexec(handle_, "rollback"));
}

}  // namespace expogate::db
