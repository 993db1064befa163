#pragma once
#include "base/page.h"
#include "payment/payment.h"
#include "platform/db/tx.h"
#include "platform/image/intake.h"
#include "platform/wire/text_types.h"

/// Transfers (转账支付): what a payer says of one, its voucher, and finance's word (ORD-04).
namespace expogate::payment {

using TransferId = Id<struct BankTransferNoun>;

/// `closed`: its order was paid another way or is no more; finance need not look for it.
enum class TransferState { submitted, confirmed, refused, closed };
BOOST_DESCRIBE_ENUM(TransferState, submitted, confirmed, refused, closed)

struct BankTransfer {
  TransferId id;
  OrderId order_id;
  PaymentId payment_id;
  std::string payer_name, payer_bank, payer_account_sealed, payer_account_masked;
  std::int64_t amount_fen = 0;
  CivilDate remitted_on;
  std::string note;
  FileId voucher_file_id;
  TransferState state = TransferState::submitted;
  std::string reason;
  Instant submitted_at;
  std::optional<AccountId> decided_by;
  std::optional<Instant> decided_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(BankTransfer, (),
                      (id, order_id, payment_id, payer_name, payer_bank, payer_account_sealed,
                       payer_account_masked, amount_fen, remitted_on, note, voucher_file_id, state, reason,
                       submitted_at, decided_by, decided_at, version))

/// As the payer types it.
struct TransferForm {
  std::string payer_name, payer_bank, payer_account;
  std::int64_t amount_fen = 0;
  CivilDate remitted_on;
  std::string note;
  FileId voucher_file_id;
};

struct TransferFilter {
  std::vector<TransferState> state;
  std::optional<wire::Text<1, 40>> order;
  std::optional<wire::Text<1, 60>> payer;
  std::optional<CivilDate> submitted_from_on, submitted_to_on;
};
BOOST_DESCRIBE_STRUCT(TransferFilter, (), (state, order, payer, submitted_from_on, submitted_to_on))

/// A transfer beside the order that it is to pay.
struct TransferRow {
  TransferId id;
  OrderId order_id;
  std::string order_number, reference, organization_name_zh, organization_name_en;
  order::OrderState order_state = order::OrderState::unpaid;
  int persons = 0;
  std::int64_t total_fen = 0, amount_fen = 0;
  std::string payer_name, payer_bank, payer_account_masked;
  CivilDate remitted_on;
  std::string note;
  TransferState state = TransferState::submitted;
  std::string reason;
  Instant submitted_at;
  std::optional<Instant> decided_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(TransferRow, (),
                      (id, order_id, order_number, reference, organization_name_zh, organization_name_en,
                       order_state, persons, total_fen, amount_fen, payer_name, payer_bank,
                       payer_account_masked, remitted_on, note, state, reason, submitted_at, decided_at,
                       version))

/// A line of the bank's statement beside a transfer.
struct TransferEvidence {
  std::string bank_serial;
  CivilDate booked_on;
  std::string payer_name, memo;
  std::int64_t amount_fen = 0;
  bool is_matched = false;     ///< it has paid this transfer
  bool has_reference = false;  ///< its memo names it
  bool is_same_payer = false;
};
BOOST_DESCRIBE_STRUCT(TransferEvidence, (),
                      (bank_serial, booked_on, payer_name, memo, amount_fen, is_matched, has_reference,
                       is_same_payer))

constexpr std::size_t largest_voucher = 5'000'000;
constexpr ImageRules voucher_rules{.max_bytes = largest_voucher, .long_side = 2000, .quality = 85};

inline const ErrorCode transfer_not_begun{"transfer.not_begun", "请先选择转账支付以取得汇款附言码",
                                          "Please select bank transfer first to get a payment reference"};
inline const ErrorCode transfer_submitted{
    "transfer.submitted", "汇款信息已提交，请等待财务确认",
    "The transfer details have been submitted; please wait for finance to confirm"};
inline const ErrorCode transfer_decided{"transfer.decided", "该转账{state}",
                                        "This transfer has already been decided: {state}"};
inline const ErrorCode transfer_amount_differs{
    "transfer.amount_differs", "汇款金额与订单金额不符（{total} 元），不能确认",
    "The transfer amount does not match the order amount ({total} CNY) and cannot be confirmed"};
inline const ErrorCode voucher_not_yours{"transfer.voucher_not_yours", "凭证已失效，请重新上传",
                                         "The voucher has expired; please upload it again"};
inline const ErrorCode voucher_not_a_document{"transfer.voucher_not_a_document",
                                              "请上传 JPEG、PNG 图片或 PDF 文件",
                                              "Please upload a JPEG or PNG image or a PDF file"};
inline const ErrorCode amount_wrong{"transfer.amount_wrong", "请填写大于零的金额",
                                    "Please enter an amount greater than zero"};
inline const ErrorCode remitted_in_future{"transfer.remitted_in_future", "汇款日期不能晚于今天",
                                          "The transfer date cannot be later than today"};

namespace store {

std::optional<BankTransfer> find_transfer(db::Tx& tx, const TransferId& id);
std::optional<BankTransfer> find_open_transfer(db::Tx& tx, const OrderId& order);
std::vector<TransferRow> list_transfers_of_order(db::Tx& tx, const OrderId& order);
Page<TransferRow> list_transfers(db::Tx& tx, const EditionId& edition, const TransferFilter& filter,
                                 const PageRequest& page);
/// Lines that paid it, and open ones of its amount since the day before it was sent.
std::vector<TransferEvidence> list_evidence(db::Tx& tx, const BankTransfer& transfer);
void add_transfer(db::Tx& tx, const BankTransfer& transfer);
/// Compare-and-set from `submitted`.
bool decide_transfer(db::Tx& tx, const TransferId& id, TransferState to, const std::string& reason,
                     const AccountId& by, Instant now);

}  // namespace store
}  // namespace expogate::payment

namespace expogate {
template <>
inline constexpr auto enum_labels<payment::TransferState> = std::to_array<EnumLabel>({
    {"submitted", "待财务确认", "Awaiting confirmation by finance"},
    {"confirmed", "已确认", "Confirmed"},
    {"refused", "已退回", "Refused"},
    {"closed", "已关闭", "Closed"},
});
}  // namespace expogate
