#include "messaging/mailing_template.h"

namespace expogate::messaging::store {
namespace {

constexpr std::string_view columns =
    "id, title_zh, title_en, subject_zh, subject_en, body_zh, body_en, changed_at, version";

}  // namespace

std::vector<MailingTemplate> list_templates(db::Tx& tx) {
  return tx.query<MailingTemplate>("select " + std::string(columns) + " from mailing_templates order by id");
}

std::optional<MailingTemplate> find_template(db::Tx& tx, const MailingTemplateId& id) {
  return tx.one<MailingTemplate>("select " + std::string(columns) + " from mailing_templates where id = $1",
                                 id);
}

void add_template(db::Tx& tx, const MailingTemplate& t) {
  tx.exec(R"(
      insert into mailing_templates (id, title_zh, title_en, subject_zh, subject_en, body_zh, body_en, changed_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
          t.id, t.title_zh, t.title_en, t.subject_zh, t.subject_en, t.body_zh, t.body_en, t.changed_at,
          t.version);
}

bool change_template(db::Tx& tx, const MailingTemplate& t, std::int64_t version_read) {
  return tx.exec(R"(
      update mailing_templates set title_zh = $3, title_en = $4, subject_zh = $5, subject_en = $6, body_zh = $7,
                                   body_en = $8, changed_at = $9, version = version + 1
      where id = $1 and version = $2)",
                 t.id, version_read, t.title_zh, t.title_en, t.subject_zh, t.subject_en, t.body_zh, t.body_en,
                 t.changed_at) == 1;
}

bool remove_template(db::Tx& tx, const MailingTemplateId& id, std::int64_t version_read) {
  return tx.exec("delete from mailing_templates where id = $1 and version = $2", id, version_read) == 1;
}

}  // namespace expogate::messaging::store
