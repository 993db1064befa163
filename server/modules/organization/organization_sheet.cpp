#include "organization/organization_sheet.h"

#include "base/localized.h"
#include "platform/sheet/sheet_headings.h"

namespace expogate::organization {
namespace {

using edition::CatalogueKind;

constexpr EnumLabel columns[] = {
    {"number", "单位编号", "Organization number"},
    {"name_zh", "单位名称（中文）", "Organization name (Chinese)"},
    {"name_en", "单位名称（英文）", "Organization name (English)"},
    {"uscc", "统一社会信用代码", "Unified social credit code"},
    {"origin", "单位来源", "Domestic or overseas"},
    {"category", "单位类型", "Organization type"},
    {"state", "审核状态", "Review status"},
    {"group", "所在分团", "Subgroup"},
    {"referral_code", "推荐码", "Referral code"},
    {"country", "国家或地区", "Country or region"},
    {"place", "省市区", "Province, city, district"},
    {"address", "单位地址", "Address"},
    {"website", "网址", "Website"},
    {"employees", "从业人员", "Number of employees"},
    {"turnover_wan", "年营业收入(万元)", "Annual turnover (in CNY 10,000)"},
    {"is_sme", "是否中小微企业", "Micro, small or medium-sized enterprise"},
    {"is_listed", "是否上市", "Listed company"},
    {"ownership", "单位性质", "Ownership"},
    {"industries", "所属行业", "Industries"},
    {"registered_capital", "注册资本(万元)", "Registered capital"},
    {"import_volume", "进口额(万美元)", "Annual imports"},
    {"purchase_1y", "未来一年采购意向(万美元)", "Planned purchases, next year"},
    {"purchase_5y", "未来五年采购意向(万美元)", "Planned purchases, next five years"},
    {"products", "感兴趣展品", "Products of interest"},
    {"visit_purposes", "参观目的", "Purpose of visit"},
    {"import_goods", "拟进口商品或服务", "Goods or services you plan to import"},
    {"contact_name", "联系人", "Contact name"},
    {"contact_title", "称谓", "Title"},
    {"contact_department", "部门", "Department"},
    {"contact_position", "职务", "Job title"},
    {"contact_mobile", "手机号", "Mobile"},
    {"contact_telephone", "固定电话", "Telephone"},
    {"contact_email", "邮箱", "E-mail"},
    {"attendee_count", "参观人数", "Attendees"},
    {"is_past", "是否往届专业观众", "Previous professional visitor"},
    {"registered_at", "注册时间", "Registered"},
    {"submitted_at", "申报日期", "Submitted"},
    {"decided_at", "审核时间", "Decided"},
};

SheetCell text(const std::string& value) {
  return value.empty() ? SheetCell() : SheetCell(value);
}

SheetCell yes_no(std::optional<bool> value, Locale locale) {
  if (!value) return {};
  bool is_english = locale == Locale::en;
  return std::string(*value ? (is_english ? "Yes" : "是") : (is_english ? "No" : "否"));
}

template <class Number>
SheetCell number(const std::optional<Number>& value) {
  return value ? SheetCell(double(*value)) : SheetCell();
}

SheetCell time(const std::optional<Instant>& at) {
  return at ? SheetCell(*at) : SheetCell();
}

std::string chosen(const SheetRow& row, ChoiceKind kind, CatalogueKind catalogue,
                   const CatalogueWords& words) {
  std::string joined;
  for (auto& choice : row.choices)
    if (choice.kind == kind && choice.is_chosen)
      joined += (joined.empty() ? "" : "; ") + words.of(catalogue, choice.code);
  return joined;
}

std::string place_of(const Organization& o, const CatalogueWords& words) {
  std::string place;
  for (auto* code : {&o.province_code, &o.city_code, &o.district_code})
    if (!code->empty()) place += (place.empty() ? "" : " ") + words.of(CatalogueKind::division, *code);
  return place;
}

}  // namespace

CatalogueWords::CatalogueWords(db::Tx& tx, const EditionId& edition, Locale locale) {
  using enum CatalogueKind;
  for (auto kind : {exhibition_area, industry, ownership, purchase_intention_1y, purchase_intention_5y,
                    import_volume, registered_capital, visit_purpose, division, country})
    for (auto& item : edition::CatalogueService::list_all(tx, edition, kind))
      words_[{kind, item.code}] = localized(locale, item.name_zh, item.name_en);
}

std::string CatalogueWords::of(CatalogueKind kind, const std::string& code) const {
  auto found = words_.find({kind, code});
  return found == words_.end() ? code : found->second;
}

std::vector<std::string> sheet_headings(Locale locale) {
  return expogate::sheet_headings(columns, locale);
}

std::vector<SheetCell> sheet_cells(const SheetRow& r, const CatalogueWords& words, Locale locale) {
  auto& o = r.organization;
  auto group = localized(locale, r.row.group_name_zh.value_or(""), r.row.group_name_en.value_or(""));
  auto label = [&](auto value) { return SheetCell(std::string(enum_words(value, locale))); };
  return {text(o.number),
          text(o.name_zh),
          text(o.name_en),
          text(o.uscc.value_or("")),
          label(o.origin),
          label(o.category),
          label(o.state),
          text(group),
          text(o.referral_code),
          text(words.of(CatalogueKind::country, o.country_code)),
          text(place_of(o, words)),
          text(o.address),
          text(o.website),
          number(o.employees),
          number(o.turnover_wan),
          yes_no(o.is_sme, locale),
          yes_no(o.is_listed, locale),
          text(words.of(CatalogueKind::ownership, o.ownership_code)),
          text(chosen(r, ChoiceKind::industry, CatalogueKind::industry, words)),
          text(words.of(CatalogueKind::registered_capital, o.registered_capital_code)),
          text(words.of(CatalogueKind::import_volume, o.import_volume_code)),
          text(words.of(CatalogueKind::purchase_intention_1y, o.purchase_1y_code)),
          text(words.of(CatalogueKind::purchase_intention_5y, o.purchase_5y_code)),
          text(chosen(r, ChoiceKind::product, CatalogueKind::exhibition_area, words)),
          text(chosen(r, ChoiceKind::visit_purpose, CatalogueKind::visit_purpose, words)),
          text(o.import_goods),
          text(o.contact_name),
          o.contact_title ? label(*o.contact_title) : SheetCell(),
          text(o.contact_department),
          text(o.contact_position),
          text(r.mobile),
          text(o.contact_telephone),
          text(r.email),
          double(o.attendee_count),
          yes_no(o.past_organization_id.has_value(), locale),
          SheetCell(o.registered_at),
          o.submitted_at ? SheetCell(fair_date(*o.submitted_at)) : SheetCell(),
          time(o.decided_at)};
}

}  // namespace expogate::organization
