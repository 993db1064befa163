#pragma once
#include <filesystem>
#include <map>
#include <vector>

#include "attendee/attendee_form.h"
#include "base/locale.h"
#include "platform/db/tx.h"
#include "platform/sheet/sheet_file.h"
#include "platform/sheet/sheet_table.h"

/// People as a sheet that an organization fills in and sends (ATT-06).
namespace expogate::attendee {

/// By the names of the form's fields, so that what is wrong with a field is wrong with its column.
inline constexpr EnumLabel attendee_columns[] = {
    {"name_zh", "姓名（中文）", "Name (Chinese)"},
    {"name_en", "姓名（英文或护照）", "Name (English or as in passport)"},
    {"region_type", "地区类型", "Region"},
    {"document_type", "证件类型", "Document type"},
    {"document_number", "证件号码", "Document number"},
    {"gender", "性别", "Gender"},
    {"birth_on", "出生日期", "Date of birth"},
    {"nationality_code", "国籍", "Nationality"},
    {"mobile", "手机号", "Mobile"},
    {"email", "邮箱", "E-mail"},
    {"department", "部门", "Department"},
    {"position", "职务", "Job title"},
    {"position_category_code", "职务类别", "Job function"},
    {"entry_option_id", "入场日期", "Entry dates"},
    {"collection", "领取方式", "Badge collection"},
};
enum AttendeeColumn : std::size_t {
  name_zh_column,
  name_en_column,
  region_column,
  document_type_column,
  document_number_column,
  gender_column,
  birth_column,
  nationality_column,
  mobile_column,
  email_column,
  department_column,
  position_column,
  category_column,
  entry_column,
  collection_column
};

constexpr std::size_t most_sheet_people = 1000;

/// A word that a cell may hold, and what the form says for it.
struct SheetChoice {
  std::string value, zh, en;
};
using SheetChoices = std::map<AttendeeColumn, std::vector<SheetChoice>>;

/// The choices of an edition, in the order of the screens.
SheetChoices sheet_choices(db::Tx& tx, const EditionId& edition);

/// An empty sheet with an example and lists to choose from.
SheetFile write_people_template(const std::filesystem::path& folder, const SheetChoices& choices,
                                bool is_domestic, Locale locale, const std::string& watermark, Instant now);

struct SheetPerson {
  std::uint32_t row = 0;
  AttendeeForm form;
};

struct PeopleReading {
  std::vector<SheetPerson> people;
  std::vector<SheetError> errors;
};

/// What a sheet says of people, without its example. `courier_address` is where couriers go.
PeopleReading read_people(const SheetTable& table, const SheetChoices& choices,
                          const std::optional<CourierAddressId>& courier_address);

/// Adds what keeps these people from being right, but for the photos, which come later.
void examine_people(PeopleReading& reading, const FormFacts& facts);

inline const ErrorCode sheet_people_too_many{"attendee.sheet_too_many", "一次最多导入 {max} 人",
                                             "A maximum of {max} attendees can be imported at a time"};
inline const ErrorCode sheet_date_wrong{"attendee.sheet_date_wrong", "日期应为 1990-10-20 的格式",
                                        "Please use the date format 1990-10-20"};
inline const ErrorCode sheet_document_repeated{"attendee.sheet_document_repeated",
                                               "证件号码与第 {row} 行重复",
                                               "The document number is the same as in row {row}"};
inline const ErrorCode sheet_no_courier_address{
    "attendee.sheet_no_courier_address", "请先添加常用快递地址，或改为现场领取",
    "Please add a courier address first, or select on-site collection"};

}  // namespace expogate::attendee
