#pragma once
#include <memory>

#include "account/account_service.h"
#include "account/account_view.h"
#include "account/my_account_service.h"
#include "account/passkey_service.h"
#include "app/config.h"
#include "attendee/attendee_batch_service.h"
#include "attendee/attendee_correction_service.h"
#include "attendee/attendee_export_service.h"
#include "attendee/attendee_import_service.h"
#include "attendee/attendee_mailing_service.h"
#include "attendee/attendee_office_service.h"
#include "attendee/attendee_review_service.h"
#include "attendee/attendee_upgrade_service.h"
#include "attendee/colleague_service.h"
#include "attendee/courier_address_service.h"
#include "attendee/identity_check_service.h"
#include "attendee/organization_people.h"
#include "attendee/past_attendee_service.h"
#include "badge/batch_service.h"
#include "badge/desk_service.h"
#include "badge/e_badge_service.h"
#include "badge/parcel_service.h"
#include "edition/catalogue_service.h"
#include "edition/edition_text.h"
#include "edition/entry_option_service.h"
#include "file/file_service.h"
#include "gate/device_service.h"
#include "gate/figures_service.h"
#include "gate/gate_service.h"
#include "gate/holder_photo_service.h"
#include "gate/offline_list_service.h"
#include "gate/scan_service.h"
#include "gate/visit_service.h"
#include "group_payment/group_payment_service.h"
#include "group_payment/sponsored_attendee_service.h"
#include "group_payment/sponsorship_limit_service.h"
#include "group_payment/sponsorship_service.h"
#include "import_export/sheet_export_service.h"
#include "key_invitee/invitation_links.h"
#include "key_invitee/key_invitation_service.h"
#include "key_invitee/key_invitee_sheet_service.h"
#include "messaging/mailing_template.h"
#include "messaging/notice_service.h"
#include "order/order_service.h"
#include "organization/claim_service.h"
#include "organization/form_service.h"
#include "organization/move_service.h"
#include "organization/one_click_service.h"
#include "organization/organization_selection.h"
#include "organization/organization_service.h"
#include "organization/registration_service.h"
#include "organization/review_service.h"
#include "own_data/own_data_service.h"
#include "page/article_service.h"
#include "payment/reconciliation_service.h"
#include "payment/refund_case_service.h"
#include "payment/sandbox_service.h"
#include "payment/statement_service.h"
#include "payment/transfer_service.h"
#include "platform/jobs/runner.h"
#include "platform/metrics/metrics.h"
#include "platform/recognition/document_checker_pool.h"
#include "platform/recognition/face_counter_pool.h"
#include "platform/wire/application.h"
#include "quota/group_quota_service.h"
#include "quota/organization_quota_service.h"
#include "quota/quota_entry_service.h"
#include "quota/quota_sheet_service.h"
#include "retention/retention_service.h"
#include "saved_view/saved_view_service.h"
#include "statistics/statistics_service.h"
#include "trading_group/account_sheet_service.h"
#include "trading_group/group_sheet_service.h"
#include "trading_group/task.h"
#include "trading_group/trading_group_service.h"

namespace expogate {

/// The program's clock, which a demonstration moves.
std::unique_ptr<Clock> clock_of(const Config& config);

/// The key ring of the file or of the environment.
KeyRing key_ring_of(const Config& config);

/// Every service of the program, built once and introduced to each other here and nowhere else.
struct Services {
  explicit Services(const Config& config) : Services(config, clock_of(config)) {}
  Services(const Config& config, std::unique_ptr<Clock> clock);
  ~Services();

  Config config;
  std::unique_ptr<Clock> clock;
  SystemClock real_clock;  ///< for what is judged by others: signatures, mail dates
  std::unique_ptr<db::Database> database;
  FieldCipher cipher;
  Facts facts;
  Metrics metrics;
  jobs::Runner runner;
  std::unique_ptr<Mailer> mailer;
  std::unique_ptr<SmsSender> sms;
  std::unique_ptr<Registry> registry;          ///< none unless one is configured
  std::unique_ptr<IdentityProvider> identity;  ///< likewise
  RecognizerPool recognizer;
  FaceCounterPool faces;
  DocumentCheckerPool documents;
  std::unique_ptr<Storage> storage;
  std::unique_ptr<StorageListing> storage_listing;

