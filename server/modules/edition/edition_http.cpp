#include "edition/edition_http.h"

#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::edition {

struct WindowView {
  WindowKind kind = WindowKind::registration;
  std::optional<Instant> opens_at, closes_at;
  WindowState state = WindowState::unset;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(WindowView, (), (kind, opens_at, closes_at, state, version))

struct EditionView : Edition {
  std::vector<WindowView> windows;
};
BOOST_DESCRIBE_STRUCT(EditionView, (Edition), (windows))

struct EditionPatch {
  std::optional<wire::Text<1, 100>> name_zh, name_en;
  std::optional<wire::Text<0, 200>> venue_zh, venue_en;
  std::optional<CivilDate> show_from_on, show_to_on, entry_from_on, entry_to_on;
  std::optional<InvitationCodeUse> invitation_code_use;
  std::optional<int> reuse_from_number, review_days_mainland, review_days_elsewhere, order_hours;
};
BOOST_DESCRIBE_STRUCT(EditionPatch, (),
                      (name_zh, name_en, venue_zh, venue_en, show_from_on, show_to_on, entry_from_on,
                       entry_to_on, invitation_code_use, reuse_from_number, review_days_mainland,
                       review_days_elsewhere, order_hours))

struct NewEditionRequest {
  int number = 0;
  wire::Text<1, 100> name_zh, name_en;
  CivilDate show_from_on, show_to_on, entry_from_on, entry_to_on;
};
BOOST_DESCRIBE_STRUCT(NewEditionRequest, (),
                      (number, name_zh, name_en, show_from_on, show_to_on, entry_from_on, entry_to_on))

/// One of the edition's names, typed to confirm.
struct EditionOpening {
  wire::Text<1, 100> name;
};
BOOST_DESCRIBE_STRUCT(EditionOpening, (), (name))

struct WindowRequest {
  std::optional<Instant> opens_at, closes_at;
};
BOOST_DESCRIBE_STRUCT(WindowRequest, (), (opens_at, closes_at))

namespace {

WindowView window_view(const EditionService& editions, const Window& w) {
  return {w.kind, w.opens_at, w.closes_at, editions.state_of(w), w.version};
}

EditionView edition_view(EditionService& editions, const Edition& e) {
  EditionView view;
  static_cast<Edition&>(view) = e;
  for (auto& window : editions.list_windows(e.id)) view.windows.push_back(window_view(editions, window));
  return view;
}

EditionChanges changes_of(const EditionPatch& p) {
  return {wire::plain(p.name_zh), wire::plain(p.name_en), wire::plain(p.venue_zh), wire::plain(p.venue_en),
          p.show_from_on,         p.show_to_on,           p.entry_from_on,         p.entry_to_on,
          p.invitation_code_use,  p.reuse_from_number,    p.review_days_mainland,  p.review_days_elsewhere,
          p.order_hours};
}

WindowKind window_kind(const std::string& name) {
  auto kind = enum_value<WindowKind>(name);
  if (!kind) throw NotFound();
  return *kind;
}

}  // namespace

void add_edition_routes(wire::Router& router, EditionService& editions) {
  router.get("/editions", "edition_list")
      .for_everyone("visitors choose an edition before they sign in")
      .summary("All editions, newest first")
      .handle([&](const Caller&) { return wire::list_view(editions.list_editions(), summary); });

  router.get("/editions/{id}", "edition_get")
      .for_everyone("days and windows are public")
      .summary("An edition with its windows")
      .handle([&](const Caller&, EditionId id) { return edition_view(editions, editions.get_edition(id)); });

  router.patch("/editions/{id}", "edition_change")
      .allow(Permission::edit_edition)
      .summary("Changes names, venue and days")
      .handle([&](const Caller& caller, EditionId id, const EditionPatch& patch, wire::IfMatch match) {
        return edition_view(editions, editions.change_edition(caller, id, changes_of(patch), match.version));
      });

  router.post("/editions", "edition_create")
      .allow(Permission::edit_edition)
      .idempotent()
      .summary("Opens the next edition as a copy of the last one")
      .handle([&](const Caller& caller, const NewEditionRequest& r) {
        NewEdition wanted{r.number,     r.name_zh,       r.name_en,    r.show_from_on,
                          r.show_to_on, r.entry_from_on, r.entry_to_on};
        return edition_view(editions, editions.open_new_edition(caller, wanted));
      });

  router.post("/editions/{id}/opening", "edition_open")
      .allow(Permission::edit_edition)
      .idempotent()
      .summary("Makes a prepared edition the current one; the former becomes past")
      .handle([&](const Caller& caller, EditionId id, const EditionOpening& r) {
        return edition_view(editions, editions.make_current(caller, id, r.name));
      });

  router.post("/editions/{id}/opening_reversals", "edition_take_back")
      .allow(Permission::edit_edition)
      .idempotent()
      .summary("Takes the current edition back into preparation, until the first organization registers")
      .handle([&](const Caller& caller, EditionId id, const wire::NoInput&) {
        return edition_view(editions, editions.take_back(caller, id));
      });

  router.get("/editions/{id}/windows", "window_list")
      .for_everyone("when something can be done is public")
      .summary("Opening times of an edition’s features (EDN-03)")
      .handle([&](const Caller&, EditionId id) {
        return wire::list_view(editions.list_windows(id),
                               [&](const Window& w) { return window_view(editions, w); });
      });

  router.put("/editions/{id}/windows/{kind}", "window_change")
      .allow(Permission::edit_edition)
      .summary("Changes the opening times of a feature")
      .handle([&](const Caller& caller, EditionId id, std::string kind, const WindowRequest& r,
                  wire::IfMatch match) {
        return window_view(editions, editions.change_window(caller, id, window_kind(kind), r.opens_at,
                                                            r.closes_at, match.version));
      });
}

}  // namespace expogate::edition
