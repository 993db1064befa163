#pragma once
#include <optional>
#include <vector>

#include "base/caller.h"
#include "base/page.h"
#include "messaging/notice.h"
#include "platform/db/tx.h"

namespace expogate::messaging::store {

Page<NoticeRow> list_notices(db::Tx& tx, const EditionId& edition, const NoticeFilter& filter,
                             const PageRequest& page);
Page<ReadableNotice> list_readable_notices(db::Tx& tx, const Caller& reader,
                                           const std::vector<Audience>& audiences, bool is_unread_only,
                                           const PageRequest& page);
std::optional<Notice> find_notice(db::Tx& tx, const EditionId& edition, const NoticeId& id);
std::optional<ReadableNotice> find_readable_notice(db::Tx& tx, const Caller& reader, const NoticeId& id,
                                                   const std::vector<Audience>& audiences);
void add_notice(db::Tx& tx, const EditionId& edition, const Notice& notice, Instant now);
bool change_notice(db::Tx& tx, const Notice& notice, std::int64_t version_read);
bool change_notice_state(db::Tx& tx, const NoticeId& id, NoticeState from, NoticeState to,
                         std::optional<Instant> published_at);
void mark_read(db::Tx& tx, const NoticeId& id, const AccountId& reader, Instant now);

}  // namespace expogate::messaging::store
