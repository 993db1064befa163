#pragma once
#include "payment/reconciliation_service.h"
#include "payment/refund_case_service.h"
#include "payment/sandbox_service.h"
#include "payment/statement_service.h"
#include "payment/transfer_service.h"
#include "platform/wire/application.h"

namespace expogate::payment {

void add_payment_routes(wire::Router& router, PaymentService& payments, order::OrderService& orders);
void add_notice_routes(wire::Router& router, PaymentService& payments);
void add_transfer_routes(wire::Router& router, TransferService& transfers);
void add_refund_routes(wire::Router& router, RefundService& refunds, order::OrderService& orders);
void add_refund_case_routes(wire::Router& router, RefundCaseService& cases);
void add_statement_routes(wire::Router& router, StatementService& statements);
void add_reconciliation_routes(wire::Router& router, ReconciliationService& reconciliation);
void add_sandbox_routes(wire::Router& router, SandboxService& sandbox);

}  // namespace expogate::payment
