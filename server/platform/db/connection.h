#pragma once
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "platform/db/param.h"
#include "platform/db/row.h"

namespace expogate::db {

enum class Engine { sqlite, postgres };

using RowSink = std::function<void(const Row&, ColumnMap&)>;

/// One connection to one engine. Statements are written with `$1…$n` on both and stay prepared.
class Connection {
 public:
  virtual ~Connection() = default;
  virtual Engine engine() const = 0;
  /// Runs one statement; the sink (may be empty) sees each row. Returns the number of changed rows.
  virtual std::int64_t run(std::string_view sql, Params params, const RowSink& sink) = 0;
  /// The same statement for many rows; one round trip where the engine can.
  virtual void batch(std::string_view sql, std::span<const std::vector<Param>> rows) = 0;
  /// Several statements without parameters, not kept prepared: for migrations.
  virtual void run_script(std::string_view sql) = 0;
  virtual void begin() = 0;
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;
  virtual bool is_broken() const { return false; }
};

}  // namespace expogate::db
