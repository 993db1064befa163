#pragma once
#include <algorithm>
#include <string>

namespace expogate::recognizer {

/// A rectangle on the page, in pixels.
struct Box {
  int x = 0, y = 0, width = 0, height = 0;

  bool is_empty() const { return width <= 0 || height <= 0; }
  int right() const { return x + width; }
  int bottom() const { return y + height; }
  int middle_y() const { return y + height / 2; }
  Box grown(int across, int down) const {
    return {x - across, y - down, width + 2 * across, height + 2 * down};
  }
};

/// The smallest box around both.
inline Box around(const Box& a, const Box& b) {
  if (a.is_empty()) return b;
  if (b.is_empty()) return a;
  Box result{std::min(a.x, b.x), std::min(a.y, b.y), 0, 0};
  result.width = std::max(a.right(), b.right()) - result.x;
  result.height = std::max(a.bottom(), b.bottom()) - result.y;
  return result;
}

/// A line of text as it was found on the page.
struct TextLine {
  std::string text;
  Box box;
};

}  // namespace expogate::recognizer
