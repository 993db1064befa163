#include "messaging/mailing_list.h"

#include "audit/audit.h"
#include "base/text.h"
#include "messaging/mailing_store.h"
#include "platform/crypto/blind_index.h"
#include "platform/crypto/digest.h"

namespace expogate::messaging {
namespace {

constexpr std::size_t proof_length = 32;  // hexadecimal: 128 bits

}  // namespace

std::string MailingLists::reader_of(const std::string& address) const {
  return blind_index(cipher_.ring(), "messages.to", fold_key(address));
}

std::string MailingLists::proof_of(const std::string& list, const std::string& reader) const {
  return hmac_sha256_hex(cipher_.ring().derive("mailing-list-departure"), list + "|" + reader)
      .substr(0, proof_length);
}

bool MailingLists::has_left(db::Tx& tx, const std::string& list, const std::string& address) const {
  return store::has_left(tx, list, reader_of(address));
}

std::string MailingLists::way_out(const std::string& list, const std::string& address) const {
  auto reader = reader_of(address);
  return public_url_ + "/unsubscribe/" + list + "/" + reader + "/" + proof_of(list, reader);
}

ListMail MailingLists::headers(const std::string& list, const std::string& address) const {
  return {list + ".lists." + mail_domain_, way_out(list, address)};
}

void MailingLists::require_proof(const Departure& departure) const {
  if (!equal_in_constant_time(departure.proof, proof_of(departure.list, departure.reader))) throw NotFound();
}

void MailingLists::leave(const Caller& caller, const Departure& departure) {
  require_proof(departure);
  auto now = clock_.now();
  database_.write([&](db::Tx& tx) {
    if (!store::add_departure(tx, departure.list, departure.reader, now)) return;
    audit::record(tx, caller, now,
                  {"mailing_list_left", "mailing_list", departure.list, "退订邮件：" + departure.list});
  });
}

}  // namespace expogate::messaging
