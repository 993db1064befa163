#include "account/consent.h"

#include <algorithm>

#include "account/consent_store.h"
#include "audit/audit.h"

namespace expogate::account {

namespace {

const std::vector<ConsentText>& plain_texts() {
  static const std::vector<ConsentText> texts{
      {ConsentDocument::privacy_policy, 1, "个人信息及隐私保护政策", "Privacy policy",
       "我们为办理专业观众注册、审核、证件制作和入场核验处理您填写的单位与联系人信息，不用于其他目的。"
       "信息加密保存，展会结束并超过保存期限后删除或匿名化。您可以随时查询、更正、导出或要求删除本人信息。",
       "We process the organization and contact data you enter to register and review professional visitors, "
       "produce badges and admit people at the gates, and for nothing else. The data are kept encrypted and "
       "erased or anonymised after their retention period. You may see, correct, export or have your own "
       "data "
       "erased at any time."},
      {ConsentDocument::sensitive_data, 1, "敏感个人信息处理同意书", "Consent to sensitive data",
       "证件号码、证件照片属于敏感个人信息，仅用于身份核验、证件制作和入场核验。不同意将无法制作证件。",
       "Identity document numbers and photos are sensitive data. They are used only to verify identity, "
       "produce the badge and admit its holder. Without this consent no badge can be made."},
  };
  return texts;
}

}  // namespace

std::vector<ConsentText> consent_texts(db::Tx& tx) {
  auto texts = plain_texts();
  for (auto& given : store::list_texts_in_force(tx))
    for (auto& text : texts)
      if (text.document == given.document) text = given;
  return texts;
}

ConsentText require_current(db::Tx& tx, ConsentDocument document, int version) {
  auto texts = consent_texts(tx);
  auto text = std::find_if(texts.begin(), texts.end(), [&](auto& t) { return t.document == document; });
  if (text == texts.end() || text->version != version) throw Refusal(consent_outdated);
  return *text;
}

std::vector<ConsentText> ConsentService::list_texts() {
  return database_.read([](db::Tx& tx) { return consent_texts(tx); });
}

std::vector<Consent> ConsentService::list_consents(const AccountId& account) {
  return database_.read([&](db::Tx& tx) { return store::list_consents(tx, account); });
}

void ConsentService::give(const Caller& caller, ConsentDocument document, int version) {
  database_.write([&](db::Tx& tx) {
    auto text = require_current(tx, document, version);
    if (!store::add_consent(tx, caller, {document, version, clock_.now()})) return;
    audit::record(
        tx, caller, clock_.now(),
        {"consent_given", "consent", std::string(enum_name(document)), "同意《" + text.title_zh + "》"});
  });
}

std::vector<ConsentDocument> ConsentService::missing_of(const AccountId& account) {
  auto given = list_consents(account);
  std::vector<ConsentDocument> missing;
  for (auto& text : list_texts()) {
    bool has_given = std::any_of(given.begin(), given.end(), [&](auto& c) {
      return c.document == text.document && c.document_version == text.version;
    });
    if (!has_given) missing.push_back(text.document);
  }
  return missing;
}

}  // namespace expogate::account
