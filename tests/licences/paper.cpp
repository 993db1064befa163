#include "paper.h"

#include <pango/pangocairo.h>

#include <cmath>
#include <numbers>

#include "base/text.h"
#include "platform/image/qr.h"

namespace expogate::licences {
namespace {

constexpr double pi = std::numbers::pi;

struct Unref {
  void operator()(void* object) const { ::g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

Layout layout_of(cairo_t* pen, const std::string& text, const TextStyle& style) {
  Layout layout(::pango_cairo_create_layout(pen));
  auto* font = ::pango_font_description_from_string(style.font.c_str());
  ::pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  ::pango_layout_set_font_description(layout.get(), font);
  ::pango_font_description_free(font);
  if (style.spacing != 0) {
    auto* attributes = ::pango_attr_list_new();
    ::pango_attr_list_insert(attributes, ::pango_attr_letter_spacing_new(style.spacing * PANGO_SCALE));
    ::pango_layout_set_attributes(layout.get(), attributes);
    ::pango_attr_list_unref(attributes);
  }
  if (style.width > 0) ::pango_layout_set_width(layout.get(), int(style.width * PANGO_SCALE));
  ::pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  if (style.is_centered) ::pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
  ::pango_layout_set_spacing(layout.get(), int(style.size * 0.35 * PANGO_SCALE));
  ::pango_layout_set_text(layout.get(), text.c_str(), int(text.size()));
  return layout;
}

void star(cairo_t* pen, double radius) {
  for (int i = 0; i < 10; ++i) {
    double angle = -pi / 2 + i * pi / 5, reach = i % 2 == 0 ? radius : radius * 0.41;
    ::cairo_line_to(pen, reach * std::cos(angle), reach * std::sin(angle));
  }
  ::cairo_close_path(pen);
  ::cairo_fill(pen);
}

}  // namespace

Paper::Paper(int width, int height)
    : width_(width),
      height_(height),
      surface_(::cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), &::cairo_surface_destroy),
      pen_(::cairo_create(surface_.get()), &::cairo_destroy) {}
Paper::~Paper() = default;

void Paper::guilloche() {
  auto* pen = pen_.get();
  ::cairo_set_source_rgb(pen, 0.985, 0.975, 0.94);
  ::cairo_paint(pen);
  ::cairo_set_source_rgba(pen, 0.90, 0.80, 0.55, 0.45);
  ::cairo_set_line_width(pen, 1);
  for (int wave = 0; wave < height_ / 9; ++wave) {
    for (int x = 0; x <= width_; x += 8)
      ::cairo_line_to(pen, x, wave * 9 + 6 * std::sin(x * 0.02 + wave * 0.6));
    ::cairo_stroke(pen);
  }
  ::cairo_set_source_rgb(pen, 0.72, 0.55, 0.25);
  for (auto [inset, line] : {std::pair(30.0, 10.0), std::pair(50.0, 3.0)}) {
    ::cairo_set_line_width(pen, line);
    ::cairo_rectangle(pen, inset, inset, width_ - 2 * inset, height_ - 2 * inset);
    ::cairo_stroke(pen);
  }
}

void Paper::emblem(double x, double y) {
  auto* pen = pen_.get();
  ::cairo_set_source_rgb(pen, 0.85, 0.2, 0.12);
  ::cairo_arc(pen, x, y, 80, 0, 2 * pi);
  ::cairo_fill(pen);
  ::cairo_set_source_rgb(pen, 0.98, 0.85, 0.2);
  ::cairo_set_line_width(pen, 9);
  ::cairo_arc(pen, x, y, 55, 0, 2 * pi);
  ::cairo_stroke(pen);
}

void Paper::seal(double x, double y, double radius, const std::string& name) {
  auto* pen = pen_.get();
  ::cairo_save(pen);
  ::cairo_translate(pen, x, y);
  ::cairo_set_source_rgba(pen, 0.85, 0.08, 0.08, 0.75);
  ::cairo_set_line_width(pen, radius * 0.05);
  ::cairo_new_path(pen);
  ::cairo_arc(pen, 0, 0, radius, 0, 2 * pi);
  ::cairo_stroke(pen);
  star(pen, radius * 0.34);
  auto characters = characters_of(name);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    ::cairo_save(pen);
    ::cairo_rotate(pen, -0.35 * pi + 0.7 * pi * double(i) / double(characters.size() - 1));
    TextStyle style{.font = "Noto Serif CJK SC Bold", .size = radius * 0.22};
    auto layout = layout_of(pen, std::string(characters[i]), style);
    int width = 0;
    ::pango_layout_get_pixel_size(layout.get(), &width, nullptr);
    ::cairo_move_to(pen, -width / 2.0, -radius * 0.94);
    ::pango_cairo_show_layout(pen, layout.get());
    ::cairo_restore(pen);
  }
  ::cairo_restore(pen);
}

void Paper::qr(double x, double y, double size, const std::string& text) {
  constexpr int quiet_zone = 4;
  auto* pen = pen_.get();
  auto code = make_qr_code(text);
  double module = size / (code.width + 2 * quiet_zone);
  ::cairo_set_source_rgb(pen, 1, 1, 1);
  ::cairo_rectangle(pen, x, y, size, size);
  ::cairo_fill(pen);
  ::cairo_set_source_rgb(pen, 0, 0, 0);
  constexpr double overlap = 0.05;  // no hairlines between neighbours
  for (int row = 0; row < code.width; ++row)
    for (int column = 0; column < code.width; ++column)
      if (code.is_dark(column, row))
        ::cairo_rectangle(pen, x + (column + quiet_zone) * module, y + (row + quiet_zone) * module,
                          module + overlap, module + overlap);
  ::cairo_fill(pen);
}

double Paper::text(double x, double y, const std::string& text, const TextStyle& style) {
  auto* pen = pen_.get();
  auto layout = layout_of(pen, text, style);
  ::cairo_set_source_rgb(pen, 0.08, 0.07, 0.07);
  ::cairo_move_to(pen, x, y);
  ::pango_cairo_show_layout(pen, layout.get());
  int height = 0;
  ::pango_layout_get_pixel_size(layout.get(), nullptr, &height);
  return height;
}

Raster Paper::pixels() const {
  ::cairo_surface_flush(surface_.get());
  const auto* row = ::cairo_image_surface_get_data(surface_.get());
  Raster raster(width_, height_);
  for (int y = 0; y < height_; ++y, row += ::cairo_image_surface_get_stride(surface_.get()))
    for (int x = 0; x < width_; ++x)
      for (int channel = 0; channel < 3; ++channel)
        raster.rgb[raster.at(x, y) + std::size_t(channel)] = row[x * 4 + 2 - channel];
  return raster;
}

}  // namespace expogate::licences
