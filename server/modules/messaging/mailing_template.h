#pragma once
#include "base/caller.h"
#include "base/page.h"
#include "messaging/mailing.h"
#include "platform/db/database.h"

/// Texts to begin a mailing with, in both languages, kept by the bureau for everybody (GRP-04).
namespace expogate::messaging {

using MailingTemplateId = Id<struct MailingTemplateNoun>;

struct MailingTemplate {
  MailingTemplateId id;
  std::string title_zh, title_en, subject_zh, subject_en, body_zh, body_en;
  Instant changed_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(MailingTemplate, (),
                      (id, title_zh, title_en, subject_zh, subject_en, body_zh, body_en, changed_at, version))

/// So that the choice in a dialog stays one.
constexpr std::int64_t most_templates = 50;
inline const ErrorCode templates_too_many{"mailing_template.too_many",
                                          "模板最多 {max} 个，请先删除不再使用的",
                                          "Maximum {max} templates; please delete those no longer in use"};

namespace store {

std::vector<MailingTemplate> list_templates(db::Tx& tx);
std::optional<MailingTemplate> find_template(db::Tx& tx, const MailingTemplateId& id);
void add_template(db::Tx& tx, const MailingTemplate& text);
/// False when it has changed since `version_read`.
bool change_template(db::Tx& tx, const MailingTemplate& text, std::int64_t version_read);
bool remove_template(db::Tx& tx, const MailingTemplateId& id, std::int64_t version_read);

}  // namespace store

class MailingTemplateService {
 public:
  MailingTemplateService(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  std::vector<MailingTemplate> list();
  MailingTemplate add(const Caller& caller, MailingTemplate wanted);
  MailingTemplate change(const Caller& caller, MailingTemplate wanted, std::int64_t version);
  void remove(const Caller& caller, const MailingTemplateId& id, std::int64_t version);

 private:
  db::Database& database_;
  const Clock& clock_;
};

}  // namespace expogate::messaging
