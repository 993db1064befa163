#include "app/seed/demo_edition.h"
#include "page/article_store.h"

namespace expogate::seed {
namespace {

using namespace page;

constexpr int draft = -1;

struct ArticleLine {
  const char* id;
  Section section;
  int days_ago;  ///< since it stands on the board
  const char *title_zh, *title_en, *body_zh, *body_en;
  bool is_pinned = false;
};

constexpr ArticleLine lines[] = {
    {"guide_register", Section::guide, 40, "专业观众注册五步走",
     "Registering as a professional visitor in five steps",
     "一、注册单位：选择所在交易团，上传证照。系统会读出单位名称和统一社会信用代码，请核对后继续。\n\n"
     "二、登记单位信息：分五个步骤填写，随时可以暂存。提交后等待审核，结果以短信告知。\n\n"
     "三、填报人员：审核通过后填写参观人员和证件照，选择入场日期。\n\n"
     "四、提交办证：需要自付证件费的单位在线支付，由交易团统付的等待交易团确认。\n\n"
     "五、领取证件：中国大陆地址可快递，其他人员凭本人证件到现场领取。\n\n"
     "本届注册、审核与支付均于 10 月 20 日 24:00 截止，请预留修改时间。",
     "1. Register your organization: choose your trading group and upload your certificate. Name and code "
     "are read from "
     "it; please check them and go on.\n\n"
     "2. Fill in the organization form. It has five steps and can be saved at any time. After you submit, "
     "the result of "
     "the review comes by SMS, or by e-mail for overseas organizations.\n\n"
     "3. Add your people: once approved, enter who will visit, with photo and entry dates.\n\n"
     "4. Apply for badges: pay online, or wait for your trading group where it pays for you.\n\n"
     "5. Receive the badges: by courier within mainland China, otherwise on site with your own identity "
     "document.\n\n"
     "Registration, review and payment of this edition all close on 20 October at 24:00. Leave some time for "
     "changes.",
     true},
    {"guide_licence", Section::guide, 26, "证照怎么拍，审核才快",
     "How to photograph a certificate so that review is quick",
     "把证照放平，四个角都拍进画面，不要用闪光灯。PNG 或 JPG 格式，不超过 2 MB。\n\n"
     "名称和代码须与证照完全一致：括号、空格、简称都会让系统转交人工审核。企业和事业单位识别一致的，"
     "提交后立即通过。\n\n"
     "证照刚换发、系统读不清楚时，请照常填写并提交，由交易团人工审核，一般不超过两个工作日。",
     "Lay the certificate flat, keep all four corners in the picture and leave the flash off. PNG or JPG, at "
     "most 2 MB.\n\n"
     "Name and code must be exactly those of the certificate: brackets, spaces and short forms send the "
     "registration to "
     "manual review. Enterprises and public institutions whose certificate agrees are approved at once.\n\n"
     "If a new certificate cannot be read, type what it says and submit all the same. Your trading group "
     "reviews it, as a "
     "rule within two working days."},
    {"guide_overseas", Section::guide, 33, "境外单位注册提示", "Notes for organizations from abroad",
     "境外单位用邮箱注册和登录，验证码与审核结果都发到该邮箱，请把我们的发件地址加入联系人。\n\n"
     "有交易团邀请码的，注册时填写，由该团审核；没有的由主办方审核。\n\n"
     "人员凭护照入场，护照有效期须覆盖整个展期。签证请尽早办理。",
     "Organizations from abroad register and sign in with an e-mail address. Codes and results come to it, "
     "so please add "
     "our sender to your contacts.\n\n"
     "If a trading group gave you an invitation code, enter it when you register and that group reviews you; "
     "otherwise the "
     "organizer does.\n\n"
     "People enter with their passport, which must be valid throughout the show. Please see to visas early."},
    {"matchmaking_meetings", Section::matchmaking, 3, "供需对接会报名开始：四天，六个专场",
     "Matchmaking sessions open for booking: four days, six fields",
     "11 月 6 日至 9 日，4.2 号馆二层设供需对接区，"
     "分食品及农产品、汽车、技术装备、消费品、医疗器械、服务贸易六个专场。\n\n"
     "每场洽谈 30 分钟，配备中英翻译。已通过审核的单位可为每个专场预约至多三家展商；展商确认后，"
     "时间和桌号会发给联系人。\n\n"
     "采购需求写得越具体，配对越准：品类、数量、到货时间、认证要求，请在“单位信息登记”中补充。",
     "From 6 to 9 November the matchmaking area on the second floor of hall 4.2 hosts six fields: food and "
     "agriculture, "
     "automobiles, equipment, consumer goods, medical devices and services.\n\n"
     "A talk takes 30 minutes, with interpreters for Chinese and English. Approved organizations may ask for "
     "up to three "
     "exhibitors in each field; once one confirms, time and table are sent to your contact.\n\n"
     "The more exact the need, the better the match: goods, quantity, date of delivery, certificates. Please "
     "add them to "
     "your organization details.",
     true},
    {"matchmaking_needs", Section::matchmaking, 18, "如何发布采购需求", "How to publish what you want to buy",
     "在“单位信息登记”的采购需求一栏填写，勾选“公开”后，展商可以看到品类和数量，看不到联系人。\n\n"
     "有意向的展商由主办方转达，您决定是否见面。需求可随时修改或取消公开。",
     "Enter it under purchase needs in your organization details. Once you tick “publish”, exhibitors see "
     "goods and "
     "quantity, but not your contact.\n\n"
     "The organizer passes on who is interested; whether you meet is up to you. A need can be changed or "
     "hidden at any "
     "time."},
    {"activities_programme", Section::activities, 6, "展期配套活动一览", "The programme beside the halls",
     "11 月 6 日 10:00 绿色供应链对话（平行论坛厅 A）\n11 月 6 日 14:00 新品首发：智慧出行（5.1 号"
     "馆中央舞台）\n"
     "11 月 7 日 09:30 跨境电商进口圆桌（M5 会议室）\n11 月 8 日 13:30 医疗器械注册实务讲座（平行论坛厅 B）\n"
     "11 月 9 日 10:00 非洲农产品品鉴（1.1 号馆）\n\n"
     "凭当日有效证件入场，座位有限，先到先得。日程如有调整，以本栏目为准。",
     "6 November 10:00, dialogue on green supply chains (forum hall A)\n6 November 14:00, first showing: "
     "smart mobility "
     "(hall 5.1, central stage)\n7 November 09:30, round table on cross-border e-commerce (room M5)\n8 "
     "November 13:30, "
     "lecture on registering medical devices (forum hall B)\n9 November 10:00, tasting of African produce "
     "(hall 1.1)\n\n"
     "Enter with a badge that is valid on the day. Seats are limited, first come, first served. If the "
     "programme changes, "
     "you read it here."},
    {"activities_newcomers", Section::activities, 10, "首次参展观众导览",
     "Guided walks for first-time visitors",
     "每天 9:30 和 13:30 从南广场服务台出发，约 60 分钟，走过三个展区，介绍洽谈区、翻译和物流服务。\n\n"
     "无需预约，每批 25 人。英语导览每天 13:30 一批。",
     "Every day at 9:30 and 13:30 from the service desk on the south square: 60 minutes through three areas, "
     "with meeting "
     "places, interpreters and logistics on the way.\n\n"
     "No booking needed, 25 people each. The walk at 13:30 is in English."},
    {"show_news_transport", Section::show_news, 1, "到馆交通：地铁、接驳巴士与停车",
     "Getting there: metro, shuttle buses and parking",
     "地铁 2 号线、17 号线直达场馆。展期每天 7:30 至 19:00，虹桥枢纽与南、西两个入口之间每 10 "
     "分钟一班接驳巴士，凭证件免费。\n\n"
     "小型车须持车证进入 P7、P8 停车场，车证申请 10 月 25 日截止。网约车请在西入口落客区上下车。",
     "Metro lines 2 and 17 stop at the venue. From 7:30 to 19:00 on show days a shuttle bus runs every 10 "
     "minutes between "
     "Hongqiao hub and the south and west entrances, free with a badge.\n\n"
     "Cars need a vehicle pass for car parks P7 and P8; applications close on 25 October. Please use the "
     "drop-off at the "
     "west entrance for hired cars."},
    {"show_news_halls", Section::show_news, 4, "展馆平面图公布", "The hall plan is out",
     "六大展区的位置已经确定：食品及农产品在 1.1、1.2、2.1 号馆，汽车在 5.1 号馆，技术装备在 3 号馆和 4.1 "
     "号馆，"
     "消费品在 6.1、6.2 号馆，医疗器械在 7.1、7.2 号馆，服务贸易在 8.2 号馆。\n\n"
     "现场每个入口都有纸质平面图，展区之间步行 5 到 15 分钟，请按馆号安排一天的行程。",
     "The places of the six areas are settled: food and agriculture in halls 1.1, 1.2 and 2.1, automobiles "
     "in 5.1, equipment "
     "in 3 and 4.1, consumer goods in 6.1 and 6.2, medical devices in 7.1 and 7.2, services in 8.2.\n\n"
     "Printed plans lie at every entrance. Walking from one area to the next takes 5 to 15 minutes, so plan "
     "your day by "
     "hall."},
    {"pre_show_exhibitors", Section::pre_show_news, 8, "首批参展商名录发布",
     "The first list of exhibitors is published",
     "首批名录收录已确认展位的企业，可按国别、展区和产品关键词查询，每周五更新。\n\n"
     "名录见 https://expo.example/exhibitors 。看到合适的展商，请记下展位号，预约开放后即可约见。",
     "The first list holds exhibitors whose booths are settled. Search it by country, area and product; it "
     "is renewed every "
     "Friday.\n\n"
     "Find it at https://expo.example/exhibitors and note the booths that interest you: appointments open "
     "soon."},
    {"pre_show_roadshow", Section::pre_show_news, 15, "走进产地：展前供需对接走进宁波、成都",
     "Before the show: matchmaking visits Ningbo and Chengdu",
     "9 月，两场展前对接会分别在宁波和成都举行，到场采购单位二百余家，现场约定展期再谈的意向七十余项。\n\n"
     "没能到场的单位，可在展期预约同样的展商，见“供需对接”栏目。",
     "In September two sessions took place in Ningbo and Chengdu. More than two hundred buyers came, and "
     "over seventy talks "
     "will go on at the show.\n\n"
     "If you could not be there, you can meet the same exhibitors at the show: see the section matchmaking."},
    {"pre_show_certificates", Section::pre_show_news, 22, "今年现场领取证件更快",
     "Collecting badges on site gets faster this year",
     "现场领取点由四处增至九处，凭本人证件刷卡即取。建议 11 月 4 日提前领取，首日上午排队最长。",
     "There are now nine desks instead of four; a badge is printed when your identity document is read. Come "
     "on 4 November "
     "if you can: the queues are longest on the first morning."},
    {"show_news_first_day", Section::show_news, draft, "开展首日人流与入场提示",
     "First day: crowds and entrances", "（待首日数据核实后发布）截至 12:00 已有……",
     "(To be published once the figures of the first day are checked.) By noon …"},
    {"activities_closing", Section::activities, draft, "闭幕日成果发布会",
     "Results of the show on its last day", "时间：11 月 10 日 14:00\n地点：新闻中心，待确认",
     "Time: 10 November, 14:00\nPlace: press centre, to be confirmed"},
};

}  // namespace

void seed_articles(Services& services) {
  auto now = services.clock->now();
  services.database->write([&](db::Tx& tx) {
    for (auto& line : lines) {
      bool is_draft = line.days_ago == draft;
      auto at = is_draft ? now : now - days(line.days_ago);
      Article article{ArticleId{line.id},
                      line.section,
                      line.title_zh,
                      line.title_en,
                      line.body_zh,
                      line.body_en,
                      line.is_pinned,
                      is_draft ? ArticleState::draft : ArticleState::published,
                      is_draft ? std::nullopt : std::optional(at),
                      1};
      store::add(tx, EditionId{"8"}, article, at);
    }
  });
}

}  // namespace expogate::seed
