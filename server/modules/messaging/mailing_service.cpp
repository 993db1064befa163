#include "messaging/mailing_service.h"

#include <algorithm>

#include "audit/audit.h"
#include "base/sensitive.h"
#include "platform/wire/batch.h"

namespace expogate::messaging {

struct MailingPayload {
  MailingId mailing_id;
};
BOOST_DESCRIBE_STRUCT(MailingPayload, (), (mailing_id))

namespace {

constexpr int piece = 200;
constexpr int previewed = 3;

std::int64_t hour_of(Instant at) {
  return at.ms / hours(1).ms;
}

Instant begin_of(std::int64_t hour) {
  return {hour * hours(1).ms};
}

/// Whose mails count together for the limit per hour.
std::string sender_of(const Mailing& mailing) {
  return mailing.trading_group_id ? mailing.trading_group_id->text : bureau_list;
}

}  // namespace

void MailingService::offer(std::string kind, RecipientSource source) {
  sources_.emplace(std::move(kind), std::move(source));
}

const RecipientSource& MailingService::source_of(const std::string& kind) const {
  auto found = sources_.find(kind);
  expect(found != sources_.end(), "every kind of mailing was offered at start");
  return found->second;
}

Mailing MailingService::add_mailing(db::Tx& tx, const Caller& caller, const NewMailing& wanted) {
  auto& source = source_of(wanted.kind);
  if (!caller.may(Permission::send_mailings) || !caller.may(source.permission)) throw NotAllowed();
  require_known_placeholders(wanted.text);
  auto recipients = source.count(caller, wanted.parameters_json);
  if (recipients == 0) throw Refusal(mailing_nobody);
  wire::require_confirmed(wanted.confirmed_count, recipients);
  auto now = clock_.now();
  Mailing mailing;
  mailing.id = new_id<MailingId>(now);
  mailing.edition_id = caller.edition;
  if (caller.scope.level == Scope::Level::group) mailing.trading_group_id = caller.scope.group;
  mailing.account_id = caller.account;
  mailing.sender_name = wanted.sender_name;
  mailing.kind = wanted.kind;
  mailing.parameters_json = wanted.parameters_json;
  mailing.locale = caller.locale;
  mailing.subject = wanted.text.subject;
  mailing.body = wanted.text.body;
  mailing.created_at = now;
  store::add_mailing(tx, mailing);
  jobs::add_job(tx, mailing_job, wire::to_json(MailingPayload{mailing.id}), now, now);
  audit::record(tx, caller, now,
                {"mailing_added", "mailing", mailing.id.text, "群发邮件：" + mailing.subject});
  return mailing;
}

MailingPreview MailingService::preview(const Caller& caller, const NewMailing& wanted) {
  auto& source = source_of(wanted.kind);
  if (!caller.may(source.permission)) throw NotAllowed();
  require_known_placeholders(wanted.text);
  MailingPreview preview{source.count(caller, wanted.parameters_json), {}};
  for (auto& recipient : source.list_after(caller, wanted.parameters_json, "", previewed)) {
    auto text = text_for(wanted.text, recipient, wanted.sender_name);
    preview.first.push_back({recipient.name, recipient.email.empty() ? "" : mask_email(recipient.email),
                             text.subject, text.body});
  }
  return preview;
}

Page<Mailing> MailingService::list_mailings(const Caller& caller, std::optional<MailingState> state,
                                            const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_mailings(tx, caller.scope, state, page); });
}

Mailing MailingService::get(db::Tx& tx, const Caller& caller, const MailingId& id) {
  auto mailing = store::find_mailing(tx, caller.scope, id);
  if (!mailing) throw NotFound();
  return *std::move(mailing);
}

MailingStatus MailingService::status_of(db::Tx& tx, const Mailing& mailing) {
  MailingStatus status{mailing, store::count_recipients(tx, mailing.id), std::nullopt};
  if (is_over(mailing.state)) return status;
  auto waiting = store::list_waiting(tx, mailing.id, clock_.now());
  if (!waiting.empty()) status.waits_until = waiting.front().send_at;
  return status;
}

MailingStatus MailingService::get_status(const Caller& caller, const MailingId& id) {
  return database_.read([&](db::Tx& tx) { return status_of(tx, get(tx, caller, id)); });
}

Page<store::RecipientRow> MailingService::list_recipients(const Caller& caller, const MailingId& id,
                                                          std::optional<RecipientState> state,
                                                          const PageRequest& page) {
  return database_.read(
      [&](db::Tx& tx) { return store::list_recipients(tx, get(tx, caller, id).id, state, page); });
}

