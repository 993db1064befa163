#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace expogate {

/// Millimetres from the left and from the top.
struct PdfPlace {
  double x = 0, y = 0;
};

struct PdfBox {
  double x = 0, y = 0, width = 0, height = 0;
};

/// Red, green and blue from 0 to 1.
struct PdfColor {
  double red = 0, green = 0, blue = 0;
};

struct PdfText {
  double points = 12;
  bool is_bold = false;
  PdfColor color = {};
  enum class Align { left, center } align = Align::left;
};

/// A text of as many lines as it needs, `gap` millimetres below what stands above it.
struct PdfBlock {
  std::string text;
  PdfText style;
  double gap = 0;
};

/// The characters of a text that no installed font has, each once: paper would show them as boxes.
std::vector<std::string> characters_without_glyph(std::string_view text);

/// A PDF written page by page: memory does not grow with its pages but for the bytes themselves. The same
/// calls give the same bytes. Fonts are Noto Sans CJK, and for other scripts what is installed, embedded as
/// far as they are used, so that its text can be searched.
class PdfDocument {
 public:
  /// All pages have this size in millimetres. `made_at` stands in the file.
  PdfDocument(double width, double height, const std::string& title, Instant made_at);
  ~PdfDocument();
  PdfDocument(const PdfDocument&) = delete;

  void fill(const PdfBox& box, const PdfColor& color);
  /// One line; what is wider than the box is set smaller until it fits.
  void write(std::string_view text, const PdfBox& box, const PdfText& style);
  /// One below the other, each wrapped to the width of the box, also within words that are longer. Only when
  /// they are higher than the box all of them are set smaller, by the same measure.
  void write_blocks(std::span<const PdfBlock> blocks, const PdfBox& box);
  /// The JPEG as it is, fitted into the box with its proportions. It must be one that `make_image` made: its
  /// bytes go into the file, of which only the header is read. Throws for what is no JPEG of one or three
  /// colours.
  void draw_jpeg(std::string_view jpeg, const PdfBox& box);
  /// A QR code with error correction M in a square with its quiet zone.
  void draw_qr(std::string_view text, const PdfPlace& place, double side);
  /// Throws when something on the page could not be drawn.
  void end_page();

  /// The file. Nothing can be drawn afterwards. Throws when it could not be made.
  std::string finish();

 private:
  struct Canvas;
  std::unique_ptr<Canvas> canvas_;
};

}  // namespace expogate
