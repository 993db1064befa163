#include "retention/retention.h"

namespace expogate::retention {
namespace {

const Reason reasons[] = {
    {Kind::identity, "核验身份，保证一人一证", "To verify who comes, and that nobody has two badges",
     "个人单独同意（个人信息保护法第二十九条）", "Separate consent (PIPL, article 29)"},
    {Kind::photo, "制作证件，入口核对持证人", "To make the badge and to know its holder at the gate",
     "个人单独同意（个人信息保护法第二十九条）", "Separate consent (PIPL, article 29)"},
    {Kind::person, "参观注册、审核、制证、寄送、入场，往届人员再次申办",
     "To register, review, make and send the badge, admit, and take over next time",
     "个人同意及履行参观约定所必需（个人信息保护法第十三条）",
     "Consent, and what the visit needs (PIPL, article 13)"},
    {Kind::contact, "联系参观单位，邀请参加下一届",
     "To reach the organization and to invite it to the next edition", "个人同意（个人信息保护法第十三条）",
     "Consent (PIPL, article 13)"},
    {Kind::message, "证明通知已经发出", "To show what people were told",
     "履行参观约定所必需（个人信息保护法第十三条）", "What the visit needs (PIPL, article 13)"},
    {Kind::record, "追溯操作，发现异常登录", "To trace what was done and to find intruders",
     "法定义务（网络安全法第二十一条，不少于六个月）",
     "Legal duty (Cybersecurity Law, article 21: six months at least)"},
    {Kind::payment, "收款、退款、对账和会计核算", "Payments, refunds, reconciliation and the books",
     "法定义务（会计档案管理办法）", "Legal duty (rules on accounting archives)"},
};

}  // namespace

const Reason& reason_of(Kind kind) {
  for (auto& reason : reasons)
    if (reason.kind == kind) return reason;
  throw Problem(404, period_unknown);
}

std::optional<Instant> due_at(const edition::Edition& edition, const RetentionPeriod& period) {
  if (!period.days) return std::nullopt;
  return fair_day_end(edition.show_to_on) + days(*period.days);
}

}  // namespace expogate::retention
