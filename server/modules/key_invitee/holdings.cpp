#include "key_invitee/holdings.h"

namespace expogate::key_invitee {
namespace {

using namespace erasure;

constexpr Spine all{"key_invitees", "key_invitees", "id", "edition_id = $1"};

}  // namespace

Holdings holdings() {
  Holding contact{Kind::contact, &all, "key_invitees", "id"};
  contact.columns = {
      {"contact_name", "''"},           {"contact_mobile_sealed", "null"}, {"contact_mobile_masked", "null"},
      {"contact_email_sealed", "null"}, {"contact_email_masked", "null"},  {"reason", "''"},
      {"set_aside_reason", "''"}};
  return {
      {contact},
      {{"key_invitees",
        "id edition_id trading_group_id subgroup_id source uscc organization_id name name_folded level state "
        "referral_code token_hash"}}};
}

}  // namespace expogate::key_invitee
