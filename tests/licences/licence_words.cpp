#include <fmt/format.h>

#include "base/text.h"
#include "base/uscc.h"
#include "licence.h"

namespace expogate::licences {
namespace {

using Words = std::vector<std::string>;

const Words regions{"上海",   "北京", "深圳市", "杭州", "苏州工业园区", "成都",        "武汉",
                    "青岛",   "厦门", "西安",   "沈阳", "重庆",         "天津",        "广州",
                    "无锡市", "宁波", "合肥",   "长沙", "南京",         "佛山市顺德区"};
// Rare and dense characters on purpose: those are what a reader gets wrong.
const Words syllables{"鑫", "瑞", "恒", "泰", "盛", "华", "德", "博", "宏", "腾", "达", "凯", "威",
                      "佳", "联", "创", "嘉", "禾", "铭", "晟", "骏", "翔", "睿", "昊", "颐", "璟",
                      "馨", "懿", "垚", "澜", "玥", "臻", "弘", "辰", "晖", "迈", "康", "源", "蓝",
                      "海", "云", "智", "科", "启", "明", "远", "拓", "进", "雅", "欣"};
const Words trades{"医疗器械", "国际贸易",   "进出口",   "供应链管理", "食品",     "生物科技", "信息技术",
                   "机电设备", "汽车零部件", "化妆品",   "农业发展",   "电子商务", "精密机械", "新能源科技",
                   "医药",     "仪器仪表",   "文化传播", "会展服务",   "半导体",   "纺织品",   "新材料",
                   "环保科技", "葡萄酒",     "冷链物流", "工程技术"};
const Words endings{
    "有限公司",     "有限公司",         "有限公司",       "有限责任公司",         "股份有限公司",
    "集团有限公司", "（上海）有限公司", "(中国)有限公司", "合伙企业（有限合伙）", "有限公司上海分公司"};
const Words institutions{
    "市第一人民医院", "市疾病预防控制中心",       "大学附属中心医院", "市农业科学研究院",   "市博物馆",
    "区教育学院",     "市特种设备检验检测研究院", "职业技术学院",     "市公共资源交易中心", "市体育运动学校"};
const Words persons{"王伟", "李娜", "张晓明", "刘洋", "陈静", "欧阳文博", "赵建国", "孙丽", "周子涵", "吴鑫"};
const Words types{"有限责任公司(自然人投资或控股)", "有限责任公司（外国法人独资）", "有限责任公司(国内合资)"};
const Words scopes{
    "许可项目：第三类医疗器械经营；食品经营；货物进出口；技术进出口。（依法须经批准的项目，经相关部门批准后方"
    "可开展经营活动，具体经营"
    "项目以相关部门批准文件或许可证件为准）一般项目：第二类医疗器械销售；技术服务、技术开发、技术咨询、技术交"
    "流、技术转让、技术推广；"
    "机械设备销售；国内贸易代理。",
    "从事货物及技术的进出口业务，日用百货、服装服饰、化妆品、家用电器、电子产品、机械设备、汽车配件的销售，商"
    "务信息咨询，会展服务，仓储服务"
    "（除危险化学品），国内货物运输代理。【依法须经批准的项目，经相关部门批准后方可开展经营活动】",
    "一般项目：软件开发；信息系统集成服务；人工智能应用软件开发；大数据服务；供应链管理服务；食用农产品批发；"
    "互联网销售（除销售需要许可的商品）；"
    "会议及展览服务；组织文化艺术交流活动。（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"};
const Words addresses{
    "中国（上海）自由贸易试验区张江路88号3幢1层A区2008室", "上海市青浦区崧泽大道333号国家会展中心B座1206",
    "北京市海淀区中关村大街27号中关村大厦9层901",          "深圳市南山区粤海街道高新区社区科技南路16号",
    "杭州市西湖区文三路478号华星时代广场D座2201室",        "成都市武侯区天府大道中段1388号1栋7层762号"};
const Words divisions{"310115", "310104", "110108", "440305", "330106", "320506", "510107", "420111",
                      "370202", "350203", "610113", "210102", "500112", "120116", "440106"};

std::string invented_code(std::string_view category, Dice& dice) {
  constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTUWXY", alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  std::string organization;
  bool is_new = dice.below(2) == 0;  // since 2015 they begin with MA and a letter
  if (is_new) organization = std::string("MA") + letters[dice.below(letters.size())];
  while (organization.size() < 8) organization += alphabet[dice.below(is_new ? alphabet.size() : 10)];
  return complete_uscc(std::string(category) + dice.pick(divisions), organization);
}

std::string invented_qr(const Licence& licence, Dice& dice) {
  switch (dice.below(3)) {
    case 0:
      return "http://www.gsxt.gov.cn/index.html?uniscid=" + licence.uscc;
    case 1:
      return fmt::format("统一社会信用代码:{};企业名称:{};登记机关:市场监督管理局", licence.uscc,
                         licence.name);
    default:  // the newer ones are a link that says nothing
      std::string link = "https://example.gov.cn/q/";
      while (link.size() < 60) link += "0123456789abcdef"[dice.below(16)];
      return link;
  }
}

const std::string& another(const Words& words, const std::string& than, Dice& dice) {
  for (;;)
    if (auto& word = dice.pick(words); word != than) return word;
}

/// Other characters in the first places behind the region.
std::string with_other_characters(const Licence& licence, std::size_t count, Dice& dice) {
  auto rest = licence.name.substr(licence.region.size());
  auto characters = characters_of(rest);
  auto first = count == 1 ? dice.below(2) : 0;
  auto name = licence.region;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    std::string character(characters[i]);
    name += i >= first && i < first + count ? another(syllables, character, dice) : character;
  }
  return name;
}

}  // namespace

