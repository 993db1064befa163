#pragma once
#include "badge/badge_keys.h"
#include "badge/badge_message.h"
#include "badge/badge_page.h"
#include "badge/badge_store.h"
#include "edition/edition_service.h"
#include "file/file_service.h"

namespace expogate::badge {

/// Badges one by one: from the approval of a person to its hands, and out of force.
class BadgeService {
 public:
  BadgeService(db::Database& database, const Clock& clock, const BadgeKeys& keys,
               edition::EditionService& editions, file::FileService& files, BadgeMessages& messages,
               fair::FairService& fairs)
      : database_(database),
        clock_(clock),
        keys_(keys),
        editions_(editions),
        files_(files),
        fairs_(fairs),
        messages_(messages) {}

  /// An approved person gets a badge to be made; who uses a past one again has it at once (ATT-07).
  Badge issue(db::Tx& tx, const AttendeeId& attendee);
  /// What is on the badge of an approved person has changed: it is revoked, and another is ordered.
  void replace_of(db::Tx& tx, const AttendeeId& attendee);
  /// The same where nothing has changed that its code says: a badge that still waits takes the new face.
  void renew_face_of(db::Tx& tx, const AttendeeId& attendee);
  /// Whatever badge a person has opens no gate any more.
  void revoke_of(db::Tx& tx, const AttendeeId& attendee);

  Page<BadgeRow> list(const Caller& caller, const BadgeFilter& filter, const PageRequest& page);
  /// The old code is revoked in the same moment; the new badge waits for a batch or for the desk's printer
  /// (BDG-01).
  Badge reissue(const Caller& caller, const BadgeId& id, BadgeKind kind, const std::string& reason);
  /// Made at the desk, without a batch.
  Badge print(const Caller& caller, const BadgeId& id);
  Badge hand_over(const Caller& caller, const BadgeId& id);
  /// A made badge alone on its page.
  std::string make_pdf(const Caller& caller, const BadgeId& id);

  /// What its QR code says.
  std::string code_of(const Badge& badge) const;
  fair::Fair fair() { return fairs_.get(); }
  /// The photo, a JPEG.
  std::optional<std::string> photo_of(const Badge& badge);
  /// What a text from a scanner or from somebody's fingers names; nothing for what nobody has signed.
  std::optional<BadgeNumber> read_named(const std::string& code_or_number) const;
  /// The badge that a text from a scanner or from somebody's fingers names, whether it is in force or not.
  std::optional<Badge> find_named(db::Tx& tx, const EditionId& edition,
                                  const std::string& code_or_number) const;

 private:
  Badge add(db::Tx& tx, const attendee::Attendee& attendee, BadgeKind kind);
  bool replace(db::Tx& tx, const Badge& badge);
  BadgeFace face_of(db::Tx& tx, const attendee::Attendee& attendee, const edition::Edition& edition) const;
  void record(db::Tx& tx, const Caller& caller, const char* action, const std::string& summary,
              const Badge& badge);
  db::Database& database_;
  const Clock& clock_;
  const BadgeKeys& keys_;
  edition::EditionService& editions_;
  file::FileService& files_;
  fair::FairService& fairs_;
  BadgeMessages& messages_;
};

}  // namespace expogate::badge
