#include "messaging/message_service.h"

#include "base/redaction.h"
#include "base/sensitive.h"
#include "base/text.h"
#include "messaging/mailing_store.h"
#include "messaging/message_text.h"
#include "platform/crypto/blind_index.h"
#include "platform/wire/codec.h"

namespace expogate::messaging {

struct DeliveryPayload {
  MessageId message_id;
};
BOOST_DESCRIBE_STRUCT(DeliveryPayload, (), (message_id))

struct MessageParameter {
  std::string name, value;
};
BOOST_DESCRIBE_STRUCT(MessageParameter, (), (name, value))

/// What is encrypted in one piece: the text, and the parameters that SMS providers want beside it.
struct MessageBody {
  std::string text;
  std::vector<MessageParameter> parameters;
};
BOOST_DESCRIBE_STRUCT(MessageBody, (), (text, parameters))

namespace {

std::string body_context(const MessageId& id) {
  return "messages.body|" + id.text;
}
std::string to_context(const MessageId& id) {
  return "messages.to|" + id.text;
}

/// Below every mail of a list: programs that do not know the headers show no button.
std::string way_out_words(Locale locale, const std::string& url) {
  return (locale == Locale::en ? "\n\nUnsubscribe: " : "\n\n退订：") + url;
}

std::string e164(const std::string& mobile) {
  return mobile.starts_with('+') ? mobile : "+86" + mobile;
}

}  // namespace

bool MessageService::send_later(db::Tx& tx, const OutgoingMessage& message, const MessageTemplate& text) {
  if (!message.list.empty() && lists_.has_left(tx, message.list, message.to)) return false;
  bool is_english = message.locale == Locale::en;
  auto parameters = message.parameters;
  parameters.emplace("fair", fairs_.short_name(message.locale));
  auto words = store::find_message_text(tx, text.name).value_or(built_in(text));
  add(tx,
      {message.channel, message.to, words.name,
       filled(is_english ? words.subject_en : words.subject_zh, parameters),
       filled(is_english ? words.text_en : words.text_zh, parameters), parameters, message.locale,
       message.list},
      clock_.now());
  return true;
}

MessageId MessageService::add(db::Tx& tx, const WrittenMessage& message, Instant send_at) {
  auto now = clock_.now();
  MessageBody body{message.text, {}};
  if (!message.list.empty())
    body.text += way_out_words(message.locale, lists_.way_out(message.list, message.to));
  for (auto& [name, value] : message.parameters) body.parameters.push_back({name, value});
  store::SealedMessage row;
  row.id = new_id<MessageId>(now);
  row.channel = message.channel;
  row.to_sealed = cipher_.seal(message.to, to_context(row.id));
  row.message_template = message.message_template;
  row.subject = message.subject;
  row.locale = message.locale;
  row.mailing_list = message.list;
  row.body_sealed = cipher_.seal(wire::to_json(body), body_context(row.id));
  row.created_at = now;
  auto masked = message.channel == Channel::sms ? mask_mobile(message.to) : mask_email(message.to);
  store::add(tx, row, masked, blind_index(cipher_.ring(), "messages.to", fold_key(message.to)));
  jobs::add_job(tx, delivery_job, wire::to_json(DeliveryPayload{row.id}), now, send_at);
  return row.id;
}

Page<MessageRow> MessageService::list_messages(const store::MessageFilter& filter, const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list(tx, filter, page); });
}

ReadableMessage MessageService::readable(const store::SealedMessage& message) const {
  MessageBody body;
  if (!message.body_sealed.empty())  // else erased (RET-01)
    body = wire::from_json<MessageBody>(cipher_.open(message.body_sealed, body_context(message.id)));
  return {message.id,      message.channel, cipher_.open(message.to_sealed, to_context(message.id)),
          message.subject, body.text,       message.created_at};
}

Page<ReadableMessage> MessageService::list_readable(const std::optional<std::string>& to,
                                                    const PageRequest& request) {
  store::MessageFilter filter;
  if (to) filter.to_index = blind_index(cipher_.ring(), "messages.to", fold_key(*to));
  auto sealed = database_.read([&](db::Tx& tx) { return store::list_sealed(tx, filter, request); });
  Page<ReadableMessage> page{{}, sealed.page, sealed.page_size, sealed.total, sealed.total_is_capped};
  for (auto& message : sealed.items) page.items.push_back(readable(message));
  return page;
}

Outcome<Sent> MessageService::send(const store::SealedMessage& message) {
  auto body = wire::from_json<MessageBody>(cipher_.open(message.body_sealed, body_context(message.id)));
  auto to = cipher_.open(message.to_sealed, to_context(message.id));
  if (message.channel == Channel::email) {
    auto from_name = message.locale == Locale::en ? settings_.from_name_en : settings_.from_name_zh;
    if (from_name.empty()) from_name = fairs_.short_name(message.locale);
    EmailMessage mail{to,
                      settings_.from_address,
                      from_name,
                      message.subject,
                      body.text,
                      std::nullopt,
                      message.id.text + "@" + settings_.domain()};
    if (!message.mailing_list.empty()) mail.list = lists_.headers(message.mailing_list, to);
    return mailer_.send(mail);
  }
  SmsMessage sms{message.id.text, e164(to), body.text, message.message_template, {}};
  for (auto& parameter : body.parameters) sms.parameters[parameter.name] = parameter.value;
  return sms_.send(sms);
}

/// Looked at by each mail just before it goes: a cancelled mailing may have 100,000 of them (GRP-04), and its
/// reader may leave the list while it waits for its hour.
bool MessageService::was_called_off(const store::SealedMessage& message) {
  if (message.mailing_list.empty()) return false;
  auto to = cipher_.open(message.to_sealed, to_context(message.id));
  auto [is_cancelled, has_left] = database_.read([&](db::Tx& tx) {
    return std::pair{store::is_cancelled(tx, message.id), lists_.has_left(tx, message.mailing_list, to)};
  });
  if (!is_cancelled && !has_left) return false;
  database_.write([&, left = has_left](db::Tx& tx) {
    if (left) store::note_departure(tx, message.id);
    store::forget_message(tx, message.id);
  });
  return true;
}

void MessageService::deliver(const jobs::JobRow& job) {
  auto id = wire::from_json<DeliveryPayload>(job.payload).message_id;
  auto message = database_.read([&](db::Tx& tx) { return store::find(tx, id); });
  if (!message) throw jobs::PermanentFailure("the message is gone");
  if (message->state == DeliveryState::sent) return;
  if (message->body_sealed.empty()) throw jobs::PermanentFailure("the message was erased");
  if (was_called_off(*message)) return;
  auto outcome = send(*message);
  if (outcome) {
    database_.write(
        [&](db::Tx& tx) { store::change_state(tx, id, DeliveryState::sent, std::nullopt, clock_.now()); });
    return;
  }
  bool is_given_up = outcome.failure().is_permanent || job.attempts >= job.max_attempts;
  auto state = is_given_up ? DeliveryState::dead : DeliveryState::failed;
  auto reason = without_addresses(outcome.failure().reason);
  database_.write([&](db::Tx& tx) { store::change_state(tx, id, state, reason, std::nullopt); });
  if (outcome.failure().is_permanent) throw jobs::PermanentFailure(reason);
  throw std::runtime_error(reason);
}

}  // namespace expogate::messaging
