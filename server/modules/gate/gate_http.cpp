#include "gate/gate_http.h"

#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::gate {

struct GateRequest {
  wire::Text<1, 40> name_zh, name_en;
};
BOOST_DESCRIBE_STRUCT(GateRequest, (), (name_zh, name_en))

struct GateChangeRequest : GateRequest {
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(GateChangeRequest, (GateRequest), (active))

struct GateView {
  GateId id;
  std::string name_zh, name_en;
  bool active = true;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(GateView, (), (id, name_zh, name_en, active, version))

namespace {

GateView view(const Gate& gate) {
  return {gate.id, gate.name_zh, gate.name_en, gate.active, gate.version};
}

}  // namespace

void add_gate_routes(wire::Router& router, GateService& gates) {
  router.get("/gates", "gate_list")
      .allow(Permission::see_entries)
      .summary("The gates of the edition")
      .handle([&](const Caller& caller) { return wire::list_view(gates.list(caller), view); });

  router.post("/gates", "gate_create")
      .allow(Permission::run_gates)
      .idempotent()
      .summary("Adds a gate")
      .handle([&](const Caller& caller, const GateRequest& r) {
        return view(gates.add(caller, r.name_zh, r.name_en));
      });

  router.put("/gates/{id}", "gate_change")
      .allow(Permission::run_gates)
      .summary("Renames a gate, or closes and opens it")
      .handle([&](const Caller& caller, GateId id, const GateChangeRequest& r, wire::IfMatch match) {
        return view(gates.change(caller, {id, {}, r.name_zh, r.name_en, r.active, 1}, match.version));
      });
}

}  // namespace expogate::gate