std::optional<std::string> forged_name(const Licence& licence, Forgery forgery, Dice& dice) {
  switch (forgery) {
    case Forgery::one_character:
      return with_other_characters(licence, 1, dice);
    case Forgery::two_characters:
      return with_other_characters(licence, 2, dice);
    case Forgery::other_region:
      return another(regions, licence.region, dice) + licence.name.substr(licence.region.size());
    case Forgery::share_company: {
      auto ending = licence.name.find("有限公司");
      if (ending == licence.name.npos || licence.name.find("股份") != licence.name.npos) return std::nullopt;
      return std::string(licence.name).insert(ending, "股份");
    }
    case Forgery::branch:
      return licence.name + "北京分公司";
  }
  return std::nullopt;
}

const std::vector<std::string>& value_fonts() {
  static const Words fonts{"Noto Serif CJK SC", "AR PL UKai CN", "Noto Sans CJK SC", "AR PL UMing CN",
                           "WenQuanYi Zen Hei"};
  return fonts;
}

Licence invented_licence(Kind kind, Dice& dice) {
  Licence licence;
  licence.kind = kind;
  licence.region = dice.pick(regions);
  if (kind == Kind::institution) {
    licence.uscc = invented_code("12", dice);
    licence.name = licence.region + dice.pick(institutions);
  } else {
    licence.uscc = invented_code("91", dice);
    licence.name = licence.region;
    auto length = 2 + (dice.below(3) == 0 ? 1 : 0);
    for (int i = 0; i < length; ++i) licence.name += dice.pick(syllables);
    licence.name += dice.pick(trades);
    licence.name += dice.pick(endings);
  }
  licence.font = dice.pick(value_fonts());
  licence.qr = invented_qr(licence, dice);
  licence.type = dice.pick(types);
  licence.person = dice.pick(persons);
  licence.capital = fmt::format("{}万元整", 50 + dice.below(9000));
  licence.address = dice.pick(addresses);
  licence.scope = dice.pick(scopes);
  licence.founded =
      fmt::format("{}年{:02}月{:02}日", 2001 + dice.below(23), 1 + dice.below(12), 1 + dice.below(28));
  return licence;
}

}  // namespace expogate::licences
