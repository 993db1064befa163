#include "order/order_service.h"

#include "audit/audit.h"
#include "base/the_system.h"
#include "edition/entry_option_service.h"
#include "platform/db/error.h"

namespace expogate::order {
namespace {

constexpr int expired_at_once = 100;

Caller with_scope_of(const Caller& caller, const organization::Organization& own) {
  auto as_owner = caller;
  as_owner.scope = {
      .level = Scope::Level::organization, .organization = own.id, .group = {}, .is_subgroup = false};
  return as_owner;
}

Refusal not_unpaid(const Caller& caller, const Order& order) {
  return Refusal(order_not_unpaid,
                 {{"state", std::string(enum_words(order.state, caller.locale))}, {"order", order.number}});
}

std::vector<OrderItem> items_of(db::Tx& tx, const OrderId& order,
                                const std::vector<attendee::Attendee>& people) {
  std::vector<OrderItem> items;
  if (people.empty()) return items;
  auto options = edition::EntryOptionService::list(tx, people.front().edition_id);
  for (auto& a : people) {
    OrderItem item{order,
                   a.id,
                   int(items.size()) + 1,
                   a.number,
                   a.name_zh,
                   a.name_en,
                   a.document_masked,
                   a.badge_type,
                   a.collection.value_or(attendee::Collection::onsite),
                   "",
                   "",
                   a.fee_fen};
    for (auto& priced : options)
      if (priced.option.id == a.entry_option_id) {
        item.entry_option_zh = priced.option.name_zh;
        item.entry_option_en = priced.option.name_en;
      }
    items.push_back(std::move(item));
  }
  return items;
}

std::int64_t total_of(const std::vector<OrderItem>& items) {
  std::int64_t total = 0;
  for (auto& item : items) total += item.fee_fen;
  return total;
}

}  // namespace

std::optional<std::string> OrderService::find_number(db::Tx& tx, const AttendeeId& attendee) {
  return store::find_unpaid_of(tx, attendee);
}

organization::Organization OrderService::require_buyer(db::Tx& tx, const Caller& caller) {
  editions_.require_open(tx, caller.edition, edition::WindowKind::payment);
  auto own = attendees_->require_own(tx, caller);
  if (own.state != organization::OrganizationState::approved)
    throw Refusal(attendee::organization_not_approved);
  return own;
}

OrderPreview OrderService::preview(const Caller& caller, const std::vector<AttendeeId>& people) {
  if (people.size() > most_persons)
    throw ValidationError("attendees", order_too_long, {{"max", most_persons}});
  return database_.read([&](db::Tx& tx) {
    auto own = require_buyer(tx, caller);
    OrderPreview preview;
    std::vector<attendee::Attendee> orderable;
    for (auto& outcome : attendees_->check_for_order(tx, caller, own, people, orderable))
      if (!outcome.is_done) preview.left_out.push_back(outcome);
    preview.items = items_of(tx, {}, orderable);
    preview.total_fen = total_of(preview.items);
    return preview;
  });
}

Order OrderService::create(const Caller& caller, const std::vector<AttendeeId>& people,
                           bool are_notices_accepted) {
  if (people.empty()) throw ValidationError("attendees", order_empty);
  if (people.size() > most_persons)
    throw ValidationError("attendees", order_too_long, {{"max", most_persons}});
  if (!are_notices_accepted) throw ValidationError("are_notices_accepted", order_notices_unread);
  try {
    return database_.write([&](db::Tx& tx) {
      auto own = require_buyer(tx, caller);
      auto now = clock_.now();
      Order order;
      order.id = new_id<OrderId>(now);
      order.edition_id = own.edition_id;
      order.number = new_order_number(now);
      order.organization_id = own.id;
      order.created_by = caller.account;
      order.created_at = now;
      order.expires_at = now + hours(editions_.get_edition(own.edition_id).order_hours);
      auto items = items_of(tx, order.id, attendees_->take_into_order(tx, caller, own, people));
      order.persons = int(items.size());
      order.total_fen = total_of(items);
      order.serial = store::next_serial(tx);
      store::add(tx, order, items);
      audit::record(tx, caller, now,
                    {"order_created", "order", order.id.text, "生成订单 " + order.number, "null",
                     audit::snapshot(order)});
      return order;
    });
  } catch (const db::Error& error) {
    if (error.fault() != db::Fault::unique) throw;
    // Another order of the same millisecond drew the same digits.
    if (error.constraint().find("number") != std::string::npos)
      return create(caller, people, are_notices_accepted);
    // Another tab ordered for the same person in the same moment.
    throw Refusal(order_attendee_taken);
  }
}

bool OrderService::close(db::Tx& tx, const Caller& caller, const Order& order, OrderState to,
                         const char* summary) {
  auto now = clock_.now();
  if (!store::close(tx, order.id, to, now)) return false;
  store::free_people(tx, order.id);
  audit::record(tx, caller, now,
                {"order_" + std::string(enum_name(to)), "order", order.id.text, summary + order.number});
  facts_.publish(tx, OrderClosed{order.id});
  return true;
}

Order OrderService::cancel(const Caller& caller, const OrderId& id) {
  return database_.write([&](db::Tx& tx) {
    auto order = require_own(tx, caller, id);
    if (!close(tx, caller, order, OrderState::cancelled, "取消订单 ")) throw not_unpaid(caller, get(tx, id));
    return get(tx, id);
  });
}

void OrderService::expire() {
  auto overdue =
      database_.read([&](db::Tx& tx) { return store::list_overdue(tx, clock_.now(), expired_at_once); });
  for (auto& id : overdue)
    database_.write([&](db::Tx& tx) {
      auto order = get(tx, id);
      // A transfer may have been announced since.
      if (order.expires_at <= clock_.now()) close(tx, the_system(), order, OrderState::expired, "订单过期 ");
    });
}

Page<OrderRow> OrderService::list(const Caller& caller, const OrderFilter& filter, const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list(tx, caller, filter, page); });
}

