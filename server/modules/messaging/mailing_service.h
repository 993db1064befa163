#pragma once
#include <map>

#include "messaging/mailing_store.h"
#include "messaging/message_service.h"

namespace expogate::messaging {

/// A mailing with what became of its mails.
struct MailingStatus {
  Mailing mailing;
  std::vector<store::StateCount> counts;
  std::optional<Instant> waits_until;  ///< the limit per hour keeps the rest back until then
};

/// Mailings to the rows of a list: written in pieces by a slow job, sent through the outbox, at most so many
/// an hour per sender (GRP-04).
class MailingService {
 public:
  MailingService(db::Database& database, const Clock& clock, MessageService& messages, CallerSource& callers,
                 std::int64_t mails_per_hour)
      : database_(database),
        clock_(clock),
        messages_(messages),
        callers_(callers),
        mails_per_hour_(mails_per_hour) {}

  /// Said once at start by the modules that own the lists.
  void offer(std::string kind, RecipientSource source);

  /// For other modules, in their transaction.
  Mailing add_mailing(db::Tx& tx, const Caller& caller, const NewMailing& wanted);
  MailingPreview preview(const Caller& caller, const NewMailing& wanted);

  Page<Mailing> list_mailings(const Caller& caller, std::optional<MailingState> state,
                              const PageRequest& page);
  MailingStatus get_status(const Caller& caller, const MailingId& id);
  Page<store::RecipientRow> list_recipients(const Caller& caller, const MailingId& id,
                                            std::optional<RecipientState> state, const PageRequest& page);
  /// What is not sent yet is never sent.
  MailingStatus cancel(const Caller& caller, const MailingId& id);

  /// The job `mailing`: writes the mails.
  void write_mails(const jobs::JobRow& job, jobs::Progress& progress);
  static constexpr std::string_view mailing_job = "mailing";

  /// Periodic.
  void finish();

 private:
  const RecipientSource& source_of(const std::string& kind) const;
  Mailing get(db::Tx& tx, const Caller& caller, const MailingId& id);
  MailingStatus status_of(db::Tx& tx, const Mailing& mailing);
  bool write_piece(const Mailing& mailing, jobs::Progress& progress);
  void add_mail(db::Tx& tx, const Mailing& mailing, const Recipient& recipient,
                std::optional<Instant> send_at);
  std::vector<Instant> take_places(db::Tx& tx, const std::string& sender, std::size_t mails);
  void give_places_back(db::Tx& tx, const Mailing& mailing);
  db::Database& database_;
  const Clock& clock_;
  MessageService& messages_;
  CallerSource& callers_;
  std::int64_t mails_per_hour_;
  std::map<std::string, RecipientSource> sources_;
};

}  // namespace expogate::messaging
