#include "group_payment/group_payment_http.h"

#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::group_payment {

struct GroupPaymentPermission {
  bool is_permitted = false;
};
BOOST_DESCRIBE_STRUCT(GroupPaymentPermission, (), (is_permitted))

struct GroupPaymentTurn {
  bool on = false;
  wire::Text<6, 6> code;
};
BOOST_DESCRIBE_STRUCT(GroupPaymentTurn, (), (on, code))

/// Nothing: without a limit.
struct DefaultLimit {
  std::optional<std::int64_t> persons;
};
BOOST_DESCRIBE_STRUCT(DefaultLimit, (), (persons))

void add_group_payment_routes(wire::Router& router, GroupPaymentService& payments) {
  router.get("/my/group_payment", "my_group_payment_get")
      .allow(Permission::see_group_work)
      .summary("Group payment status of my group (统付状态)")
      .handle([&](const Caller& caller) { return payments.get_own(caller); });

  router.post("/my/group_payment/turns", "my_group_payment_turn")
      .allow(Permission::pay_for_attendees)
      .idempotent()
      .summary("Switches group payment on or off, with a code sent by SMS (开启/关闭统付)")
      .handle([&](const Caller& caller, const GroupPaymentTurn& r) {
        return payments.turn(caller, r.on, r.code);
      });

  router.post("/my/group_payment/default_limits", "my_group_payment_default_limit_set")
      .allow(Permission::pay_for_attendees)
      .idempotent()
      .summary("Sets the default limit per organization, once (默认统付额度)")
      .handle([&](const Caller& caller, const DefaultLimit& r) {
        return payments.set_default_limit(caller, r.persons);
      });

  router.get("/group_payments", "group_payment_list")
      .allow(Permission::see_sponsored)
      .summary(
          "Groups with their group payment permission, status and amount due (GPY-01, GPY-05); a group sees "
          "its own part")
      .handle([&](const Caller& caller, const GroupPaymentFilter& filter) {
        return wire::list_view(payments.list_statement(caller, filter));
      });

  router.put("/group_payments/{id}/permission", "group_payment_permit")
      .allow(Permission::permit_group_payment)
      .summary("Enables group payment for a group or subgroup, or takes it back (GPY-01)")
      .handle(
          [&](const Caller& caller, TradingGroupId id, const GroupPaymentPermission& r, wire::IfMatch match) {
            return payments.permit(caller, id, r.is_permitted, match.version);
          });
}

}  // namespace expogate::group_payment
