#pragma once
#include <vector>

#include "base/caller.h"
#include "edition/edition_service.h"

/// Texts that the bureau writes for an edition and that pages show as they are.
namespace expogate::edition {

enum class EditionTextKind {
  order_notices,  ///< what must be accepted before an order is made, one notice a line (ORD-01)
  bank_account,   ///< where transfers go (ORD-04)
};
BOOST_DESCRIBE_ENUM(EditionTextKind, order_notices, bank_account)

struct EditionText {
  EditionTextKind kind = EditionTextKind::order_notices;
  std::string text_zh, text_en;
  std::int64_t version = 0;  ///< 0: never written
};
BOOST_DESCRIBE_STRUCT(EditionText, (), (kind, text_zh, text_en, version))

namespace store {

EditionText find_text(db::Tx& tx, const EditionId& edition, EditionTextKind kind);
/// False when it has been written since `version_read`.
bool write_text(db::Tx& tx, const EditionId& edition, const EditionText& text, std::int64_t version_read);
void copy_texts(db::Tx& tx, const EditionId& from, const EditionId& to);

}  // namespace store

class EditionTextService {
 public:
  EditionTextService(db::Database& database, const Clock& clock, EditionService& editions)
      : database_(database), clock_(clock), editions_(editions) {}
  std::vector<EditionText> list(const EditionId& edition);
  EditionText change(const Caller& caller, const EditionId& edition, const EditionText& wanted,
                     std::int64_t version);

 private:
  db::Database& database_;
  const Clock& clock_;
  EditionService& editions_;
};

}  // namespace expogate::edition

namespace expogate {
template <>
inline constexpr auto enum_labels<edition::EditionTextKind> = std::to_array<EnumLabel>({
    {"order_notices", "订单系统提示", "Order notices"},
    {"bank_account", "收款账户", "Bank account for transfers"},
});
}  // namespace expogate
