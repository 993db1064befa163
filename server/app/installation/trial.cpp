#include "account/account_store.h"
#include "account/personal_data.h"
#include "app/installation/installation.h"
#include "audit/audit.h"
#include "platform/crypto/encoding.h"
#include "platform/crypto/random_bytes.h"
#include "platform/outbound/http_client.h"

namespace expogate::installation {
namespace {

Trial told(const Caller& caller, bool is_good, const std::string& zh, const std::string& en) {
  return {is_good, caller.locale == Locale::en ? en : zh};
}

Trial failed(const Caller& caller, const std::string& reason) {
  return told(caller, false, "失败：" + reason, "Failed: " + reason);
}

account::Account own_account(Services& s, const Caller& caller) {
  return *s.database->read([&](db::Tx& tx) { return account::store::find(tx, caller.account); });
}

Trial try_mail(Services& s, const Caller& caller) {
  auto own = own_account(s, caller);
  auto email = account::email_of(own, s.cipher);
  if (!email) throw Refusal(own_address_missing);
  auto& from = s.config.sender.from_address;
  auto sent =
      s.mailer->send({*email, from, s.fairs.short_name(caller.locale), "Expogate", "Expogate", std::nullopt,
                      "trial-" + hex_encode(random_bytes(8)) + "@" + from.substr(from.find('@') + 1)});
  if (!sent) return failed(caller, sent.failure().reason);
  return told(caller, true, "已发送至 " + *own.email_masked, "Sent to " + *own.email_masked);
}

Trial try_sms(Services& s, const Caller& caller) {
  auto own = own_account(s, caller);
  auto mobile = account::mobile_of(own, s.cipher);
  if (!mobile) throw Refusal(own_address_missing);
  SmsMessage message{"trial-" + hex_encode(random_bytes(8)),
                     mobile->starts_with('+') ? *mobile : "+86" + *mobile,
                     "【" + s.fairs.short_name(caller.locale) + "】000000",
                     "verification_code",
                     {{"code", "000000"}, {"minutes", "5"}, {"fair", s.fairs.short_name(caller.locale)}}};
  auto sent = s.sms->send(message);
  if (!sent) return failed(caller, sent.failure().reason);
  return told(caller, true, "已发送至 " + *own.mobile_masked, "Sent to " + *own.mobile_masked);
}

Trial try_storage(Services& s, const Caller& caller) {
  auto bytes = random_bytes(64);
  auto key = s.storage->put(bytes, "application/octet-stream");
  bool is_same = s.storage->get(key) == bytes;
  bool is_removed = s.storage->remove(key) && !s.storage->exists(key);
  if (!is_same || !is_removed) return failed(caller, s.config.data_folder);
  return told(caller, true, "已写入、读回并删除", "Written, read back and removed");
}

Trial try_payment(Services& s, const Caller& caller) {
  std::string words;
  bool is_good = true;
  for (auto& [channel, gateway] : s.gateways) {
    auto now = s.clock->now();
    paygate::Charge charge{.number = "CHECK" + hex_encode(random_bytes(10)),
                           .amount_fen = 1,
                           .subject = "Expogate check",
                           .created_at = now,
                           .expires_at = now + minutes(10),
                           .notify_url = s.config.public_url + "/payment_check",
                           .return_url = s.config.public_url,
                           .payer_ip = "127.0.0.1"};
    auto begun = gateway.provider->begin(charge);
    auto closed = gateway.provider->close(charge.number, now);
    words += (words.empty() ? "" : "; ") + std::string(enum_words(channel, caller.locale)) + ": ";
    words += !begun ? begun.failure().reason : !closed ? closed.failure().reason : "OK";
    is_good = is_good && begun && closed;
  }
  return {is_good, words};
}

Trial try_tls(Services& s, const Caller& caller) {
  HttpClient client({.url = s.config.public_url});
  auto answer = client.get("/healthz");
  if (!answer) return failed(caller, answer.failure().reason);
  if (answer.value().status != 200) return failed(caller, "HTTP " + std::to_string(answer.value().status));
  return told(caller, true, "证书有效，站点可访问", "The certificate is valid and the site is reached");
}

Trial tried(Services& s, const Caller& caller, Part part) {
  switch (part) {
    case Part::mail:
      return try_mail(s, caller);
    case Part::sms:
      return try_sms(s, caller);
    case Part::storage:
      return try_storage(s, caller);
    case Part::payment:
      return try_payment(s, caller);
    case Part::tls:
      return try_tls(s, caller);
    default:
      throw Refusal(part_not_tried);
  }
}

}  // namespace

Trial try_part(Services& s, const Caller& caller, Part part) {
  auto trial = tried(s, caller, part);
  s.database->write([&](db::Tx& tx) {
    audit::record(
        tx, caller, s.clock->now(),
        {"installation_tried", "installation", std::string(enum_name(part)),
         "测试" + std::string(enum_words(part, Locale::zh_cn)) + (trial.is_good ? "：正常" : "：失败")});
  });
  return trial;
}

}  // namespace expogate::installation
