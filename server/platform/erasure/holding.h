#pragma once
#include <array>
#include <boost/describe/enum.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "base/enum_text.h"

/// What the program holds of people, and what becomes of it when its period is over (RET-01).
namespace expogate::erasure {

/// The kinds of personal data; each has a purpose, a legal basis and, in each edition, a period.
enum class Kind { identity, photo, person, contact, message, record, payment };
BOOST_DESCRIBE_ENUM(Kind, identity, photo, person, contact, message, record, payment)

/// The rows that are gone through, piece by piece: `key` orders them, `condition` chooses those whose period
/// is over, by `$1`: the edition, or a moment before which everything is over. The moment is compared as
/// `at + 0`, which no index fits: pieces are found by their keys.
struct Spine {
  std::string_view name;  ///< said in the progress; one of each
  std::string_view table;
  std::string_view key;
  std::string_view condition;
  bool is_by_moment = false;
};

/// A column and the SQL literal that stands there afterwards.
struct ErasedColumn {
  std::string_view name, literal;
};
inline constexpr std::string_view moment_of_erasure = "{now}";

/// One table's part of a kind. Without columns the whole rows go.
struct Holding {
  Kind kind;
  const Spine* spine;
  std::string_view table;
  std::string_view owner;       ///< the column that names the spine's row
  std::string_view owned = {};  ///< which column of the spine it names; else its key
  std::vector<ErasedColumn> columns = {};
  std::string_view file = {};     ///< the column that names a file which goes too
  std::string_view person = {};   ///< the column by which one attendee's rows are found
  std::string_view besides = {};  ///< a condition that the rows fulfil too
};

/// A module's tables: what of them is personal, and which of their text columns say nothing of anybody.
struct TableNote {
  std::string_view table;
  std::string_view plain;  ///< names of text columns, parted by blanks; `*`: all that no holding names
  /// Not where addresses are meant to stand, for everybody to read, or where somebody else looks after them.
  bool is_searched = true;
};

struct Holdings {
  std::vector<Holding> erased;
  std::vector<TableNote> plain;
};

}  // namespace expogate::erasure

namespace expogate {
template <>
inline constexpr auto enum_labels<erasure::Kind> = std::to_array<EnumLabel>({
    {"identity", "身份证件", "Identity documents"},
    {"photo", "证件照片", "Photos"},
    {"person", "人员信息", "Attendee details"},
    {"contact", "单位联系人", "Organization contacts"},
    {"message", "短信与邮件", "SMS and e-mail"},
    {"record", "操作与登录记录", "Operation and sign-in logs"},
    {"payment", "付款资料", "Payment records"},
});
}  // namespace expogate
