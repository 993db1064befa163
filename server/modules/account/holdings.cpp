#include "account/holdings.h"

namespace expogate::account {
namespace {

using namespace erasure;

/// Accounts of organizations that are erased in every edition they took part in.
constexpr Spine unused{
    "accounts", "accounts", "id",
    "exists (select 1 from organizations o where o.account_id = accounts.id and o.edition_id = $1) and "
    "not exists (select 1 from organizations o where o.account_id = accounts.id and o.erased_at is null)"};
constexpr Spine sign_ins{"sign_ins", "sign_ins", "id", "at + 0 < $1", true};
constexpr Spine links{"account_links", "account_links", "id", "created_at + 0 < $1", true};

}  // namespace

Holdings holdings() {
  Holding sessions{Kind::contact, &unused, "sessions", "account_id"};
  Holding sign_ins_of{Kind::contact, &unused, "sign_ins", "account_id"};
  Holding links_of{Kind::contact, &unused, "account_links", "account_id"};
  Holding views{Kind::contact, &unused, "saved_views", "account_id"};
  Holding passkeys{Kind::contact, &unused, "passkeys", "account_id"};
  Holding consents{Kind::contact, &unused, "consents", "account_id"};
  consents.columns = {{"ip", "''"}};

  Holding account{Kind::contact, &unused, "accounts", "id"};
  account.columns = {
      {"login_name", "'erased ' || id"}, {"login_key", "'erased ' || id"}, {"login_name_sealed", "null"},
      {"password_hash", "''"},           {"display_name", "'已清除'"},     {"state", "'disabled'"},
      {"mobile_sealed", "null"},         {"mobile_index", "null"},         {"mobile_masked", "null"},
      {"email_sealed", "null"},          {"email_index", "null"},          {"email_masked", "null"},
      {"totp_sealed", "null"},           {"totp_pending_sealed", "null"}};

  Holding signed_in{Kind::record, &sign_ins, "sign_ins", "id"};
  Holding followed{Kind::record, &links, "account_links", "id"};

  return {{sessions, sign_ins_of, links_of, views, passkeys, consents, account, signed_in, followed},
          {{"accounts",
            "id kind door role scope_level trading_group_id organization_id parent_account_id locale"},
           {"consents", "account_id document"},
           {"consent_texts", "*", false},
           // Gone by themselves within days.
           {"sign_in_locks", "*"},
           {"code_sends", "*"},
           {"verification_codes", "*"},
           {"passkey_challenges", "*"},
           {"used_challenges", "*"}}};
}

}  // namespace expogate::account
