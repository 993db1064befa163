#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "platform/paygate/alipay_gateway.h"
#include "platform/paygate/bill_table.h"
#include "platform/paygate/shanghai_time.h"
#include "platform/paygate/zip_texts.h"
#include "platform/text/gbk.h"

namespace expogate::paygate {
namespace {

constexpr std::size_t most_zip_bytes = 16 * 1024 * 1024, most_bill_bytes = 128 * 1024 * 1024;
constexpr Duration download_time = seconds(120);

/// A refund's amounts are negative; 商家实收 is what really went back.
std::optional<BillRow> row_of(const Fields& line) {
  auto& kind = field(line, "业务类型");
  bool is_refund = kind == "退款";
  auto amount_fen = booked_fen(field(line, is_refund ? "商家实收（元）" : "订单金额（元）"));
  auto fee_fen = booked_fen(field(line, "服务费（元）"));
  auto at = parse_spaced_time(field(line, "完成时间"));
  if ((kind != "交易" && !is_refund) || !amount_fen || !fee_fen || !at) return std::nullopt;
  return BillRow{.kind = is_refund ? BillKind::refund : BillKind::payment,
                 .charge_number = field(line, "商户订单号"),
                 .gateway_number = field(line, "支付宝交易号"),
                 .refund_number = is_refund ? field(line, "退款批次号/请求号") : std::string(),
                 .amount_fen = *amount_fen,
                 .fee_fen = *fee_fen,
                 .at = *at};
}

Failure unreadable(const std::string& what) {
  return {"Alipay's bill cannot be read: " + what};
}

/// Of the files in the zip, one holds the lines and one their sums.
Outcome<std::vector<BillRow>> rows_of(const std::string& zip) {
  auto files = zip_texts(zip, most_bill_bytes);
  if (!files) return unreadable("it is no zip file");
  for (auto& file : *files) {
    auto lines = bill_lines(utf8_of_gbk(file), "支付宝交易号,", "商品名称", "#");
    if (!lines) continue;
    std::vector<BillRow> rows;
    for (auto& line : *lines) {
      auto row = row_of(line);
      if (!row) return unreadable("a line of " + field(line, "商户订单号"));
      rows.push_back(*std::move(row));
    }
    return rows;
  }
  return unreadable("no file in it holds the table");
}

/// Alipay still writes http; its server speaks https as well.
std::string protected_url(const std::string& url) {
  bool is_this_machine = url.starts_with("http://127.0.0.1");
  return url.starts_with("http://") && !is_this_machine ? "https://" + url.substr(7) : url;
}

}  // namespace

Outcome<std::vector<BillRow>> AlipayGateway::bill(const CivilDate& on) {
  boost::json::object content{{"bill_type", "trade"}, {"bill_date", on.text}};
  auto answer = call("alipay.data.dataservice.bill.downloadurl.query", boost::json::serialize(content));
  if (!answer) return answer.failure();
  auto &url = answer.value().text("bill_download_url"), &why_not = answer.value().text("sub_code");
  if (why_not == "isp.bill_not_exist") return std::vector<BillRow>{};
  if (!url.starts_with("https://") && !url.starts_with("http://"))
    return unreadable(why_not + " " + answer.value().text("sub_msg"));
  auto file = HttpClient({.url = protected_url(url),
                          .ca_file = settings_.server.ca_file,
                          .total_timeout = download_time,
                          .answer_limit = most_zip_bytes})
                  .get("");
  if (!file) return file.failure();
  if (file.value().status != 200) return expogate::failure_of(file.value());
  return rows_of(file.value().body);
}

}  // namespace expogate::paygate
