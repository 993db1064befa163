#include "attendee/attendee_correction.h"

#include <algorithm>
#include <array>

namespace expogate::attendee {
namespace {

template <auto member>
bool differs(const AttendeeForm& one, const AttendeeForm& other) {
  return one.*member != other.*member;
}

template <auto member>
constexpr CorrectableField field(std::string_view name, std::string_view zh, std::string_view en,
                                 bool is_on_face = false) {
  return {name, zh, en, is_on_face, &differs<member>};
}

constexpr bool on_face = true;
const auto correctable_fields = std::to_array<CorrectableField>({
    field<&AttendeeForm::name_zh>("name_zh", "姓名（中文）", "name in Chinese", on_face),
    field<&AttendeeForm::name_en>("name_en", "姓名（英文/护照）", "name in Latin letters", on_face),
    field<&AttendeeForm::gender>("gender", "性别", "gender"),
    field<&AttendeeForm::region_type>("region_type", "地区类型", "region"),
    field<&AttendeeForm::document_type>("document_type", "证件类型", "kind of document"),
    field<&AttendeeForm::document_number>("document_number", "证件号码", "document number"),
    field<&AttendeeForm::nationality_code>("nationality_code", "国籍", "nationality"),
    field<&AttendeeForm::birth_on>("birth_on", "出生日期", "birth date"),
    field<&AttendeeForm::mobile>("mobile", "手机号", "mobile number"),
    field<&AttendeeForm::email>("email", "邮箱", "e-mail"),
    field<&AttendeeForm::department>("department", "部门", "department"),
    field<&AttendeeForm::position>("position", "职务", "position", on_face),
    field<&AttendeeForm::position_category_code>("position_category_code", "职务类别", "position category"),
    field<&AttendeeForm::photo_id>("photo_id", "证件照", "photo", on_face),
});

}  // namespace

AttendeeForm corrected(AttendeeForm form, const CorrectedPerson& p) {
  form.name_zh = p.name_zh;
  form.name_en = p.name_en;
  form.gender = p.gender;
  form.region_type = p.region_type;
  form.document_type = p.document_type;
  form.document_number = p.document_number;
  form.nationality_code = p.nationality_code;
  form.birth_on = p.birth_on;
  form.mobile = p.mobile;
  form.email = p.email;
  form.department = p.department;
  form.position = p.position;
  form.position_category_code = p.position_category_code;
  form.photo_id = p.photo_id;
  return tidied(std::move(form));
}

CorrectedFields changed_fields(const AttendeeForm& before, const AttendeeForm& after) {
  CorrectedFields changed;
  for (auto& field : correctable_fields)
    if (field.differs(before, after)) changed.push_back(&field);
  return changed;
}

bool is_other_face(const CorrectedFields& fields) {
  return std::any_of(fields.begin(), fields.end(), [](auto* field) { return field->is_on_face; });
}

std::string names_of(const CorrectedFields& fields) {
  std::string names;
  for (auto* field : fields) names.append(names.empty() ? "" : " ").append(field->name);
  return names;
}

std::string words_of(const CorrectedFields& fields, Locale locale) {
  bool is_english = locale == Locale::en;
  std::string words;
  for (auto* field : fields)
    words.append(words.empty() ? "" : is_english ? ", " : "、").append(is_english ? field->en : field->zh);
  return words;
}

}  // namespace expogate::attendee