  fair::FairService fairs;
  file::FileService files;
  file::FileSweep file_sweep;
  edition::EditionService editions;
  edition::EntryOptionService entry_options;
  edition::CatalogueService catalogues;
  messaging::MessageService messages;
  messaging::NoticeService notices;
  page::ArticleService articles;
  account::SessionService sessions;
  import_export::SheetExportService exports;
  messaging::MailingService mailings;
  messaging::MailingTemplateService mailing_templates;
  saved_view::SavedViewService saved_views;
  account::VerificationCodeService codes;
  account::CaptchaService captchas;
  account::SignInService sign_ins;
  account::MyAccountService my_accounts;
  account::PasskeyService passkeys;
  account::AccountLinkService account_links;
  account::AccountService accounts;
  account::ConsentService consents;
  trading_group::TradingGroupService groups;
  trading_group::AccountSheetService account_sheets;
  trading_group::GroupSheetService group_sheets;
  trading_group::TaskBoard tasks;
  organization::LicenceService licences;
  organization::VerdictMessages verdict_messages;
  organization::AutomaticReviewService automatic_review;
  organization::FormService forms;
  key_invitee::InvitationLinks invitation_links;
  organization::RegistrationService registrations;
  attendee::OrganizationPeople people;
  organization::OrganizationService organizations;
  organization::ReviewService reviews;
  organization::MoveService moves;
  organization::ClaimService claims;
  organization::OneClickService one_click;
  organization::OrganizationSelectionService organization_selections;
  key_invitee::KeyInviteeService key_invitees;
  key_invitee::KeyInvitationService key_invitations;
  key_invitee::KeyInviteeSheetService key_invitee_sheets;
  group_payment::GroupPaymentService group_payments;
  edition::EditionTextService edition_texts;
  order::OrderService orders;
  quota::PlaceService places;
  quota::GroupQuotaService group_quotas;
  quota::OrganizationQuotaService organization_quotas;
  quota::QuotaSheetService quota_sheets;
  quota::QuotaEntryService quota_entries;
  attendee::PhotoService photos;
  attendee::CourierAddressService courier_addresses;
  attendee::AttendeeMessages attendee_messages;
  attendee::AttendeeService attendees;
  attendee::ColleagueService colleagues;
  attendee::PastAttendeeService past_attendees;
  attendee::AttendeeOfficeService attendee_office;
  attendee::AttendeeImportService attendee_imports;
  attendee::AttendeeExportService attendee_exports;
  attendee::AttendeeMailingService attendee_mailings;
  group_payment::SponsorshipService sponsorships;
  group_payment::SponsorshipLimitService sponsorship_limits;
  group_payment::SponsoredAttendeeService sponsored_attendees;
  attendee::IdentityCheckService identity_checks;
  attendee::AttendeeReviewService attendee_reviews;
  attendee::AttendeeCorrectionService attendee_corrections;
  attendee::AttendeeUpgradeService attendee_upgrades;
  attendee::AttendeeBatchService attendee_batches;
  badge::BadgeKeys badge_keys;
  badge::BadgeLinks badge_links;
  badge::BadgeMessages badge_messages;
  badge::BadgeService badges;
  badge::BatchService badge_batches;
  badge::ParcelService parcels;
  badge::DeskService badge_desk;
  badge::EBadgeService e_badges;
  payment::Gateways gateways;
  payment::RefundService refunds;
  payment::RefundCaseService refund_cases;
  payment::PaymentService payments;
  payment::TransferService transfers;
  payment::StatementService statements;
  payment::ReconciliationService reconciliation;
  payment::SandboxService sandbox;
  gate::GateService gates;
  gate::DeviceService gate_devices;
  gate::ScanService scans;
  gate::OfflineListService offline_lists;
  gate::HolderPhotoService holder_photos;
  gate::FiguresService entry_figures;
  gate::VisitService visits;
  statistics::StatisticsService statistics;
  retention::RetentionService retention;
  own_data::OwnDataService own_data;
  account::AccountViews account_views;
  wire::Idempotency idempotency;
};

/// Fact -> who reacts (subscriptions.cpp), and periodic work (schedule.cpp): one line each.
void subscribe(Services& services);
void schedule(Services& services);

/// The lists that can be exported and written to: one line each (offers.cpp).
void offer_lists(Services& services);

/// What waits for whom on the landing pages (tasks.cpp).
void gather_tasks(Services& services);

/// All routes of the program (routes.cpp). `started` is asked by /readyz.
void add_all_routes(wire::Router& router, Services& services, const std::atomic<bool>& is_ready);

}  // namespace expogate
