#pragma once
#include <vector>

#include "base/page.h"
#include "messaging/mailing.h"
#include "platform/db/tx.h"

namespace expogate::messaging::store {

/// A recipient as the sender's list shows it.
struct RecipientRow {
  MailingRecipientId id;
  std::string subject_id, name;
  std::optional<std::string> to_masked;
  RecipientState state = RecipientState::queued;
  std::optional<Instant> send_at, sent_at;
  std::optional<std::string> last_error;
};
BOOST_DESCRIBE_STRUCT(RecipientRow, (),
                      (id, subject_id, name, to_masked, state, send_at, sent_at, last_error))

struct NewRecipientRow {
  MailingRecipientId id;
  MailingId mailing_id;
  std::string subject_kind, subject_id, name;
  std::optional<std::string> to_masked;
  std::optional<MessageId> message_id;
  std::optional<Instant> send_at;
  bool has_left = false;
};

struct StateCount {
  RecipientState state = RecipientState::queued;
  std::int64_t recipients = 0;
};
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, recipients))

/// Mails of a mailing that wait for a later hour.
struct WaitingMails {
  Instant send_at;
  std::int64_t mails = 0;
};
BOOST_DESCRIBE_STRUCT(WaitingMails, (), (send_at, mails))

/// A group reaches its own mailings, the bureau all (ACC-06).
std::optional<Mailing> find_mailing(db::Tx& tx, const Scope& scope, const MailingId& id);
Page<Mailing> list_mailings(db::Tx& tx, const Scope& scope, std::optional<MailingState> state,
                            const PageRequest& page);
void add_mailing(db::Tx& tx, const Mailing& mailing);
/// Compare-and-set on how far it was: each piece is written once. `state` is the one afterwards.
bool advance(db::Tx& tx, const Mailing& before, const std::string& last_subject_id, std::int64_t added,
             MailingState state);
bool cancel(db::Tx& tx, const MailingId& id, Instant now);
/// Those of which no mail waits any more are done.
void finish_mailings(db::Tx& tx, Instant now);

void add_recipient(db::Tx& tx, const NewRecipientRow& recipient);
Page<RecipientRow> list_recipients(db::Tx& tx, const MailingId& mailing, std::optional<RecipientState> state,
                                   const PageRequest& page);
std::vector<StateCount> count_recipients(db::Tx& tx, const MailingId& mailing);

/// True when the message belongs to a mailing that was cancelled.
bool is_cancelled(db::Tx& tx, const MessageId& message);
/// The recipient of the message has left the list before it was sent.
void note_departure(db::Tx& tx, const MessageId& message);
/// A message that is never sent goes; its recipient stays in the list.
void forget_message(db::Tx& tx, const MessageId& message);

/// How many mails the sender has in this hour already; others that ask for the same hour wait.
std::int64_t lock_hour(db::Tx& tx, const std::string& sender, std::int64_t hour);
void add_to_hour(db::Tx& tx, const std::string& sender, std::int64_t hour, std::int64_t mails);
std::vector<WaitingMails> list_waiting(db::Tx& tx, const MailingId& mailing, Instant now);
void forget_hours(db::Tx& tx, std::int64_t before_hour);

bool has_left(db::Tx& tx, const std::string& list, const std::string& to_index);
/// False when the reader had left before.
bool add_departure(db::Tx& tx, const std::string& list, const std::string& to_index, Instant now);

}  // namespace expogate::messaging::store
