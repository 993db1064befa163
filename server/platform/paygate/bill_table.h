#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/paygate/form.h"

/// The tables in which WeChat Pay and Alipay hand out their bills: a line of column names, then the lines.
namespace expogate::paygate {

/// The lines under the one that begins with `first_column`, each value by its column, without what surrounds
/// values (a backquote before, a tab behind). They end where a line begins with `end`. Nothing when there is
/// no such table or a line has too few values; what is too many is taken for commas in the name of what was
/// bought, `name_column`.
std::optional<std::vector<Fields>> bill_lines(std::string_view text, std::string_view first_column,
                                              std::string_view name_column, std::string_view end);

/// `160.00`, `-0.60` or `0.60000`, without its sign and to the nearest fen; an empty text is 0.
std::optional<std::int64_t> booked_fen(std::string_view text);

}  // namespace expogate::paygate
