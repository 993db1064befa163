#pragma once
#include "base/allowed_action.h"
#include "messaging/mailing.h"
#include "platform/wire/text_types.h"

namespace expogate::messaging {

/// What every list's compose dialog sends, besides whom it means.
struct MailingTextRequest {
  wire::Text<1, 120> subject;
  wire::Text<1, 5000> body;
};
BOOST_DESCRIBE_STRUCT(MailingTextRequest, (), (subject, body))

/// A mailing in a list; the answer of every route that orders one.
struct MailingView {
  MailingId id;
  std::string sender_name, kind, subject;
  MailingState state = MailingState::queued;
  std::int64_t recipients = 0;
  Instant created_at;
  std::optional<Instant> finished_at;
  std::vector<AllowedAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(MailingView, (),
                      (id, sender_name, kind, subject, state, recipients, created_at, finished_at,
                       allowed_actions))
MailingView view(const Mailing& mailing);

}  // namespace expogate::messaging
