#pragma once
#include <vector>

#include "account/consent.h"

namespace expogate::account::store {

/// The newest version of each document that a fair pack gave.
std::vector<ConsentText> list_texts_in_force(db::Tx& tx);
void add_text(db::Tx& tx, const ConsentText& text);
std::vector<Consent> list_consents(db::Tx& tx, const AccountId& account);
/// False when it had been given before: the first time stays.
bool add_consent(db::Tx& tx, const Caller& caller, const Consent& consent);

}  // namespace expogate::account::store
