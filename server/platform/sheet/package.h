#pragma once
#include <memory>
#include <string>

#include "platform/sheet/xml_reader.h"

struct zip;

namespace expogate::sheet {

/// The zip file around a workbook. Its parts are named from the root, without a leading slash.
class Package {
 public:
  Package(std::string_view bytes, const SheetLimits& limits);
  ~Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  bool contains(const std::string& part) const;
  /// Unpacks a part into a handler, counting what really comes out.
  void read(const std::string& part, XmlHandler& handler);

 private:
  const SheetLimits& limits_;
  zip* archive_ = nullptr;
  std::size_t unpacked_ = 0;
};

/// What a relationship's target means beside the part that names it: `../a.xml`, `b/c.xml` or `/d.xml`.
std::string resolved_part(std::string_view part, std::string_view target);

/// The part that holds the relationships of a part; those of the package itself are of "".
std::string relationships_of(const std::string& part);

}  // namespace expogate::sheet
