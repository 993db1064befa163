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

std::int64_t& statement_count() {
  thread_local std::int64_t count = 0;
  return count;
}

}  // namespace expogate::db
