#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/database.h"

namespace expogate::db {

/// One file of db/migrations, compiled into the program.
struct Migration {
  int number;
  std::string_view name;
  std::string_view sql;
};

/// All migrations of this program, in order.
std::span<const Migration> all_migrations();

/// The text for one engine: lines between `-- sqlite` or `-- postgres` and `-- both` belong to that engine
/// alone.
std::string text_for(Engine engine, std::string_view sql);

/// Brings the schema up to this program, under a lock so that several starting processes do it once.
/// Returns the numbers applied. Throws when an applied file has changed since, or the schema is newer than
/// the program.
std::vector<int> migrate(Database& database, Instant now);

/// Numbers not yet applied; empty means ready to serve.
std::vector<int> pending_migrations(Database& database);

/// The schema as it stands, as SQL text in a stable order (SQLite only): db/schema.sql.
std::string schema_text(Database& database);

}  // namespace expogate::db
