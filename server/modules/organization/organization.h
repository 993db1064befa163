#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_text.h"
#include "base/error.h"
#include "base/id.h"
#include "base/transitions.h"

/// Organizations (单位): what registers, is reviewed and brings people to the fair.
namespace expogate::organization {

using LicenceId = Id<struct LicenceNoun>;

enum class Origin { domestic, overseas };
BOOST_DESCRIBE_ENUM(Origin, domestic, overseas)

enum class Category { enterprise, government, institution, social, other };
BOOST_DESCRIBE_ENUM(Category, enterprise, government, institution, social, other)

enum class OrganizationState {
  draft,
  submitted,
  awaiting_review,
  first_passed,
  approved,
  returned,
  rejected
};
BOOST_DESCRIBE_ENUM(OrganizationState, draft, submitted, awaiting_review, first_passed, approved, returned,
                    rejected)

/// What moves an organization from state to state.
enum class OrganizationAction {
  submit,
  approve_automatically,
  hand_to_people,
  pass_first,
  approve,
  return_for_changes,
  reject,
  lift_rejection,
  begin_anew,
  lose_uscc
};
BOOST_DESCRIBE_ENUM(OrganizationAction, submit, approve_automatically, hand_to_people, pass_first, approve,
                    return_for_changes, reject, lift_rejection, begin_anew, lose_uscc)

// ORG-06. Rejected is final: nothing but the bureau's lifting leads out of it.
inline constexpr auto organization_transitions = [] {
  using enum OrganizationState;
  using enum OrganizationAction;
  return std::to_array<Transition<OrganizationState, OrganizationAction>>({
      {draft, submit, submitted},
      {returned, submit, submitted},
      {approved, submit, submitted},  // ORG-08: a changed name or licence is reviewed again
      {submitted, approve_automatically, approved},
      {submitted, hand_to_people, awaiting_review},
      {awaiting_review, pass_first, first_passed},
      {awaiting_review, approve, approved},
      {awaiting_review, return_for_changes, returned},
      {awaiting_review, reject, rejected},
      {first_passed, approve, approved},
      {first_passed, return_for_changes, returned},
      {first_passed, reject, rejected},
      {rejected, lift_rejection, returned},
      {first_passed, begin_anew,
       awaiting_review},  // moved: another subgroup's first review is not this one's
      // ORG-02: whoever holds another's code is asked to correct it.
      {submitted, lose_uscc, returned},
      {awaiting_review, lose_uscc, returned},
      {first_passed, lose_uscc, returned},
      {approved, lose_uscc, returned},
      {returned, lose_uscc, returned},
      {draft, lose_uscc, draft},
  });
}();
static_assert(has_no_duplicates(organization_transitions));

constexpr std::optional<OrganizationState> next_state(OrganizationState from, OrganizationAction action) {
  return expogate::next_state(organization_transitions, from, action);
}

/// In these states its own people may change what they have written.
constexpr bool is_editable(OrganizationState state) {
  using enum OrganizationState;
  return state == draft || state == returned || state == approved;
}

/// In these states the office that looks after it may correct it: somebody has submitted it, and may still
/// come.
constexpr bool is_correctable(OrganizationState state) {
  return state != OrganizationState::draft && state != OrganizationState::rejected;
}

constexpr bool awaits_people(OrganizationState state) {
  return state == OrganizationState::awaiting_review || state == OrganizationState::first_passed;
}

enum class ContactTitle { mr, ms };
BOOST_DESCRIBE_ENUM(ContactTitle, mr, ms)

/// What an organization says of itself, apart from its contact and its lists (ORG-04). Codes are those of the
/// edition's catalogues; an empty text is an answer not given.
struct Profile {
  Category category = Category::enterprise;
  std::optional<TradingGroupId> trading_group_id;
  std::string referral_code;
  std::optional<std::string> uscc;
  std::string name_zh, name_en;
  std::string country_code, province_code, city_code, district_code, address, website;
  std::optional<std::int64_t> employees, turnover_wan;
  std::optional<bool> is_sme, is_listed;
  std::string ownership_code, registered_capital_code, import_volume_code, purchase_1y_code, purchase_5y_code,
      import_goods;
};
BOOST_DESCRIBE_STRUCT(Profile, (),
                      (category, trading_group_id, referral_code, uscc, name_zh, name_en, country_code,
                       province_code, city_code, district_code, address, website, employees, turnover_wan,
                       is_sme, is_listed, ownership_code, registered_capital_code, import_volume_code,
                       purchase_1y_code, purchase_5y_code, import_goods))

/// The contact (联系人), as it is kept: mobile and e-mail encrypted (ACC-07).
struct Contact {
  std::string contact_name;
  std::optional<ContactTitle> contact_title;
  std::string contact_department, contact_position, contact_telephone;
  std::optional<std::string> contact_mobile_sealed, contact_mobile_masked, contact_email_sealed,
      contact_email_masked;
};
BOOST_DESCRIBE_STRUCT(Contact, (),
                      (contact_name, contact_title, contact_department, contact_position, contact_telephone,
                       contact_mobile_sealed, contact_mobile_masked, contact_email_sealed,
                       contact_email_masked))

struct Organization : Profile, Contact {
  OrganizationId id;
  EditionId edition_id;
  std::int64_t serial = 0;
  std::string number;  ///< 单位编号, which people read aloud
  AccountId account_id;
  std::optional<OrganizationId> past_organization_id;
  Origin origin = Origin::domestic;
  OrganizationState state = OrganizationState::draft;
  std::optional<TradingGroupId> top_group_id;
  std::optional<std::string> overseas_key;
  std::optional<LicenceId> licence_id;
  std::int64_t attendee_count = 0;
  Instant registered_at;
  std::optional<Instant> submitted_at, awaiting_since, decided_at, exported_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Organization, (Profile, Contact),
                      (id, edition_id, serial, number, account_id, past_organization_id, origin, state,
                       top_group_id, overseas_key, licence_id, attendee_count, registered_at, submitted_at,
                       awaiting_since, decided_at, exported_at, version))

/// What stands in the audit log: nothing personal in the clear.
struct OrganizationSnapshot {
  OrganizationId id;
  std::string number, name_zh, name_en;
  std::optional<std::string> uscc;
  Category category = Category::enterprise;
  OrganizationState state = OrganizationState::draft;
  std::optional<TradingGroupId> trading_group_id;
  std::string contact_name;
  std::optional<std::string> contact_mobile_masked, contact_email_masked;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(OrganizationSnapshot, (),
                      (id, number, name_zh, name_en, uscc, category, state, trading_group_id, contact_name,
                       contact_mobile_masked, contact_email_masked, version))
OrganizationSnapshot snapshot_of(const Organization& organization);

enum class ChoiceKind { industry, product, visit_purpose };
BOOST_DESCRIBE_ENUM(ChoiceKind, industry, product, visit_purpose)

/// A row of `organization_choices`; the ancestors of what was chosen are there too, for filters.
struct Choice {
  ChoiceKind kind = ChoiceKind::industry;
  std::string code;
  bool is_chosen = true;
  auto operator<=>(const Choice&) const = default;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (kind, code, is_chosen))

/// What an organization looks for in an exhibition area; published only if it says so.
struct PurchaseNeed {
  std::string area_code, description;
  bool is_published = false;
};
BOOST_DESCRIBE_STRUCT(PurchaseNeed, (), (area_code, description, is_published))

inline const ErrorCode uscc_taken{
    "organization.uscc_taken",
    "该统一社会信用代码本届已注册（交易团：{group}，联系人：{contact}，手机："
    "{mobile}）。如是本单位，请登录或用该手机找回密码；"
    "如被他人误填，可提交认领",
    "This unified social credit code has already been registered for this edition (trading group: {group}, "
    "contact: {contact}, mobile: {mobile}). If this is your organization, sign in or reset the password with "
    "that mobile number; if it was entered by mistake, you can submit a claim"};
/// The same, told to somebody who changes a code or comes second by a moment.
inline const ErrorCode uscc_in_use{
    "organization.uscc_in_use", "该统一社会信用代码本届已由其他单位注册，请核对；如确属本单位，可提交认领",
    "This unified social credit code has been registered for this edition by another organization. Please "
    "check it; if it is yours, you can submit a claim"};
inline const ErrorCode rejected_before{
    "organization.rejected_before", "该单位本届审核不通过，不能再次注册",
    "This organization was rejected for this edition and cannot register again"};
inline const ErrorCode overseas_name_taken{"organization.overseas_name_taken",
                                           "该国家或地区已有同名单位注册，请登录原账号",
                                           "An organization with this name has already registered for this "
                                           "country or region; please sign in to its account"};

inline const ErrorCode move_out_of_reach{
    "organization.move_out_of_reach", "只能指定到本团或本团的分团",
    "You can move organizations to your own group or its subgroups only"};
inline const ErrorCode move_rejected{"organization.move_rejected", "审核不通过的单位不能指定",
                                     "A rejected organization cannot be moved"};

/// `D8100021`: origin, edition, and six digits at least.
std::string organization_number(Origin origin, int edition_number, std::int64_t serial);

/// The name that the caller's language shows, and the other one where there is none.
const std::string& name_of(const Profile& profile, Locale locale);

/// ORG-02: overseas organizations are unique by name and country; nothing for domestic ones.
std::optional<std::string> overseas_key_of(Origin origin, const Profile& profile);

/// Whether the registering authority in a code fits the category that was chosen (facts 5.1).
bool category_fits_uscc(Category category, std::string_view uscc);

/// The categories that an origin may choose from.
bool is_category_of(Origin origin, Category category);

}  // namespace expogate::organization

namespace expogate {
template <>
inline constexpr auto enum_labels<organization::Origin> = std::to_array<EnumLabel>({
    {"domestic", "境内", "Domestic"},
    {"overseas", "境外", "Overseas"},
});
template <>
inline constexpr auto enum_labels<organization::Category> = std::to_array<EnumLabel>({
    {"enterprise", "企业", "Enterprise"},
    {"government", "政府机构", "Government body"},
    {"institution", "事业单位", "Public institution"},
    {"social", "社会组织", "Social organization"},
    {"other", "其他", "Other"},
});
template <>
inline constexpr auto enum_labels<organization::OrganizationState> = std::to_array<EnumLabel>({
    {"draft", "已保存", "Draft"},
    {"submitted", "已提交", "Submitted"},
    {"awaiting_review", "待审核", "Awaiting review"},
    {"first_passed", "初审通过", "First review passed"},
    {"approved", "审核通过", "Approved"},
    {"returned", "退回修改", "Returned for changes"},
    {"rejected", "审核不通过", "Rejected"},
});
template <>
inline constexpr auto enum_labels<organization::ContactTitle> = std::to_array<EnumLabel>({
    {"mr", "先生", "Mr"},
    {"ms", "女士", "Ms"},
});
}  // namespace expogate
