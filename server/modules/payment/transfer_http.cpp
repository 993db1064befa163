#include "base/permission.h"
#include "payment/payment_http.h"
#include "platform/wire/page_query.h"

namespace expogate::payment {

struct VoucherView {
  FileId id;
};
BOOST_DESCRIBE_STRUCT(VoucherView, (), (id))

struct TransferRequest {
  std::string payer_name, payer_bank, payer_account;
  std::int64_t amount_fen = 0;
  CivilDate remitted_on;
  std::string note;
  FileId voucher_file_id;
};
BOOST_DESCRIBE_STRUCT(TransferRequest, (),
                      (payer_name, payer_bank, payer_account, amount_fen, remitted_on, note, voucher_file_id))

struct TransferQuery : wire::PageQuery, TransferFilter {};
BOOST_DESCRIBE_STRUCT(TransferQuery, (wire::PageQuery, TransferFilter), ())

struct TransferRefusalRequest {
  wire::Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(TransferRefusalRequest, (), (reason))

struct TransferUnmaskRequest {
  wire::Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(TransferUnmaskRequest, (), (reason))

namespace {

TransferRow row_of(const TransferRow& row) {
  return row;
}

}  // namespace

void add_transfer_routes(wire::Router& router, TransferService& transfers) {
  router.post("/my/voucher_pictures", "my_voucher_picture_create")
      .for_oneself()
      .in_lane(http::Lane::upload)
      .with_body_limit(largest_voucher + 1024)
      .takes("image/*")
      .summary("Takes the picture of a remittance voucher (JPEG or PNG, at most 5 MB)")
      .handle([&](const Caller& caller, wire::RawBody body) {
        return VoucherView{transfers.upload_picture(caller, body.bytes)};
      });

  router.post("/my/voucher_documents", "my_voucher_document_create")
      .for_oneself()
      .in_lane(http::Lane::upload)
      .with_body_limit(largest_voucher + 1024)
      .takes("application/pdf")
      .summary("Takes a remittance voucher as a PDF (at most 5 MB)")
      .handle([&](const Caller& caller, wire::RawBody body) {
        return VoucherView{transfers.upload_document(caller, body.bytes)};
      });

  router.post("/my/orders/{id}/transfers", "my_transfer_submit")
      .for_oneself()
      .idempotent()
      .summary("Announces a transfer with its voucher; finance confirms it")
      .handle([&](const Caller& caller, OrderId id, const TransferRequest& r) {
        transfers.submit(caller, id,
                         {r.payer_name, r.payer_bank, r.payer_account, r.amount_fen, r.remitted_on, r.note,
                          r.voucher_file_id});
        return wire::list_view(transfers.list_of_own_order(caller, id), row_of);
      });

  router.get("/my/orders/{id}/transfers", "my_transfer_list")
      .for_oneself()
      .summary("The transfers that were announced for an order, and what finance said")
      .handle([&](const Caller& caller, OrderId id) {
        return wire::list_view(transfers.list_of_own_order(caller, id), row_of);
      });

  router.get("/transfers", "transfer_list")
      .allow(Permission::see_money)
      .summary("Transfers that finance confirms")
      .handle([&](const Caller& caller, const TransferQuery& q) {
        return wire::page_view(transfers.list(caller, q, wire::page_request(q)), row_of);
      });

  router.get("/transfers/{id}/statement_lines", "transfer_statement_line_list")
      .allow(Permission::see_money)
      .summary("Lines of the bank's statements that paid a transfer or could be it, the likeliest first")
      .handle([&](const Caller&, TransferId id) { return wire::list_view(transfers.list_evidence(id)); });

  router.post("/transfers/{id}/unmaskings", "transfer_unmask")
      .allow(Permission::confirm_transfers)
      .also_in_past_editions()
      .summary("Shows the account that a transfer came from, with a reason, and records it")
      .handle([&](const Caller& caller, TransferId id, const TransferUnmaskRequest& r) {
        return transfers.unmask(caller, id, r.reason);
      });

  router.get("/transfers/{id}/voucher", "transfer_voucher_get")
      .allow(Permission::see_money)
      .in_lane(http::Lane::heavy)
      .answers_file("application/octet-stream")
      .summary("A transfer's voucher: a re-encoded image, or the PDF as it came, to be saved")
      .handle([&](const Caller&, TransferId id) {
        auto file = transfers.get_voucher(id);
        return wire::file_response(transfers.get_bytes(file), file.content_type, file.name);
      });

  router.post("/transfers/{id}/confirmations", "transfer_confirm")
      .allow(Permission::confirm_transfers)
      .also_in_past_editions()
      .idempotent()
      .answers<void>()
      .summary("The money is on the account: the order is paid")
      .handle([&](const Caller& caller, TransferId id, const wire::NoInput&) {
        transfers.confirm(caller, id);
        return http::Response(204);
      });

  router.post("/transfers/{id}/refusals", "transfer_refuse")
      .allow(Permission::confirm_transfers)
      .also_in_past_editions()
      .idempotent()
      .answers<void>()
      .summary("Sends a transfer back to its payer with the reason")
      .handle([&](const Caller& caller, TransferId id, const TransferRefusalRequest& r) {
        transfers.refuse(caller, id, r.reason);
        return http::Response(204);
      });
}

}  // namespace expogate::payment
