#pragma once
#include "base/caller.h"
#include "messaging/notice_store.h"
#include "platform/db/database.h"

namespace expogate::messaging {

/// For whom the notices of this caller were written.
std::vector<Audience> audiences_of(const Caller& caller);

class NoticeService {
 public:
  NoticeService(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Page<NoticeRow> list_notices(const Caller& caller, const NoticeFilter& filter, const PageRequest& page);
  Notice add_notice(const Caller& caller, Notice wanted);
  Notice change_notice(const Caller& caller, Notice wanted, std::int64_t version);
  Notice act(const Caller& caller, const NoticeId& id, NoticeAction action);

  Page<ReadableNotice> list_readable(const Caller& caller, bool is_unread_only, const PageRequest& page);
  ReadableNotice mark_read(const Caller& caller, const NoticeId& id);

 private:
  db::Database& database_;
  const Clock& clock_;
};

}  // namespace expogate::messaging
