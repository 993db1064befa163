#include "messaging/mailing_store.h"

#include <fmt/format.h>

#include "platform/db/list_query.h"

namespace expogate::messaging::store {
namespace {

constexpr std::string_view columns =
    "id, edition_id, trading_group_id, account_id, sender_name, kind, parameters_json, locale, subject, "
    "body, "
    "state, recipients, last_subject_id, created_at, finished_at";

/// A message's own state, unless there is none or its mailing was cancelled before it was sent.
constexpr std::string_view recipient_state =
    "case when r.to_masked is null then 'no_address' when r.has_left then 'unsubscribed' when r.message_id "
    "is null then 'cancelled' "
    "when m.state in ('sent', 'dead') then m.state when g.state = 'cancelled' then 'cancelled' "
    "else m.state end";

constexpr std::string_view recipients_with_messages =
    "mailing_recipients r join mailings g on g.id = r.mailing_id left join messages m on m.id = r.message_id";

void limit(db::ListQuery& query, const Scope& scope) {
  if (scope.level == Scope::Level::everything) return;
  query.where("trading_group_id = ?", scope.group);  // empty for whoever is no group: finds nothing
}

}  // namespace

std::optional<Mailing> find_mailing(db::Tx& tx, const Scope& scope, const MailingId& id) {
  db::ListQuery query("mailings", columns);
  query.where("id = ?", id);
  limit(query, scope);
  auto found = query.all<Mailing>(tx);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Page<Mailing> list_mailings(db::Tx& tx, const Scope& scope, std::optional<MailingState> state,
                            const PageRequest& page) {
  db::ListQuery query("mailings", columns);
  limit(query, scope);
  if (state) query.where("state = ?", *state);
  query.order_by(page.sort, {{"created_at", "created_at"}}, "created_at desc", "id");
  return query.page<Mailing>(tx, page);
}

void add_mailing(db::Tx& tx, const Mailing& m) {
  tx.exec(R"(
      insert into mailings (id, edition_id, trading_group_id, account_id, sender_name, kind, parameters_json, locale, subject, body, state, recipients, last_subject_id, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'queued', 0, '', $11))",
          m.id, m.edition_id, m.trading_group_id, m.account_id, m.sender_name, m.kind, m.parameters_json,
          m.locale, m.subject, m.body, m.created_at);
}

bool advance(db::Tx& tx, const Mailing& before, const std::string& last_subject_id, std::int64_t added,
             MailingState state) {
  return tx.exec(R"(
      update mailings set last_subject_id = $3, recipients = recipients + $4, state = $5
      where id = $1 and last_subject_id = $2 and state = 'queued')",
                 before.id, before.last_subject_id, last_subject_id, added, state) == 1;
}

bool cancel(db::Tx& tx, const MailingId& id, Instant now) {
  return tx.exec(
             "update mailings set state = 'cancelled', finished_at = $2 where id = $1 and state in "
             "('queued', "
             "'sending')",
             id, now) == 1;
}

void finish_mailings(db::Tx& tx, Instant now) {
  tx.exec(R"(
      update mailings set state = 'done', finished_at = $1
      where state = 'sending' and not exists (
        select 1 from mailing_recipients r join messages m on m.id = r.message_id
        where r.mailing_id = mailings.id and m.state in ('queued', 'failed')))",
          now);
}

void add_recipient(db::Tx& tx, const NewRecipientRow& r) {
  tx.exec(R"(
      insert into mailing_recipients (id, mailing_id, subject_kind, subject_id, name, to_masked, message_id, send_at, has_left)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
          r.id, r.mailing_id, r.subject_kind, r.subject_id, r.name, r.to_masked, r.message_id, r.send_at,
          r.has_left);
}

Page<RecipientRow> list_recipients(db::Tx& tx, const MailingId& mailing, std::optional<RecipientState> state,
                                   const PageRequest& page) {
  auto shown =
      fmt::format("r.id, r.subject_id, r.name, r.to_masked, {} as state, r.send_at, m.sent_at, m.last_error",
                  recipient_state);
  db::ListQuery query(recipients_with_messages, shown);
  query.where("r.mailing_id = ?", mailing);
  if (state) query.where(fmt::format("{} = ?", recipient_state), *state);
  query.order_by(page.sort, {{"name", "r.name"}, {"send_at", "r.send_at"}}, "r.subject_id", "r.id");
  return query.page<RecipientRow>(tx, page);
}

std::vector<StateCount> count_recipients(db::Tx& tx, const MailingId& mailing) {
  return tx.query<StateCount>(
      fmt::format("select {} as state, count(*) as recipients from {} where r.mailing_id = $1 group by 1",
                  recipient_state, recipients_with_messages),
      mailing);
}

bool is_cancelled(db::Tx& tx, const MessageId& message) {
  return tx
      .one<std::int64_t>(R"(
      select 1 from mailing_recipients r join mailings g on g.id = r.mailing_id
      where r.message_id = $1 and g.state = 'cancelled')",
                         message)
      .has_value();
}

void note_departure(db::Tx& tx, const MessageId& message) {
  tx.exec("update mailing_recipients set has_left = true where message_id = $1", message);
}

void forget_message(db::Tx& tx, const MessageId& message) {
  tx.exec("update mailing_recipients set message_id = null where message_id = $1", message);
  tx.exec("delete from messages where id = $1", message);
}

std::int64_t lock_hour(db::Tx& tx, const std::string& sender, std::int64_t hour) {
  return tx.value<std::int64_t>(R"(
      insert into mailing_hours (sender, hour, mails) values ($1, $2, 0)
      on conflict (sender, hour) do update set mails = mailing_hours.mails returning mails)",
                                sender, hour);
}

void add_to_hour(db::Tx& tx, const std::string& sender, std::int64_t hour, std::int64_t mails) {
  tx.exec("update mailing_hours set mails = mails + $3 where sender = $1 and hour = $2", sender, hour, mails);
}

std::vector<WaitingMails> list_waiting(db::Tx& tx, const MailingId& mailing, Instant now) {
  return tx.query<WaitingMails>(R"(
      select send_at, count(*) as mails from mailing_recipients
      where mailing_id = $1 and send_at > $2 group by send_at order by send_at)",
                                mailing, now);
}

void forget_hours(db::Tx& tx, std::int64_t before_hour) {
  tx.exec("delete from mailing_hours where hour < $1", before_hour);
}

bool has_left(db::Tx& tx, const std::string& list, const std::string& to_index) {
  return tx
      .one<std::int64_t>("select 1 from mailing_list_departures where mailing_list = $1 and to_index = $2",
                         list, to_index)
      .has_value();
}

bool add_departure(db::Tx& tx, const std::string& list, const std::string& to_index, Instant now) {
  return tx.exec(R"(
      insert into mailing_list_departures (mailing_list, to_index, left_at) values ($1, $2, $3)
      on conflict (mailing_list, to_index) do nothing)",
                 list, to_index, now) == 1;
}

}  // namespace expogate::messaging::store
