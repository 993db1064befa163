#include "organization/verdict_message.h"

#include "organization/contact_message.h"

namespace expogate::organization {
namespace {

const messaging::MessageTemplate approved_template{
    "organization_approved", "单位审核通过", "Your organization has been approved",
    "【{fair}】{organization}（{number}）的单位信息已审核通过，请登录系统填写参观人员。",
    "[{fair}] {organization} ({number}) has been approved. Please sign in and add your attendees."};
const messaging::MessageTemplate returned_template{
    "organization_returned", "单位信息退回修改", "Please change your organization's data",
    "【{fair}】{organization}（{number}）的单位信息被退回修改，审核意见："
    "{opinion}。请登录系统修改后重新提交。",
    "[{fair}] The details of {organization} ({number}) need to be corrected. Review comments: {opinion}. "
    "Please sign in, correct them and submit again."};
const messaging::MessageTemplate rejected_template{
    "organization_rejected", "单位审核不通过", "Your organization has not been approved",
    "【{fair}】{organization}（{number}）的单位信息审核不通过，审核意见：{opinion}。",
    "[{fair}] {organization} ({number}) has not been approved. Review comments: {opinion}."};

const messaging::MessageTemplate* template_of(OrganizationState verdict) {
  switch (verdict) {
    case OrganizationState::approved:
      return &approved_template;
    case OrganizationState::returned:
      return &returned_template;
    case OrganizationState::rejected:
      return &rejected_template;
    default:
      return nullptr;  // between two reviews there is nothing to tell yet
  }
}

}  // namespace

void VerdictMessages::tell(db::Tx& tx, const Organization& organization, OrganizationState verdict,
                           const std::string& opinion) {
  auto* text = template_of(verdict);
  auto message = message_to(organization, cipher_);
  if (!text || !message) return;
  message->parameters["opinion"] = opinion;
  messages_.send_later(tx, *message, *text);
}

}  // namespace expogate::organization
