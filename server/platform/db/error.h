#pragma once
#include <stdexcept>
#include <string>

namespace expogate::db {

enum class Fault {
  other,
  unique,  ///< a unique index refused the row; `constraint` says which
  foreign_key,
  check,
  not_null,
  busy,           ///< the queue of writes is full, or a lock was not had in time
  serialization,  ///< PostgreSQL asks to run the transaction again
  connection,     ///< the server has gone away
};

class Error : public std::runtime_error {
 public:
  Error(Fault fault, const std::string& message, std::string constraint = {})
      : std::runtime_error(message), fault_(fault), constraint_(std::move(constraint)) {}
  Fault fault() const { return fault_; }
  /// PostgreSQL: the constraint's name. SQLite: `table.column, …` for unique, the name for check.
  const std::string& constraint() const { return constraint_; }

 private:
  Fault fault_;
  std::string constraint_;
};

}  // namespace expogate::db
