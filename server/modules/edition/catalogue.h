#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include "base/enum_text.h"
#include "base/error.h"
#include "base/id.h"

/// The lists from which forms choose: data of an edition, in both languages (EDN-05).
namespace expogate::edition {

using CatalogueItemId = Id<struct CatalogueItemNoun>;

enum class CatalogueKind {
  exhibition_area,
  industry,
  ownership,
  position_category,
  purchase_intention_1y,
  purchase_intention_5y,
  import_volume,
  registered_capital,
  visit_purpose,
  division,
  country,
  pass_type,
  appointment_slot
};
BOOST_DESCRIBE_ENUM(CatalogueKind, exhibition_area, industry, ownership, position_category,
                    purchase_intention_1y, purchase_intention_5y, import_volume, registered_capital,
                    visit_purpose, division, country, pass_type, appointment_slot)

/// How deep a catalogue may go: areas hold two levels of products, divisions are province, city, district.
constexpr int levels_of(CatalogueKind kind) {
  switch (kind) {
    case CatalogueKind::exhibition_area:
    case CatalogueKind::division:
      return 3;
    case CatalogueKind::industry:
      return 2;
    default:
      return 1;
  }
}

struct CatalogueItem {
  CatalogueItemId id;
  CatalogueKind kind = CatalogueKind::industry;
  std::string code;
  std::optional<CatalogueItemId> parent_id;
  std::string name_zh, name_en;
  int position = 0;
  bool active = true;
  std::int64_t version = 1;
  bool operator==(const CatalogueItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(CatalogueItem, (),
                      (id, kind, code, parent_id, name_zh, name_en, position, active, version))

/// An item as a list shows it.
struct CatalogueRow : CatalogueItem {
  bool has_children = false;
};
BOOST_DESCRIBE_STRUCT(CatalogueRow, (CatalogueItem), (has_children))

struct CatalogueCount {
  CatalogueKind kind = CatalogueKind::industry;
  std::int64_t items = 0;
};
BOOST_DESCRIBE_STRUCT(CatalogueCount, (), (kind, items))

inline const ErrorCode catalogue_code_taken{"catalogue.code_taken", "编码在此目录中已被使用",
                                            "This code is already used in this list"};
inline const ErrorCode catalogue_parent_wrong{"catalogue.parent_wrong", "上级项目不存在或层级过深",
                                              "The parent item does not exist or is at too low a level"};
inline const ErrorCode catalogue_has_children{"catalogue.has_children", "请先删除下级项目，或改为停用",
                                              "Please delete its sub-items first, or deactivate it"};

}  // namespace expogate::edition

namespace expogate {
template <>
inline constexpr auto enum_labels<edition::CatalogueKind> = std::to_array<EnumLabel>({
    {"exhibition_area", "展区与产品", "Exhibition areas and products"},
    {"industry", "行业类型", "Industries"},
    {"ownership", "单位性质", "Ownership"},
    {"position_category", "职务类别", "Job functions"},
    {"purchase_intention_1y", "未来一年采购意向", "Planned purchases, next year"},
    {"purchase_intention_5y", "未来五年采购意向", "Planned purchases, next five years"},
    {"import_volume", "进口额", "Annual imports"},
    {"registered_capital", "注册资本", "Registered capital"},
    {"visit_purpose", "参观目的", "Purpose of visit"},
    {"division", "行政区划", "Administrative divisions"},
    {"country", "国家和地区", "Countries and regions"},
    {"pass_type", "车证种类", "Vehicle pass types"},
    {"appointment_slot", "预约时段", "Appointment slots"},
});
}  // namespace expogate
