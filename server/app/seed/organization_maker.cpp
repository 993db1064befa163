#include "app/seed/organization_maker.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/seed/people_names.h"
#include "base/uscc.h"

namespace expogate::seed {
namespace {

using namespace organization;

constexpr std::string_view shop_first[] = {"华", "瑞", "恒", "鼎", "宏", "泰", "盛", "嘉",
                                           "融", "博", "远", "航", "兴", "德", "润"};
constexpr std::string_view shop_second[] = {"丰", "达", "睿", "昊", "晟", "鑫", "卓", "凯",
                                            "铭", "腾", "翔", "安", "源", "和", "通", "创"};
constexpr std::string_view trades[] = {"国际贸易", "进出口",   "医疗器械",   "食品",     "汽车销售",
                                       "机械设备", "生物科技", "供应链管理", "信息技术", "日用品",
                                       "化妆品",   "酒业",     "农业发展",   "新材料",   "环保科技",
                                       "现代物流", "商业连锁", "半导体"};
constexpr std::string_view companies[] = {"有限公司",     "有限公司",     "有限公司",
                                          "有限责任公司", "股份有限公司", "集团有限公司"};
constexpr std::string_view offices[] = {"商务局",     "市场监督管理局", "发展和改革委员会",
                                        "农业农村局", "科学技术局",     "招商局"};
constexpr std::string_view institutions[] = {"人民医院",       "中医医院",   "疾病预防控制中心",
                                             "农业科学研究院", "外国语大学", "质量检验研究院"};
constexpr std::string_view associations[] = {"进出口商会", "食品行业协会", "医疗器械行业协会", "零售商业协会",
                                             "汽车行业协会"};
constexpr std::string_view departments[] = {"采购部", "国际业务部", "市场部", "办公室", "进口部", "综合处"};
constexpr std::string_view positions[] = {"采购经理", "总经理", "部门主管", "业务经理", "主任", "副处长"};
constexpr std::string_view roads[] = {"人民路",   "中山路", "解放大道", "建设路",
                                      "科技大道", "滨江路", "迎宾路",   "长江路"};
constexpr std::string_view ownerships[] = {"159", "159", "173", "173", "110", "160", "330", "310", "230"};

struct OverseasParts {
  const char *country, *code_of_phone, *city, *ending;
};
constexpr OverseasParts abroad[] = {
    {"DE", "+4915", "Hamburg", "GmbH"},     {"FR", "+336", "Lyon", "SAS"},
    {"JP", "+8190", "Osaka", "K.K."},       {"US", "+1415", "Oakland", "Inc."},
    {"AU", "+614", "Melbourne", "Pty Ltd"}, {"IT", "+3934", "Milano", "S.r.l."},
    {"TH", "+668", "Bangkok", "Co., Ltd."}, {"BR", "+5511", "São Paulo", "Ltda."},
    {"KE", "+2547", "Nairobi", "Ltd"},      {"HK", "+8526", "Kowloon", "Limited"}};
constexpr std::string_view abroad_names[] = {"Nordlicht", "Blue Harbour", "Sunfield", "Alpenrose",
                                             "Greenway",  "Mistral",      "Redwood",  "Silverline",
                                             "Oceanic",   "Pinnacle"};
constexpr std::string_view abroad_trades[] = {"Foods",     "Medical", "Trading",  "Instruments",
                                              "Logistics", "Wines",   "Robotics", "Dairy"};

bool is_leaf(const TsvRow& row, const std::vector<TsvRow>& rows) {
  return std::none_of(rows.begin(), rows.end(),
                      [&](auto& other) { return other.at("parent_code") == row.at("code"); });
}

std::vector<TsvRow> leaves(const std::string& path) {
  auto rows = read_tsv(path);
  std::vector<TsvRow> found;
  for (auto& row : rows)
    if (is_leaf(row, rows)) found.push_back(row);
  return found;
}

const char* authority_of(Category category) {
  switch (category) {
    case Category::government:
      return "11";
    case Category::institution:
      return "12";
    case Category::social:
      return "51";
    default:
      return "91";
  }
}

/// What comes before the last part of a code: `FOOD-01-02` stands under `FOOD-01` and `FOOD`.
std::vector<std::string> ancestors_of(const std::string& code) {
  std::vector<std::string> above;
  for (auto dash = code.rfind('-'); dash != code.npos && dash > 0; dash = code.rfind('-', dash - 1))
    above.push_back(code.substr(0, dash));
  return above;
}

}  // namespace

std::vector<SeedGroup> groups_for_organizations(const std::string& folder) {
  std::vector<SeedGroup> groups;
  for (auto& row : read_tsv(fair_folder(folder) + "/groups.tsv")) {
    bool is_subgroup = !row.at("parent_code").empty();
    groups.push_back({{row.at("code")},
                      {is_subgroup ? row.at("parent_code") : row.at("code")},
                      row.at("name_zh"),
                      is_subgroup});
  }
  return groups;
}

OrganizationMaker::OrganizationMaker(const std::string& folder, std::uint64_t seed, int first_serial)
    : random_(seed),
      areas_(leaves(catalogue_file(folder, "exhibition_area"))),
      industries_(leaves(list_file(folder, "industry"))),
      purposes_(read_tsv(catalogue_file(folder, "visit_purpose"))),
      purchases_1y_(read_tsv(catalogue_file(folder, "purchase_intention_1y"))),
      purchases_5y_(read_tsv(catalogue_file(folder, "purchase_intention_5y"))),
      imports_(read_tsv(catalogue_file(folder, "import_volume"))),
      capitals_(read_tsv(catalogue_file(folder, "registered_capital"))),
      serial_(first_serial) {
  std::map<std::string, TsvRow> by_code;
  for (auto& row : read_tsv(list_file(folder, "division"))) by_code[row.at("code")] = row;
  for (auto& [code, row] : by_code) {
    auto city = by_code.find(row.at("parent_code"));
    if (city == by_code.end() || city->second.at("parent_code").empty()) continue;
    auto& province = by_code.at(city->second.at("parent_code"));
    places_.push_back({province.at("code"), city->first, code, province.at("name_zh"),
                       city->second.at("name_zh"), row.at("name_zh")});
  }
}

Instant OrganizationMaker::between(Instant from, Instant to) {
  double along = std::max(double(pick(10'000)), double(pick(10'000))) / 10'000;
  return from + Duration{std::int64_t(double((to - from).ms) * along)};
}

/// A subgroup of a district has its organizations there, a group anywhere in its province; groups of
/// enterprises and trades have theirs all over the country.
const OrganizationMaker::Place& OrganizationMaker::place_for(const SeedGroup& group) {
  for (int tries = 0; tries < 4000; ++tries) {
    auto& place = one_of(places_);
    auto name = std::string_view(group.name_zh);
    bool is_in_province = name.substr(0, 6) == std::string_view(place.province).substr(0, 6);
    bool is_in_city = name.substr(0, 6) == std::string_view(place.city).substr(0, 6);
    if (is_in_province || is_in_city) return place;
  }
  return one_of(places_);
}

std::string OrganizationMaker::name_zh(const Place& place, Category category) {
  auto where = place.province == place.city ? place.province + place.district : place.city + place.district;
  switch (category) {
    case Category::government:
      return where + std::string(one_of(offices));
    case Category::institution:
      return where + std::string(one_of(institutions));
    case Category::social:
      return where + std::string(one_of(associations));
    default:
      return fmt::format("{}{}{}{}{}", place.city.substr(0, 6), one_of(shop_first), one_of(shop_second),
                         one_of(trades), one_of(companies));
  }
}

void OrganizationMaker::choose(MadeOrganization& made, ChoiceKind kind, const std::vector<TsvRow>& catalogue,
                               std::size_t count) {
  std::map<std::string, bool> chosen;
  for (std::size_t i = 0; i < count; ++i) {
    auto& row = one_of(catalogue);
    auto code = row.at("code");
    chosen[code] = true;
    for (auto& above : ancestors_of(code)) chosen.emplace(above, false);
    if (kind == ChoiceKind::industry && !row.at("parent_code").empty())
      chosen.emplace(row.at("parent_code"), false);
  }
  std::vector<Choice> choices;
  for (auto& [code, is_chosen] : chosen) choices.push_back({kind, code, is_chosen});
  put_choices(made.form, choices);
  made.choices.insert(made.choices.end(), choices.begin(), choices.end());
}

void OrganizationMaker::answer(MadeOrganization& made) {
  auto& o = made.organization;
  bool is_enterprise = o.category == Category::enterprise;
  if (is_enterprise) {
    o.is_listed = happens(8);
    o.import_volume_code = one_of(imports_).at("code");
  }
  if (is_enterprise && o.origin == Origin::domestic) {
    o.employees = std::int64_t(5 + pick(10) * pick(200));
    o.turnover_wan = std::int64_t(100 + pick(100) * pick(800));
    o.ownership_code = one_of(ownerships);
    o.registered_capital_code = one_of(capitals_).at("code");
  }
  o.purchase_1y_code = one_of(purchases_1y_).at("code");
  o.purchase_5y_code = one_of(purchases_5y_).at("code");
  if (happens(60)) o.import_goods = fmt::format("{}相关产品与服务", one_of(trades));
  choose(made, ChoiceKind::industry, industries_, 1 + pick(3));
  choose(made, ChoiceKind::product, areas_, 2 + pick(6));
  choose(made, ChoiceKind::visit_purpose, purposes_, 1 + pick(3));
  if (happens(25)) made.form.purchase_needs.push_back({"FOOD", "寻找优质进口产品的稳定供应商", happens(50)});
}

void OrganizationMaker::contact(MadeOrganization& made) {
  auto& o = made.organization;
  bool is_domestic = o.origin == Origin::domestic;
  bool is_woman = happens(50);
  o.contact_title = is_woman ? ContactTitle::ms : ContactTitle::mr;
  o.contact_name = is_domestic ? fmt::format("{}{}", one_of(surnames), one_of(given_names))
                               : fmt::format("{} {}", is_woman ? "Anna" : "Peter", one_of(abroad_names));
  o.contact_department = one_of(departments);
  o.contact_position = one_of(positions);
  o.contact_telephone = fmt::format("021-{:08}", 50'000'000 + serial_);
  made.mobile = fmt::format("136{:08}", serial_);
  made.email = fmt::format("contact{}@{}.example", serial_, is_domestic ? "danwei" : "overseas");
}

MadeOrganization OrganizationMaker::domestic(const SeedGroup& group, Category category) {
  ++serial_;
  MadeOrganization made;
  auto& o = made.organization;
  auto& place = place_for(group);
  o.category = category;
  o.trading_group_id = group.id;
  o.top_group_id = group.top_id;
  o.name_zh = name_zh(place, category);
  o.uscc = complete_uscc(authority_of(category) + place.district_code, fmt::format("M{:07}", serial_));
  o.country_code = "CN";
  o.province_code = place.province_code;
  o.city_code = place.city_code;
  o.district_code = place.district_code;
  o.address = fmt::format("{}{}{}号", place.district, one_of(roads), 1 + pick(900));
  answer(made);
  contact(made);
  return made;
}

MadeOrganization OrganizationMaker::overseas() {
  ++serial_;
  MadeOrganization made;
  auto& o = made.organization;
  auto& part = one_of(abroad);
  o.origin = Origin::overseas;
  o.category = happens(85) ? Category::enterprise : Category::social;
  o.name_en = fmt::format("{} {} {} {}", one_of(abroad_names), one_of(abroad_trades), serial_, part.ending);
  o.country_code = part.country;
  o.address = fmt::format("{} Market Street, {}", 1 + pick(300), part.city);
  o.overseas_key = overseas_key_of(o.origin, o);
  answer(made);
  contact(made);
  made.mobile = fmt::format("{}{:07}", part.code_of_phone, serial_);
  return made;
}

}  // namespace expogate::seed
