#include "organization/organization_selection.h"

#include "audit/audit.h"
#include "base/in_order.h"
#include "base/permission.h"
#include "organization/contact_message.h"
#include "organization/organization_sheet.h"
#include "organization/organization_store.h"
#include "platform/crypto/unreadable.h"

namespace expogate::organization {
namespace {

constexpr std::size_t piece = 1000;

const char* title_of(Locale locale) {
  return locale == Locale::en ? "Organizations" : "单位信息";
}

template <class Row>
std::vector<OrganizationId> ids_of(const std::vector<Row>& rows) {
  std::vector<OrganizationId> ids;
  for (auto& row : rows) ids.push_back(row.id);
  return ids;
}

}  // namespace

void OrganizationSelectionService::offer() {
  exports_.offer(
      std::string(list_kind),
      {Permission::export_organizations, [](const Caller& caller) { return sheet_headings(caller.locale); },
       [this](const Caller& caller, const std::string& parameters, import_export::RowSink& sink) {
         write_rows(caller, wire::from_json<ExportSelection>(parameters), sink);
       }});
  mailings_.offer(
      std::string(list_kind),
      {"organization", Permission::see_organizations,
       [this](const Caller& caller, const std::string& parameters) {
         return count(caller, wire::from_json<OrganizationFilter>(parameters));
       },
       [this](const Caller& caller, const std::string& parameters, const std::string& after, int limit) {
         return list_recipients(caller, wire::from_json<OrganizationFilter>(parameters), after, limit);
       }});
}

std::int64_t OrganizationSelectionService::count(const Caller& caller, const OrganizationFilter& filter) {
  return database_.read([&](db::Tx& tx) { return store::count(tx, caller, filter); });
}

import_export::SheetExport OrganizationSelectionService::export_later(const Caller& caller,
                                                                      const ExportSelection& selection) {
  if (selection.has_contacts && !caller.may(Permission::unmask_contacts)) throw NotAllowed();
  return database_.write([&](db::Tx& tx) {
    store::list_serials(tx, caller, selection.filter, selection.sort.value_or(""), 1);  // refuses a wrong one
    if (selection.has_contacts)
      audit::record(
          tx, caller, clock_.now(),
          {"contacts_exported", "organization_list", caller.edition.text, "导出单位信息（含联系方式）"});
    auto order = selection;
    order.filter.exported_before = clock_.now();
    return exports_.start_later(tx, caller,
                                {std::string(list_kind), wire::to_json(order), title_of(caller.locale)});
  });
}

void OrganizationSelectionService::write_rows(const Caller& caller, const ExportSelection& selection,
                                              import_export::RowSink& sink) {
  bool is_clear = selection.has_contacts && caller.may(Permission::unmask_contacts);
  sink.set_total(count(caller, selection.filter));
  auto words = database_.read([&](db::Tx& tx) { return CatalogueWords(tx, caller.edition, caller.locale); });
  auto serials = database_.read([&](db::Tx& tx) {
    return store::list_serials(tx, caller, selection.filter, selection.sort.value_or(""),
                               int(import_export::most_rows) + 1);
  });
  std::vector<OrganizationId> exported;
  for (std::size_t at = 0; at < serials.size(); at += piece) {
    std::vector<Organization> organizations;
    std::vector<OrganizationRow> rows;
    std::map<OrganizationId, std::vector<Choice>> choices;
    database_.read([&](db::Tx& tx) {
      rows = store::list_by_serials(tx, caller, selection.filter, piece_of(serials, at, piece));
      organizations = in_order(store::list_by_rows(tx, rows), ids_of(rows), [](auto& o) { return o.id; });
      choices = store::list_choices(tx, ids_of(organizations));
    });
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto& o = organizations[i];
      sink.add_row(sheet_cells(
          {o, rows[i], choices[o.id],
           is_clear ? readable([&] { return mobile_of(o, cipher_); }) : o.contact_mobile_masked.value_or(""),
           is_clear ? readable([&] { return email_of(o, cipher_); }) : o.contact_email_masked.value_or("")},
          words, caller.locale));
    }
    auto ids = ids_of(organizations);
    exported.insert(exported.end(), ids.begin(), ids.end());
  }
  // Only now: of an export that was taken away half-way, nobody has a file.
  for (std::size_t at = 0; at < exported.size(); at += piece) {
    std::vector<OrganizationId> ids(exported.begin() + long(at),
                                    exported.begin() + long(std::min(at + piece, exported.size())));
    database_.write([&](db::Tx& tx) { store::note_export(tx, ids, clock_.now()); });
  }
}

messaging::MailingPreview OrganizationSelectionService::preview_mailing(const Caller& caller,
                                                                        const OrganizationFilter& filter,
                                                                        const messaging::MailingText& text) {
  return mailings_.preview(
      caller, {std::string(list_kind), wire::to_json(filter), text, groups_.sender_name(caller), 0});
}

messaging::Mailing OrganizationSelectionService::add_mailing(const Caller& caller,
                                                             const OrganizationFilter& filter,
                                                             const messaging::MailingText& text,
                                                             std::int64_t confirmed) {
  return database_.write([&](db::Tx& tx) {
    return mailings_.add_mailing(
        tx, caller,
        {std::string(list_kind), wire::to_json(filter), text, groups_.sender_name(caller), confirmed});
  });
}

std::vector<messaging::Recipient> OrganizationSelectionService::list_recipients(
    const Caller& caller, const OrganizationFilter& filter, const std::string& after, int limit) {
  return database_.read([&](db::Tx& tx) {
    // Recipients come in the order of their serial numbers; what is remembered of the last is its id.
    std::int64_t last = after.empty() ? 0 : store::serial_of(tx, OrganizationId{after});
    std::vector<messaging::Recipient> recipients;
    for (auto& o : store::list_by_rows(tx, store::list_piece(tx, caller, filter, last, limit))) {
      auto locale = o.origin == Origin::domestic ? Locale::zh_cn : Locale::en;
      recipients.push_back({o.id.text, name_of(o, Locale::zh_cn),
                            readable([&] { return email_of(o, cipher_); }), name_of(o, locale),
                            o.contact_name, locale});
    }
    return recipients;
  });
}

}  // namespace expogate::organization
