#include "app/services.h"

#include "app/audit_key.h"
#include "app/holdings.h"
#include "app/payment_gateways.h"

#include "platform/crypto/key_ring.h"
#include "platform/storage/directory_storage.h"
#include "platform/storage/sealed_storage.h"

namespace expogate {

std::unique_ptr<Clock> clock_of(const Config& config) {
  if (!config.time_machine) return std::make_unique<SystemClock>(config.clock_offset);
  return std::make_unique<SystemClock>(*config.time_machine - SystemClock().now());
}

KeyRing key_ring_of(const Config& config) {
  return config.key_ring.empty() ? KeyRing::from_environment("EXPOGATE_KEY_RING")
                                 : KeyRing::from_file(config.key_ring);
}

namespace {

/// A demonstration without a mail server: the sandbox outbox shows the mails.
class SandboxMailer final : public Mailer {
 public:
  Outcome<Sent> send(const EmailMessage& message) override { return Sent{"sandbox/" + message.message_id}; }
};

/// A real fair never pretends: what cannot be sent is a failure that the outbox shows.
class UnconfiguredMailer final : public Mailer {
 public:
  Outcome<Sent> send(const EmailMessage&) override {
    return Failure{.reason = "no mail server is configured (smtp.host)", .is_permanent = true};
  }
};

class UnconfiguredSmsSender final : public SmsSender {
 public:
  Outcome<Sent> send(const SmsMessage&) override {
    return Failure{.reason = "no SMS provider is configured (sms.…)", .is_permanent = true};
  }
};

std::unique_ptr<Mailer> mailer_of(const Config& config, const Clock& real_clock) {
  if (config.smtp) return std::make_unique<SmtpMailer>(*config.smtp, real_clock);
  if (config.is_demo) return std::make_unique<SandboxMailer>();
  return std::make_unique<UnconfiguredMailer>();
}

std::unique_ptr<SmsSender> sms_of(const Config& config, const Clock& real_clock) {
  if (config.sms.aliyun) return std::make_unique<AliyunSmsSender>(*config.sms.aliyun, real_clock);
  if (config.sms.tencent) return std::make_unique<TencentSmsSender>(*config.sms.tencent, real_clock);
  if (config.sms.gateway) return std::make_unique<HttpSmsSender>(*config.sms.gateway, real_clock);
  if (config.is_demo) return std::make_unique<SandboxSmsSender>();
  return std::make_unique<UnconfiguredSmsSender>();
}

std::unique_ptr<Registry> registry_of(const Config& config, const Clock& real_clock) {
  if (!config.registry) return nullptr;
  return std::make_unique<HttpRegistry>(*config.registry, real_clock);
}

std::unique_ptr<IdentityProvider> identity_of(const Config& config, const Clock& real_clock) {
  if (!config.identity) return nullptr;
  return std::make_unique<HttpIdentityProvider>(*config.identity, real_clock);
}

messaging::SenderSettings sender_of(const Config& config) {
  auto sender = config.sender;
  sender.has_sms = config.is_demo || config.sms.is_configured();
  sender.has_mail = config.is_demo || config.smtp;
  return sender;
}

PasswordCost cost_of(const Config& config) {
  return {.memory_kib = std::size_t(config.password_memory_kib)};
}

/// Beside the uploads, which have room for large files; what is put together there is not kept.
std::filesystem::path working_folder_of(const Config& config) {
  return std::filesystem::path(config.data_folder) / "working";
}

}  // namespace

Services::Services(const Config& c, std::unique_ptr<Clock> its_clock)
    : config(c),
      clock(std::move(its_clock)),
      database(db::open_database(c.database)),
      cipher(key_ring_of(c)),
      runner(*database, *clock),
      mailer(mailer_of(c, real_clock)),
      sms(sms_of(c, real_clock)),
      registry(registry_of(c, real_clock)),
      identity(identity_of(c, real_clock)),
      recognizer(c.recognizer),
      faces(c.recognizer),
      documents(c.recognizer),
      storage(std::make_unique<SealedStorage>(std::make_unique<DirectoryStorage>(c.data_folder),
                                              cipher.ring().derive("file-storage"),
                                              working_folder_of(c) / "sealed")),
      storage_listing(std::make_unique<DirectoryStorage>(c.data_folder)),
      fairs(*database, *clock),
      files(*database, *clock, facts, *storage),
      file_sweep(*database, *this->clock, files, *storage_listing),
      editions(*database, *clock, facts),
      entry_options(*database, *clock, editions),
      catalogues(*database, *clock, editions, working_folder_of(c)),
      messages(*database, *clock, cipher, *mailer, *sms, fairs, sender_of(c)),
      notices(*database, *clock),
      articles(*database, *clock),
      sessions(*database, *clock, editions, c.has_secure_cookie),
      exports(*database, *clock, files, sessions, working_folder_of(c) / "exports"),
      mailings(*database, *clock, messages, sessions, c.mails_per_hour),
      mailing_templates(*database, *clock),
      saved_views(*database, *clock),
      codes(*database, *clock, cipher, messages),
      captchas(*database, *clock, cipher.ring()),
      sign_ins(*database, *clock, cipher, sessions, codes, captchas, cost_of(c)),
      my_accounts(*database, *clock, cipher, sign_ins, sessions, codes, captchas, fairs, messages,
                  cost_of(c)),
      passkeys(*database, *clock, sign_ins, my_accounts, fairs, c.public_url),
      account_links(*database, *clock, cipher, sign_ins, messages, fairs, cost_of(c), c.public_url),
      accounts(*database, *clock, cipher, sign_ins, account_links, cost_of(c)),
      consents(*database, *clock),
      groups(*database, *clock, fairs, accounts, exports, mailings),
      account_sheets(*database, *clock, groups, accounts, working_folder_of(c)),
      group_sheets(*database, *clock, groups, accounts, working_folder_of(c)),
      tasks(*database),
      licences(*database, *clock, facts, files, recognizer),
      verdict_messages(cipher, messages),
      automatic_review(*database, *clock, facts, verdict_messages, registry.get()),
      forms(*database, *clock, cipher, facts, editions, groups, accounts, consents, automatic_review),
      invitation_links(*database, *clock, groups),
      registrations(*database, *clock, cipher, facts, editions, groups, accounts, sessions, codes, captchas,
                    invitation_links),
      organizations(*database, *clock, cipher, licences, people),
      reviews(*database, *clock, facts, editions, verdict_messages),
      moves(*database, *clock, facts, groups),
      claims(*database, *clock, cipher, facts, accounts, codes, captchas, messages, licences),
      one_click(*database, *clock, cipher, editions, groups, messages, consents, registrations, forms,
                c.public_url),
      organization_selections(*database, *clock, cipher, groups, exports, mailings),
      key_invitees(*database, *clock, cipher, groups, exports),
      key_invitations(*database, *clock, cipher, editions, groups, messages, c.public_url),
      key_invitee_sheets(*database, *clock, groups, key_invitees, working_folder_of(c)),
      group_payments(*database, *clock, my_accounts, groups),
      edition_texts(*database, *clock, editions),
      orders(*database, *clock, facts, editions),
      places(*clock),
      group_quotas(*database, *clock, groups),
      organization_quotas(*database, *clock),
      quota_sheets(*database, *clock, organization_quotas, working_folder_of(c)),
      quota_entries(*database, groups),
      photos(*database, files, faces),
      courier_addresses(*database, *clock, cipher),
      attendee_messages(cipher, messages),
      attendees(*database, *clock, cipher, facts, fairs, editions, consents, places, group_payments, orders),
      colleagues(*database, *clock, cipher, editions, captchas, attendees, photos, c.public_url),
      past_attendees(*database, cipher, editions, attendees),
      attendee_office(*database, *clock, cipher, editions, attendees, photos),
      attendee_imports(*database, *clock, cipher, editions, attendees, working_folder_of(c)),
      attendee_exports(*database, *clock, cipher, attendees, exports),
      attendee_mailings(*database, cipher, attendees, groups, mailings),
      sponsorships(*database, cipher, attendees, messages),
      sponsorship_limits(*database, *clock, exports),
      sponsored_attendees(*database, exports),
      identity_checks(*database, *clock, cipher, identity.get()),
      attendee_reviews(*database, *clock, facts, places, attendee_messages, orders),
      attendee_corrections(*database, *clock, cipher, facts, attendees, photos, attendee_messages),
      attendee_upgrades(*database, *clock, facts, attendees, places, orders),
      attendee_batches(*database, *clock, attendees, sessions),
      badge_keys(cipher.ring()),
      badge_links(cipher.ring(), c.public_url),
      badge_messages(cipher, messages, badge_links),
      badges(*database, *clock, badge_keys, editions, files, badge_messages, fairs),
      badge_batches(*database, *clock, badges, editions, files, badge_messages,
                    working_folder_of(c) / "badges"),
      parcels(*database, *clock, cipher, editions, messages, working_folder_of(c) / "parcels"),
      badge_desk(*database, *clock, attendees, badges),
      e_badges(*database, editions, badge_links, badges),
      gateways(payment_gateways(c, cipher, *database, *clock)),
      refunds(*database, *clock, cipher, messages, gateways, c.public_url + "/api/v1/payment_notices/"),
      refund_cases(*database, *clock, cipher),
      payments(*database, *clock, cipher, editions, orders, refunds, gateways, c.public_url),
      transfers(*database, *clock, cipher, files, documents, messages, orders, payments),
      statements(*database, *clock, orders, transfers),
      reconciliation(*database, *clock, gateways, exports),
      sandbox(*database, *clock, payments, gateways),
      gates(*database, *clock),
      gate_devices(*database, *clock),
      scans(*database, *clock, cipher.ring(), editions),
      offline_lists(*database, *clock, cipher.ring(), editions),
      holder_photos(*database, files),
      entry_figures(*database, *clock),
      visits(*database, exports),
      statistics(*database, *clock, editions, working_folder_of(c) / "statistics"),
      retention({*database, *this->clock, cipher.ring(), editions, fairs, file_sweep, all_holdings(),
                 audit_key(cipher.ring()), EXPOGATE_VERSION}),
      own_data({*database, *this->clock, cipher, editions, fairs, my_accounts, consents, forms, attendees,
                courier_addresses, attendee_reviews, orders, badges, visits, messages, retention}),
      account_views(editions, consents, groups, cipher),
      idempotency(*database, *clock, cipher) {
  orders.meet(attendees);
  subscribe(*this);
  schedule(*this);
  offer_lists(*this);
  gather_tasks(*this);
}

Services::~Services() {
  runner.stop();
}

}  // namespace expogate
