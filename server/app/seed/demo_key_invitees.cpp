#include "app/seed/demo_edition.h"
#include "base/uscc.h"
#include "key_invitee/key_invitee_store.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/token.h"

namespace expogate::seed {
namespace {

using namespace key_invitee;

struct Recommended {
  const char *uscc, *name, *contact, *mobile, *email;
  InviteeLevel level;
  const char* reason;
};

class Writer {
 public:
  explicit Writer(Services& services) : s_(services), now_(services.clock->now()) {}

  KeyInviteeId add(const Caller& caller, const Recommended& r, const char* group = "") {
    InviteeForm form;
    if (*group) form.trading_group_id = TradingGroupId{group};
    if (*r.uscc) form.uscc = r.uscc;
    form.name = r.name;
    form.contact_name = r.contact;
    form.mobile = r.mobile;
    form.email = r.email;
    form.level = r.level;
    form.reason = r.reason;
    return s_.key_invitees.add(caller, form).id;
  }

  /// As it was some days ago: nobody is written to now.
  void invited(const Caller& caller, const KeyInviteeId& id, int days_ago, bool is_opened) {
    s_.database->write([&](db::Tx& tx) {
      auto k = key_invitee::store::get(tx, caller, id);
      k.state = InviteeState::invited;
      k.invited_at = now_ - days(days_ago);
      k.invitation_count = 1;
      k.link_expires_at = *k.invited_at + link_lifetime;
      k.token_hash = sha256_hex(new_token());
      expect(key_invitee::store::change_state(tx, k, k.version), "nobody else works here");
      if (is_opened) key_invitee::store::note_opened(tx, id, *k.invited_at + hours(3));
    });
  }

 private:
  Services& s_;
  Instant now_;
};

std::string code(const char* place, const char* organization) {
  return complete_uscc(std::string("91") + place, organization);
}

}  // namespace

void seed_key_invitees(Services& s) {
  auto bureau = caller_of(s, account::Door::bureau, "bureau");
  auto shanghai = caller_of(s, account::Door::group, "shanghaijiaoyituan");
  auto beijing = caller_of(s, account::Door::group, "beijingjiaoyituan");
  Writer write(s);
  using enum InviteeLevel;
  auto acme = write.add(shanghai, {"91310115MA1K35XY5H", "上海示例贸易有限公司", "李敏", "13800001001",
                                   "acme@danwei.example", key, "历届成交额居本市前列"});
  write.invited(shanghai, acme, 9, true);
  auto waiting = write.add(shanghai, {"91310115MDPCE0019Q", "上海远航国际贸易有限公司", "赵航", "13800001002",
                                      "", important, "远洋进口代理"});
  write.invited(shanghai, waiting, 6, true);
  auto elsewhere = write.add(shanghai, {"11110108MDPCE006XJ", "北京市海淀区科学技术局", "钱科", "13800001003",
                                        "", general, "拟组织沪京科技企业联合观展"});
  write.invited(shanghai, elsewhere, 4, false);
  auto silent = write.add(shanghai, {code("310000", "MA1KY008").c_str(), "上海浦江示例进口有限公司", "孙来",
                                     "13800001004", "pujiang@danwei.example", key, "新设立的进口平台"});
  write.invited(shanghai, silent, 3, false);
  write.add(shanghai, {code("310104", "MA1KY001").c_str(), "上海徐汇示例医疗器械有限公司", "周医",
                       "13800001005", "", key, "年进口医疗器械逾一亿美元"});
  write.add(shanghai, {"", "Lakeside Dairy Cooperative", "Emma Brook", "", "emma@lakeside.example", important,
                       "Buys for 40 shops in the Yangtze delta"});
  auto over = write.add(shanghai, {code("310106", "MA1KY002").c_str(), "上海静安示例服饰有限公司", "吴裳",
                                   "13800001006", "", general, ""});
  s.key_invitees.withdraw(shanghai, {over});
  write.add(bureau,
            {code("310115", "MA1KY003").c_str(), "上海临港示例汽车有限公司", "郑车", "13800001007",
             "auto@danwei.example", key, "主办方重点邀请的整车进口商"},
            "G09");
  write.add(bureau,
            {code("310120", "MA1KY004").c_str(), "上海奉贤示例食品有限公司", "", "", "", important,
             "进口乳制品渠道商"},
            "G09");
  auto aside = write.add(bureau,
                         {code("310112", "MA1KY005").c_str(), "上海闵行示例装备有限公司", "冯装",
                          "13800001008", "", general, "技术装备采购商"},
                         "G09");
  s.key_invitees.set_aside(shanghai, {aside}, "企业今年没有进口计划");
  write.add(beijing, {code("110105", "MA1KY006").c_str(), "北京朝阳示例食品有限公司", "陈食", "13800001009",
                      "", key, "首都大型商超供应商"});
  write.add(bureau,
            {code("110108", "MA1KY007").c_str(), "北京海淀示例科技有限公司", "褚科", "13800001010", "",
             important, "服务贸易采购商"},
            "G01");
}

}  // namespace expogate::seed
