#pragma once
#include <memory>

#include "fair/fair_service.h"
#include "messaging/mailing_list.h"
#include "messaging/message_store.h"
#include "platform/crypto/field_cipher.h"
#include "platform/db/database.h"
#include "platform/email/mailer.h"
#include "platform/jobs/runner.h"
#include "platform/sms/sms_sender.h"

namespace expogate::messaging {

/// Ways out that an operator has configured; in a demonstration both are, into the sandbox outbox.
struct SenderSettings {
  std::string from_address = "no-reply@expogate.example";
  std::string from_name_zh = {}, from_name_en = {};  ///< empty: the fair's short name
  std::string public_url = "http://127.0.0.1:8080";  ///< where readers leave a mailing list
  bool has_sms = true, has_mail = true;
  std::string domain() const { return from_address.substr(from_address.find('@') + 1); }
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
                 SmsSender& sms, fair::FairService& fairs, SenderSettings settings)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        mailer_(mailer),
        sms_(sms),
        fairs_(fairs),
        settings_(std::move(settings)),
        lists_(database, clock, cipher, settings_.public_url, settings_.domain()) {}

  /// `{fair}` in the text is the fair's short name. Written with its cause, sent after its commit, at least
  /// once; never for what was rolled back. False for bulk mail to somebody who has left its list: it is not
  /// sent.
  bool send_later(db::Tx& tx, const OutgoingMessage& message, const MessageTemplate& text);

  /// Whether a message could get anywhere at all.
  bool can_send(Channel channel) const {
    return channel == Channel::sms ? settings_.has_sms : settings_.has_mail;
  }

  /// The same for a text that is ready, to be sent at `send_at` or later.
  MessageId add(db::Tx& tx, const WrittenMessage& message, Instant send_at);

  MailingLists& lists() { return lists_; }

  Page<MessageRow> list_messages(const store::MessageFilter& filter, const PageRequest& page);
  Page<ReadableMessage> list_readable(const std::optional<std::string>& to, const PageRequest& page);

  /// The job `message_delivery`.
  void deliver(const jobs::JobRow& job);
  static constexpr std::string_view delivery_job = "message_delivery";

 private:
  Outcome<Sent> send(const store::SealedMessage& message);
  bool was_called_off(const store::SealedMessage& message);
  ReadableMessage readable(const store::SealedMessage& message) const;
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  Mailer& mailer_;
  SmsSender& sms_;
  fair::FairService& fairs_;
  SenderSettings settings_;
  MailingLists lists_;
};

}  // namespace expogate::messaging
