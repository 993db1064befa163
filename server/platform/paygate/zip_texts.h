#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace expogate::paygate {

/// What is in a zip file, each part whole; nothing when it is broken or has more than so many bytes.
std::optional<std::vector<std::string>> zip_texts(std::string_view bytes, std::size_t most_bytes);

}  // namespace expogate::paygate
