#pragma once
#include <optional>
#include <vector>

#include "base/page.h"
#include "messaging/message.h"
#include "platform/db/tx.h"

namespace expogate::messaging::store {

/// A message with its contents still encrypted.
struct SealedMessage {
  MessageId id;
  Channel channel = Channel::sms;
  std::string to_sealed, message_template, subject, body_sealed;
  DeliveryState state = DeliveryState::queued;
  int attempts = 0;
  Instant created_at;
  Locale locale = Locale::zh_cn;
  std::string mailing_list;  ///< empty: no bulk mail
};
BOOST_DESCRIBE_STRUCT(SealedMessage, (),
                      (id, channel, to_sealed, message_template, subject, body_sealed, state, attempts,
                       created_at, locale, mailing_list))

struct MessageFilter {
  std::optional<Channel> channel;
  std::optional<DeliveryState> state;
  std::optional<std::string> to_index;
};

void add(db::Tx& tx, const SealedMessage& message, const std::string& to_masked, const std::string& to_index);
std::optional<SealedMessage> find(db::Tx& tx, const MessageId& id);
/// Only a message not yet sent changes: a second delivery that comes late changes nothing.
bool change_state(db::Tx& tx, const MessageId& id, DeliveryState state,
                  const std::optional<std::string>& error, std::optional<Instant> sent_at);
Page<MessageRow> list(db::Tx& tx, const MessageFilter& filter, const PageRequest& page);
Page<SealedMessage> list_sealed(db::Tx& tx, const MessageFilter& filter, const PageRequest& page);

}  // namespace expogate::messaging::store
