#pragma once
#include "edition/edition_service.h"
#include "key_invitee/key_invitee_service.h"
#include "messaging/message_service.h"

namespace expogate::key_invitee {

/// A group invites whom it or the bureau recommended, by e-mail and SMS with a link (GRP-05).
class KeyInvitationService {
 public:
  /// `public_url`: how people reach the system.
  KeyInvitationService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                       edition::EditionService& editions, trading_group::TradingGroupService& groups,
                       messaging::MessageService& messages, std::string public_url)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        editions_(editions),
        groups_(groups),
        messages_(messages),
        public_url_(std::move(public_url)) {}

  /// Each for itself, on those of the channels for which it has an address.
  std::vector<wire::BatchOutcome> send(const Caller& caller, const std::vector<KeyInviteeId>& ids,
                                       const std::vector<messaging::Channel>& channels);

 private:
  struct Sending {
    std::vector<messaging::Channel> channels;
    edition::Edition edition;
  };
  void send_one(db::Tx& tx, const Caller& caller, const KeyInvitee& before, const Sending& sending);
  std::map<messaging::Channel, std::string> addresses_of(const KeyInvitee& invitee, const Sending& sending);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  edition::EditionService& editions_;
  trading_group::TradingGroupService& groups_;
  messaging::MessageService& messages_;
  std::string public_url_;
};

}  // namespace expogate::key_invitee
