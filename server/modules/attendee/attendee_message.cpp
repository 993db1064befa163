#include "attendee/attendee_message.h"

#include "attendee/personal_data.h"
#include "organization/contact_message.h"
#include "organization/organization_service.h"

namespace expogate::attendee {
namespace {

const messaging::MessageTemplate approved_template{
    "attendee_approved", "人员审核通过", "Your visitor registration has been approved",
    "【{fair}】{name}（{number}）的参观人员信息已审核通过，证件将按所选方式发放。",
    "[{fair}] The visitor registration of {name} ({number}) has been approved. The badge will be issued by "
    "the chosen collection method."};
const messaging::MessageTemplate rejected_template{
    "attendee_rejected", "人员审核不通过", "Your visitor registration has not been approved",
    "【{fair}】{name}（{number}）的参观人员信息审核不通过，审核意见："
    "{opinion}。已缴费用可由单位联系人申请退款。",
    "[{fair}] The visitor registration of {name} ({number}) has not been approved. Review comments: "
    "{opinion}. Any fee paid can be refunded on request by your organization’s contact."};
const messaging::MessageTemplate returned_template{
    "attendee_returned", "人员信息退回修改", "Please correct an attendee’s details",
    "【{fair}】贵单位{name}（{number}）的参观人员信息被退回修改，审核意见："
    "{opinion}。请登录系统修改后重新提交。",
    "[{fair}] The details of {name} ({number}) need to be corrected. Review comments: {opinion}. Please sign "
    "in, correct them and submit again."};

const messaging::MessageTemplate corrected_template{
    "attendee_corrected", "人员信息已更正", "An attendee’s details have been corrected",
    "【{fair}】主办方已更正贵单位{name}（{number}）的信息：{fields}，原因：{reason}。如有疑问请联系主办方。",
    "[{fair}] The organizer has corrected the details of {name} ({number}): {fields}. Reason: {reason}. "
    "Please contact the organizer if you have any questions."};

const messaging::MessageTemplate* template_of(AttendeeState verdict) {
  switch (verdict) {
    case AttendeeState::approved:
      return &approved_template;
    case AttendeeState::rejected:
      return &rejected_template;
    case AttendeeState::returned:
      return &returned_template;
    default:
      return nullptr;
  }
}

}  // namespace

std::optional<messaging::OutgoingMessage> message_to_person(const Attendee& a,
                                                            const organization::Organization& o,
                                                            const FieldCipher& cipher) {
  auto person = open_personal_data(a, cipher);
  bool is_domestic = o.origin == organization::Origin::domestic;
  auto to = is_domestic ? person.mobile : person.email;
  if (to.empty()) return std::nullopt;
  return messaging::OutgoingMessage{is_domestic ? messaging::Channel::sms : messaging::Channel::email,
                                    to,
                                    is_domestic ? Locale::zh_cn : Locale::en,
                                    {}};
}

void AttendeeMessages::tell(db::Tx& tx, const Attendee& a, AttendeeState verdict,
                            const std::string& opinion) {
  auto* text = template_of(verdict);
  if (!text) return;
  auto o = organization::OrganizationService::get(tx, a.organization_id);
  // What is to be corrected is the contact's work; everything else is the person's own news.
  auto message = verdict == AttendeeState::returned ? organization::message_to(o, cipher_)
                                                    : message_to_person(a, o, cipher_);
  if (!message) return;
  message->parameters["name"] = name_of(a, message->locale);
  message->parameters["number"] = a.number;
  message->parameters["opinion"] = opinion;
  messages_.send_later(tx, *message, *text);
}

void AttendeeMessages::tell_corrected(db::Tx& tx, const Attendee& a, const CorrectedFields& fields,
                                      const std::string& reason) {
  auto message =
      organization::message_to(organization::OrganizationService::get(tx, a.organization_id), cipher_);
  if (!message) return;
  message->parameters["name"] = name_of(a, message->locale);
  message->parameters["number"] = a.number;
  message->parameters["fields"] = words_of(fields, message->locale);
  message->parameters["reason"] = reason;
  messages_.send_later(tx, *message, corrected_template);
}

}  // namespace expogate::attendee
