#include "payment/refund_case_service.h"

#include <map>

#include "attendee/rejection.h"
#include "audit/audit.h"

namespace expogate::payment {
namespace {

using People = std::map<std::string, std::vector<RefundPerson>>;

People people_of(db::Tx& tx, const std::vector<RefundId>& refunds) {
  auto rows = store::list_people_of_refunds(tx, refunds);
  std::vector<order::AttendeeId> ids;
  for (auto& row : rows) ids.push_back(row.attendee_id);
  std::map<std::string, attendee::Rejection> rejections;
  for (auto& rejection : attendee::list_rejections(tx, ids))
    rejections.emplace(rejection.attendee_id.text, rejection);
  People people;
  for (auto& row : rows) {
    RefundPerson person{row.attendee_id, row.number, row.name_zh, row.name_en, row.document_masked,
                        row.amount_fen,  {},         "",          "",          {}};
    if (auto found = rejections.find(row.attendee_id.text); found != rejections.end()) {
      auto& rejection = found->second;
      person.state = rejection.state;
      person.opinion = rejection.opinion.value_or("");
      person.reviewer = rejection.reviewer.value_or("");
      person.rejected_at = rejection.at;
    }
    people[row.refund_id.text].push_back(std::move(person));
  }
  return people;
}

}  // namespace

Page<RefundCase> RefundCaseService::list(const Caller& caller, const RefundFilter& filter,
                                         const PageRequest& request) {
  return database_.read([&](db::Tx& tx) {
    auto rows = store::list_refund_cases(tx, caller.edition, filter, request);
    std::vector<RefundId> refunds;
    std::vector<PaymentId> payments;
    for (auto& row : rows.items) {
      refunds.push_back(row.id);
      payments.push_back(row.payment_id);
    }
    auto people = people_of(tx, refunds);
    std::map<std::string, RefundPayee> payees;
    for (auto& payee : store::list_payees(tx, payments)) payees.emplace(payee.payment_id.text, payee);
    Page<RefundCase> page;
    page.page = rows.page;
    page.page_size = rows.page_size;
    page.total = rows.total;
    page.total_is_capped = rows.total_is_capped;
    for (auto& row : rows.items) {
      RefundCase shown;
      static_cast<RefundCaseRow&>(shown) = row;
      shown.people = people[row.id.text];
      if (auto payee = payees.find(row.payment_id.text); payee != payees.end()) shown.payee = payee->second;
      page.items.push_back(std::move(shown));
    }
    return page;
  });
}

PayerAccount RefundCaseService::unmask_payee(const Caller& caller, const RefundId& id,
                                             const std::string& reason) {
  return database_.write([&](db::Tx& tx) {
    auto refund = store::find_refund(tx, id);
    if (!refund) throw NotFound();
    auto payees = store::list_payees(tx, {refund->payment_id});
    if (payees.empty()) throw Refusal(refund_by_bank_only);
    if (!payees.front().transfer_id) throw Refusal(payer_unknown);
    auto transfer = store::find_transfer(tx, *payees.front().transfer_id);
    audit::record(tx, caller, clock_.now(),
                  {"payer_account_unmasked", "refund", id.text,
                   "查看退款账号 " + refund->number + "，理由：" + reason});
    return open_payer_account(*transfer, cipher_);
  });
}

}  // namespace expogate::payment
