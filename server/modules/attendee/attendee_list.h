#pragma once
#include <vector>

#include "attendee/attendee.h"
#include "attendee/badge_state.h"
#include "attendee/payment_state.h"
#include "base/caller.h"
#include "base/page.h"
#include "organization/organization_list.h"
#include "platform/db/tx.h"
#include "platform/wire/text_types.h"

/// Lists of attendees: an organization's own, the groups', the bureau's, with every filter of the screens.
namespace expogate::attendee {

/// The filters, as the address bar, an export and a batch carry them.
struct AttendeeFilter {
  std::optional<organization::Placement> placement;
  std::optional<wire::Text<1, 60>> name;          ///< part of a name
  std::optional<wire::Text<1, 60>> number;        ///< 人员编号, whole
  std::optional<wire::Text<1, 40>> document;      ///< whole: what is sealed is found by its index
  std::optional<wire::Text<1, 60>> organization;  ///< part of a name, or a USCC
  std::optional<OrganizationId> organization_id;
  std::optional<TradingGroupId> trading_group_id;  ///< of its own organizations
  std::optional<TradingGroupId> top_group_id;      ///< of these and its subgroups'
  std::vector<AttendeeState> state;
  std::vector<BadgeType> badge_type;
  std::optional<RegionType> region_type;
  std::vector<std::string> entry_option_id;
  std::optional<std::string> position_category_code;
  std::optional<Collection> collection;
  std::optional<AttendeeSource> source;
  std::optional<bool> is_reuse;
  std::vector<Sponsorship> sponsorship;
  std::vector<BadgeState> badge_state;
  std::optional<PaymentState> payment_state;
  std::optional<OrderStanding> order_state;
  std::optional<IdentityState> identity;
  std::optional<bool> has_face_warning;  ///< a machine sees no face or several in the photo
  std::optional<CivilDate> submitted_from_on, submitted_to_on;
  std::optional<bool> awaits_me;  ///< what the caller is to review now
  std::vector<AttendeeId> id;     ///< chosen rows
  std::optional<std::string> nationality_code;
};
BOOST_DESCRIBE_STRUCT(AttendeeFilter, (),
                      (placement, name, number, document, organization, organization_id, trading_group_id,
                       top_group_id, state, badge_type, region_type, entry_option_id, position_category_code,
                       collection, source, is_reuse, sponsorship, badge_state, payment_state, order_state,
                       identity, has_face_warning, submitted_from_on, submitted_to_on, awaits_me, id,
                       nationality_code))

struct AttendeeRow {
  AttendeeId id;
  std::int64_t serial = 0;
  std::string number, name_zh, name_en;
  std::optional<Gender> gender;
  std::optional<RegionType> region_type;
  std::optional<DocumentType> document_type;
  std::string document_masked, nationality_code, position, position_category_code;
  BadgeType badge_type = BadgeType::professional;
  std::optional<edition::EntryOptionId> entry_option_id;
  std::optional<std::string> entry_option_zh, entry_option_en;
  std::optional<Collection> collection;
  AttendeeState state = AttendeeState::draft;
  AttendeeSource source = AttendeeSource::contact;
  bool is_reuse = false;
  std::int64_t fee_fen = 0;
  std::optional<Sponsorship> sponsorship;
  std::optional<BadgeState> badge_state;  ///< of the newest badge; none: there is none yet
  IdentityState identity_state = IdentityState::not_asked;
  std::optional<IdentityFinding> identity_finding;
  std::optional<Instant> identity_at;
  bool has_photo = false;
  std::optional<int> face_count;
  OrganizationId organization_id;
  std::string organization_number, organization_name_zh, organization_name_en;
  std::optional<TradingGroupId> trading_group_id, top_group_id;
  std::optional<Instant> submitted_at, awaiting_since, decided_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AttendeeRow, (),
                      (id, serial, number, name_zh, name_en, gender, region_type, document_type,
                       document_masked, nationality_code, position, position_category_code, badge_type,
                       entry_option_id, entry_option_zh, entry_option_en, collection, state, source, is_reuse,
                       fee_fen, sponsorship, badge_state, identity_state, identity_finding, identity_at,
                       has_photo, face_count, organization_id, organization_number, organization_name_zh,
                       organization_name_en, trading_group_id, top_group_id, submitted_at, awaiting_since,
                       decided_at, version))

/// How many of an organization's people are in each state.
struct AttendeeCount {
  AttendeeState state = AttendeeState::draft;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(AttendeeCount, (), (state, count))

namespace store {

/// `documents`: under which indexes the filter's document is found, one for each kind of document.
Page<AttendeeRow> list(db::Tx& tx, const Caller& caller, const AttendeeFilter& filter,
                       const std::vector<std::string>& documents, const PageRequest& page);

/// The rows that a filter finds behind a serial number, in order: long work goes through them in pieces.
std::vector<AttendeeRow> list_piece(db::Tx& tx, const Caller& caller, const AttendeeFilter& filter,
                                    const std::vector<std::string>& documents, std::int64_t after_serial,
                                    int limit);

/// The serial numbers of what a filter finds in the order of the list, for work that goes through it as it is
/// sorted; and the rows of some of them, without those that have left it meanwhile.
std::vector<std::int64_t> list_serials(db::Tx& tx, const Caller& caller, const AttendeeFilter& filter,
                                       const std::vector<std::string>& documents, const std::string& sort,
                                       int most);
std::vector<AttendeeRow> list_by_serials(db::Tx& tx, const Caller& caller, const AttendeeFilter& filter,
                                         const std::vector<std::string>& documents,
                                         const std::vector<std::int64_t>& serials);

/// The people of these organizations behind one of them, organization by organization.
std::vector<AttendeeRow> list_piece_of(db::Tx& tx, const Caller& caller,
                                       const std::vector<OrganizationId>& organizations,
                                       const AttendeeRow& after, int limit);

/// The one that has waited longest and is not `besides` nor open at a colleague since `visited_after`.
std::optional<AttendeeId> find_next_awaiting(db::Tx& tx, const Caller& caller, const AttendeeFilter& filter,
                                             const std::vector<std::string>& documents,
                                             const std::optional<AttendeeId>& besides, Instant visited_after);

std::vector<AttendeeCount> count_by_state(db::Tx& tx, const OrganizationId& organization);

}  // namespace store
}  // namespace expogate::attendee
