#include "payment/transfer_service.h"

#include <algorithm>
#include <tuple>

#include "audit/audit.h"
#include "base/money.h"
#include "base/text.h"
#include "organization/contact_message.h"
#include "payment/payment_store.h"
#include "platform/log/log.h"
#include "platform/wire/field_errors.h"

namespace expogate::payment {
namespace {

/// Finance has time to look at the bank's statements; the order does not expire under the payer's hands.
constexpr Duration time_for_finance = days(30);

const messaging::MessageTemplate refused_template{
    "transfer_refused", "汇款信息被退回", "Your bank transfer has been returned",
    "【{fair}】订单 {order} 的汇款信息未通过财务确认，原因：{reason}。请登录系统核对后重新提交。",
    "[{fair}] Finance could not confirm the bank transfer for order {order}. Reason: {reason}. Please sign "
    "in, check the details and submit again."};

std::vector<FieldError> wrong_fields(const TransferForm& form, const CivilDate& today) {
  std::vector<FieldError> wrong;
  auto text = [&](const char* field, const std::string& value, bool is_required, std::size_t max) {
    if (value.empty() && is_required) wrong.push_back({field, &wire::field_required});
    if (code_points(value) > max) wrong.push_back({field, &wire::field_too_long, {{"max", max}}});
  };
  text("payer_name", form.payer_name, true, 100);
  text("payer_bank", form.payer_bank, true, 100);
  text("payer_account", form.payer_account, true, 40);
  text("note", form.note, false, 200);
  if (form.amount_fen <= 0) wrong.push_back({"amount_fen", &amount_wrong});
  if (form.remitted_on > today) wrong.push_back({"remitted_on", &remitted_in_future});
  return wrong;
}

BankTransfer existing(std::optional<BankTransfer> found) {
  if (!found) throw NotFound();
  return std::move(*found);
}

const ErrorCode* fault_of(DocumentVerdict verdict) {
  switch (verdict) {
    case DocumentVerdict::passive:
      return nullptr;
    case DocumentVerdict::active:
      return &voucher_active;
    case DocumentVerdict::encrypted:
      return &voucher_encrypted;
    case DocumentVerdict::unreadable:
      break;
  }
  return &voucher_unreadable;
}

Refusal decided(const Caller& caller, const BankTransfer& transfer) {
  return Refusal(transfer_decided, {{"state", std::string(enum_words(transfer.state, caller.locale))}});
}

}  // namespace

FileId TransferService::upload_picture(const Caller& caller, std::string_view picture) {
  return files_.add_image(caller, "payment_voucher", "voucher.jpg", picture, voucher_rules, "voucher_file_id")
      .id;
}

FileId TransferService::upload_document(const Caller& caller, std::string_view document) {
  if (!document.starts_with("%PDF-")) throw ValidationError("voucher_file_id", voucher_not_a_document);
  auto found = documents_.check(document);
  if (!found) throw Refusal(voucher_not_checked);
  if (auto* fault = fault_of(found.value().verdict)) {
    log::warn("voucher_refused", {{"verdict", enum_name(found.value().verdict)},
                                  {"part", found.value().part},
                                  {"account", caller.account.text}});
    throw ValidationError("voucher_file_id", *fault);
  }
  return files_.add_bytes(caller, {"payment_voucher", "voucher.pdf", "application/pdf"}, document).id;
}

BankTransfer TransferService::submit(const Caller& caller, const OrderId& id, TransferForm form) {
  for (auto* text : {&form.payer_name, &form.payer_bank, &form.payer_account, &form.note})
    *text = trimmed(*text);
  auto now = clock_.now();
  if (auto wrong = wrong_fields(form, fair_date(now)); !wrong.empty()) throw ValidationError(wrong);
  return database_.write([&](db::Tx& tx) {
    auto order = orders_.require_own(tx, caller, id);
    auto payment = store::find_pending(tx, id, Channel::transfer);
    if (!payment) throw Refusal(transfer_not_begun);
    if (store::find_open_transfer(tx, id)) throw Refusal(transfer_submitted);
    auto voucher = file::FileService::find(tx, form.voucher_file_id);
    bool is_own = voucher && voucher->purpose == "payment_voucher" && voucher->uploaded_by == caller.account;
    if (!is_own) throw ValidationError("voucher_file_id", voucher_not_yours);
    file::FileService::keep(tx, voucher->id);
    BankTransfer t;
    t.id = new_id<TransferId>(now);
    t.order_id = id;
    t.payment_id = payment->id;
    t.payer_name = form.payer_name;
    t.payer_bank = form.payer_bank;
    seal_payer_account(t, form.payer_account, cipher_);
    t.amount_fen = form.amount_fen;
    t.remitted_on = form.remitted_on;
    t.note = form.note;
    t.voucher_file_id = voucher->id;
    t.submitted_at = now;
    store::add_transfer(tx, t);
    order::OrderService::postpone(tx, id, now + time_for_finance);
    audit::record(tx, caller, now,
                  {"transfer_submitted", "bank_transfer", t.id.text, "提交汇款信息 " + order.number});
    return t;
  });
}

std::vector<TransferRow> TransferService::list_of_own_order(const Caller& caller, const OrderId& id) {
  return database_.read([&](db::Tx& tx) {
    orders_.require_own(tx, caller, id);
    return store::list_transfers_of_order(tx, id);
  });
}

Page<TransferRow> TransferService::list(const Caller& caller, const TransferFilter& filter,
                                        const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_transfers(tx, caller.edition, filter, page); });
}

