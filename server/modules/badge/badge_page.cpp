#include "badge/badge_page.h"

namespace expogate::badge {
namespace {

using Align = PdfText::Align;

constexpr double margin = 8, inner_width = page_width - 2 * margin;
constexpr PdfBox head_box{0, 0, page_width, 22}, foot{0, page_height - 20, page_width, 20};
constexpr PdfBox photo_box{margin, 27, 34, 47.6};
constexpr PdfPlace code_place{49, 26};
constexpr double code_side = 48;
constexpr PdfColor white{1, 1, 1}, black{0.1, 0.1, 0.12}, grey{0.35, 0.37, 0.4}, pale{0.93, 0.94, 0.95};

/// Seen from afar: who may go where is told by colour and by word.
PdfColor color_of(edition::BadgeType type) {
  switch (type) {
    case edition::BadgeType::professional:
      return {0.04, 0.33, 0.64};
    case edition::BadgeType::staff:
      return {0.05, 0.42, 0.27};
    case edition::BadgeType::vip:
      return {0.55, 0.36, 0.02};
  }
  return black;
}

PdfBox line(double y, double height) {
  return {margin, y, inner_width, height};
}

/// The first name that there is stands large; long names and positions take more lines.
void write_person(PdfDocument& pdf, const Badge& b) {
  std::vector<PdfBlock> blocks;
  auto add = [&](const std::string& text, const PdfText& style, double gap) {
    if (!text.empty()) blocks.push_back({text, style, gap});
  };
  bool has_chinese_name = !b.name_zh.empty(), has_chinese_organization = !b.organization_zh.empty();
  add(has_chinese_name ? b.name_zh : b.name_en, {26, true, black}, 0);
  if (has_chinese_name) add(b.name_en, {13, false, black}, 0);
  add(has_chinese_organization ? b.organization_zh : b.organization_en, {12, true, black}, 1.5);
  if (has_chinese_organization) add(b.organization_en, {9, false, grey}, 0);
  add(b.position, {10, false, black}, 1.5);
  pdf.write_blocks(blocks, {margin, 78, inner_width, 38.5});
}

}  // namespace

std::vector<std::string> unprintable_characters(const Badge& b) {
  return characters_without_glyph(b.name_zh + "\n" + b.name_en + "\n" + b.organization_zh + "\n" +
                                  b.organization_en + "\n" + b.position + "\n" + b.entry_option_zh + "\n" +
                                  b.entry_option_en);
}

void draw_badge(PdfDocument& pdf, const Badge& b, const BadgeHead& head, const std::string& code,
                const std::optional<std::string>& jpeg) {
  auto color = color_of(b.type);
  pdf.fill(head_box, color);
  pdf.write(head.edition.name_zh + head.fair.name_zh, {margin, 4, inner_width, 8}, {15, true, white});
  pdf.write(head.fair.name_en + " · " + head.edition.name_en, {margin, 12.5, inner_width, 5.5},
            {9, false, white});
  if (jpeg)
    pdf.draw_jpeg(*jpeg, photo_box);
  else
    pdf.fill(photo_box, pale);
  pdf.draw_qr(code, code_place, code_side);
  pdf.write(badge_number(b.code_edition_number, b.code_serial), {code_place.x, 74, code_side, 4},
            {8, false, grey, Align::center});
  write_person(pdf, b);
  pdf.write(b.entry_option_zh, line(117, 5), {10, true, black});
  pdf.write(b.entry_option_en, line(122, 4), {8, false, grey});
  pdf.fill(foot, color);
  pdf.write(enum_words(b.type, Locale::zh_cn), {margin, foot.y + 2, inner_width, 10},
            {22, true, white, Align::center});
  pdf.write(enum_words(b.type, Locale::en), {margin, foot.y + 12, inner_width, 6},
            {11, false, white, Align::center});
  pdf.end_page();
}

}  // namespace expogate::badge
