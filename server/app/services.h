#pragma once
#include <memory>

#include "account/account_service.h"
#include "account/account_view.h"
#include "account/my_account_service.h"
#include "app/config.h"
#include "attendee/attendee_export_service.h"
#include "attendee/attendee_import_service.h"
#include "attendee/attendee_office_service.h"
#include "attendee/attendee_review_service.h"
#include "attendee/colleague_service.h"
#include "attendee/courier_address_service.h"
#include "attendee/organization_people.h"
#include "attendee/past_attendee_service.h"
#include "edition/catalogue_service.h"
#include "edition/edition_text.h"
#include "edition/entry_option_service.h"
#include "file/file_service.h"
#include "import_export/sheet_export_service.h"
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
#include "page/article_service.h"
#include "payment/reconciliation_service.h"
#include "payment/sandbox_service.h"
#include "payment/statement_service.h"
#include "payment/transfer_service.h"
#include "platform/jobs/runner.h"
#include "platform/metrics/metrics.h"
#include "platform/recognition/face_counter_pool.h"
#include "platform/wire/application.h"
#include "saved_view/saved_view_service.h"
#include "trading_group/task.h"
#include "trading_group/trading_group_service.h"

namespace expogate {

/// The program's clock, which a demonstration moves.
std::unique_ptr<Clock> clock_of(const Config& config);

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
  std::unique_ptr<Registry> registry;  ///< none unless one is configured
  RecognizerPool recognizer;
  FaceCounterPool faces;
  std::unique_ptr<Storage> storage;

  file::FileService files;
  edition::EditionService editions;
  edition::EntryOptionService entry_options;
  edition::CatalogueService catalogues;
  messaging::MessageService messages;
  messaging::NoticeService notices;
  page::ArticleService articles;
  account::SessionService sessions;
  import_export::SheetExportService exports;
  messaging::MailingService mailings;
  saved_view::SavedViewService saved_views;
  account::VerificationCodeService codes;
  account::CaptchaService captchas;
  account::SignInService sign_ins;
  account::MyAccountService my_accounts;
  account::AccountService accounts;
  account::ConsentService consents;
  trading_group::TradingGroupService groups;
  trading_group::TaskBoard tasks;
  organization::LicenceService licences;
  organization::VerdictMessages verdict_messages;
  organization::AutomaticReviewService automatic_review;
  organization::FormService forms;
  organization::RegistrationService registrations;
  attendee::OrganizationPeople people;
  organization::OrganizationService organizations;
  organization::ReviewService reviews;
  organization::MoveService moves;
  organization::ClaimService claims;
  organization::OneClickService one_click;
  organization::OrganizationSelectionService organization_selections;
  attendee::EverybodyPays payers;
  edition::EditionTextService edition_texts;
  order::OrderService orders;
  attendee::PhotoService photos;
  attendee::CourierAddressService courier_addresses;
  attendee::AttendeeMessages attendee_messages;
  attendee::AttendeeService attendees;
  attendee::ColleagueService colleagues;
  attendee::PastAttendeeService past_attendees;
  attendee::AttendeeOfficeService attendee_office;
  attendee::AttendeeImportService attendee_imports;
  attendee::AttendeeExportService attendee_exports;
  attendee::AttendeeReviewService attendee_reviews;
  payment::Gateways gateways;
  payment::RefundService refunds;
  payment::PaymentService payments;
  payment::TransferService transfers;
  payment::StatementService statements;
  payment::ReconciliationService reconciliation;
  payment::SandboxService sandbox;
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
