#include "account/account_http.h"
#include "app/audit_key.h"
#include "app/edition_preview.h"
#include "app/installation/installation.h"
#include "app/opening_preview.h"
#include "app/services.h"
#include "app/system_http.h"
#include "attendee/attendee_http.h"
#include "audit/audit_http.h"
#include "badge/badge_http.h"
#include "edition/edition_http.h"
#include "gate/gate_http.h"
#include "group_payment/group_payment_http.h"
#include "import_export/sheet_export_http.h"
#include "key_invitee/key_invitee_http.h"
#include "messaging/messaging_http.h"
#include "order/order_http.h"
#include "organization/organization_http.h"
#include "own_data/own_data_http.h"
#include "page/article_http.h"
#include "payment/payment_http.h"
#include "quota/quota_http.h"
#include "retention/retention_http.h"
#include "saved_view/saved_view_http.h"
#include "statistics/statistics_http.h"
#include "trading_group/trading_group_http.h"

namespace expogate {

void add_all_routes(wire::Router& router, Services& s, const std::atomic<bool>& is_ready) {
  account::CookieSettings cookies{s.config.has_secure_cookie};
  add_system_routes(router, s, is_ready);
  account::add_session_routes(router, s.sign_ins, s.sessions, s.my_accounts, s.captchas, s.account_views,
                              cookies);
  account::add_my_account_routes(router, s.my_accounts, s.sign_ins, s.sessions, s.consents, s.account_views,
                                 cookies);
  account::add_passkey_routes(router, s.passkeys, s.account_views, cookies);
  account::add_sub_account_routes(router, s.accounts);
  account::add_account_admin_routes(router, s.accounts);
  account::add_account_link_routes(router, s.account_links);
  edition::add_edition_routes(router, s.editions);
  add_edition_preview_routes(router, *s.database);
  add_opening_preview_routes(router, *s.database);
  edition::add_entry_option_routes(router, s.entry_options);
  edition::add_edition_text_routes(router, s.edition_texts);
  edition::add_catalogue_routes(router, s.catalogues);
  trading_group::add_account_sheet_routes(router, s.account_sheets);
  trading_group::add_group_sheet_routes(router, s.group_sheets);
  trading_group::add_routes(router, s.groups, s.tasks);
  organization::add_licence_routes(router, s.licences);
  organization::add_registration_routes(router, s.registrations, s.account_views, cookies);
  organization::add_my_organization_routes(router, s.organizations, s.forms, s.registrations);
  organization::add_organization_routes(router, s.organizations, s.forms, s.moves);
  organization::add_review_routes(router, s.reviews, s.organizations);
  organization::add_selection_routes(router, s.organization_selections);
  organization::add_claim_routes(router, s.claims);
  organization::add_one_click_routes(router, s.one_click);
  key_invitee::add_key_invitee_routes(router, s.key_invitees);
  key_invitee::add_key_invitation_routes(router, s.key_invitations, s.invitation_links);
  key_invitee::add_key_invitee_sheet_routes(router, s.key_invitee_sheets);
  attendee::add_my_attendee_routes(router, s.attendees, s.attendee_office, s.photos);
  attendee::add_attendee_import_routes(router, s.attendee_imports);
  attendee::add_attendee_export_routes(router, s.attendee_exports);
  attendee::add_attendee_mailing_routes(router, s.attendee_mailings);
  attendee::add_courier_address_routes(router, s.courier_addresses);
  attendee::add_colleague_routes(router, s.colleagues);
  attendee::add_past_attendee_routes(router, s.past_attendees, s.attendee_office);
  attendee::add_attendee_routes(router, s.attendee_office);
  attendee::add_attendee_review_routes(router, s.attendee_reviews, s.attendee_office, s.attendees);
  attendee::add_attendee_correction_routes(router, s.attendee_corrections, s.attendee_office);
  attendee::add_attendee_batch_routes(router, s.attendee_batches);
  attendee::add_attendee_upgrade_routes(router, s.attendee_upgrades);
  attendee::add_identity_check_routes(router, s.identity_checks);
  group_payment::add_group_payment_routes(router, s.group_payments);
  group_payment::add_sponsorship_routes(router, s.sponsorships);
  group_payment::add_sponsorship_limit_routes(router, s.sponsorship_limits);
  group_payment::add_sponsored_attendee_routes(router, s.sponsored_attendees);
  quota::add_group_quota_routes(router, s.group_quotas);
  quota::add_organization_quota_routes(router, s.organization_quotas);
  quota::add_quota_sheet_routes(router, s.quota_sheets);
  quota::add_quota_entry_routes(router, s.quota_entries);
  badge::add_badge_routes(router, s.badges);
  badge::add_batch_routes(router, s.badge_batches);
  badge::add_parcel_routes(router, s.parcels);
  badge::add_desk_routes(router, s.badge_desk);
  badge::add_e_badge_routes(router, s.e_badges);
  order::add_order_routes(router, s.orders);
  payment::add_payment_routes(router, s.payments, s.orders);
  payment::add_notice_routes(router, s.payments);
  payment::add_transfer_routes(router, s.transfers);
  payment::add_refund_routes(router, s.refunds, s.orders);
  payment::add_refund_case_routes(router, s.refund_cases);
  payment::add_statement_routes(router, s.statements);
  payment::add_reconciliation_routes(router, s.reconciliation);
  payment::add_sandbox_routes(router, s.sandbox);
  gate::add_gate_routes(router, s.gates);
  gate::add_device_routes(router, s.gate_devices, s.config.public_url);
  gate::add_scan_routes(router, s.scans, s.gate_devices, s.offline_lists, s.holder_photos);
  gate::add_figures_routes(router, s.entry_figures);
  gate::add_visit_routes(router, s.visits);
  page::add_routes(router, s.articles);
  messaging::add_notice_routes(router, s.notices);
  messaging::add_mailing_list_routes(router, s.messages.lists());
  messaging::add_mailing_routes(router, s.mailings);
  messaging::add_mailing_template_routes(router, s.mailing_templates);
  messaging::add_message_routes(router, s.messages, s.config.is_demo);
  import_export::add_routes(router, s.exports);
  retention::add_routes(router, s.retention);
  own_data::add_routes(router, s.own_data);
  statistics::add_routes(router, s.statistics);
  saved_view::add_routes(router, s.saved_views);
  audit::add_routes(router, *s.database, *s.clock, audit_key(s.cipher.ring()), kept_audit_end(s.config));
  add_job_routes(router, s);
  installation::add_routes(router, s);
}

}  // namespace expogate
