#include "organization/form.h"

#include <algorithm>

#include "base/text.h"
#include "base/uscc.h"
#include "organization/sme.h"
#include "platform/wire/text_types.h"

namespace expogate::organization {
namespace {

using edition::CatalogueKind;

/// Reads one form and says what is wrong with it, field by field.
class Examination {
 public:
  Examination(const Form& form, Origin origin, const FormCatalogues& catalogues, bool has_groups)
      : form_(form),
        catalogues_(catalogues),
        is_domestic_(origin == Origin::domestic),
        is_enterprise_(form.category == Category::enterprise),
        has_groups_(has_groups),
        origin_(origin) {}

  std::vector<FieldError> run() {
    identity();
    place();
    size();
    trade();
    interests();
    contact();
    return errors_.list();
  }

 private:
  void wrong(std::string_view field, const ErrorCode& code, Details details = {}) {
    wire::FieldErrors::At here(errors_, field);
    errors_.add(code, std::move(details));
  }

  /// False when the text is missing although it is needed, or too long.
  bool text(std::string_view field, const std::string& value, bool is_required, std::size_t max) {
    if (value.empty() && is_required) wrong(field, wire::field_required);
    bool is_long = code_points(value) > max;
    if (is_long) wrong(field, wire::field_too_long, {{"max", max}});
    return !value.empty() && !is_long;
  }

  void number(std::string_view field, const std::optional<std::int64_t>& value, bool is_required,
              std::int64_t min, std::int64_t max) {
    if (!value && is_required) wrong(field, wire::field_required);
    if (value && (*value < min || *value > max))
      wrong(field, wire::field_range, {{"min", min}, {"max", max}});
  }

  void answer(std::string_view field, const std::optional<bool>& value, bool is_required) {
    if (!value && is_required) wrong(field, wire::field_required);
  }

  void choice(std::string_view field, CatalogueKind kind, const std::string& code, bool is_required) {
    if (code.empty() && is_required) wrong(field, wire::field_required);
    if (!code.empty() && !catalogues_.find(kind, code)) wrong(field, wire::field_choice);
  }

  void choices(std::string_view field, CatalogueKind kind, const std::vector<std::string>& codes,
               std::size_t max) {
    if (codes.empty()) wrong(field, wire::field_required);
    if (codes.size() > max) wrong(field, wire::field_too_many, {{"max", max}});
    wire::FieldErrors::At here(errors_, field);
    for (std::size_t i = 0; i < codes.size(); ++i) {
      wire::FieldErrors::At item(errors_, i);
      if (!catalogues_.find(kind, codes[i])) errors_.add(wire::field_choice);
    }
  }

  void checked(std::string_view field, std::string value, const ErrorCode* (*check)(std::string&)) {
    if (value.empty()) return wrong(field, wire::field_required);
    if (auto* code = check(value)) wrong(field, *code);
  }

  void identity() {
    if (!is_category_of(origin_, form_.category)) wrong("category", category_not_of_origin);
    if (is_domestic_ && has_groups_ && !form_.trading_group_id)
      wrong("trading_group_id", wire::field_required);
    text("referral_code", form_.referral_code, false, 40);
    if (is_domestic_) uscc();
    text("name_zh", form_.name_zh, is_domestic_, 100);
    bool is_latin = std::any_of(form_.name_en.begin(), form_.name_en.end(),
                                [](unsigned char c) { return std::isalpha(c) != 0; });
    if (text("name_en", form_.name_en, !is_domestic_, 200) && !is_latin) wrong("name_en", name_en_not_latin);
    if (!form_.licence_id) wrong("licence_id", wire::field_required);
  }

  // A code whose last character does not fit is taken: some genuine early ones are so (ORG-02).
  void uscc() {
    auto code = form_.uscc.value_or("");
    if (code.empty()) return wrong("uscc", wire::field_required);
    if (!has_uscc_shape(code)) wrong("uscc", uscc_malformed);
  }

  void place() {
    if (is_domestic_) {
      choice("province_code", CatalogueKind::division, form_.province_code, true);
      choice("city_code", CatalogueKind::division, form_.city_code, true);
      choice("district_code", CatalogueKind::division, form_.district_code, true);
      auto path = catalogues_.path(CatalogueKind::division, form_.district_code);
      bool is_one_place =
          path.size() == 3 && path[1]->code == form_.city_code && path[2]->code == form_.province_code;
      if (!path.empty() && !is_one_place) wrong("district_code", division_mismatch);
    } else {
      choice("country_code", CatalogueKind::country, form_.country_code, true);
      if (form_.country_code == "CN") wrong("country_code", country_domestic);
    }
    text("address", form_.address, true, 200);
    if (text("website", form_.website, false, 200) && !is_website(form_.website))
      wrong("website", website_malformed);
  }

