#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace expogate::organization {

/// Whether an enterprise is small, medium or micro: 工信部联企业〔2011〕300号 with 国统字〔2017〕213号. A
/// large one reaches every lower bound of its sector; whoever misses one is not large. `industry_codes` are
/// divisions or sections of GB/T 4754-2017, the first of which a sector is known for decides; turnover in
/// 万元.
///
/// Nothing where the answer hangs on total assets, which the form does not ask: then people answer.
std::optional<bool> is_small_or_medium(const std::vector<std::string>& industry_codes, std::int64_t employees,
                                       std::int64_t turnover_wan);

}  // namespace expogate::organization
