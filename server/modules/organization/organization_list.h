#pragma once
#include <vector>

#include "base/caller.h"
#include "base/page.h"
#include "organization/organization.h"
#include "platform/db/tx.h"
#include "platform/wire/text_types.h"

/// The lists 团内直属单位, 分团下属单位 and the bureau's, with every filter of the screens (ORG-09).
namespace expogate::organization {

/// Which part of a group's subtree: its own, or its subgroups'.
enum class Placement { direct, subordinate };
BOOST_DESCRIBE_ENUM(Placement, direct, subordinate)

/// The filters, as the address bar, an export and a mailing carry them.
struct OrganizationFilter {
  std::optional<Placement> placement;
  std::optional<wire::Text<1, 60>> q;  ///< part of a name, or the beginning of a USCC
  std::optional<wire::Text<1, 60>> number, address, group;
  std::vector<OrganizationState> state;
  std::optional<Origin> origin;
  std::optional<Category> category;
  std::optional<TradingGroupId> trading_group_id;
  std::optional<std::string> purchase_1y_code, purchase_5y_code, import_volume_code, registered_capital_code,
      ownership_code, country_code;
  std::optional<std::string> industry_type;  ///< 行业类型: one section
  std::vector<std::string> industry, product;
  std::optional<bool> is_sme, is_listed, is_past, is_exported, has_group;
  std::optional<CivilDate> submitted_from_on, submitted_to_on;
  std::optional<bool> awaits_me;   ///< what the caller is to review now
  std::vector<OrganizationId> id;  ///< chosen rows
  /// What was exported later counts as not exported: an export that is begun again finds the same rows.
  std::optional<Instant> exported_before;
};
BOOST_DESCRIBE_STRUCT(OrganizationFilter, (),
                      (placement, q, number, address, group, state, origin, category, trading_group_id,
                       purchase_1y_code, purchase_5y_code, import_volume_code, registered_capital_code,
                       ownership_code, country_code, industry_type, industry, product, is_sme, is_listed,
                       is_past, is_exported, has_group, submitted_from_on, submitted_to_on, awaits_me, id,
                       exported_before))

struct OrganizationRow {
  OrganizationId id;
  std::int64_t serial = 0;
  std::string number, name_zh, name_en;
  std::optional<std::string> uscc;
  Origin origin = Origin::domestic;
  Category category = Category::enterprise;
  OrganizationState state = OrganizationState::draft;
  std::string contact_name;
  std::optional<ContactTitle> contact_title;
  std::string purchase_5y_code;
  std::int64_t attendee_count = 0;
  bool is_past = false;
  std::optional<bool> is_sme;
  std::optional<TradingGroupId> trading_group_id, top_group_id;
  std::optional<std::string> group_name_zh, group_name_en;
  std::optional<Instant> submitted_at, awaiting_since, exported_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(OrganizationRow, (),
                      (id, serial, number, name_zh, name_en, uscc, origin, category, state, contact_name,
                       contact_title, purchase_5y_code, attendee_count, is_past, is_sme, trading_group_id,
                       top_group_id, group_name_zh, group_name_en, submitted_at, awaiting_since, exported_at,
                       version))

namespace store {

Page<OrganizationRow> list(db::Tx& tx, const Caller& caller, const OrganizationFilter& filter,
                           const PageRequest& page);
std::int64_t count(db::Tx& tx, const Caller& caller, const OrganizationFilter& filter);

/// The ids that a filter finds behind a serial number, in order: long work goes through them in pieces.
std::vector<OrganizationRow> list_piece(db::Tx& tx, const Caller& caller, const OrganizationFilter& filter,
                                        std::int64_t after_serial, int limit);

/// The serial numbers of what a filter finds in the order of the list, for work that goes through it as it is
/// sorted; and the rows of some of them, without those that have left it meanwhile.
std::vector<std::int64_t> list_serials(db::Tx& tx, const Caller& caller, const OrganizationFilter& filter,
                                       const std::string& sort, int most);
std::vector<OrganizationRow> list_by_serials(db::Tx& tx, const Caller& caller,
                                             const OrganizationFilter& filter,
                                             const std::vector<std::int64_t>& serials);

/// The one that has waited longest for this caller and is not `besides` nor open at a colleague since
/// `visited_after`.
std::optional<OrganizationId> find_next_awaiting(db::Tx& tx, const Caller& caller,
                                                 const OrganizationFilter& filter,
                                                 const std::optional<OrganizationId>& besides,
                                                 Instant visited_after);

}  // namespace store
}  // namespace expogate::organization

namespace expogate {
template <>
inline constexpr auto enum_labels<organization::Placement> = std::to_array<EnumLabel>({
    {"direct", "团内直属", "Direct"},
    {"subordinate", "分团下属", "Of subgroups"},
});
}  // namespace expogate