MailingStatus MailingService::cancel(const Caller& caller, const MailingId& id) {
  return database_.write([&](db::Tx& tx) {
    auto mailing = get(tx, caller, id);
    if (!store::cancel(tx, id, clock_.now())) throw Refusal(mailing_over);
    give_places_back(tx, mailing);
    audit::record(tx, caller, clock_.now(),
                  {"mailing_cancelled", "mailing", id.text, "取消群发邮件：" + mailing.subject});
    return status_of(tx, get(tx, caller, id));
  });
}

void MailingService::write_mails(const jobs::JobRow& job, jobs::Progress& progress) {
  auto id = wire::from_json<MailingPayload>(job.payload).mailing_id;
  for (;;) {
    auto mailing =
        database_.read([&](db::Tx& tx) { return store::find_mailing(tx, Scope::everything(), id); });
    if (!mailing || mailing->state != MailingState::queued) return;
    if (!write_piece(*mailing, progress)) return;
  }
}

/// False when it was the last piece. Whoever was cut off goes on behind the last piece that was committed.
bool MailingService::write_piece(const Mailing& mailing, jobs::Progress& progress) {
  auto& source = source_of(mailing.kind);
  auto caller = callers_.find_caller(mailing.account_id, mailing.edition_id, mailing.locale);
  bool may_send = caller && caller->may(Permission::send_mailings) && caller->may(source.permission);
  if (!may_send) {
    database_.write([&](db::Tx& tx) {
      if (store::cancel(tx, mailing.id, clock_.now())) give_places_back(tx, mailing);
    });
    return false;
  }
  auto recipients = source.list_after(*caller, mailing.parameters_json, mailing.last_subject_id, piece);
  bool is_last = recipients.size() < piece;
  auto last = recipients.empty() ? mailing.last_subject_id : recipients.back().subject_id;
  database_.write([&](db::Tx& tx) {
    auto written = mailing.recipients + std::int64_t(recipients.size());
    progress.tell(written, written);
    auto state = is_last ? MailingState::sending : MailingState::queued;
    if (!store::advance(tx, mailing, last, std::int64_t(recipients.size()), state)) return;
    auto gets_mail = [&](const Recipient& r) {
      return !r.email.empty() && !messages_.lists().has_left(tx, sender_of(mailing), r.email);
    };
    std::vector<bool> readers;
    for (auto& recipient : recipients) readers.push_back(gets_mail(recipient));
    auto places =
        take_places(tx, sender_of(mailing), std::size_t(std::count(readers.begin(), readers.end(), true)));
    auto place = places.begin();
    for (std::size_t i = 0; i < recipients.size(); ++i)
      add_mail(tx, mailing, recipients[i], readers[i] ? std::optional(*place++) : std::nullopt);
  });
  return !is_last;
}

void MailingService::add_mail(db::Tx& tx, const Mailing& mailing, const Recipient& recipient,
                              std::optional<Instant> send_at) {
  store::NewRecipientRow row{new_id<MailingRecipientId>(clock_.now()),
                             mailing.id,
                             source_of(mailing.kind).subject_kind,
                             recipient.subject_id,
                             recipient.name,
                             std::nullopt,
                             std::nullopt,
                             send_at};
  if (!recipient.email.empty()) row.to_masked = mask_email(recipient.email);
  row.has_left = !send_at && row.to_masked;
  if (send_at) {
    auto text = text_for({mailing.subject, mailing.body}, recipient, mailing.sender_name);
    WrittenMessage mail{Channel::email,   recipient.email,   "mailing", text.subject, text.body, {},
                        recipient.locale, sender_of(mailing)};
    row.message_id = messages_.add(tx, mail, *send_at);
  }
  store::add_recipient(tx, row);
}

/// When each of so many mails goes: now, as long as the sender's hour has places, else in the next that has.
std::vector<Instant> MailingService::take_places(db::Tx& tx, const std::string& sender, std::size_t mails) {
  std::vector<Instant> places;
  auto now = clock_.now();
  for (auto hour = hour_of(now); places.size() < mails; ++hour) {
    auto free = std::max<std::int64_t>(0, mails_per_hour_ - store::lock_hour(tx, sender, hour));
    auto taken = std::min(free, std::int64_t(mails - places.size()));
    store::add_to_hour(tx, sender, hour, taken);
    places.insert(places.end(), std::size_t(taken), std::max(now, begin_of(hour)));
  }
  return places;
}

void MailingService::give_places_back(db::Tx& tx, const Mailing& mailing) {
  for (auto& waiting : store::list_waiting(tx, mailing.id, clock_.now()))
    store::add_to_hour(tx, sender_of(mailing), hour_of(waiting.send_at), -waiting.mails);
}

void MailingService::finish() {
  database_.write([&](db::Tx& tx) {
    store::finish_mailings(tx, clock_.now());
    store::forget_hours(tx, hour_of(clock_.now()));
  });
}

}  // namespace expogate::messaging
