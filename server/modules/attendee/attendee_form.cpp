#include "attendee/attendee_form.h"

#include <algorithm>

#include "base/text.h"
#include "platform/wire/field_errors.h"
#include "platform/wire/text_types.h"

namespace expogate::attendee {
namespace {

struct TextLimit {
  std::string_view field;
  std::string AttendeeForm::*text;
  std::size_t max;
};

/// Every text with the length that fits on a badge or in a list.
const TextLimit text_limits[] = {
    {"name_zh", &AttendeeForm::name_zh, 40},
    {"name_en", &AttendeeForm::name_en, 80},
    {"document_number", &AttendeeForm::document_number, 40},
    {"nationality_code", &AttendeeForm::nationality_code, 10},
    {"mobile", &AttendeeForm::mobile, 30},
    {"email", &AttendeeForm::email, 200},
    {"department", &AttendeeForm::department, 60},
    {"position", &AttendeeForm::position, 60},
    {"position_category_code", &AttendeeForm::position_category_code, 40},
};

/// Reads one form and says what is wrong with it, field by field.
class Examination {
 public:
  Examination(const AttendeeForm& form, const FormFacts& facts)
      : form_(form), facts_(facts), wrong_(oversized_fields(form)) {}

  std::vector<FieldError> run() {
    person();
    visit();
    return wrong_;
  }

  std::vector<FieldError> run_for_draft() {
    references();
    return wrong_;
  }

  std::vector<FieldError> run_for_colleague() {
    person();
    if (form_.courier_address_id)
      choice("courier_address_id", form_.courier_address_id, facts_.courier_addresses);
    if (form_.entry_option_id) choice("entry_option_id", form_.entry_option_id, facts_.entry_options);
    return wrong_;
  }

 private:
  void wrong(std::string_view field, const ErrorCode& code) {
    wrong_.push_back({std::string(field), &code, {}});
  }
  void require(std::string_view field, bool is_there) {
    if (!is_there) wrong(field, wire::field_required);
  }

  void person() {
    names();
    document();
    contact();
    work();
  }

  // The Latin name stands on the badge of whoever has no Chinese one.
  void names() {
    require("region_type", form_.region_type.has_value());
    if (form_.region_type == RegionType::foreign)
      require("name_en", !form_.name_en.empty());
    else
      require("name_zh", !form_.name_zh.empty());
    require("photo_id", form_.photo_id.has_value());
  }

  void document() {
    require("document_type", form_.document_type.has_value());
    require("document_number", !form_.document_number.empty());
    if (form_.region_type && form_.document_type && !is_document_of(*form_.region_type, *form_.document_type))
      wrong("document_type", document_not_of_region);
    else if (form_.document_type && !facts_.document_types.empty() &&
             !facts_.document_types.contains(*form_.document_type))
      wrong("document_type", document_not_in_use);
    if (form_.document_type && !form_.document_number.empty()) number(*form_.document_type);
    require("gender", form_.gender.has_value());
    require("birth_on", form_.birth_on.has_value());
    if (form_.birth_on && *form_.birth_on > facts_.today) wrong("birth_on", birth_in_future);
    choice("nationality_code", form_.nationality_code, facts_.countries);
  }

  void number(DocumentType type) {
    if (!is_document_number(type, form_.document_number, facts_.today))
      return wrong("document_number", document_malformed);
    auto told = gender_in(type, form_.document_number);
    if (told && form_.gender && told != form_.gender) wrong("gender", gender_differs);
  }

  /// MSG-00: domestic people are told by SMS, overseas ones by e-mail.
  void contact() {
    auto mobile = form_.mobile, email = form_.email;
    require("mobile", !mobile.empty() || !facts_.is_domestic);
    require("email", !email.empty() || facts_.is_domestic);
    auto* bad_mobile = mobile.empty() ? nullptr : wire::Mobile::check(mobile);
    if (bad_mobile) wrong("mobile", *bad_mobile);
    auto* bad_email = email.empty() ? nullptr : wire::Email::check(email);
    if (bad_email) wrong("email", *bad_email);
  }

