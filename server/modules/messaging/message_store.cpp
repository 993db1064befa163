#include "messaging/message_store.h"

#include "base/text.h"
#include "messaging/erasure.h"
#include "platform/crypto/blind_index.h"

#include "platform/db/list_query.h"

namespace expogate::messaging::store {
namespace {

db::ListQuery query_of(std::string_view columns, const MessageFilter& filter, const PageRequest& page) {
  db::ListQuery query("messages", columns);
  if (filter.channel) query.where("channel = ?", *filter.channel);
  if (filter.state) query.where("state = ?", *filter.state);
  if (filter.to_index) query.where("to_index = ?", *filter.to_index);
  query.order_by(page.sort, {{"created_at", "created_at"}}, "created_at desc", "id");
  return query;
}

}  // namespace

void add(db::Tx& tx, const SealedMessage& m, const std::string& to_masked, const std::string& to_index) {
  tx.exec(R"(
      insert into messages (id, channel, to_sealed, to_masked, to_index, template, subject, body_sealed, state, attempts, created_at, locale, mailing_list)
      values ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', 0, $9, $10, $11))",
          m.id, m.channel, m.to_sealed, to_masked, to_index, m.message_template, m.subject, m.body_sealed,
          m.created_at, m.locale, m.mailing_list);
}

std::optional<SealedMessage> find(db::Tx& tx, const MessageId& id) {
  return tx.one<SealedMessage>(R"(
      select id, channel, to_sealed, template as message_template, subject, body_sealed, state, attempts, created_at, locale, mailing_list
      from messages where id = $1)",
                               id);
}

bool change_state(db::Tx& tx, const MessageId& id, DeliveryState state,
                  const std::optional<std::string>& error, std::optional<Instant> sent_at) {
  return tx.exec(R"(
      update messages set state = $2, attempts = attempts + 1, last_error = $3, sent_at = $4 where id = $1 and state <> 'sent')",
                 id, state, error, sent_at) == 1;
}

Page<MessageRow> list(db::Tx& tx, const MessageFilter& filter, const PageRequest& page) {
  return query_of(
             "id, channel, to_masked, template as message_template, subject, state, attempts, last_error, "
             "created_at, sent_at",
             filter, page)
      .page<MessageRow>(tx, page);
}

Page<SealedMessage> list_sealed(db::Tx& tx, const MessageFilter& filter, const PageRequest& page) {
  return query_of(
             "id, channel, to_sealed, template as message_template, subject, body_sealed, state, attempts, "
             "created_at, locale, mailing_list",
             filter, page)
      .page<SealedMessage>(tx, page);
}

}  // namespace expogate::messaging::store

namespace expogate::messaging {

void forget_sent_to(db::Tx& tx, const FieldCipher& cipher, const std::string& address) {
  if (address.empty()) return;
  tx.exec(R"(
      update messages set to_sealed = '', to_masked = '', to_index = '', subject = '', body_sealed = '', last_error = null
      where to_index = $1 and state in ('sent', 'dead'))",
          blind_index(cipher.ring(), "messages.to", fold_key(address)));
}

}  // namespace expogate::messaging
