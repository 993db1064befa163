#include "payment/holdings.h"

namespace expogate::payment {
namespace {

using namespace erasure;

constexpr Spine orders{"transfers_of_orders", "orders", "id", "edition_id = $1"};
constexpr Spine notices{"payment_notices", "payment_notices", "id",
                        "received_at + 0 < $1 and raw_sealed <> ''", true};
constexpr Spine lines{"statement_lines", "statement_lines", "id",
                      "imported_at + 0 < $1 and (payer_name <> '' or memo <> '')", true};

}  // namespace

Holdings holdings() {
  Holding transfers{Kind::payment, &orders, "bank_transfers", "order_id"};
  transfers.columns = {{"payer_name", "''"},
                       {"payer_bank", "''"},
                       {"payer_account_sealed", "''"},
                       {"payer_account_masked", "''"},
                       {"note", "''"},
                       {"voucher_file_id", "null"},
                       {"reason", "''"}};
  transfers.file = "voucher_file_id";

  Holding opinions{Kind::person, &orders, "refunds", "order_id"};
  opinions.columns = {{"opinion", "''"}, {"reason", "''"}};

  Holding raw{Kind::payment, &notices, "payment_notices", "id"};
  raw.columns = {{"raw_sealed", "''"}};
  Holding payers{Kind::payment, &lines, "statement_lines", "id"};
  payers.columns = {{"payer_name", "''"}, {"memo", "''"}};

  return {{opinions, transfers, raw, payers},
          {{"bank_transfers", "id order_id payment_id remitted_on state decided_by"},
           {"refunds",
            "id number order_id payment_id kind state gateway_number last_error requested_by decided_by"},
           {"refund_items", "*"},
           {"payments", "*"},
           {"payment_notices", "id channel outcome number"},
           {"statement_lines", "id bank_serial booked_on payment_id serial_and_day"},
           {"statement_layouts", "*"},
           {"bills", "*"},
           {"bill_rows", "*"},
           {"sandbox_charges", "*"},
           {"sandbox_refunds", "*"}}};
}

}  // namespace expogate::payment
