#include "app/seed/demo_edition.h"
#include "messaging/notice_store.h"

namespace expogate::seed {
namespace {

using namespace messaging;

struct NoticeLine {
  Audience audience;
  NoticeLevel level;
  int days_ago;
  const char *title_zh, *title_en, *body_zh, *body_en;
};

constexpr NoticeLine lines[] = {
    {Audience::groups, NoticeLevel::important, 1, "关于注册、审核与统付截止时间的通知",
     "Deadline of registration, review and group payment",
     "请各交易团、分团于 10 月 20 日 24:00 前完成单位审核及统付确认。截止后系统将关闭相关操作，"
     "待审核单位将无法参加本届进博会。",
     "Please finish reviewing your organizations and confirming group payment by 24:00 on 20 October. After "
     "that these actions are closed, and organizations still awaiting review cannot take part."},
    {Audience::groups, NoticeLevel::info, 5, "车证与组团观展申请已开放",
     "Vehicle passes and group tours are open",
     "车证申请、组团观展申请将持续开放至 10 月 25 日。每张车证须上传驾驶证和行驶证照片。",
     "Applications for vehicle passes and group tours stay open until 25 October. Each pass needs pictures "
     "of the driver and vehicle licences."},
    {Audience::everyone, NoticeLevel::info, 12, "第八届进博会专业观众注册系统使用说明",
     "How to use the registration system",
     "单位完成注册并通过审核后，可填报参观人员、提交办证并缴纳证件费。证件可快递寄送（限中国大陆）"
     "或现场领取。",
     "Once your organization is registered and approved you can add visitors, apply for badges and pay. "
     "Badges are couriered within mainland China or collected on site."},
    {Audience::visitors, NoticeLevel::info, 3, "证件快递地址请在有效期内保持可收件",
     "Keep your courier address reachable", "选择快递领取的单位，请确认收件地址和手机在 11 月 5 日前有效。",
     "If your badges are couriered, please make sure the address and mobile stay reachable until 5 "
     "November."},
    {Audience::subgroups, NoticeLevel::info, 7, "分团初审工作提示", "First review by subgroups",
     "分团初审通过的单位由所属交易团复审。退回修改时请写明需要更正的内容，审核意见会显示给单位。",
     "Organizations that pass your first review go to your group for the second. When you return one for "
     "changes, say what to correct: the organization sees your opinion."},
};

}  // namespace

void seed_notices(Services& services) {
  auto now = services.clock->now();
  auto edition = services.editions.get_current().id;
  services.database->write([&](db::Tx& tx) {
    for (auto& line : lines) {
      auto at = now - days(line.days_ago);
      store::add_notice(tx, edition,
                        {new_id<NoticeId>(at), line.title_zh, line.title_en, line.body_zh, line.body_en,
                         line.level, line.audience, NoticeState::published, at, 1},
                        at);
    }
  });
}

}  // namespace expogate::seed
