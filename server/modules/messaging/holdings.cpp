#include "messaging/holdings.h"

namespace expogate::messaging {
namespace {

using namespace erasure;

constexpr Spine sent{"messages", "messages", "id", "created_at + 0 < $1 and to_sealed <> ''", true};
constexpr Spine mailings{"mailings", "mailings", "id", "edition_id = $1"};

}  // namespace

Holdings holdings() {
  Holding message{Kind::message, &sent, "messages", "id"};
  message.columns = {{"to_sealed", "''"}, {"to_masked", "''"},   {"to_index", "''"},
                     {"subject", "''"},   {"body_sealed", "''"}, {"last_error", "null"}};

  Holding recipients{Kind::message, &mailings, "mailing_recipients", "mailing_id"};
  recipients.columns = {{"name", "''"}, {"to_masked", "null"}};
  recipients.person = "subject_id";

  // What was written to them, and by which words they were looked for.
  Holding filters{Kind::message, &mailings, "mailings", "id"};
  filters.columns = {{"parameters_json", "'{}'"}, {"subject", "''"}, {"body", "''"}};

  return {{message, recipients, filters},
          {{"messages", "id channel template state locale mailing_list"},
           {"mailing_recipients", "id mailing_id subject_kind subject_id message_id"},
           {"mailings",
            "id edition_id trading_group_id account_id sender_name kind locale subject body state "
            "last_subject_id"},
           {"mailing_hours", "*"},
           {"mailing_templates", "*", false},
           {"message_texts", "*", false},
           // Kept so that whoever left a list is not written to again: an index, no address.
           {"mailing_list_departures", "*"},
           {"notices", "*", false},
           {"notice_reads", "*"}}};
}

}  // namespace expogate::messaging
