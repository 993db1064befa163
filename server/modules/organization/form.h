#pragma once
#include <map>
#include <vector>

#include "edition/catalogue.h"
#include "organization/organization.h"
#include "platform/wire/field_errors.h"

/// The organization form (单位信息登记): what is typed, and when it is complete and right (ORG-04).
namespace expogate::organization {

struct Form : Profile {
  std::string contact_name;
  std::optional<ContactTitle> contact_title;
  std::string contact_department, contact_position, contact_telephone, contact_mobile, contact_email;
  std::vector<std::string> industries, products, visit_purposes;
  std::vector<PurchaseNeed> purchase_needs;
  std::optional<LicenceId> licence_id;
};
BOOST_DESCRIBE_STRUCT(Form, (Profile),
                      (contact_name, contact_title, contact_department, contact_position, contact_telephone,
                       contact_mobile, contact_email, industries, products, visit_purposes, purchase_needs,
                       licence_id))

/// The items of the edition's catalogues that a form names, with their ancestors.
class FormCatalogues {
 public:
  void add(edition::CatalogueKind kind, std::vector<edition::CatalogueItem> items) {
    items_[kind] = std::move(items);
  }
  /// The active item of a code; null when there is none.
  const edition::CatalogueItem* find(edition::CatalogueKind kind, std::string_view code) const;
  /// The code's item and those above it, beginning with itself.
  std::vector<const edition::CatalogueItem*> path(edition::CatalogueKind kind, std::string_view code) const;

 private:
  const edition::CatalogueItem* find(edition::CatalogueKind kind, const edition::CatalogueItemId& id) const;
  std::map<edition::CatalogueKind, std::vector<edition::CatalogueItem>> items_;
};

/// Which codes of which catalogues a form names, so that they can be loaded.
std::map<edition::CatalogueKind, std::vector<std::string>> codes_in(const Form& form);

/// Everything that keeps a form from being submitted; empty when it may be. `has_groups`: the fair has
/// trading groups, and domestic organizations choose one (INS-02).
std::vector<FieldError> wrong_fields(const Form& form, Origin origin, const FormCatalogues& catalogues,
                                     bool has_groups);

/// What even a draft may not be: too long to keep. A draft may be wrong in every other way.
std::vector<FieldError> oversized_fields(const Form& form);

/// The form with blanks cut off, codes in their standard spelling, and nothing that does not apply.
Form tidied(Form form, Origin origin);

/// Writes what was chosen, without what is above it, into the form's lists.
void put_choices(Form& form, const std::vector<Choice>& choices);

/// What was chosen, and above it what it belongs to.
std::vector<Choice> choices_of(const Form& form, const FormCatalogues& catalogues);

inline const ErrorCode uscc_malformed{
    "organization.uscc_malformed", "统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z）",
    "The unified social credit code must have 18 digits or capital letters (without I, O, S, V or Z)"};
inline const ErrorCode name_en_not_latin{"organization.name_en_not_latin", "英文名称应使用英文字母",
                                         "Please write the English name in Latin letters"};
inline const ErrorCode website_malformed{
    "organization.website_malformed", "网址格式不正确，例如 https://example.com",
    "The web address is not valid; use a format such as https://example.com"};
inline const ErrorCode telephone_malformed{
    "organization.telephone_malformed", "电话格式不正确，例如 021-12345678 或 +86-21-12345678",
    "The telephone number is not valid; use a format such as +44 20 7946 0000"};
inline const ErrorCode division_mismatch{"organization.division_mismatch", "省、市、区不一致，请重新选择",
                                         "The province, city and district do not match; please select again"};
inline const ErrorCode country_domestic{
    "organization.country_domestic", "境外单位请选择中国大陆以外的国家或地区",
    "Overseas organizations: please select a country or region outside the Chinese mainland"};
inline const ErrorCode sme_is_small{"organization.sme_is_small",
                                    "按从业人员、营业收入和所属行业划型，应选“是”",
                                    "Based on employees, turnover and industry, please select “Yes”"};
inline const ErrorCode sme_is_large{"organization.sme_is_large",
                                    "按从业人员、营业收入和所属行业划型，应选“否”",
                                    "Based on employees, turnover and industry, please select “No”"};
inline const ErrorCode form_locked{
    "organization.form_locked", "单位信息正在审核或已被拒绝，现在不能修改",
    "The organization’s details are under review or were rejected and cannot be changed at present"};
inline const ErrorCode category_not_of_origin{
    "organization.category_not_of_origin", "所选来源没有此类别",
    "This organization type is not available for the selected origin"};

}  // namespace expogate::organization
