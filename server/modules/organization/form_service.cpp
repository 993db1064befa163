#include "organization/form_service.h"

#include "audit/audit.h"
#include "edition/catalogue_service.h"
#include "file/file_service.h"
#include "organization/contact_message.h"
#include "organization/history.h"
#include "organization/sme.h"
#include "platform/db/refusing_taken.h"

namespace expogate::organization {
namespace {

std::string draft_context(const OrganizationId& id) {
  return "organization_drafts.form|" + id.text;
}

/// ORG-08: the name and the licence are what was approved.
bool needs_review(const Organization& before, const Organization& after) {
  return before.state != OrganizationState::approved || before.name_zh != after.name_zh ||
         before.name_en != after.name_en || before.licence_id != after.licence_id;
}

/// What a reviewing group cannot change: nothing that is wrong with it keeps the rest from being corrected.
bool is_not_theirs_to_mend(const FieldError& error) {
  return error.field == "licence_id" || error.field == "trading_group_id" ||
         error.field == "contact_mobile" || error.field == "contact_email";
}

/// A code or an overseas name that is another's is told at its field, whichever index refuses it.
template <class Write>
auto refusing_second(Write&& write) {
  return db::refusing_taken("uscc", "uscc", uscc_in_use, [&] {
    return db::refusing_taken("login", "uscc", uscc_in_use, [&] {
      return db::refusing_taken("overseas", "name_en", overseas_name_taken, write);
    });
  });
}

}  // namespace

Organization FormService::get_own(db::Tx& tx, const Caller& caller) {
  auto own = store::find_of_account(tx, caller.edition, caller.account);
  if (!own) throw NotFound();
  return *own;
}

Form FormService::get_submitted(db::Tx& tx, const Organization& o) {
  Form form;
  static_cast<Profile&>(form) = o;
  form.contact_name = o.contact_name;
  form.contact_title = o.contact_title;
  form.contact_department = o.contact_department;
  form.contact_position = o.contact_position;
  form.contact_telephone = o.contact_telephone;
  form.contact_mobile = mobile_of(o, cipher_);
  form.contact_email = email_of(o, cipher_);
  form.licence_id = o.licence_id;
  form.purchase_needs = store::list_needs(tx, o.id);
  put_choices(form, store::list_choices(tx, o.id));
  return form;
}

FormCatalogues FormService::catalogues_for(db::Tx& tx, const EditionId& edition, const Form& form) {
  FormCatalogues catalogues;
  for (auto& [kind, codes] : codes_in(form))
    catalogues.add(kind, edition::CatalogueService::list_with_ancestors(tx, edition, kind, codes));
  return catalogues;
}

std::vector<FieldError> FormService::problems_of(db::Tx& tx, const Organization& o, const Form& form,
                                                 const FormCatalogues& catalogues) {
  auto problems = wrong_fields(form, o.origin, catalogues, groups_.has_groups());
  if (form.trading_group_id && form.trading_group_id != o.trading_group_id &&
      !groups_.is_choosable(tx, *form.trading_group_id))
    problems.push_back({"trading_group_id", &group_not_choosable, {}});
  if (o.state == OrganizationState::approved) {
    if (form.uscc != o.uscc) problems.push_back({"uscc", &fixed_after_approval, {}});
    if (form.category != o.category) problems.push_back({"category", &fixed_after_approval, {}});
    if (form.trading_group_id != o.trading_group_id)
      problems.push_back({"trading_group_id", &fixed_after_approval, {}});
  }
  return problems;
}

FormOnPage FormService::page_of(db::Tx& tx, const Organization& o) {
  FormOnPage page;
  if (auto draft = store::find_draft(tx, o.id)) {
    page.form = wire::from_json<Form>(cipher_.open(draft->form_sealed, draft_context(o.id)));
    page.step = draft->step;
    page.version = draft->version;
    page.saved_at = draft->saved_at;
  } else {
    page.form = get_submitted(tx, o);
  }
  auto form = tidied(page.form, o.origin);
  page.problems = problems_of(tx, o, form, catalogues_for(tx, o.edition_id, form));
  if (form.employees && form.turnover_wan && form.category == Category::enterprise)
    page.is_sme_by_figures = is_small_or_medium(form.industries, *form.employees, *form.turnover_wan);
  return page;
}

FormOnPage FormService::get(const Caller& caller) {
  return database_.read([&](db::Tx& tx) { return page_of(tx, get_own(tx, caller)); });
}

FormOnPage FormService::save_draft(const Caller& caller, Form form, int step, std::int64_t draft_version) {
  if (auto wrong = oversized_fields(form); !wrong.empty()) throw ValidationError(wrong);
  return database_.write([&](db::Tx& tx) {
    editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
    auto own = get_own(tx, caller);
    if (!is_editable(own.state)) throw Refusal(form_locked);
    store::SealedDraft draft{own.id, step, cipher_.seal(wire::to_json(form), draft_context(own.id)), 0,
                             clock_.now()};
    if (!store::save_draft(tx, draft, draft_version)) throw Stale();
    audit::record(tx, caller, clock_.now(),
                  {"organization_draft_saved", "organization", own.id.text, "暂存单位信息：" + own.number});
    return page_of(tx, own);
  });
}

Organization FormService::filled(db::Tx& tx, Organization o, const Form& form) {
  static_cast<Profile&>(o) = form;
  o.top_group_id.reset();
  if (o.trading_group_id) o.top_group_id = groups_.top_of(tx, *o.trading_group_id);
  o.overseas_key = overseas_key_of(o.origin, o);
  o.contact_name = form.contact_name;
  o.contact_title = form.contact_title;
  o.contact_department = form.contact_department;
  o.contact_position = form.contact_position;
  o.contact_telephone = form.contact_telephone;
  o.licence_id = form.licence_id;
  set_mobile(o, cipher_, form.contact_mobile);
  set_email(o, cipher_, form.contact_email);
  return o;
}

void FormService::write(db::Tx& tx, const Caller& caller, const Organization& before,
                        const Organization& after, const Form& form, const FormCatalogues& catalogues) {
  if (!store::change(tx, after, before.version)) throw Stale();
  // ACC-01: a domestic contact signs in with the code.
  if (after.uscc) accounts_.change_login_name(tx, caller, after.account_id, *after.uscc);
  store::replace_choices(tx, after.id, choices_of(form, catalogues));
  store::replace_needs(tx, after.id, form.purchase_needs, clock_.now());
}

bool FormService::is_complete(db::Tx& tx, const Organization& past, const EditionId& edition) {
  auto form = tidied(get_submitted(tx, past), past.origin);
  if (form.trading_group_id && !groups_.is_choosable(tx, *form.trading_group_id)) return false;
  return wrong_fields(form, past.origin, catalogues_for(tx, edition, form), groups_.has_groups()).empty();
}

void FormService::submit_form(db::Tx& tx, const Caller& caller, const Organization& before,
                              const Form& form) {
  auto catalogues = catalogues_for(tx, before.edition_id, form);
  if (auto wrong = problems_of(tx, before, form, catalogues); !wrong.empty()) throw ValidationError(wrong);
  auto now = clock_.now();
  auto after = filled(tx, before, form);
  after.submitted_at = now;
  // The licence first: whoever has just read its picture waits here for us, or we for them (see its store).
  auto licence = store::give_licence(tx, *form.licence_id, before.id);
  if (!licence) throw ValidationError("licence_id", licence_not_yours);
  file::FileService::keep(tx, licence->file_id);
  write(tx, caller, before, after, form, catalogues);
  store::remove_draft(tx, before.id);
  bool is_reviewed = needs_review(before, after);
  auto next = is_reviewed ? *next_state(before.state, OrganizationAction::submit) : before.state;
  if (is_reviewed && !store::change_state(tx, before.id, before.state, next, now)) throw Refusal(form_locked);
  store::add_history(tx, before.id, caller.account,
                     {is_reviewed ? HistoryEvent::submitted : HistoryEvent::changed,
                      now,
                      caller.name,
                      before.state,
                      next,
                      "",
                      {}});
  audit::record(tx, caller, now,
                {"organization_submitted", "organization", before.id.text, "提交单位信息：" + before.number,
                 audit::snapshot(snapshot_of(before)), audit::snapshot(snapshot_of(after))});
  facts_.publish(tx, OrganizationChanged{before.id});
  if (is_reviewed) automatic_review_.review(tx, after, *licence);
}

Organization FormService::submit(const Caller& caller, int consent_version, std::int64_t draft_version) {
  return refusing_second([&] {
    return database_.write([&](db::Tx& tx) {
      editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
      auto own = get_own(tx, caller);
      if (!is_editable(own.state)) throw Refusal(form_locked);
      consents_.give(caller, account::ConsentDocument::privacy_policy, consent_version);
      auto page = page_of(tx, own);
      if (page.version != draft_version) throw Stale();
      submit_form(tx, caller, own, tidied(page.form, own.origin));
      return get_own(tx, caller);
    });
  });
}

Form FormService::get_of(const Caller& caller, const OrganizationId& id) {
  return database_.read([&](db::Tx& tx) {
    auto form = get_submitted(tx, store::get(tx, caller.scope, id));
    form.contact_mobile = form.contact_email = "";
    return form;
  });
}

Organization FormService::change(const Caller& caller, const OrganizationId& id, Form form,
                                 std::int64_t version) {
  return refusing_second([&] {
    return database_.write([&](db::Tx& tx) {
      auto before = store::get(tx, caller.scope, id);
      if (!is_correctable(before.state)) throw Refusal(form_locked);
      if (before.version != version) throw Stale();
      if (caller.scope.level == Scope::Level::group)
        editions_.require_open(tx, caller.edition, edition::WindowKind::group_actions);
      auto typed = tidied(form, before.origin);
      // Moving is an act of its own; the licence and the ways to reach the contact are the organization's.
      typed.contact_mobile = mobile_of(before, cipher_);
      typed.contact_email = email_of(before, cipher_);
      typed.trading_group_id = before.trading_group_id;
      typed.licence_id = before.licence_id;
      auto catalogues = catalogues_for(tx, before.edition_id, typed);
      auto wrong = problems_of(tx, before, typed, catalogues);
      std::erase_if(wrong, is_not_theirs_to_mend);
      if (!wrong.empty()) throw ValidationError(wrong);
      auto after = filled(tx, before, typed);
      write(tx, caller, before, after, typed, catalogues);
      store::add_history(
          tx, id, caller.account,
          {HistoryEvent::changed, clock_.now(), caller.name, before.state, before.state, "", {}});
      audit::record(tx, caller, clock_.now(),
                    {"organization_changed", "organization", id.text, "修改单位信息：" + before.number,
                     audit::snapshot(snapshot_of(before)), audit::snapshot(snapshot_of(after))});
      facts_.publish(tx, OrganizationChanged{id});
      return store::get(tx, caller.scope, id);
    });
  });
}

}  // namespace expogate::organization
