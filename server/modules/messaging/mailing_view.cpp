#include "messaging/mailing_view.h"

namespace expogate::messaging {

MailingView view(const Mailing& m) {
  return {m.id,         m.sender_name, m.kind,
          m.subject,    m.state,       m.recipients,
          m.created_at, m.finished_at, {{"cancel", !is_over(m.state), std::nullopt}}};
}

}  // namespace expogate::messaging
