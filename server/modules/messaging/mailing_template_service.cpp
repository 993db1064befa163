#include "audit/audit.h"
#include "messaging/mailing_template.h"
#include "platform/db/turn.h"

namespace expogate::messaging {
namespace {

MailingTemplate get(db::Tx& tx, const MailingTemplateId& id) {
  auto found = store::find_template(tx, id);
  if (!found) throw NotFound();
  return *std::move(found);
}

/// A placeholder that does not exist would be found out by whoever begins with this text.
void require_sendable(const MailingTemplate& t) {
  std::vector<FieldError> errors;
  check_placeholders("subject_zh", t.subject_zh, errors);
  check_placeholders("subject_en", t.subject_en, errors);
  check_placeholders("body_zh", t.body_zh, errors);
  check_placeholders("body_en", t.body_en, errors);
  if (!errors.empty()) throw ValidationError(std::move(errors));
}

}  // namespace

std::vector<MailingTemplate> MailingTemplateService::list() {
  return database_.read([](db::Tx& tx) { return store::list_templates(tx); });
}

MailingTemplate MailingTemplateService::add(const Caller& caller, MailingTemplate wanted) {
  require_sendable(wanted);
  return database_.write([&](db::Tx& tx) {
    db::take_turn(tx, "mailing_templates");
    if (std::int64_t(store::list_templates(tx).size()) >= most_templates)
      throw Refusal(templates_too_many, {{"max", most_templates}});
    wanted.changed_at = clock_.now();
    wanted.id = new_id<MailingTemplateId>(wanted.changed_at);
    store::add_template(tx, wanted);
    audit::record(tx, caller, wanted.changed_at,
                  {"mailing_template_added", "mailing_template", wanted.id.text,
                   "新增邮件模板：" + wanted.title_zh, "null", audit::snapshot(wanted)});
    return get(tx, wanted.id);
  });
}

MailingTemplate MailingTemplateService::change(const Caller& caller, MailingTemplate wanted,
                                               std::int64_t version) {
  require_sendable(wanted);
  return database_.write([&](db::Tx& tx) {
    auto before = get(tx, wanted.id);
    wanted.changed_at = clock_.now();
    if (!store::change_template(tx, wanted, version)) throw Stale();
    auto after = get(tx, wanted.id);
    audit::record(tx, caller, wanted.changed_at,
                  {"mailing_template_changed", "mailing_template", wanted.id.text,
                   "修改邮件模板：" + wanted.title_zh, audit::snapshot(before), audit::snapshot(after)});
    return after;
  });
}

void MailingTemplateService::remove(const Caller& caller, const MailingTemplateId& id, std::int64_t version) {
  database_.write([&](db::Tx& tx) {
    auto before = get(tx, id);
    if (!store::remove_template(tx, id, version)) throw Stale();
    audit::record(tx, caller, clock_.now(),
                  {"mailing_template_removed", "mailing_template", id.text,
                   "删除邮件模板：" + before.title_zh, audit::snapshot(before), "null"});
  });
}

}  // namespace expogate::messaging
