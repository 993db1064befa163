#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace expogate {

/// The modules of a QR code with error correction M, without the quiet zone of four modules that it needs
/// around.
struct QrCode {
  int width = 0;
  std::vector<bool> modules;  ///< row after row; true is dark

  bool is_dark(int x, int y) const { return modules[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
};

/// Throws std::length_error when the text is empty or longer than a code can hold (2,331 bytes).
QrCode make_qr_code(std::string_view text);

/// The code as an `<svg>` element with its quiet zone. It has no size of its own and no inline style, so that
/// it fits any page and any content policy. `label` is what a screen reader says.
std::string qr_svg(std::string_view text, std::string_view label);

}  // namespace expogate
