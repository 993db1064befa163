#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "account/verification_code.h"
#include "platform/db/tx.h"

namespace expogate::account::store {

/// One send out of a key's (a number's, an address's) allowance. One atomic statement decides, so requests
/// that race cannot pass the limit together; false when there is none left today, or the last was after
/// `latest`.
bool take_send(db::Tx& tx, std::string_view key, Instant now, Instant latest, int limit);
Instant last_send_at(db::Tx& tx, std::string_view key);

struct NewCode {
  std::string id;
  CodePurpose purpose = CodePurpose::second_step;
  std::string subject, target_index, code_hash;
  Instant created_at, expires_at;
};
void add_code(db::Tx& tx, const NewCode& code);

struct StoredCode {
  std::string id, code_hash;
};
BOOST_DESCRIBE_STRUCT(StoredCode, (), (id, code_hash))

/// Takes one try of the newest code, which admits to comparing it; nothing when it is used, over or out of
/// tries.
std::optional<StoredCode> take_try(db::Tx& tx, CodePurpose purpose, std::string_view subject,
                                   std::string_view target_index, int most, Instant now);
/// False when it had been used before.
bool use_code(db::Tx& tx, std::string_view id, Instant now);
std::int64_t forget_codes(db::Tx& tx, Instant before);

}  // namespace expogate::account::store
