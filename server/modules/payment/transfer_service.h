#pragma once
#include "file/file_service.h"
#include "payment/payer_account.h"
#include "payment/payment_service.h"
#include "platform/recognition/document_checker.h"

namespace expogate::payment {

inline const ErrorCode voucher_active{
    "transfer.voucher_active",
    "此 PDF 含有脚本、链接、附件或表单动作，为安全起见不予接收；请将凭证打印为新的 PDF，或上传其截图",
    "This PDF contains scripts, links, attachments or form actions and cannot be accepted for security "
    "reasons; please print the voucher to a new PDF or upload a screenshot"};
inline const ErrorCode voucher_encrypted{
    "transfer.voucher_encrypted", "此 PDF 已加密或限制了权限；请打印为新的 PDF，或上传其截图",
    "This PDF is encrypted or restricted; please print it to a new PDF or upload a screenshot"};
inline const ErrorCode voucher_unreadable{
    "transfer.voucher_unreadable", "此 PDF 已损坏或无法读取；请打印为新的 PDF，或上传其截图",
    "This PDF is damaged or cannot be read; please print it to a new PDF or upload a screenshot"};
inline const ErrorCode voucher_not_checked{
    "transfer.voucher_not_checked", "暂时无法检查 PDF，请稍后再试，或上传凭证截图",
    "PDF files cannot be checked at present; please try again later or upload a screenshot of the voucher"};

/// ORD-04: announced by the payer with a voucher, confirmed or refused by finance.
class TransferService {
 public:
  TransferService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                  file::FileService& files, DocumentChecker& documents, messaging::MessageService& messages,
                  order::OrderService& orders, PaymentService& payments)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        files_(files),
        documents_(documents),
        messages_(messages),
        orders_(orders),
        payments_(payments) {}

  FileId upload_picture(const Caller& caller, std::string_view picture);
  /// Refuses a PDF that does anything but show itself, or whose content nobody can look at.
  FileId upload_document(const Caller& caller, std::string_view document);
  BankTransfer submit(const Caller& caller, const OrderId& order, TransferForm form);
  std::vector<TransferRow> list_of_own_order(const Caller& caller, const OrderId& order);

  Page<TransferRow> list(const Caller& caller, const TransferFilter& filter, const PageRequest& page);
  /// Lines of the bank's statements that paid it or could be it, the likeliest first.
  std::vector<TransferEvidence> list_evidence(const TransferId& id);
  /// The payer's account in full, with the reason, in the audit log (ACC-07).
  PayerAccount unmask(const Caller& caller, const TransferId& id, const std::string& reason);
  file::File get_voucher(const TransferId& id);
  std::string get_bytes(const file::File& file) { return files_.get_bytes(file); }
  void confirm(const Caller& caller, const TransferId& id);
  void refuse(const Caller& caller, const TransferId& id, const std::string& reason);

  // For statements, inside their transaction.

  /// Money on the bank's statement for this attempt; a transfer that was announced for it is confirmed.
  void receive(db::Tx& tx, const Caller& caller, const Payment& payment, std::int64_t amount_fen,
               const std::string& bank_serial, Instant at);

 private:
  void tell_refused(db::Tx& tx, const BankTransfer& transfer, const std::string& reason);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  file::FileService& files_;
  DocumentChecker& documents_;
  messaging::MessageService& messages_;
  order::OrderService& orders_;
  PaymentService& payments_;
};

}  // namespace expogate::payment
