#pragma once
#include <vector>

#include "account/consent.h"

namespace expogate::account::store {

std::vector<Consent> list_consents(db::Tx& tx, const AccountId& account);
/// False when it had been given before: the first time stays.
bool add_consent(db::Tx& tx, const Caller& caller, const Consent& consent);

}  // namespace expogate::account::store
