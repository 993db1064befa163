#include "payment/notice_store.h"

namespace expogate::payment::store {

void keep_notice(db::Tx& tx, const FieldCipher& cipher, Channel channel, const std::string& number,
                 NoticeOutcome outcome, const std::string& raw, Instant now) {
  auto id = new_id_text(now);
  tx.exec(R"(
      insert into payment_notices (id, channel, received_at, outcome, number, raw_sealed)
      values ($1, $2, $3, $4, $5, $6))",
          id, channel, now, outcome, number, cipher.seal(raw, "payment_notices.raw|" + id));
}

}  // namespace expogate::payment::store
