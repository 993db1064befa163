#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace expogate::paygate {

/// A JSON object read strictly: a name that comes twice makes the whole unreadable, and a number is whole
/// only when it is written so (`1.0` and `1e2` are not). Values are found by their paths: `amount.total`,
/// `goods[0].name`.
class JsonFields {
 public:
  /// Nothing when it is not exactly one object of JSON.
  static std::optional<JsonFields> parse(std::string_view json);

  /// Empty when there is no text at that path.
  const std::string& text(const std::string& path) const;
  /// A whole number that is not negative.
  std::optional<std::int64_t> amount(const std::string& path) const;

 private:
  struct Reader;
  struct NeitherTextNorWhole {};
  std::map<std::string, std::variant<std::string, std::int64_t, NeitherTextNorWhole>> values_;
};

/// The value of a name in the outermost object, as it is written there: what Alipay signs. Empty when there
/// is none; the JSON is known to be well-formed.
std::string_view written_value(std::string_view json, std::string_view name);

}  // namespace expogate::paygate
