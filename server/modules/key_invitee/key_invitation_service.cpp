#include "key_invitee/key_invitation_service.h"

#include "audit/audit.h"
#include "edition/deadlines.h"
#include "key_invitee/key_invitee_store.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/token.h"
#include "platform/wire/field_errors.h"

namespace expogate::key_invitee {
namespace {

using messaging::Channel;

const ErrorCode invitee_unsubscribed{
    "key_invitee.unsubscribed", "对方已退订本团的邮件，请改用短信或电话联系",
    "The recipient has unsubscribed from your group’s e-mails; please use SMS or telephone"};

const messaging::MessageTemplate mail_template{
    "key_invitation_mail", "{sender}邀请贵单位参加{edition}", "{sender_en} invites you to {edition_en}",
    "尊敬的{contact}：\n\n{sender}诚邀 {organization} 作为专业观众参加{edition}。请打开以下链接注册，"
    "交易团、推荐码和单位名称已为您填好：\n{link}\n\n推荐码：{code}\n链接仅供贵单位使用，有效期至 "
    "{until}。请勿转发。",
    "Dear {contact},\n\n{sender_en} is pleased to invite {organization} to attend {edition_en} as a "
    "professional visitor. Please register using the link below; the trading group, referral code and "
    "organization name have been filled in for you:\n{link}\n\nReferral code: {code}\nThe link is for your "
    "organization only and is valid until {until}. Please do not forward it."};
const messaging::MessageTemplate sms_template{
    "key_invitation_sms", "邀请注册", "Invitation",
    "【{fair}】{sender}邀请 {organization} 参加{edition}，请打开链接注册（有效期至 {until}）：{link}",
    "[{fair}] {sender_en} invites {organization} to {edition_en}. Please register by {until}: {link}"};

void refuse_registered(InviteeRegistration registration) {
  if (registration == InviteeRegistration::here) throw Refusal(registered_here);
  if (registration == InviteeRegistration::elsewhere) throw Refusal(registered_elsewhere);
}

std::string words_of(const std::map<Channel, std::string>& addresses) {
  std::string words;
  for (auto& [channel, to] : addresses)
    words += (words.empty() ? "" : "、") + std::string(enum_words(channel, Locale::zh_cn));
  return words;
}

}  // namespace

std::map<Channel, std::string> KeyInvitationService::addresses_of(const KeyInvitee& k,
                                                                  const Sending& sending) {
  std::map<Channel, std::string> addresses;
  for (auto channel : sending.channels) {
    auto to = channel == Channel::sms ? mobile_of(k, cipher_) : email_of(k, cipher_);
    if (!to.empty()) addresses[channel] = to;
  }
  if (addresses.empty()) throw Refusal(address_missing);
  return addresses;
}

void KeyInvitationService::send_one(db::Tx& tx, const Caller& caller, const KeyInvitee& before,
                                    const Sending& sending) {
  auto now = clock_.now();
  auto after = before;
  after.state = require_action(caller, before, InviteeAction::invite);
  refuse_registered(store::registration_of(tx, before));
  if (auto until = paused_until(before.invited_at, now))
    throw Refusal(invited_lately, {{"until", fair_text(*until)}});
  auto addresses = addresses_of(before, sending);
  for (auto& [channel, to] : addresses)
    if (channel == Channel::email && messages_.lists().has_left(tx, before.trading_group_id.text, to))
      throw Refusal(invitee_unsubscribed);
  auto token = new_token();
  after.token_hash = sha256_hex(token);
  after.link_expires_at =
      edition::no_later_than(tx, caller.edition, edition::WindowKind::registration, now + link_lifetime);
  after.invited_at = now;
  after.invitation_count = before.invitation_count + 1;
  after.set_aside_reason.clear();
  if (!store::change_state(tx, after, before.version)) throw Stale();
  audit::record(tx, caller, now,
                {"key_invitation_sent", "key_invitee", before.id.text,
                 "发送邀请 " + before.name + " (" + words_of(addresses) + ")",
                 audit::snapshot(snapshot_of(before)), audit::snapshot(snapshot_of(after))});
  auto group = groups_.find(tx, before.trading_group_id);
  auto locale = before.uscc ? Locale::zh_cn : Locale::en;
  auto& contact = before.contact_name.empty() ? before.name : before.contact_name;
  for (auto& [channel, to] : addresses)
    // Behind the `#` the token reaches neither logs nor other sites.
    messages_.send_later(tx,
                         {channel,
                          to,
                          locale,
                          {{"sender", group->name_zh},
                           {"sender_en", group->name_en},
                           {"contact", contact},
                           {"organization", before.name},
                           {"edition", sending.edition.name_zh},
                           {"edition_en", sending.edition.name_en},
                           {"code", before.referral_code},
                           {"link", public_url_ + "/register#" + token},
                           {"until", fair_text(*after.link_expires_at - milliseconds(1))}},
                          channel == Channel::email ? before.trading_group_id.text : ""},
                         channel == Channel::sms ? sms_template : mail_template);
}

std::vector<wire::BatchOutcome> KeyInvitationService::send(const Caller& caller,
                                                           const std::vector<KeyInviteeId>& ids,
                                                           const std::vector<Channel>& channels) {
  wire::require_batch("invitees", ids);
  if (channels.empty()) throw ValidationError("channels", wire::field_required);
  Sending sending{channels, editions_.get_edition(caller.edition)};
  return database_.write([&](db::Tx& tx) {
    editions_.require_open(tx, caller.edition, edition::WindowKind::registration);
    return wire::do_each(tx, ids, lines_of(store::list_by_ids(tx, caller, ids)), caller.locale,
                         [&](const InviteeLine& line) { send_one(tx, caller, line.invitee, sending); });
  });
}

}  // namespace expogate::key_invitee
