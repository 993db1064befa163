#include "platform/image/qr.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <regex>
#include <stdexcept>

#include "testing/child_process.h"

namespace expogate {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The rectangles of the SVG drawn as a PGM picture, `scale` points for one module.
std::string drawn(const std::string& svg, int scale) {
  std::smatch found;
  std::regex_search(svg, found, std::regex("viewBox=\"0 0 (\\d+)"));
  int side = std::stoi(found[1]) * scale;
  std::string points(std::size_t(side * side), '\xFF');
  std::regex rectangle("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
  for (std::sregex_iterator match(svg.begin(), svg.end(), rectangle), end; match != end; ++match) {
    int x = std::stoi((*match)[1]) * scale, y = std::stoi((*match)[2]) * scale,
        width = std::stoi((*match)[3]) * scale;
    for (int row = y; row < y + scale; ++row)
      points.replace(std::size_t(row * side + x), std::size_t(width), std::size_t(width), '\0');
  }
  return "P5 " + std::to_string(side) + " " + std::to_string(side) + " 255\n" + points;
}

/// What another program reads from the code.
std::string scanned(const std::string& svg) {
  auto path =
      std::filesystem::path(testing::TempDir()) / ("expogate_qr_" + std::to_string(::getpid()) + ".pgm");
  std::ofstream(path, std::ios::binary) << drawn(svg, 5);
  ChildProcess scanner({"zbarimg", "--nodbus", "--quiet", "--raw", "--oneshot", path});
  auto text = scanner.read_all();
  std::filesystem::remove(path);
  return text.substr(0, text.find_last_not_of('\n') + 1);
}

TEST(Qr, IsReadByAScanner) {
  for (std::string text : {std::string("otpauth://totp/Expogate:li?secret=JBSWY3DPEHPK3PXP&issuer=Expogate"),
                           std::string("1"), std::string(500, 'x')})
    EXPECT_EQ(scanned(qr_svg(text, "QR")), text);
}

TEST(Qr, HasItsQuietZone) {
  auto code = make_qr_code("1");
  EXPECT_EQ(code.width, 21);
  EXPECT_TRUE(code.is_dark(0, 0));
  EXPECT_FALSE(code.is_dark(1, 1));
  EXPECT_THAT(qr_svg("1", ""), HasSubstr("viewBox=\"0 0 29 29\""));
  EXPECT_THAT(qr_svg("1", ""), HasSubstr("M4 4h7v1h-7z"));
}

TEST(Qr, FitsAStrictContentPolicyAndAScreenReader) {
  auto svg = qr_svg("1", "扫码 <\"&>");
  EXPECT_THAT(svg, HasSubstr("role=\"img\" aria-label=\"扫码 &lt;&quot;&amp;&gt;\""));
  EXPECT_THAT(svg, Not(HasSubstr("style")));
  EXPECT_THAT(svg, Not(HasSubstr("script")));
}

TEST(Qr, RefusesWhatDoesNotFit) {
  EXPECT_NO_THROW(make_qr_code(std::string(2331, 'x')));
  EXPECT_THROW(make_qr_code(std::string(2332, 'x')), std::length_error);
  EXPECT_THROW(make_qr_code(""), std::length_error);
}

}  // namespace
}  // namespace expogate
