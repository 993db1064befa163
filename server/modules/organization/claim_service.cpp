#include "organization/claim_service.h"

#include "audit/audit.h"
#include "base/sensitive.h"
#include "base/text.h"
#include "base/uscc.h"
#include "organization/contact_message.h"
#include "organization/form.h"
#include "organization/history.h"
#include "platform/db/refusing_taken.h"

namespace expogate::organization {
namespace {

const std::string code_subject = "uscc_claim";

const messaging::MessageTemplate accepted_template{
    "claim_accepted", "认领已通过", "Your claim was accepted",
    "【{fair}】您对统一社会信用代码 {uscc} 的认领已通过，现在可以注册。",
    "[{fair}] Your claim for unified social credit code {uscc} has been accepted. You can now register."};
const messaging::MessageTemplate refused_template{
    "claim_refused", "认领未采纳", "Your claim was refused",
    "【{fair}】您对统一社会信用代码 {uscc} 的认领未被采纳，意见：{opinion}。",
    "[{fair}] Your claim for unified social credit code {uscc} has been rejected. Comments: {opinion}."};
const messaging::MessageTemplate uscc_lost_template{
    "uscc_lost", "请更正统一社会信用代码", "Please correct your code",
    "【{fair}】{organization}（{number}）填写的统一社会信用代码经核实属于其他单位，请以 {number} "
    "为登录名登录，更正后重新提交。意见：{opinion}。",
    "[{fair}] The unified social credit code entered for {organization} ({number}) has been found to belong "
    "to another organization. Please sign in with the username {number}, correct it and submit again. "
    "Comments: {opinion}."};

std::string mobile_context(const ClaimId& id) {
  return "uscc_claims.mobile|" + id.text;
}

}  // namespace

account::CodeSent ClaimService::send_code(const Caller& caller, const std::string& mobile,
                                          const std::optional<account::CaptchaAnswer>& captcha) {
  captchas_.require(captcha);
  return codes_.send(caller, account::CodePurpose::uscc_claim,
                     {messaging::Channel::sms, mobile, code_subject});
}

void ClaimService::file(const Caller& caller, const NewClaim& wanted) {
  auto uscc = normalized_uscc(wanted.uscc);
  if (!has_uscc_shape(uscc)) throw ValidationError("uscc", uscc_malformed);
  codes_.consume(account::CodePurpose::uscc_claim, {messaging::Channel::sms, wanted.mobile, code_subject},
                 wanted.code);
  auto now = clock_.now();
  Claim claim{new_id<ClaimId>(now),
              caller.edition,
              uscc,
              {},
              std::string(trimmed(wanted.name_zh)),
              std::string(trimmed(wanted.contact_name)),
              "",
              mask_mobile(wanted.mobile),
              wanted.explanation,
              wanted.licence_id,
              ClaimState::open,
              "",
              {},
              now,
              {}};
  claim.mobile_sealed = cipher_.seal(wanted.mobile, mobile_context(claim.id));
  db::refusing_taken("uscc_claims", "uscc", claim_open_already, [&] {
    return database_.write([&](db::Tx& tx) {
      auto holder = store::find_by_uscc(tx, caller.edition, uscc);
      if (!holder) throw Refusal(claim_not_needed);
      if (holder->state == OrganizationState::rejected) throw Refusal(rejected_before);
      auto filed = claim;
      filed.organization_id = holder->id;
      auto licence = LicenceService::get_by_token(tx, wanted.licence_id, wanted.licence_token);
      file::FileService::keep(tx, licence.file_id);
      store::add_claim(tx, filed);
      audit::record(tx, caller, now,
                    {"claim_filed", "claim", filed.id.text, "认领统一社会信用代码：" + uscc});
      return 0;
    });
  });
}

Page<ClaimRow> ClaimService::list_claims(const Caller& caller, std::optional<ClaimState> state,
                                         const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_claims(tx, caller.edition, state, {}, page); });
}

ClaimRow ClaimService::get(const Caller& caller, const ClaimId& id) {
  return database_.read([&](db::Tx& tx) {
    auto rows = store::list_claims(tx, caller.edition, {}, id, {1, 1, ""}).items;
    if (rows.empty()) throw NotFound();
    return rows.front();
  });
}

std::string ClaimService::get_licence_picture(const Caller& caller, const ClaimId& id) {
  auto licence = database_.read([&](db::Tx& tx) {
    auto claim = store::find_claim(tx, caller.edition, id);
    return claim ? store::find_licence(tx, claim->licence_id) : std::nullopt;
  });
  if (!licence) throw NotFound();
  return licences_.get_picture(*licence);
}

void ClaimService::take_code_away(db::Tx& tx, const Caller& caller, const Claim& claim,
                                  const std::string& opinion) {
  auto holder = store::get(tx, Scope::everything(), claim.organization_id);
  if (holder.uscc != claim.uscc) return;  // corrected meanwhile by itself
  auto next = next_state(holder.state, OrganizationAction::lose_uscc);
  if (!next) throw Refusal(rejected_before);
  auto now = clock_.now();
  if (!store::change_state(tx, holder.id, holder.state, *next, now)) throw Stale();
  store::remove_uscc(tx, holder.id);
  accounts_.change_login_name(tx, caller, holder.account_id, holder.number);
  store::add_history(tx, holder.id, caller.account,
                     {HistoryEvent::uscc_lost, now, caller.name, holder.state, *next, opinion, {}});
  facts_.publish(tx, OrganizationDecided{holder.id, *next});
  auto message = message_to(holder, cipher_);
  if (!message) return;
  message->parameters["opinion"] = opinion;
  messages_.send_later(tx, *message, uscc_lost_template);
}

void ClaimService::tell_claimant(db::Tx& tx, const Claim& claim, bool is_accepted,
                                 const std::string& opinion) {
  messages_.send_later(tx,
                       {messaging::Channel::sms,
                        cipher_.open(claim.mobile_sealed, mobile_context(claim.id)),
                        Locale::zh_cn,
                        {{"uscc", claim.uscc}, {"opinion", opinion}}},
                       is_accepted ? accepted_template : refused_template);
}

ClaimRow ClaimService::decide(const Caller& caller, const ClaimId& id, bool is_accepted,
                              const std::string& opinion) {
  return database_.write([&](db::Tx& tx) {
    auto claim = store::find_claim(tx, caller.edition, id);
    if (!claim) throw NotFound();
    auto state = is_accepted ? ClaimState::accepted : ClaimState::refused;
    if (!store::decide_claim(tx, id, state, opinion, caller.name, clock_.now()))
      throw Refusal(claim_decided, {{"actor", claim->decided_by.value_or("-")}});
    if (is_accepted) take_code_away(tx, caller, *claim, opinion);
    tell_claimant(tx, *claim, is_accepted, opinion);
    audit::record(tx, caller, clock_.now(),
                  {is_accepted ? "claim_accepted" : "claim_refused", "claim", id.text,
                   (is_accepted ? "通过认领：" : "不采纳认领：") + claim->uscc});
    return get(caller, id);
  });
}

}  // namespace expogate::organization