  /// As people write it: `+44 (0)20 7946 0000`, `021-12345678 转 8001`, `020.7946.0000 ext. 12`.
  static bool is_telephone(const std::string& value) {
    auto number = ascii_lower(half_width(value));
    for (std::string_view extension : {"转", "分机", "ext", "x"})
      if (auto at = number.find(extension); at != number.npos) number.erase(at, extension.size());
    auto digits = std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    return number.find_first_not_of("0123456789+-()./# ") == number.npos && digits >= 5;
  }

  static bool is_website(std::string_view value) {
    for (std::string_view scheme : {"https://", "http://"})
      if (value.starts_with(scheme)) value.remove_prefix(scheme.size());
    bool is_plain =
        std::all_of(value.begin(), value.end(), [](unsigned char c) { return c > 0x20 && c < 0x7F; });
    auto dot = value.find('.');
    return is_plain && dot != value.npos && dot > 0 && dot + 1 < value.size();
  }

  void size() {
    bool is_asked = is_domestic_ && is_enterprise_;
    number("employees", form_.employees, is_asked, 1, 10'000'000);
    number("turnover_wan", form_.turnover_wan, is_asked, 0, 1'000'000'000);
    answer("is_sme", form_.is_sme, is_asked);
    if (is_asked && form_.is_sme && form_.employees && form_.turnover_wan) sme();
    answer("is_listed", form_.is_listed, is_enterprise_);
  }

  void sme() {
    auto right = is_small_or_medium(form_.industries, *form_.employees, *form_.turnover_wan);
    if (right && *right != *form_.is_sme) wrong("is_sme", *right ? sme_is_small : sme_is_large);
  }

  void trade() {
    choice("ownership_code", CatalogueKind::ownership, form_.ownership_code, is_domestic_ && is_enterprise_);
    choice("registered_capital_code", CatalogueKind::registered_capital, form_.registered_capital_code,
           is_domestic_ && is_enterprise_);
    choice("import_volume_code", CatalogueKind::import_volume, form_.import_volume_code, is_enterprise_);
    choice("purchase_1y_code", CatalogueKind::purchase_intention_1y, form_.purchase_1y_code, true);
    choice("purchase_5y_code", CatalogueKind::purchase_intention_5y, form_.purchase_5y_code, true);
    text("import_goods", form_.import_goods, false, 1000);
  }

  void interests() {
    choices("industries", CatalogueKind::industry, form_.industries, 10);
    choices("products", CatalogueKind::exhibition_area, form_.products, 200);
    choices("visit_purposes", CatalogueKind::visit_purpose, form_.visit_purposes, 20);
    wire::FieldErrors::At here(errors_, "purchase_needs");
    for (std::size_t i = 0; i < form_.purchase_needs.size(); ++i) {
      wire::FieldErrors::At item(errors_, i);
      auto& need = form_.purchase_needs[i];
      choice("area_code", CatalogueKind::exhibition_area, need.area_code, true);
      text("description", need.description, true, 500);
    }
  }

  void contact() {
    text("contact_name", form_.contact_name, true, 60);
    if (!form_.contact_title) wrong("contact_title", wire::field_required);
    text("contact_department", form_.contact_department, false, 100);
    text("contact_position", form_.contact_position, true, 100);
    auto& telephone = form_.contact_telephone;
    if (text("contact_telephone", telephone, false, 30) && !is_telephone(telephone))
      wrong("contact_telephone", telephone_malformed);
    checked("contact_mobile", form_.contact_mobile, wire::Mobile::check);
    checked("contact_email", form_.contact_email, wire::Email::check);
  }

  const Form& form_;
  const FormCatalogues& catalogues_;
  bool is_domestic_, is_enterprise_, has_groups_;
  Origin origin_;
  wire::FieldErrors errors_;
};

/// Every text of the form with its field's name, for what holds for all of them.
template <class FormType, class Visit>
void for_each_text(FormType& form, Visit visit) {
  visit("referral_code", form.referral_code);
  visit("name_zh", form.name_zh);
  visit("name_en", form.name_en);
  visit("address", form.address);
  visit("website", form.website);
  visit("import_goods", form.import_goods);
  visit("contact_name", form.contact_name);
  visit("contact_department", form.contact_department);
  visit("contact_position", form.contact_position);
  visit("contact_telephone", form.contact_telephone);
  visit("contact_mobile", form.contact_mobile);
  visit("contact_email", form.contact_email);
}

constexpr std::size_t longest_text = 2000;
constexpr std::size_t longest_list = 400;

void add_choices(std::vector<Choice>& out, ChoiceKind kind, CatalogueKind catalogue,
                 const std::vector<std::string>& codes, const FormCatalogues& catalogues) {
  std::map<std::string, bool> is_chosen;
  for (auto& code : codes)
    for (auto* item : catalogues.path(catalogue, code)) is_chosen[item->code] |= item->code == code;
  for (auto& [code, chosen] : is_chosen) out.push_back({kind, code, chosen});
}

}  // namespace

const edition::CatalogueItem* FormCatalogues::find(CatalogueKind kind, std::string_view code) const {
  auto items = items_.find(kind);
  if (items == items_.end()) return nullptr;
  for (auto& item : items->second)
    if (item.code == code && item.active) return &item;
  return nullptr;
}

const edition::CatalogueItem* FormCatalogues::find(CatalogueKind kind,
                                                   const edition::CatalogueItemId& id) const {
  for (auto& item : items_.at(kind))
    if (item.id == id) return &item;
  return nullptr;
}

std::vector<const edition::CatalogueItem*> FormCatalogues::path(CatalogueKind kind,
                                                                std::string_view code) const {
  std::vector<const edition::CatalogueItem*> path;
  for (auto* item = find(kind, code); item; item = item->parent_id ? find(kind, *item->parent_id) : nullptr)
    path.push_back(item);
  return path;
}

std::map<CatalogueKind, std::vector<std::string>> codes_in(const Form& form) {
  std::vector<std::string> areas = form.products;
  for (auto& need : form.purchase_needs) areas.push_back(need.area_code);
  return {
      {CatalogueKind::exhibition_area, areas},
      {CatalogueKind::industry, form.industries},
      {CatalogueKind::visit_purpose, form.visit_purposes},
      {CatalogueKind::division, {form.province_code, form.city_code, form.district_code}},
      {CatalogueKind::country, {form.country_code}},
      {CatalogueKind::ownership, {form.ownership_code}},
      {CatalogueKind::registered_capital, {form.registered_capital_code}},
      {CatalogueKind::import_volume, {form.import_volume_code}},
      {CatalogueKind::purchase_intention_1y, {form.purchase_1y_code}},
      {CatalogueKind::purchase_intention_5y, {form.purchase_5y_code}},
  };
}

std::vector<FieldError> wrong_fields(const Form& form, Origin origin, const FormCatalogues& catalogues,
                                     bool has_groups) {
  return Examination(form, origin, catalogues, has_groups).run();
}

std::vector<FieldError> oversized_fields(const Form& form) {
  wire::FieldErrors errors;
  for_each_text(form, [&](std::string_view field, const std::string& text) {
    if (code_points(text) <= longest_text) return;
    wire::FieldErrors::At here(errors, field);
    errors.add(wire::field_too_long, {{"max", longest_text}});
  });
  std::size_t longest = std::max(
      {form.industries.size(), form.products.size(), form.visit_purposes.size(), form.purchase_needs.size()});
  if (longest > longest_list) errors.add(wire::field_too_many, {{"max", longest_list}});
  return errors.list();
}

Form tidied(Form form, Origin origin) {
  for_each_text(form, [](std::string_view, std::string& text) { text = trimmed(text); });
  for (auto& need : form.purchase_needs) need.description = trimmed(need.description);
  wire::Mobile::check(form.contact_mobile);
  wire::Email::check(form.contact_email);
  if (origin == Origin::overseas) {
    form.uscc.reset();
    form.province_code = form.city_code = form.district_code = "";
    form.is_sme.reset();
    return form;
  }
  form.country_code = "CN";
  if (form.uscc) form.uscc = normalized_uscc(*form.uscc);
  if (form.uscc && form.uscc->empty()) form.uscc.reset();
  if (form.category != Category::enterprise) form.is_sme.reset();
  return form;
}

void put_choices(Form& form, const std::vector<Choice>& choices) {
  for (auto& choice : choices) {
    if (!choice.is_chosen) continue;
    auto& list = choice.kind == ChoiceKind::industry  ? form.industries
                 : choice.kind == ChoiceKind::product ? form.products
                                                      : form.visit_purposes;
    list.push_back(choice.code);
  }
}

std::vector<Choice> choices_of(const Form& form, const FormCatalogues& catalogues) {
  std::vector<Choice> out;
  add_choices(out, ChoiceKind::industry, CatalogueKind::industry, form.industries, catalogues);
  add_choices(out, ChoiceKind::product, CatalogueKind::exhibition_area, form.products, catalogues);
  add_choices(out, ChoiceKind::visit_purpose, CatalogueKind::visit_purpose, form.visit_purposes, catalogues);
  return out;
}

}  // namespace expogate::organization
