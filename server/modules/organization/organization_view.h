#pragma once
#include "base/allowed_action.h"
#include "organization/form.h"
#include "organization/history.h"
#include "organization/licence.h"
#include "organization/organization_list.h"
#include "organization/registry_answer.h"
#include "organization/review.h"

/// How organizations are shown: rows of lists, and one with everything that reviewers look at.
namespace expogate::organization {

struct OrganizationListRow : OrganizationRow {
  std::vector<AllowedAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(OrganizationListRow, (OrganizationRow), (allowed_actions))

/// A catalogue's word for a code.
struct NamedCode {
  std::string code, name_zh, name_en;
};
BOOST_DESCRIBE_STRUCT(NamedCode, (), (code, name_zh, name_en))

/// What was read from the licence, beside what was typed.
struct RecognitionView {
  LicenceState state = LicenceState::queued;
  std::string name;
  std::optional<std::string> uscc;
  std::vector<std::string> codes;
  bool name_agrees = false, uscc_agrees = false;
};
BOOST_DESCRIBE_STRUCT(RecognitionView, (), (state, name, uscc, codes, name_agrees, uscc_agrees))

/// What the public register said, where one was asked.
struct RegistryView {
  RegistryStanding standing = RegistryStanding::unknown;
  std::string uscc, name;
  Instant asked_at;
};
BOOST_DESCRIBE_STRUCT(RegistryView, (), (standing, uscc, name, asked_at))

struct VisitView {
  std::string account_name;
  Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(VisitView, (), (account_name, opened_at))

struct OrganizationDetail : OrganizationRow {
  std::string referral_code, address, website;
  std::vector<NamedCode> place;  ///< country, or province, city, district
  std::optional<std::int64_t> employees, turnover_wan;
  std::optional<bool> is_listed;
  std::optional<NamedCode> ownership, registered_capital, import_volume, purchase_1y, purchase_5y;
  std::string import_goods;
  std::string contact_department, contact_position, contact_telephone;
  std::optional<std::string> contact_mobile_masked, contact_email_masked;
  std::vector<NamedCode> industries, products, visit_purposes;
  std::vector<PurchaseNeed> purchase_needs;
  bool has_licence = false, has_odd_uscc = false;
  std::optional<RecognitionView> recognition;
  std::optional<RegistryView> registry;
  std::optional<ReviewStage> review_stage;
  std::vector<HistoryEntry> history;
  Instant registered_at;
  std::vector<AllowedAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(OrganizationDetail, (OrganizationRow),
                      (referral_code, address, website, place, employees, turnover_wan, is_listed, ownership,
                       registered_capital, import_volume, purchase_1y, purchase_5y, import_goods,
                       contact_department, contact_position, contact_telephone, contact_mobile_masked,
                       contact_email_masked, industries, products, visit_purposes, purchase_needs,
                       has_licence, has_odd_uscc, recognition, registry, review_stage, history, registered_at,
                       allowed_actions))

/// What this caller may do with an organization now: review, edit, move, lift_rejection, unmask.
std::vector<AllowedAction> allowed_actions(const Caller& caller, const OrganizationRow& row);

/// Puts a detail together; one read of the database.
OrganizationDetail detail_of(db::Tx& tx, const Caller& caller, const OrganizationId& id);

}  // namespace expogate::organization