  void work() {
    require("position", !form_.position.empty());
    choice("position_category_code", form_.position_category_code, facts_.position_categories);
  }

  void visit() {
    choice("entry_option_id", form_.entry_option_id, facts_.entry_options);
    require("collection", form_.collection.has_value());
    if (form_.collection != Collection::courier) return;
    if (!facts_.has_courier) return wrong("collection", courier_not_offered);
    if (!facts_.is_domestic) return wrong("collection", courier_mainland_only);
    choice("courier_address_id", form_.courier_address_id, facts_.courier_addresses);
  }

  /// Whatever is named must be there, although it need not be on offer any more.
  void references() {
    auto& options = facts_.priced_options;
    bool is_option = !form_.entry_option_id || std::any_of(options.begin(), options.end(), [&](auto& priced) {
      return priced.option.id == *form_.entry_option_id;
    });
    if (!is_option) wrong("entry_option_id", wire::field_choice);
    if (form_.courier_address_id && !facts_.courier_addresses.contains(*form_.courier_address_id))
      wrong("courier_address_id", wire::field_choice);
  }

  void choice(std::string_view field, const std::string& code, const std::set<std::string>& choices) {
    if (code.empty()) return wrong(field, wire::field_required);
    if (!choices.contains(code)) wrong(field, wire::field_choice);
  }
  template <class IdType>
  void choice(std::string_view field, const std::optional<IdType>& id, const std::set<IdType>& choices) {
    if (!id) return wrong(field, wire::field_required);
    if (!choices.contains(*id)) wrong(field, wire::field_choice);
  }

  const AttendeeForm& form_;
  const FormFacts& facts_;
  std::vector<FieldError> wrong_;
};

}  // namespace

bool is_document_of(RegionType region, DocumentType document) {
  switch (document) {
    case DocumentType::resident_id:
      return region == RegionType::mainland;
    case DocumentType::taiwan_permit:
    case DocumentType::hk_mo_tw_residence:
      return region == RegionType::hk_mo_tw;
    case DocumentType::hk_mo_permit:
      return region != RegionType::mainland;  // since 2024 also for residents who are not Chinese citizens
    case DocumentType::foreign_permanent_residence:
      return region == RegionType::foreign;
    case DocumentType::passport:
      return true;
  }
  return false;
}

AttendeeForm form_of(const Attendee& attendee, const FieldCipher& cipher) {
  AttendeeForm form;
  static_cast<Profile&>(form) = attendee;
  static_cast<PersonalData&>(form) = open_personal_data(attendee, cipher);
  return form;
}

AttendeeForm tidied(AttendeeForm form) {
  for (auto& limit : text_limits) form.*limit.text = trimmed(form.*limit.text);
  form.document_number = normalized_document(form.document_number);
  wire::Mobile::check(form.mobile);
  wire::Email::check(form.email);
  if (form.region_type && *form.region_type != RegionType::foreign) form.nationality_code = "CN";
  if (form.document_type) {
    if (auto born = birth_date_in(*form.document_type, form.document_number)) form.birth_on = born;
    if (!form.gender) form.gender = gender_in(*form.document_type, form.document_number);
  }
  if (form.collection != Collection::courier) form.courier_address_id.reset();
  return form;
}

std::vector<FieldError> oversized_fields(const AttendeeForm& form) {
  std::vector<FieldError> wrong;
  for (auto& limit : text_limits)
    if (code_points(form.*limit.text) > limit.max)
      wrong.push_back({std::string(limit.field), &wire::field_too_long, {{"max", limit.max}}});
  return wrong;
}

std::vector<FieldError> wrong_fields(const AttendeeForm& form, const FormFacts& facts) {
  return Examination(form, facts).run();
}

std::vector<FieldError> wrong_fields_of_draft(const AttendeeForm& form, const FormFacts& facts) {
  return Examination(form, facts).run_for_draft();
}

std::vector<FieldError> wrong_fields_of_colleague(const AttendeeForm& form, const FormFacts& facts) {
  return Examination(form, facts).run_for_colleague();
}

}  // namespace expogate::attendee
