#include "base/permission.h"
#include "messaging/messaging_http.h"
#include "platform/wire/page_query.h"

namespace expogate::messaging {

struct NoticeRequest {
  wire::Text<1, 120> title_zh;
  wire::Text<0, 200> title_en;
  wire::Text<1, 5000> body_zh;
  wire::Text<0, 8000> body_en;
  NoticeLevel level = NoticeLevel::info;
  Audience audience = Audience::everyone;
};
BOOST_DESCRIBE_STRUCT(NoticeRequest, (), (title_zh, title_en, body_zh, body_en, level, audience))

struct NoticeQuery : wire::PageQuery {
  std::optional<bool> unread_only;
};
BOOST_DESCRIBE_STRUCT(NoticeQuery, (wire::PageQuery), (unread_only))

struct NoticeAdminQuery : wire::PageQuery {
  std::optional<NoticeState> state;
  std::optional<NoticeId> id;
};
BOOST_DESCRIBE_STRUCT(NoticeAdminQuery, (wire::PageQuery), (state, id))

namespace {

Notice wanted(const NoticeRequest& r, NoticeId id = {}) {
  Notice notice;
  notice.id = std::move(id);
  notice.title_zh = r.title_zh;
  notice.title_en = r.title_en;
  notice.body_zh = r.body_zh;
  notice.body_en = r.body_en;
  notice.level = r.level;
  notice.audience = r.audience;
  return notice;
}

}  // namespace

void add_notice_routes(wire::Router& router, NoticeService& notices) {
  router.get("/my/notices", "my_notice_list")
      .for_oneself()
      .summary("Notices for me, newest first, with whether I have read them")
      .handle([&](const Caller& caller, const NoticeQuery& query) {
        auto page =
            notices.list_readable(caller, query.unread_only.value_or(false), wire::page_request(query));
        return wire::page_view(page);
      });

  router.put("/my/notices/{id}/read", "my_notice_read")
      .for_oneself()
      .outside_editions()
      .summary("Marks a notice as read")
      .handle([&](const Caller& caller, NoticeId id, const wire::NoInput&) {
        return notices.mark_read(caller, id);
      });

  router.get("/admin/notices", "notice_list")
      .allow(Permission::edit_notices)
      .summary("All notices with the number of their readers")
      .handle([&](const Caller& caller, const NoticeAdminQuery& query) {
        return wire::page_view(
            notices.list_notices(caller, {query.state, query.id}, wire::page_request(query)));
      });

  router.post("/admin/notices", "notice_create")
      .allow(Permission::edit_notices)
      .idempotent()
      .summary("Writes a draft")
      .handle([&](const Caller& caller, const NoticeRequest& request) {
        return notices.add_notice(caller, wanted(request));
      });

  router.put("/admin/notices/{id}", "notice_change")
      .allow(Permission::edit_notices)
      .summary("Changes a notice that is not published")
      .handle([&](const Caller& caller, NoticeId id, const NoticeRequest& request, wire::IfMatch match) {
        return notices.change_notice(caller, wanted(request, id), match.version);
      });

  router.post("/admin/notices/{id}/publication", "notice_publish")
      .allow(Permission::edit_notices)
      .idempotent()
      .summary("Publishes a notice to its audience")
      .handle([&](const Caller& caller, NoticeId id, const wire::NoInput&) {
        return notices.act(caller, id, NoticeAction::publish);
      });

  router.post("/admin/notices/{id}/withdrawal", "notice_withdraw")
      .allow(Permission::edit_notices)
      .idempotent()
      .summary("Withdraws a published notice")
      .handle([&](const Caller& caller, NoticeId id, const wire::NoInput&) {
        return notices.act(caller, id, NoticeAction::withdraw);
      });
}

}  // namespace expogate::messaging
