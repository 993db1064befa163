#include "platform/pdf/pdf_document.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <tuple>

#include "base/characters.h"
#include "platform/image/jpeg.h"
#include "platform/image/qr.h"

namespace expogate {
namespace {

constexpr double points_per_mm = 72 / 25.4;
constexpr int quiet_modules = 4;

double points(double mm) {
  return mm * points_per_mm;
}

cairo_status_t append(void* target, const unsigned char* bytes, unsigned size) {
  static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

struct FontFree {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Font = std::unique_ptr<PangoFontDescription, FontFree>;

Font font_of(const PdfText& style, double size) {
  Font font(pango_font_description_from_string(style.is_bold ? "Noto Sans CJK SC Bold" : "Noto Sans CJK SC"));
  pango_font_description_set_size(font.get(), int(size * PANGO_SCALE));
  return font;
}

}  // namespace

std::vector<std::string> characters_without_glyph(std::string_view text) {
  auto words = legible(text);
  std::string bytes;
  auto* surface = cairo_pdf_surface_create_for_stream(append, &bytes, 1, 1);
  auto* cairo = cairo_create(surface);
  auto* layout = pango_cairo_create_layout(cairo);
  auto font = font_of({}, PdfText{}.points);
  pango_layout_set_font_description(layout, font.get());
  pango_layout_set_text(layout, words.data(), int(words.size()));
  std::vector<std::string> missing;
  for (auto* line = pango_layout_get_lines_readonly(layout); line != nullptr; line = line->next)
    for (auto* run = static_cast<PangoLayoutLine*>(line->data)->runs; run != nullptr; run = run->next) {
      auto* glyphs = static_cast<PangoLayoutRun*>(run->data)->glyphs;
      for (int i = 0; i < glyphs->num_glyphs; ++i) {
        auto glyph = glyphs->glyphs[i].glyph;
        if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0 || glyph == PANGO_GLYPH_EMPTY) continue;
        std::string character;
        append_character(character, char32_t(glyph & ~PANGO_GLYPH_UNKNOWN_FLAG));
        if (std::find(missing.begin(), missing.end(), character) == missing.end())
          missing.push_back(character);
      }
    }
  g_object_unref(layout);
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  return missing;
}

struct PdfDocument::Canvas {
  std::string bytes;
  cairo_surface_t* surface = nullptr;
  cairo_t* cairo = nullptr;
  PangoLayout* layout = nullptr;

  ~Canvas() {
    g_object_unref(layout);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
  }

  void use(const PdfColor& color) { cairo_set_source_rgb(cairo, color.red, color.green, color.blue); }

  void set_text(std::string_view text) {
    auto words = legible(text);
    pango_layout_set_text(layout, words.data(), int(words.size()));
  }

