#include "organization/organization_view.h"

#include "base/permission.h"
#include "base/uscc.h"
#include "edition/catalogue_service.h"
#include "organization/organization_store.h"
#include "platform/recognition/name_match.h"

namespace expogate::organization {
namespace {

using edition::CatalogueKind;

/// Every word of an organization's codes, loaded with one statement per catalogue.
class Words {
 public:
  Words(db::Tx& tx, const EditionId& edition, const Form& form) {
    for (auto& [kind, codes] : codes_in(form))
      for (auto& item : edition::CatalogueService::list_with_ancestors(tx, edition, kind, codes))
        words_[kind].push_back({item.code, item.name_zh, item.name_en});
  }

  std::optional<NamedCode> one(CatalogueKind kind, const std::string& code) const {
    if (code.empty()) return std::nullopt;
    if (auto found = words_.find(kind); found != words_.end())
      for (auto& word : found->second)
        if (word.code == code) return word;
    return NamedCode{code, code, code};
  }
  std::vector<NamedCode> all(CatalogueKind kind, const std::vector<std::string>& codes) const {
    std::vector<NamedCode> named;
    for (auto& code : codes)
      if (auto word = one(kind, code)) named.push_back(*word);
    return named;
  }

 private:
  std::map<CatalogueKind, std::vector<NamedCode>> words_;
};

AllowedAction action(const Caller& caller, const char* name, Permission permission, const ErrorCode* refusal,
                     const Details& details = {}) {
  if (!caller.may(permission)) refusal = &permission_denied;
  if (!refusal) return {name, true, std::nullopt};
  return {name, false, message_of(*refusal, caller.locale, details)};
}

Organization place_of(const OrganizationRow& row) {
  Organization o;
  o.state = row.state;
  o.trading_group_id = row.trading_group_id;
  o.top_group_id = row.top_group_id;
  return o;
}

RecognitionView recognition_view(const Licence& licence, const OrganizationRow& row) {
  RecognitionView view{licence.state, "", {}, {}, false, false};
  auto read = recognition_of(licence);
  if (!read) return view;
  view.name = read->name;
  view.uscc = read->uscc;
  view.codes = read->codes;
  view.name_agrees = names_agree(row.name_zh, read->name_symbols);
  view.uscc_agrees =
      row.uscc && std::find(view.codes.begin(), view.codes.end(), *row.uscc) != view.codes.end();
  return view;
}

void fill_answers(db::Tx& tx, OrganizationDetail& d, const Organization& o) {
  Form form;
  static_cast<Profile&>(form) = o;
  put_choices(form, store::list_choices(tx, o.id));
  d.purchase_needs = form.purchase_needs = store::list_needs(tx, o.id);
  Words words(tx, o.edition_id, form);
  d.place = o.origin == Origin::overseas
                ? words.all(CatalogueKind::country, {o.country_code})
                : words.all(CatalogueKind::division, {o.province_code, o.city_code, o.district_code});
  d.ownership = words.one(CatalogueKind::ownership, o.ownership_code);
  d.registered_capital = words.one(CatalogueKind::registered_capital, o.registered_capital_code);
  d.import_volume = words.one(CatalogueKind::import_volume, o.import_volume_code);
  d.purchase_1y = words.one(CatalogueKind::purchase_intention_1y, o.purchase_1y_code);
  d.purchase_5y = words.one(CatalogueKind::purchase_intention_5y, o.purchase_5y_code);
  d.industries = words.all(CatalogueKind::industry, form.industries);
  d.products = words.all(CatalogueKind::exhibition_area, form.products);
  d.visit_purposes = words.all(CatalogueKind::visit_purpose, form.visit_purposes);
}

}  // namespace

std::vector<AllowedAction> allowed_actions(const Caller& caller, const OrganizationRow& row) {
  auto o = place_of(row);
  bool is_turn = stage_for(caller.scope, o).has_value();
  Details state{{"state", std::string(enum_words(row.state, caller.locale))}};
  bool is_rejected = row.state == OrganizationState::rejected;
  // A subgroup has nothing below it to move to.
  auto* why_not_move = caller.scope.is_subgroup ? &move_out_of_reach : is_rejected ? &move_rejected : nullptr;
  return {
      action(caller, "review", Permission::review_organizations, is_turn ? nullptr : &review_not_yours,
             state),
      action(caller, "edit", Permission::edit_organizations,
             is_correctable(row.state) ? nullptr : &form_locked),
      action(caller, "move", Permission::move_organizations, why_not_move),
      action(caller, "lift_rejection", Permission::lift_rejections, is_rejected ? nullptr : &not_rejected),
      action(caller, "unmask", Permission::unmask_contacts, nullptr),
  };
}

OrganizationDetail detail_of(db::Tx& tx, const Caller& caller, const OrganizationId& id) {
  auto o = store::get(tx, caller.scope, id);
  OrganizationFilter filter;
  filter.id = {id};
  auto edition_caller = caller;
  edition_caller.edition = o.edition_id;
  auto rows = store::list(tx, edition_caller, filter, {1, 1, ""}).items;
  if (rows.empty()) throw NotFound();
  OrganizationDetail d;
  static_cast<OrganizationRow&>(d) = rows.front();
  d.referral_code = o.referral_code;
  d.address = o.address;
  d.website = o.website;
  d.employees = o.employees;
  d.turnover_wan = o.turnover_wan;
  d.is_listed = o.is_listed;
  d.import_goods = o.import_goods;
  d.contact_department = o.contact_department;
  d.contact_position = o.contact_position;
  d.contact_telephone = o.contact_telephone;
  d.contact_mobile_masked = o.contact_mobile_masked;
  d.contact_email_masked = o.contact_email_masked;
  fill_answers(tx, d, o);
  d.has_odd_uscc = o.uscc && !has_valid_check(*o.uscc);
  d.has_licence = o.licence_id.has_value();
  if (o.licence_id)
    if (auto licence = store::find_licence(tx, *o.licence_id)) d.recognition = recognition_view(*licence, d);
  if (auto a = store::find_registry_answer(tx, id))
    d.registry = RegistryView{a->standing, a->uscc, a->name, a->asked_at};
  d.review_stage = stage_for(caller.scope, o);
  d.history = store::list_history(tx, id);
  d.registered_at = o.registered_at;
  d.allowed_actions = allowed_actions(caller, d);
  return d;
}

}  // namespace expogate::organization
