#include "platform/text/text_gate.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/characters.h"
#include "base/text.h"

namespace expogate {
namespace {

using namespace std::string_view_literals;

/// Fields in which people write more than a line.
constexpr std::array several_lines{"opinion"sv,     "reason"sv,       "note"sv,        "body"sv,
                                   "body_zh"sv,     "body_en"sv,      "text_zh"sv,     "text_en"sv,
                                   "description"sv, "import_goods"sv, "explanation"sv, "memo"sv};

/// Fields that mean the same however wide they were typed.
constexpr std::array codes{"mobile"sv,          "email"sv,           "telephone"sv,  "uscc"sv,
                           "document"sv,        "document_number"sv, "login_name"sv, "postcode"sv,
                           "tracking_number"sv, "number"sv,          "code"sv,       "bank_serial"sv,
                           "payer_account"sv,   "website"sv,         "reference"sv,  "target"sv};

/// `contact_mobile` is a mobile, `country_code` a code.
bool ends_in(std::string_view field, std::string_view name) {
  if (!field.ends_with(name)) return false;
  return field.size() == name.size() || field[field.size() - name.size() - 1] == '_';
}

constexpr int most_marks = 8;  ///< on one letter; Vietnamese needs two, Hebrew with all its points four

bool is_direction(char32_t point) {
  return point == 0x61C || point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x206F);
}

/// C0 and C1, what annotates lines between the lines, and tags, which are letters that nobody sees.
bool is_control(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029 ||
         (point >= 0xFFF9 && point <= 0xFFFB) || (point >= 0xE0000 && point <= 0xE007F);
}

bool is_private(char32_t point) {
  return (point >= 0xE000 && point <= 0xF8FF) || (point >= 0xF0000 && (point & 0xFFFF) < 0xFFFE);
}

bool is_noncharacter(char32_t point) {
  return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF) || point == 0;
}

bool is_mark(char32_t point) {
  auto type = u_charType(UChar32(point));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

bool is_visible(char32_t point) {
  return u_isgraph(UChar32(point)) && !is_blank(point) && !is_mark(point) &&
         !u_hasBinaryProperty(UChar32(point), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

const ErrorCode* refusal_of(char32_t point, TextKind kind) {
  bool is_line_end = point == '\n' || point == '\t';
  if (is_direction(point)) return &text_direction;
  if (is_noncharacter(point)) return &text_noncharacter;
  if (is_private(point)) return &text_private;
  if (is_control(point) && !(is_line_end && kind == TextKind::lines)) return &text_control;
  return nullptr;
}

/// Line ends of every system as one, a tab in a line as a space, and no invisible characters.
std::string levelled(std::string_view text, TextKind kind) {
  std::string out;
  out.reserve(text.size());
  for (char32_t before = 0; !text.empty();) {
    auto point = first_character(text).point;
    text.remove_prefix(first_character(text).bytes);
    bool ends_line = point == '\r' || point == 0x85 || point == 0x2028 || point == 0x2029;
    if (kind == TextKind::lines && point == '\n' && before == '\r') {
      before = point;
      continue;
    }
    before = point;
    if (is_invisible(point)) continue;
    if (kind == TextKind::lines && ends_line) point = '\n';
    bool is_room =
        (point == '\t' && kind != TextKind::lines) || point == 0x3164 || point == 0xFFA0 || point == 0x2800;
    append_character(out, is_room ? U' ' : point);
  }
  return out;
}

std::string composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  expect(U_SUCCESS(status), "ICU carries its normalization data");
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, text, sink, nullptr, status);
  expect(U_SUCCESS(status), "every text can be normalized");
  return out;
}

TextFault fault_in(std::string_view text, TextKind kind) {
  int marks = 0;
  bool is_seen = text.empty();
  while (!text.empty()) {
    auto character = first_character(text);
    text.remove_prefix(character.bytes);
    if (auto* code = refusal_of(character.point, kind))
      return {code, {{"character", fmt::format("U+{:04X}", unsigned(character.point))}}};
    marks = is_mark(character.point) ? marks + 1 : 0;
    if (marks > most_marks) return {&text_marks};
    is_seen = is_seen || is_visible(character.point);
  }
  if (!is_seen) return {&text_invisible};
  return {};
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

TextKind text_kind_of(std::string_view field) {
  auto is_of = [&](auto name) { return ends_in(field, name); };
  if (std::find(several_lines.begin(), several_lines.end(), field) != several_lines.end())
    return TextKind::lines;
  return std::any_of(codes.begin(), codes.end(), is_of) ? TextKind::code : TextKind::line;
}

TextFault admit(std::string& text, TextKind kind) {
  if (is_plain_ascii(text)) {
    text = std::string(trimmed(text));
    return {};
  }
  if (!is_clean_utf8(text)) return {&field_encoding};
  auto tidy = levelled(trimmed(text), kind);
  if (kind == TextKind::code) tidy = half_width(tidy);
  tidy = composed(std::string(trimmed(tidy)));
  if (auto fault = fault_in(tidy, kind)) return fault;
  text = std::move(tidy);
  return {};
}

std::string shown(std::string_view text) {
  return shown_beginning(text, std::string::npos);
}

std::string shown_beginning(std::string_view text, std::size_t most_bytes) {
  std::string out;
  while (!text.empty()) {
    auto character = first_character(text);
    text.remove_prefix(character.bytes);
    std::string shown;
    append_character(shown,
                     refusal_of(character.point, TextKind::line) ? replacement_character : character.point);
    if (out.size() + shown.size() > most_bytes) break;
    out += shown;
  }
  return out;
}

}  // namespace expogate
