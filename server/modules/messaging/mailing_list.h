#pragma once
#include <string>

#include "base/caller.h"
#include "platform/crypto/field_cipher.h"
#include "platform/db/database.h"
#include "platform/email/mailer.h"

/// Bulk mail that is no answer to what its reader did: each sender's is a list, which readers leave with one
/// click (RFC 8058) and are then never written to by it again.
namespace expogate::messaging {

/// The bureau's own list; a trading group's has the group's id.
inline const std::string bureau_list = "bureau";

/// The way out of a list, as it stands in the mail. It proves that its holder got a mail of the list, holds
/// nothing about the person, and never expires.
struct Departure {
  std::string list, reader, proof;
};

class MailingLists {
 public:
  MailingLists(db::Database& database, const Clock& clock, const FieldCipher& cipher, std::string public_url,
               std::string mail_domain)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        public_url_(std::move(public_url)),
        mail_domain_(std::move(mail_domain)) {}

  bool has_left(db::Tx& tx, const std::string& list, const std::string& address) const;
  std::string way_out(const std::string& list, const std::string& address) const;
  ListMail headers(const std::string& list, const std::string& address) const;

  /// Throws NotFound for a wrong proof.
  void require_proof(const Departure& departure) const;
  /// Leaving twice is leaving once.
  void leave(const Caller& caller, const Departure& departure);

 private:
  std::string reader_of(const std::string& address) const;
  std::string proof_of(const std::string& list, const std::string& reader) const;
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  std::string public_url_, mail_domain_;
};

}  // namespace expogate::messaging