std::vector<TransferEvidence> TransferService::list_evidence(const TransferId& id) {
  return database_.read([&](db::Tx& tx) {
    auto transfer = existing(store::find_transfer(tx, id));
    auto reference = store::find(tx, transfer.payment_id)->number;
    auto lines = store::list_evidence(tx, transfer);
    for (auto& line : lines) {
      auto named = references_in(line.memo);
      line.has_reference = std::find(named.begin(), named.end(), reference) != named.end();
    }
    std::stable_sort(lines.begin(), lines.end(), [](auto& one, auto& other) {
      return std::tuple(one.is_matched, one.has_reference, one.is_same_payer) >
             std::tuple(other.is_matched, other.has_reference, other.is_same_payer);
    });
    return lines;
  });
}

PayerAccount TransferService::unmask(const Caller& caller, const TransferId& id, const std::string& reason) {
  return database_.write([&](db::Tx& tx) {
    auto transfer = existing(store::find_transfer(tx, id));
    audit::record(
        tx, caller, clock_.now(),
        {"payer_account_unmasked", "bank_transfer", id.text,
         "查看汇款账号 " + order::OrderService::get(tx, transfer.order_id).number + "，理由：" + reason});
    return open_payer_account(transfer, cipher_);
  });
}

file::File TransferService::get_voucher(const TransferId& id) {
  return database_.read([&](db::Tx& tx) {
    auto file = file::FileService::find(tx, existing(store::find_transfer(tx, id)).voucher_file_id);
    if (!file) throw NotFound();
    return *file;
  });
}

void TransferService::receive(db::Tx& tx, const Caller& caller, const Payment& payment,
                              std::int64_t amount_fen, const std::string& bank_serial, Instant at) {
  if (auto open = store::find_open_transfer(tx, payment.order_id))
    store::decide_transfer(tx, open->id, TransferState::confirmed, "", caller.account, clock_.now());
  payments_.apply(tx, payment, {paygate::ChargeState::paid, bank_serial, amount_fen, at});
}

void TransferService::confirm(const Caller& caller, const TransferId& id) {
  database_.write([&](db::Tx& tx) {
    auto transfer = existing(store::find_transfer(tx, id));
    auto order = order::OrderService::get(tx, transfer.order_id);
    if (transfer.state != TransferState::submitted) throw decided(caller, transfer);
    if (transfer.amount_fen != order.total_fen)
      throw Refusal(transfer_amount_differs, {{"total", yuan_text(order.total_fen)}});
    auto now = clock_.now();
    if (!store::decide_transfer(tx, id, TransferState::confirmed, "", caller.account, now))
      throw decided(caller, existing(store::find_transfer(tx, id)));
    audit::record(tx, caller, now,
                  {"transfer_confirmed", "bank_transfer", id.text, "确认到账 " + order.number});
    payments_.apply(tx, *store::find(tx, transfer.payment_id),
                    {paygate::ChargeState::paid, "", transfer.amount_fen, now});
  });
}

void TransferService::tell_refused(db::Tx& tx, const BankTransfer& transfer, const std::string& reason) {
  auto order = order::OrderService::get(tx, transfer.order_id);
  auto message =
      organization::message_to(organization::OrganizationService::get(tx, order.organization_id), cipher_);
  if (!message) return;
  message->parameters["order"] = order.number;
  message->parameters["reason"] = reason;
  messages_.send_later(tx, *message, refused_template);
}

void TransferService::refuse(const Caller& caller, const TransferId& id, const std::string& reason) {
  database_.write([&](db::Tx& tx) {
    auto transfer = existing(store::find_transfer(tx, id));
    auto now = clock_.now();
    if (!store::decide_transfer(tx, id, TransferState::refused, reason, caller.account, now))
      throw decided(caller, existing(store::find_transfer(tx, id)));
    auto order = order::OrderService::get(tx, transfer.order_id);
    // The payer has a day to put it right.
    orders_.postpone(tx, order.id, now + days(1));
    audit::record(
        tx, caller, now,
        {"transfer_refused", "bank_transfer", id.text, "退回汇款信息 " + order.number + ": " + reason});
    tell_refused(tx, transfer, reason);
  });
}

}  // namespace expogate::payment
