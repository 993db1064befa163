#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace expogate::http {

/// The letters of method, field name and the like (RFC 9110, 5.6.2).
bool is_token(std::string_view text);

/// A field's line without its line end, as name and value; nothing when it is none: no name, a blank before
/// the colon, a folded line, a control character.
struct FieldLine {
  std::string_view name, value;
};
std::optional<FieldLine> read_field_line(std::string_view line);

/// Each element of a list `a, b;q=0.5` without blanks around it; empty ones are left out.
void for_each_element(std::string_view list, const std::function<void(std::string_view)>& take);

/// The `q` of a list's element, from 0 to 1; 1 when it has none.
double weight_of(std::string_view element);

/// Whether a list of entity tags (`If-None-Match`) holds this one, by the weak comparison; `*` holds every
/// one.
bool has_entity_tag(std::string_view list, std::string_view tag);

/// `Host` or the authority of an address: a name or an address, and a port (RFC 9110, 7.2); nobody's
/// password.
bool is_host_and_port(std::string_view text);

/// The path and the query of a request target. A path must mean the same to everybody: visible ASCII, whole
/// escapes, and behind them well-formed UTF-8 without control characters.
bool is_path_and_query(std::string_view target);

}  // namespace expogate::http
