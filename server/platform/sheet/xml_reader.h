#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/sheet/sheet_fault.h"

struct XML_ParserStruct;

namespace expogate::sheet {

/// The attributes of one element, by their names without a namespace.
class Attributes {
 public:
  explicit Attributes(const char** pairs) : pairs_(pairs) {}
  std::optional<std::string_view> find(std::string_view name) const;
  std::string_view get(std::string_view name) const { return find(name).value_or(std::string_view{}); }
  /// Nothing when it is missing; broken when it is no number.
  std::optional<std::uint32_t> number(std::string_view name) const;

 private:
  const char** pairs_;
};

/// What one part of a workbook makes of its XML. Names come without their namespaces.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void open(std::string_view name, const Attributes& attributes) = 0;
  virtual void close(std::string_view) {}
  virtual void text(std::string_view) {}
};

/// Feeds XML piece by piece to a handler. Documents with a type declaration are refused: it is where nested
/// and outside entities are made, and no spreadsheet program writes one.
class XmlReader {
 public:
  explicit XmlReader(XmlHandler& handler);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  void read(std::string_view piece, bool is_last);

 private:
  struct Callbacks;
  XmlHandler& handler_;
  XML_ParserStruct* parser_;
  int depth_ = 0;
  std::exception_ptr thrown_;
};

}  // namespace expogate::sheet