Page<OrderRow> OrderService::list_own(const Caller& caller, const OrderFilter& filter,
                                      const PageRequest& page) {
  return database_.read([&](db::Tx& tx) {
    auto own = organization::OrganizationService::get_own(tx, caller);
    return store::list(tx, with_scope_of(caller, own), filter, page);
  });
}

OrderDetail OrderService::get(const Caller& caller, const OrderId& id) {
  return database_.read([&](db::Tx& tx) {
    OrderDetail detail;
    static_cast<Order&>(detail.order) = store::get(tx, caller.scope, id);
    auto organization = organization::OrganizationService::get(tx, detail.order.organization_id);
    detail.order.organization_number = organization.number;
    detail.order.organization_name_zh = organization.name_zh;
    detail.order.organization_name_en = organization.name_en;
    detail.items = store::list_items(tx, id);
    return detail;
  });
}

OrderDetail OrderService::get_own(const Caller& caller, const OrderId& id) {
  auto own =
      database_.read([&](db::Tx& tx) { return organization::OrganizationService::get_own(tx, caller); });
  return get(with_scope_of(caller, own), id);
}

Order OrderService::require_own(db::Tx& tx, const Caller& caller, const OrderId& id) {
  auto own = organization::OrganizationService::get_own(tx, caller);
  return store::get(tx, with_scope_of(caller, own).scope, id);
}

Order OrderService::get(db::Tx& tx, const OrderId& id) {
  return store::get(tx, Scope::everything(), id);
}

std::optional<Order> OrderService::find_by_number(db::Tx& tx, std::string_view number) {
  return store::find_by_number(tx, number);
}

std::vector<OrderItem> OrderService::list_items(db::Tx& tx, const OrderId& id) {
  return store::list_items(tx, id);
}

bool OrderService::settle(db::Tx& tx, const OrderId& id, Channel channel, Instant paid_at) {
  if (!store::settle(tx, id, channel, paid_at)) return false;
  auto system = the_system();
  auto order = get(tx, id);
  system.edition = order.edition_id;
  std::vector<AttendeeId> people;
  for (auto& item : store::list_items(tx, id)) people.push_back(item.attendee_id);
  attendees_->submit_paid(tx, system, people);
  audit::record(tx, system, clock_.now(),
                {"order_paid", "order", id.text,
                 "订单已支付 " + order.number + ": " + std::string(enum_words(channel, Locale::zh_cn))});
  facts_.publish(tx, OrderPaid{id});
  return true;
}

std::vector<OrderItem> OrderService::rejected_people(db::Tx& tx, const OrderId& id) {
  auto items = store::list_items(tx, id);
  std::vector<AttendeeId> people;
  for (auto& item : items) people.push_back(item.attendee_id);
  auto rejected = attendee::AttendeeService::list_rejected(tx, people);
  std::erase_if(items, [&](auto& item) { return !rejected.contains(item.attendee_id); });
  return items;
}

void OrderService::postpone(db::Tx& tx, const OrderId& id, Instant until) {
  store::postpone(tx, id, until);
}

void OrderService::add_refund(db::Tx& tx, const OrderId& id, std::int64_t amount_fen) {
  expect(store::add_refund(tx, id, amount_fen), "no more goes back than was paid");
}

}  // namespace expogate::order
