#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/caller.h"
#include "base/permission.h"
#include "platform/sheet/sheet_writer.h"

namespace expogate::import_export {

/// Where an exporter puts its rows. Adding may throw: the export was taken away, or its process is stopping.
class RowSink {
 public:
  virtual ~RowSink() = default;
  virtual void set_total(std::int64_t rows) = 0;
  virtual void add_row(const std::vector<SheetCell>& cells) = 0;
};

/// How one kind of list is exported; its module offers one. `write_rows` reads the list in pieces by its key:
/// never all rows at once, never in one long transaction.
struct Exporter {
  std::optional<Permission> permission;  ///< none: everybody exports what is their own
  std::function<std::vector<std::string>(const Caller&)> headings;
  std::function<void(const Caller&, const std::string& parameters_json, RowSink&)> write_rows;
  bool is_allowed(const Caller& caller) const { return !permission || caller.may(*permission); }
};

}  // namespace expogate::import_export
