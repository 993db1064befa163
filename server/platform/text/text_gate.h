#pragma once
#include <string>
#include <string_view>

#include "base/error.h"

/// The one gate through which every text comes in: fields of bodies and queries, cells of sheets. Behind it a
/// text is NFC, has no blanks at its ends and no character that a badge, a sheet or a mail could not show.
namespace expogate {

enum class TextKind {
  line,   ///< names, places: one line
  lines,  ///< opinions, letters: line ends stay, as `\n`
  code,   ///< numbers, addresses, sign-in names: also in half width
};

/// What a text is follows from its field's name, which is the same from the column to the screen.
TextKind text_kind_of(std::string_view field);

inline const ErrorCode field_encoding{"field.encoding", "含有无效字符（应为 UTF-8）",
                                      "Contains invalid characters (must be UTF-8)"};
inline const ErrorCode text_control{
    "field.control", "含有控制字符（{character}）或不应有的换行，请删除",
    "Contains a control character ({character}) or an unexpected line break; please remove it"};
inline const ErrorCode text_direction{
    "field.direction", "含有改变书写方向的隐藏字符（{character}），请重新输入",
    "Contains a hidden character that changes the direction of writing ({character}); please type it again"};
inline const ErrorCode text_private{"field.private_use",
                                    "含有造字区字符（{character}），其他电脑无法显示，请改用标准字",
                                    "Contains a private-use character ({character}) that other computers "
                                    "cannot display; please use a standard character"};
inline const ErrorCode text_noncharacter{"field.noncharacter", "含有无效字符（{character}），请删除",
                                         "Contains an invalid character ({character}); please remove it"};
inline const ErrorCode text_marks{"field.marks", "附加符号过多，请删除",
                                  "Too many combining marks; please remove them"};
inline const ErrorCode text_invisible{"field.invisible", "没有可见的字符，请重新输入",
                                      "There are no visible characters; please type it again"};

/// Why a text is not let in.
struct TextFault {
  const ErrorCode* code = nullptr;  ///< none: it is let in
  Details details = {};
  explicit operator bool() const { return code != nullptr; }
};

/// Tidies the text; where a fault is told it is left as it was.
TextFault admit(std::string& text, TextKind kind);

/// What nobody can be asked to correct (a browser's name, a bank's memo): never refused, with U+FFFD for each
/// character that `admit` would refuse.
std::string shown(std::string_view text);

/// At most so many bytes of it.
std::string shown_beginning(std::string_view text, std::size_t most_bytes);

}  // namespace expogate
