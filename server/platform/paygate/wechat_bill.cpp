#include "base/text.h"
#include "platform/crypto/digest.h"
#include "platform/paygate/bill_table.h"
#include "platform/paygate/json_fields.h"
#include "platform/paygate/shanghai_time.h"
#include "platform/paygate/wechat_gateway.h"

namespace expogate::paygate {
namespace {

/// A day of the fair has some ten thousand lines of about 300 bytes.
constexpr std::size_t most_bill_bytes = 64 * 1024 * 1024;
constexpr Duration download_time = seconds(120);

std::optional<BillRow> row_of(const Fields& line) {
  auto& state = field(line, "交易状态");
  bool is_refund = state == "REFUND";
  auto amount_fen = booked_fen(field(line, is_refund ? "申请退款金额" : "订单金额"));
  auto fee_fen = booked_fen(field(line, "手续费"));
  auto at = parse_spaced_time(field(line, "交易时间"));
  if ((state != "SUCCESS" && !is_refund) || !amount_fen || !fee_fen || !at) return std::nullopt;
  return BillRow{.kind = is_refund ? BillKind::refund : BillKind::payment,
                 .charge_number = field(line, "商户订单号"),
                 .gateway_number = field(line, is_refund ? "微信退款单号" : "微信订单号"),
                 .refund_number = is_refund ? field(line, "商户退款单号") : std::string(),
                 .amount_fen = *amount_fen,
                 .fee_fen = *fee_fen,
                 .at = *at};
}

/// Its path and query: it is asked for at the server that we were told to use.
std::string target_of(const std::string& url) {
  auto host = url.find("://");
  auto path = host == url.npos ? url.npos : url.find('/', host + 3);
  return path == url.npos ? std::string() : url.substr(path);
}

Failure unreadable(const std::string& what) {
  return {"WeChat Pay's bill cannot be read: " + what};
}

Outcome<std::vector<BillRow>> rows_of(const std::string& bill) {
  auto lines = bill_lines(bill, "交易时间,", "商品名称", "总交易单数");
  if (!lines) return unreadable("it is no table");
  std::vector<BillRow> rows;
  for (auto& line : *lines) {
    auto row = row_of(line);
    if (!row) return unreadable("a line of " + field(line, "商户订单号"));
    rows.push_back(*std::move(row));
  }
  return rows;
}

}  // namespace

Outcome<std::vector<BillRow>> WechatGateway::bill(const CivilDate& on) {
  auto answer = call("GET", "/v3/bill/tradebill?bill_date=" + on.text + "&bill_type=ALL");
  if (!answer) return answer.failure();
  auto fields = JsonFields::parse(answer.value().body);
  if (fields && fields->text("code") == "NO_STATEMENT_EXIST") return std::vector<BillRow>{};
  if (answer.value().status != 200) return failure_of(answer.value());
  auto target = fields ? target_of(fields->text("download_url")) : std::string();
  if (target.empty() || fields->text("hash_type") != "SHA1") return unreadable("there is no address");

  auto server = settings_.server;
  server.answer_limit = most_bill_bytes;
  server.total_timeout = download_time;
  auto file = HttpClient(server).get(target, signed_headers("GET", target, {}));
  if (!file) return file.failure();
  if (file.value().status != 200) return failure_of(file.value());
  // The file is not signed; its checksum was.
  if (sha1_hex(file.value().body) != ascii_lower(fields->text("hash_value")))
    return unreadable("its checksum is another");
  return rows_of(file.value().body);
}

}  // namespace expogate::paygate
