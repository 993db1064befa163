#include "badge/badge_message.h"

#include "attendee/attendee_message.h"
#include "attendee/attendee_service.h"
#include "organization/organization_service.h"

namespace expogate::badge {
namespace {

const messaging::MessageTemplate onsite_template{
    "badge_ready_onsite", "证件可领取", "Your badge is ready",
    "【{fair}】{name}，您的证件（{number}）已制作完成，请携带证件原件到现场领证处领取。电子证件：{address}",
    "[{fair}] {name}, your badge ({number}) is ready. Please collect it at the badge collection desk and "
    "bring your identity document. E-badge: {address}"};
const messaging::MessageTemplate courier_template{
    "badge_ready_courier", "证件寄递发放中", "Your badge is on its way",
    "【{fair}】{name}，您的证件（{number}）已制作完成，将寄往单位填写的地址。电子证件：{address}",
    "[{fair}] {name}, your badge ({number}) is ready and will be sent to the address given by your "
    "organization. E-badge: {address}"};
const messaging::MessageTemplate reuse_template{
    "badge_reused", "证件复用已开通", "Your previous badge has been reactivated",
    "【{fair}】{name}，您的往届证件（{number}）已开通本届入场，请妥善保管并携带入场。电子证件：{address}",
    "[{fair}] {name}, your badge from a previous edition ({number}) has been activated for this edition. "
    "Please keep it safe and bring it with you. E-badge: {address}"};
const messaging::MessageTemplate replaced_template{
    "badge_replaced", "原证件已失效", "Your badge has been replaced",
    "【{fair}】{name}，您的证件信息有变更，原证件（{number}）已失效，不能入场；新证件制作完成后将另行通知。",
    "[{fair}] {name}, your badge details have changed. Your old badge ({number}) is no longer valid for "
    "entry; you will be notified when the new badge is ready."};

const messaging::MessageTemplate& template_of(const Badge& badge) {
  if (badge.kind == BadgeKind::reuse) return reuse_template;
  return badge.collection == attendee::Collection::courier ? courier_template : onsite_template;
}

}  // namespace

void BadgeMessages::tell_made(db::Tx& tx, const Badge& badge) {
  tell(tx, badge, template_of(badge));
}

void BadgeMessages::tell_replaced(db::Tx& tx, const Badge& badge) {
  tell(tx, badge, replaced_template);
}

void BadgeMessages::tell(db::Tx& tx, const Badge& badge, const messaging::MessageTemplate& text) {
  auto person = attendee::AttendeeService::get(tx, Scope::everything(), badge.attendee_id);
  auto organization = organization::OrganizationService::get(tx, badge.organization_id);
  auto message = attendee::message_to_person(person, organization, cipher_);
  if (!message) return;
  message->parameters["name"] = attendee::name_of(person, message->locale);
  message->parameters["number"] = badge_number(badge.code_edition_number, badge.code_serial);
  message->parameters["address"] = links_.address_of(badge.id);
  messages_.send_later(tx, *message, text);
}

}  // namespace expogate::badge
