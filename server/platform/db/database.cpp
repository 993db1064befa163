#include "platform/db/database.h"

namespace expogate::db {
namespace {

thread_local Tx* current_write = nullptr;

}  // namespace

std::unique_ptr<Database> open_database(const DatabaseSettings& settings) {
  if (settings.url.starts_with("sqlite:")) return open_sqlite(settings);
  if (settings.url.starts_with("postgresql://") || settings.url.starts_with("postgres://"))
    return open_postgres(settings);
  throw Error(Fault::other, "database.url must begin with sqlite: or postgresql://");
}

JoinedWrite::JoinedWrite(Tx& tx) {
  current_write = &tx;
}
JoinedWrite::~JoinedWrite() {
  current_write = nullptr;
}
Tx* JoinedWrite::current() {
  return current_write;
}

void JoinedWrite::run(Tx& tx, const std::function<void(Tx&)>& work) {
  try {
    work(tx);
  } catch (...) {
    tx.spoil();
    throw;
  }
}

void Tx::require_unspoiled() const {
  if (is_spoiled_) throw Error(Fault::other, "a write failed inside this transaction, and it went on");
}

std::int64_t& statement_count() {
  thread_local std::int64_t count = 0;
  return count;
}

}  // namespace expogate::db
