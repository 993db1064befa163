#pragma once
#include <optional>
#include <string>

#include "base/caller.h"
#include "file/file.h"
#include "organization/organization.h"
#include "platform/db/tx.h"
#include "platform/recognition/recognizer.h"

/// The licence (证照) of an organization: a picture, and what was read from it (ORG-03).
namespace expogate::organization {

enum class LicenceState { queued, recognized, unreadable };
BOOST_DESCRIBE_ENUM(LicenceState, queued, recognized, unreadable)

struct Licence {
  LicenceId id;
  EditionId edition_id;
  FileId file_id;
  std::string token_hash;
  std::optional<OrganizationId> organization_id;
  LicenceState state = LicenceState::queued;
  std::optional<std::string> recognition_json;
  std::string picture_hash;
  Instant created_at;
  std::optional<Instant> recognized_at;
};
BOOST_DESCRIBE_STRUCT(Licence, (),
                      (id, edition_id, file_id, token_hash, organization_id, state, recognition_json,
                       picture_hash, created_at, recognized_at))

/// What was read; nothing while it waits or when it could not be.
std::optional<Recognition> recognition_of(const Licence& licence);

/// A picture that was read, or given up.
struct LicenceRecognized {
  LicenceId id;
};

/// ORG-01: png/jpg/jpeg of at most 2 MB; small print needs more pixels than a portrait.
constexpr ImageRules licence_rules{
    .max_bytes = 2'000'000, .long_side = recognizable_long_side, .quality = 88};

inline const ErrorCode licence_not_yours{"organization.licence_not_yours", "证照已失效，请重新上传",
                                         "The certificate image has expired; please upload it again"};

namespace store {

void add_licence(db::Tx& tx, const Licence& licence);
std::optional<Licence> find_licence(db::Tx& tx, const LicenceId& id);
/// How many pictures are before this one in the queue.
std::int64_t count_before(db::Tx& tx, const Licence& licence);
/// Compare-and-set from `queued`; false when another worker was faster.
bool note_recognition(db::Tx& tx, const LicenceId& id, LicenceState state,
                      const std::optional<std::string>& recognition_json, Instant now);
/// Those of a picture that has expired because no registration followed.
void forget_unclaimed_licences(db::Tx& tx, const FileId& file);
/// Gives it to an organization, unless it is another's, and answers it as it is then: whoever notes what was
/// read meanwhile waits for this transaction, and sees the organization afterwards.
std::optional<Licence> give_licence(db::Tx& tx, const LicenceId& id, const OrganizationId& organization);
/// A past edition's licence for a new registration, with what was read from it.
LicenceId copy_licence(db::Tx& tx, const LicenceId& from, const EditionId& edition,
                       const OrganizationId& organization, Instant now);
/// The same picture came with another code, in whatever edition.
bool is_picture_of_another(db::Tx& tx, const Licence& licence, std::string_view uscc);

}  // namespace store
}  // namespace expogate::organization

namespace expogate {
template <>
inline constexpr auto enum_labels<organization::LicenceState> = std::to_array<EnumLabel>({
    {"queued", "识别中", "Being read"},
    {"recognized", "已识别", "Read"},
    {"unreadable", "无法识别", "Could not be read"},
});
}  // namespace expogate
