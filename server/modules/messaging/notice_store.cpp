#include "messaging/notice_store.h"

#include "platform/db/list_query.h"

namespace expogate::messaging::store {
namespace {

constexpr std::string_view notice_columns =
    "id, title_zh, title_en, body_zh, body_en, level, audience, state, published_at, version";
constexpr std::string_view readable_columns =
    "n.id, n.title_zh, n.title_en, n.body_zh, n.body_en, n.level, n.published_at, r.read_at";

db::ListQuery readable_query(const Caller& reader, const std::vector<Audience>& audiences) {
  db::ListQuery query("notices n", readable_columns);
  query.join("left join notice_reads r on r.notice_id = n.id and r.account_id = ?", reader.account);
  query.where("n.edition_id = ?", reader.edition);
  query.where("n.state = ?", NoticeState::published).where_in("n.audience", audiences);
  return query;
}

}  // namespace

Page<NoticeRow> list_notices(db::Tx& tx, const EditionId& edition, const NoticeFilter& filter,
                             const PageRequest& page) {
  db::ListQuery query("notices n",
                      "n.id, n.title_zh, n.title_en, n.body_zh, n.body_en, n.level, n.audience, n.state, "
                      "n.published_at, n.version, "
                      "(select count(*) from notice_reads r where r.notice_id = n.id) as reads");
  query.where("n.edition_id = ?", edition);
  if (filter.state) query.where("n.state = ?", *filter.state);
  if (filter.id) query.where("n.id = ?", *filter.id);
  query.order_by(page.sort, {{"published_at", "n.published_at"}}, "n.created_at desc", "n.id");
  return query.page<NoticeRow>(tx, page);
}

Page<ReadableNotice> list_readable_notices(db::Tx& tx, const Caller& reader,
                                           const std::vector<Audience>& audiences, bool is_unread_only,
                                           const PageRequest& page) {
  auto query = readable_query(reader, audiences);
  if (is_unread_only) query.where("r.read_at is null");
  query.order_by("", {}, "n.published_at desc", "n.id");
  return query.page<ReadableNotice>(tx, page);
}

std::optional<ReadableNotice> find_readable_notice(db::Tx& tx, const Caller& reader, const NoticeId& id,
                                                   const std::vector<Audience>& audiences) {
  auto query = readable_query(reader, audiences);
  query.where("n.id = ?", id).order_by("", {}, "n.published_at desc", "n.id");
  auto page = query.page<ReadableNotice>(tx, {1, 1, ""});
  if (page.items.empty()) return std::nullopt;
  return page.items.front();
}

std::optional<Notice> find_notice(db::Tx& tx, const EditionId& edition, const NoticeId& id) {
  return tx.one<Notice>(
      "select " + std::string(notice_columns) + " from notices where id = $1 and edition_id = $2", id,
      edition);
}

void add_notice(db::Tx& tx, const EditionId& edition, const Notice& n, Instant now) {
  tx.exec(R"(
      insert into notices (id, title_zh, title_en, body_zh, body_en, level, audience, state, published_at, created_at, version, edition_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))",
          n.id, n.title_zh, n.title_en, n.body_zh, n.body_en, n.level, n.audience, n.state, n.published_at,
          now, n.version, edition);
}

bool change_notice(db::Tx& tx, const Notice& n, std::int64_t version_read) {
  return tx.exec(R"(
      update notices set title_zh = $3, title_en = $4, body_zh = $5, body_en = $6, level = $7, audience = $8, version = version + 1
      where id = $1 and version = $2 and state <> 'published')",
                 n.id, version_read, n.title_zh, n.title_en, n.body_zh, n.body_en, n.level, n.audience) == 1;
}

bool change_notice_state(db::Tx& tx, const NoticeId& id, NoticeState from, NoticeState to,
                         std::optional<Instant> published_at) {
  return tx.exec(
             "update notices set state = $3, published_at = $4, version = version + 1 where id = $1 and "
             "state = $2",
             id, from, to, published_at) == 1;
}

void mark_read(db::Tx& tx, const NoticeId& id, const AccountId& reader, Instant now) {
  tx.exec(
      "insert into notice_reads (notice_id, account_id, read_at) values ($1, $2, $3) on conflict (notice_id, "
      "account_id) do nothing",
      id, reader, now);
}

}  // namespace expogate::messaging::store
