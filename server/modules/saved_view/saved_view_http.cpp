#include "saved_view/saved_view_http.h"

#include "platform/wire/page_query.h"

namespace expogate::saved_view {

struct SavedViewQuery {
  wire::Text<1, 40> list;
};
BOOST_DESCRIBE_STRUCT(SavedViewQuery, (), (list))

struct NewSavedViewRequest {
  wire::Text<1, 40> list;
  wire::Text<1, 60> name;
  wire::Text<0, 2000> query;
};
BOOST_DESCRIBE_STRUCT(NewSavedViewRequest, (), (list, name, query))

struct SavedViewRequest {
  wire::Text<1, 60> name;
  wire::Text<0, 2000> query;
  int position = 0;
};
BOOST_DESCRIBE_STRUCT(SavedViewRequest, (), (name, query, position))

void add_routes(wire::Router& router, SavedViewService& views) {
  router.get("/my/saved_views", "my_saved_view_list")
      .for_oneself()
      .summary("My views of a list, in my order")
      .handle([&](const Caller& caller, const SavedViewQuery& q) {
        return wire::list_view(views.list_views(caller, q.list));
      });

  router.post("/my/saved_views", "my_saved_view_create")
      .for_oneself()
      .idempotent()
      .outside_editions()
      .summary("Saves the filters of a list under a name")
      .handle([&](const Caller& caller, const NewSavedViewRequest& r) {
        return views.add_view(caller, r.list, r.name, r.query);
      });

  router.put("/my/saved_views/{id}", "my_saved_view_change")
      .for_oneself()
      .outside_editions()
      .summary("Changes a view's name, filters or place")
      .handle([&](const Caller& caller, SavedViewId id, const SavedViewRequest& r, wire::IfMatch match) {
        return views.change_view(caller, id, r.name, r.query, r.position, match.version);
      });

  router.remove("/my/saved_views/{id}", "my_saved_view_remove")
      .for_oneself()
      .outside_editions()
      .summary("Removes one of my views")
      .handle([&](const Caller& caller, SavedViewId id) { views.remove_view(caller, id); });
}

}  // namespace expogate::saved_view
