#include "platform/image/qr.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace expogate {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (char c : text) switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  return result;
}

/// Each run of dark modules of a row as one rectangle: `M4 5h7v1h-7z`.
std::string dark_path(const QrCode& code, int quiet_zone) {
  std::string path;
  for (int y = 0; y < code.width; ++y)
    for (int x = 0; x < code.width; ++x) {
      int start = x;
      while (x < code.width && code.is_dark(x, y)) ++x;
      if (int length = x - start; length > 0)
        path += fmt::format("M{} {}h{}v1h-{}z", start + quiet_zone, y + quiet_zone, length, length);
    }
  return path;
}

}  // namespace

QrCode make_qr_code(std::string_view text) {
  constexpr int keeps_case = 1;
  // It finds the stretches of digits and capitals, which take less room than bytes.
  std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
      QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, keeps_case), &QRcode_free);
  if (!made) throw std::length_error("the text is empty or does not fit in a QR code");
  QrCode code{made->width, std::vector<bool>(std::size_t(made->width * made->width))};
  for (std::size_t i = 0; i < code.modules.size(); ++i) code.modules[i] = (made->data[i] & 1) != 0;
  return code;
}

std::string qr_svg(std::string_view text, std::string_view label) {
  constexpr int quiet_zone = 4;
  auto code = make_qr_code(text);
  return fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" shape-rendering="crispEdges" role="img" )"
      R"(aria-label="{1}"><path fill="#fff" d="M0 0h{0}v{0}H0z"/><path d="{2}"/></svg>)",
      code.width + 2 * quiet_zone, escaped(label), dark_path(code, quiet_zone));
}

}  // namespace expogate
