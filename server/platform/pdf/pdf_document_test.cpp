#include "platform/pdf/pdf_document.h"

#include <gtest/gtest.h>

#include "platform/image/jpeg.h"

namespace expogate {
namespace {

std::string one_page(const std::string& text) {
  PdfDocument pdf(105, 148, "A page", Instant{1'760'000'000'000});
  pdf.write(text, {5, 5, 90, 10}, {12});
  pdf.draw_qr("HELLO", {5, 20}, 30);
  pdf.end_page();
  return pdf.finish();
}

TEST(PdfDocument, IsTheSameForTheSameCalls) {
  EXPECT_TRUE(one_page("进口博览会 䶮").starts_with("%PDF-1."));
  EXPECT_EQ(one_page("进口博览会"), one_page("进口博览会"));
  EXPECT_NE(one_page("进口博览会"), one_page("进口博览"));
}

TEST(PdfDocument, NamesTheCharactersThatNoFontHas) {
  EXPECT_TRUE(characters_without_glyph("张三 𠮷 Nguyễn สมชาย अमित محمد").empty());
  EXPECT_EQ(characters_without_glyph("张\U0010FFFD三\U0010FFFD"), std::vector<std::string>{"\U0010FFFD"});
}

TEST(PdfDocument, WrapsLongTextsAndStaysInItsBox) {
  PdfDocument pdf(105, 148, "A page", Instant{1});
  std::string longest;
  for (int i = 0; i < 60; ++i) longest += "总经理";
  PdfBlock blocks[] = {{longest, {26, true}}, {"", {10}, 2}, {longest, {10}, 2}};
  pdf.write_blocks(blocks, {8, 78, 89, 38});
  pdf.write("one line", {5, 5, 90, 10}, {12});
  pdf.end_page();
  EXPECT_TRUE(pdf.finish().starts_with("%PDF-1."));
}

// Cairo leaves everything out in silence once something went wrong: the pages must not look finished.
TEST(PdfDocument, TakesNoBrokenPicture) {
  PdfDocument pdf(105, 148, "A page", Instant{1});
  EXPECT_THROW(pdf.draw_jpeg("no picture", {5, 5, 20, 20}), std::invalid_argument);
  Raster raster(8, 8);
  auto jpeg = encode_jpeg(raster, 80);
  EXPECT_THROW(pdf.draw_jpeg(jpeg.substr(0, 20), {5, 5, 20, 20}), std::invalid_argument);
  pdf.draw_jpeg(jpeg, {5, 5, 20, 20});
  pdf.end_page();
  EXPECT_NE(pdf.finish().find(jpeg), std::string::npos);
}

TEST(PdfDocument, SaysWhenAPageCannotBeDrawn) {
  PdfDocument pdf(105, 148, "A page", Instant{1});
  Raster raster(8, 8);
  pdf.draw_jpeg(encode_jpeg(raster, 80), {5, 5, 0, 0});
  EXPECT_THROW(pdf.end_page(), std::runtime_error);
}

}  // namespace
}  // namespace expogate
