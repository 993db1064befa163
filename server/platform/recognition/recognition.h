#pragma once
#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace expogate {

/// One character as it was read from a picture.
struct Symbol {
  std::string text;
  int confidence = 0;  ///< 0 to 100
  bool operator==(const Symbol&) const = default;
};
BOOST_DESCRIBE_STRUCT(Symbol, (), (text, confidence))

/// What a licence's picture says, as far as a machine could read it. It proves that picture and form agree,
/// never that the licence is genuine.
struct Recognition {
  std::optional<std::string> uscc;  ///< the code that most readings agree on
  std::vector<std::string> codes;   ///< every valid code read anywhere on the page, its QR code included
  bool has_qr = false;
  std::string name;                  ///< as printed, with brackets; empty when none was found
  std::vector<Symbol> name_symbols;  ///< the same, character by character
  int attempts = 0;                  ///< how often the page was read, each time prepared differently
  std::int64_t elapsed_ms = 0;
};
BOOST_DESCRIBE_STRUCT(Recognition, (), (uscc, codes, has_qr, name, name_symbols, attempts, elapsed_ms))

}  // namespace expogate
