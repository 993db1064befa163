#pragma once
#include <memory>

#include "messaging/message_store.h"
#include "platform/crypto/field_cipher.h"
#include "platform/db/database.h"
#include "platform/email/mailer.h"
#include "platform/jobs/runner.h"
#include "platform/sms/sms_sender.h"

namespace expogate::messaging {

struct SenderSettings {
  std::string from_address = "no-reply@expogate.example";
  std::string from_name = "Expogate";
};

/// A message in the clear, for the sandbox outbox of a demonstration.
struct ReadableMessage {
  MessageId id;
  Channel channel = Channel::sms;
  std::string to, subject, body;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(ReadableMessage, (), (id, channel, to, subject, body, at))

class MessageService {
 public:
  MessageService(db::Database& database, const Clock& clock, const FieldCipher& cipher, Mailer& mailer,
                 SmsSender& sms, SenderSettings settings)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        mailer_(mailer),
        sms_(sms),
        settings_(std::move(settings)) {}

  /// Written with its cause, sent after its commit, at least once; never for what was rolled back.
  void send_later(db::Tx& tx, const OutgoingMessage& message, const MessageTemplate& text);

  /// The same for a text that is ready, to be sent at `send_at` or later.
  MessageId add(db::Tx& tx, const WrittenMessage& message, Instant send_at);

  Page<MessageRow> list_messages(const store::MessageFilter& filter, const PageRequest& page);
  Page<ReadableMessage> list_readable(const std::optional<std::string>& to, const PageRequest& page);

  /// The job `message_delivery`.
  void deliver(const jobs::JobRow& job);
  static constexpr std::string_view delivery_job = "message_delivery";

 private:
  Outcome<Sent> send(const store::SealedMessage& message);
  bool was_cancelled(const MessageId& id);
  ReadableMessage readable(const store::SealedMessage& message) const;
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  Mailer& mailer_;
  SmsSender& sms_;
  SenderSettings settings_;
};

}  // namespace expogate::messaging
