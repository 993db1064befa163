#include <fstream>
#include <sstream>

#include "app/seed/demo_edition.h"
#include "attendee/attendee_store.h"
#include "base/money.h"

namespace expogate::seed {
namespace {

using namespace payment;
using organization::Organization;

/// A day of the demonstration, whatever day it is: services that believe it, and the sandbox for all money.
Config on_day(Config config, const char* moment) {
  config.time_machine = parse_rfc3339(moment);
  config.payment = {};
  return config;
}

class Day {
  using Order = order::Order;

 public:
  Day(const Config& config, const char* moment) : services_(on_day(config, moment)) {}

  Order order(const Organization& buyer) {
    return services_.orders.create(contact_of(buyer), people_of(buyer), true);
  }

  void pay(const Organization& buyer, const Order& order, Channel channel) {
    services_.sandbox.pay(services_.payments.begin(contact_of(buyer), order.id, channel).number);
  }

  void cancel(const Organization& buyer, const Order& order) {
    services_.orders.cancel(contact_of(buyer), order.id);
  }

  /// The reference that the payer writes on the transfer.
  std::string begin_transfer(const Organization& buyer, const Order& order) {
    return services_.payments.begin(contact_of(buyer), order.id, Channel::transfer).number;
  }

  void announce_transfer(const Organization& buyer, const Order& order, const std::string& receipt) {
    auto contact = contact_of(buyer);
    auto voucher = services_.transfers.upload_picture(contact, receipt);
    services_.transfers.submit(contact, order.id,
                               {buyer.name_zh, "示范银行营业部", "6222020000000012", order.total_fen,
                                fair_date(services_.clock->now()), "", voucher});
  }

  void import_statement(const std::string& csv) { services_.statements.import(staff("bureau-finance"), csv); }

  /// The review turns the order's first person down, and the contact asks for the fee.
  Refund ask_back(const Organization& buyer, const Order& order) {
    auto person = services_.database->read(
        [&](db::Tx& tx) { return order::OrderService::list_items(tx, order.id).front().attendee_id; });
    auto version = services_.database->read(
        [&](db::Tx& tx) { return attendee::store::get(tx, Scope::everything(), person).version; });
    services_.attendee_reviews.review(staff("bureau-review"), person, attendee::ReviewVerdict::reject,
                                      "经核实，证件照片与本人不符。", version);
    return services_.refunds.request(contact_of(buyer), services_.orders, order.id, {person},
                                     "人员审核未通过，申请退款。");
  }

  void agree(const Refund& refund) {
    services_.refunds.decide(staff("bureau-finance"), refund.id, true, "同意退款");
    services_.refunds.enqueue_due();
  }

  /// What the day's work left to the background: bills of the days before, messages, money that goes back.
  void end(const char* bills_from, const char* bills_to) {
    services_.orders.expire();
    services_.reconciliation.fetch_later(staff("bureau-finance"),
                                         {CivilDate{bills_from}, CivilDate{bills_to}});
    services_.runner.run_due();
  }

 private:
  Caller caller_of(const AccountId& account) {
    return *services_.sessions.find_caller(account, EditionId{"8"}, Locale::zh_cn);
  }
  Caller contact_of(const Organization& organization) { return caller_of(organization.account_id); }
  Caller staff(const char* name) {
    return caller_of(services_.database
                         ->read([&](db::Tx& tx) {
                           return services_.accounts.find_by_login(tx, account::Door::bureau, name);
                         })
                         ->id);
  }

  std::vector<order::AttendeeId> people_of(const Organization& buyer) {
    attendee::AttendeeFilter waiting;
    waiting.state = {attendee::AttendeeState::awaiting_payment};
    std::vector<order::AttendeeId> people;
    for (auto& row : services_.attendees.list_own(contact_of(buyer), waiting, {1, 50, ""}).items)
      people.push_back(row.id);
    return people;
  }

  Services services_;
};

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace

void seed_orders(const Config& config, const std::string& folder, const std::vector<Organization>& buyers) {
  enum Buyer { refunded, settled, asking, late, corporate, remitting, remitted, hesitant, gone, all_buyers };
  expect(buyers.size() == all_buyers, "every order of the demonstration has its buyer");
  order::Order asked_back;
  {
    Day day(config, "2025-10-06T10:20:00+08:00");
    auto order = day.order(buyers[refunded]);
    day.pay(buyers[refunded], order, Channel::wechat);
    day.agree(day.ask_back(buyers[refunded], order));
    day.pay(buyers[settled], day.order(buyers[settled]), Channel::alipay);
    asked_back = day.order(buyers[asking]);
    day.pay(buyers[asking], asked_back, Channel::unionpay);
    day.order(buyers[late]);
    day.end("2025-10-05", "2025-10-05");
  }
  std::string reference, amount, announced_amount;
  {
    Day day(config, "2025-10-08T15:40:00+08:00");
    day.pay(buyers[corporate], day.order(buyers[corporate]), Channel::b2b);
    auto announced = day.order(buyers[remitting]);
    day.begin_transfer(buyers[remitting], announced);
    announced_amount = yuan_text(announced.total_fen);
    day.announce_transfer(buyers[remitting], announced, read_file(folder + "/vouchers/receipt.jpg"));
    auto order = day.order(buyers[remitted]);
    reference = day.begin_transfer(buyers[remitted], order);
    amount = yuan_text(order.total_fen);
    day.end("2025-10-06", "2025-10-07");
  }
  Day day(config, "2025-10-09T16:30:00+08:00");
  day.order(buyers[hesitant]);
  day.cancel(buyers[gone], day.order(buyers[gone]));
  day.ask_back(buyers[asking], asked_back);
  day.import_statement(
      "银行流水号,记账日期,付款人,附言,金额\n"
      "DEMO2025100901,2025-10-09," +
      buyers[remitted].name_zh + ",证件注册费 " + reference + "," + amount + "\nDEMO2025100902,2025-10-09," +
      buyers[remitting].name_zh + ",证件费," + announced_amount +
      "\n"
      "DEMO2025100903,2025-10-09,示范物业管理有限公司,场地押金退回,1280.00\n");
  day.end("2025-10-08", "2025-10-08");
}

}  // namespace expogate::seed
