#pragma once
#include <memory>
#include <string>

#include "platform/image/raster.h"

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;

namespace expogate::licences {

struct TextStyle {
  std::string font;
  double size = 42;  ///< pixels
  double width = 0;  ///< where lines break; 0: nowhere
  int spacing = 0;   ///< between the letters
  bool is_centered = false;
};

/// A sheet that is printed on. Measures are pixels.
class Paper {
 public:
  Paper(int width, int height);
  ~Paper();
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  int width() const { return width_; }

  /// Fine golden waves over the whole sheet, and a frame of two lines.
  void guilloche();
  void emblem(double x, double y);
  /// A red ring with a star and the name along its upper half.
  void seal(double x, double y, double radius, const std::string& name);
  void qr(double x, double y, double size, const std::string& text);
  /// The height that the text took.
  double text(double x, double y, const std::string& text, const TextStyle& style);

  Raster pixels() const;

 private:
  int width_, height_;
  std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface_;
  std::unique_ptr<cairo_t, void (*)(cairo_t*)> pen_;
};

}  // namespace expogate::licences
