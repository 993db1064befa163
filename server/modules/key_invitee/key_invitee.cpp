#include "key_invitee/key_invitee.h"

#include "base/uscc.h"
#include "organization/form.h"

namespace expogate::key_invitee {
namespace {

bool is_of_pilot_area(const std::string& code) {
  auto place = code.substr(2, 4);
  return place == "3501" || place == "3502";  // Fuzhou, Xiamen
}

}  // namespace

KeyInviteeSnapshot snapshot_of(const KeyInvitee& k) {
  KeyInviteeSnapshot snapshot;
  static_cast<Recommendation&>(snapshot) = k;
  snapshot.trading_group_id = k.trading_group_id;
  snapshot.source = k.source;
  snapshot.contact_mobile_masked = k.contact_mobile_masked;
  snapshot.contact_email_masked = k.contact_email_masked;
  snapshot.state = k.state;
  snapshot.set_aside_reason = k.set_aside_reason;
  return snapshot;
}

std::optional<Instant> paused_until(const std::optional<Instant>& invited_at, Instant now) {
  if (!invited_at || *invited_at + resend_pause <= now) return std::nullopt;
  return *invited_at + resend_pause;
}

const ErrorCode* why_not_uscc(const std::string& code) {
  if (!has_uscc_shape(code)) return &organization::uscc_malformed;
  return has_valid_check(code) || is_of_pilot_area(code) ? nullptr : &uscc_check_wrong;
}

const ErrorCode* why_not_theirs(const Scope& scope, InviteeSource source, InviteeAction action) {
  bool is_bureau = scope.level == Scope::Level::everything;
  bool is_of_bureau = source == InviteeSource::bureau;
  switch (action) {
    case InviteeAction::change:
      return is_bureau && !is_of_bureau ? &invitee_of_group : nullptr;
    case InviteeAction::withdraw:
      if (is_bureau == is_of_bureau) return nullptr;
      return is_bureau ? &invitee_of_group : &withdraw_of_bureau;
    case InviteeAction::invite:
      return is_bureau ? &invitee_group_decides : nullptr;
    case InviteeAction::set_aside:
      if (is_bureau) return &invitee_group_decides;
      return is_of_bureau ? nullptr : &set_aside_own;
  }
  return nullptr;
}

std::vector<FieldError> bureau_fields_changed(const Recommendation& before, const Recommendation& after) {
  std::vector<FieldError> wrong;
  auto keep = [&](const char* field, const auto& was, const auto& is) {
    if (was != is) wrong.push_back({field, &invitee_of_bureau, {}});
  };
  keep("name", before.name, after.name);
  keep("uscc", before.uscc, after.uscc);
  keep("reason", before.reason, after.reason);
  return wrong;
}

std::string new_referral_code() {
  return "K" + random_digits(12);
}

}  // namespace expogate::key_invitee