  /// In points.
  std::pair<double, double> size_with(const Font& font) {
    pango_layout_set_font_description(layout, font.get());
    int width = 0, height = 0;
    pango_layout_get_size(layout, &width, &height);
    return {double(width) / PANGO_SCALE, double(height) / PANGO_SCALE};
  }
};

PdfDocument::PdfDocument(double width, double height, const std::string& title, Instant made_at)
    : canvas_(std::make_unique<Canvas>()) {
  auto& c = *canvas_;
  c.surface = cairo_pdf_surface_create_for_stream(append, &c.bytes, points(width), points(height));
  cairo_pdf_surface_set_metadata(c.surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(c.surface, CAIRO_PDF_METADATA_CREATE_DATE, to_rfc3339(made_at).c_str());
  c.cairo = cairo_create(c.surface);
  c.layout = pango_cairo_create_layout(c.cairo);
  // Hinted metrics depend on the machine: the same text would be of another width elsewhere.
  auto* options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options(pango_layout_get_context(c.layout), options);
  cairo_font_options_destroy(options);
}

PdfDocument::~PdfDocument() = default;

void PdfDocument::fill(const PdfBox& box, const PdfColor& color) {
  canvas_->use(color);
  cairo_rectangle(canvas_->cairo, points(box.x), points(box.y), points(box.width), points(box.height));
  cairo_fill(canvas_->cairo);
}

void PdfDocument::write(std::string_view text, const PdfBox& box, const PdfText& style) {
  auto& c = *canvas_;
  c.set_text(text);
  auto font = font_of(style, style.points);
  auto [width, height] = c.size_with(font);
  double room = points(box.width);
  if (width > room) {
    // A hair less than it would take: widths are rounded.
    constexpr double margin = 0.995;
    font = font_of(style, style.points * room / width * margin);
    std::tie(width, height) = c.size_with(font);
  }
  double left = style.align == PdfText::Align::center ? (room - width) / 2 : 0;
  c.use(style.color);
  cairo_move_to(c.cairo, points(box.x) + left, points(box.y) + (points(box.height) - height) / 2);
  pango_cairo_show_layout(c.cairo, c.layout);
}

void PdfDocument::write_blocks(std::span<const PdfBlock> blocks, const PdfBox& box) {
  constexpr double step = 0.96, line_height = 0.85;
  auto& c = *canvas_;
  pango_layout_set_width(c.layout, int(points(box.width) * PANGO_SCALE));
  pango_layout_set_wrap(c.layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(c.layout, float(line_height));
  auto height_of = [&](const PdfBlock& block, double scale) {
    c.set_text(block.text);
    return c.size_with(font_of(block.style, block.style.points * scale)).second;
  };
  auto height_at = [&](double scale) {
    double height = 0;
    for (auto& block : blocks) height += height_of(block, scale) + points(block.gap) * scale;
    return height;
  };
  double scale = 1;
  while (height_at(scale) > points(box.height)) scale *= step;
  double top = points(box.y);
  for (auto& block : blocks) {
    top += points(block.gap) * scale;
    auto height = height_of(block, scale);
    c.use(block.style.color);
    bool is_centered = block.style.align == PdfText::Align::center;
    pango_layout_set_alignment(c.layout, is_centered ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
    cairo_move_to(c.cairo, points(box.x), top);
    pango_cairo_show_layout(c.cairo, c.layout);
    top += height;
  }
  pango_layout_set_width(c.layout, -1);
  pango_layout_set_alignment(c.layout, PANGO_ALIGN_LEFT);
  pango_layout_set_line_spacing(c.layout, 0);
}

void PdfDocument::draw_jpeg(std::string_view jpeg, const PdfBox& box) {
  auto& c = *canvas_;
  auto header = JpegReader(jpeg).header();
  if (!header || (header->components != 1 && header->components != 3))
    throw std::invalid_argument("a picture that is no JPEG of one or three colours");
  int width = int(header->width), height = int(header->height);
  // The surface has no pixels of its own: cairo writes the JPEG in its place.
  auto* image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  auto* copy = static_cast<unsigned char*>(std::malloc(jpeg.size()));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, jpeg.data(), jpeg.size());
  cairo_surface_set_mime_data(image, CAIRO_MIME_TYPE_JPEG, copy, jpeg.size(), std::free, copy);
  double scale = std::min(points(box.width) / width, points(box.height) / height);
  cairo_save(c.cairo);
  cairo_translate(c.cairo, points(box.x) + (points(box.width) - width * scale) / 2,
                  points(box.y) + (points(box.height) - height * scale) / 2);
  cairo_scale(c.cairo, scale, scale);
  cairo_set_source_surface(c.cairo, image, 0, 0);
  cairo_paint(c.cairo);
  cairo_restore(c.cairo);
  cairo_surface_destroy(image);
}

void PdfDocument::draw_qr(std::string_view text, const PdfPlace& place, double side) {
  auto& c = *canvas_;
  auto code = make_qr_code(text);
  double module = points(side) / (code.width + 2 * quiet_modules);
  fill({place.x, place.y, side, side}, {1, 1, 1});
  cairo_save(c.cairo);
  cairo_translate(c.cairo, points(place.x) + quiet_modules * module,
                  points(place.y) + quiet_modules * module);
  cairo_set_antialias(c.cairo, CAIRO_ANTIALIAS_NONE);
  c.use({0, 0, 0});
  for (int y = 0; y < code.width; ++y)
    for (int x = 0; x < code.width; ++x) {
      int begin = x;
      while (x < code.width && code.is_dark(x, y)) ++x;
      if (x > begin) cairo_rectangle(c.cairo, begin * module, y * module, (x - begin) * module, module);
    }
  cairo_fill(c.cairo);
  cairo_restore(c.cairo);
}

void PdfDocument::end_page() {
  cairo_show_page(canvas_->cairo);
  // Whatever follows an error is left out in silence.
  if (auto status = cairo_status(canvas_->cairo); status != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(std::string("no PDF page: ") + cairo_status_to_string(status));
}

std::string PdfDocument::finish() {
  cairo_surface_finish(canvas_->surface);
  auto status = cairo_surface_status(canvas_->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(std::string("no PDF: ") + cairo_status_to_string(status));
  return std::move(canvas_->bytes);
}

}  // namespace expogate
