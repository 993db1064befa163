#include "app/sealed_columns.h"

#include <fmt/format.h>

#include <boost/describe/class.hpp>

namespace expogate {

struct SealedValue {
  std::string id, sealed;
};
BOOST_DESCRIBE_STRUCT(SealedValue, (), (id, sealed))

namespace {

/// Where sealed values stand, and the context under which each was sealed.
struct SealedColumn {
  std::string_view table, column, context;
};

constexpr SealedColumn sealed_columns[] = {
    {"accounts", "login_name_sealed", "accounts.login_name"},
    {"accounts", "mobile_sealed", "accounts.mobile"},
    {"accounts", "email_sealed", "accounts.email"},
    {"accounts", "totp_sealed", "accounts.totp"},
    {"accounts", "totp_pending_sealed", "accounts.totp_pending"},
    {"organizations", "contact_mobile_sealed", "organizations.contact_mobile"},
    {"organizations", "contact_email_sealed", "organizations.contact_email"},
    {"organization_drafts", "form_sealed", "organization_drafts.form"},
    {"key_invitees", "contact_mobile_sealed", "key_invitees.contact_mobile"},
    {"key_invitees", "contact_email_sealed", "key_invitees.contact_email"},
    {"uscc_claims", "mobile_sealed", "uscc_claims.mobile"},
    {"courier_addresses", "mobile_sealed", "courier_addresses.mobile"},
    {"attendees", "document_sealed", "attendees.document"},
    {"attendees", "birth_sealed", "attendees.birth"},
    {"attendees", "mobile_sealed", "attendees.mobile"},
    {"attendees", "email_sealed", "attendees.email"},
    {"parcels", "mobile_sealed", "parcels.mobile"},
    {"colleague_links", "token_sealed", "colleague_links.token"},
    {"payment_notices", "raw_sealed", "payment_notices.raw"},
    {"bank_transfers", "payer_account_sealed", "bank_transfers.payer_account"},
    {"messages", "to_sealed", "messages.to"},
    {"messages", "body_sealed", "messages.body"},
    {"idempotency_keys", "body_sealed", "idempotency_keys.body"},
};

constexpr int piece = 200;

std::vector<SealedValue> values_after(db::Tx& tx, const SealedColumn& column, const std::string& id) {
  return tx.query<SealedValue>(
      fmt::format("select id, {1} as sealed from {0} where id > $1 and {1} <> '' order by id limit $2",
                  column.table, column.column),
      id, piece);
}

}  // namespace

std::int64_t reseal_all(db::Database& database, const FieldCipher& cipher) {
  std::int64_t count = 0;
  for (auto& column : sealed_columns)
    for (std::string last;;) {
      auto values = database.read([&](db::Tx& tx) { return values_after(tx, column, last); });
      if (values.empty()) break;
      last = values.back().id;
      std::erase_if(values,
                    [&](auto& v) { return FieldCipher::kid_of(v.sealed) == cipher.ring().writing_kid(); });
      // Compare-and-set on the old value: a change made meanwhile is already under the new key.
      auto update =
          fmt::format("update {0} set {1} = $3 where id = $1 and {1} = $2", column.table, column.column);
      count += database.write([&](db::Tx& tx) {
        std::int64_t changed = 0;
        for (auto& v : values)
          changed += tx.exec(update, v.id, v.sealed,
                             cipher.reseal(v.sealed, std::string(column.context) + "|" + v.id));
        return changed;
      });
    }
  return count;
}

}  // namespace expogate
