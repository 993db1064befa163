#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "attendee/identity_check.h"
#include "base/enum_text.h"
#include "base/error.h"
#include "base/id.h"
#include "base/identity_document.h"
#include "base/transitions.h"
#include "edition/entry_option.h"

/// Attendees (人员): the people of organizations who will visit the fair.
namespace expogate::attendee {

using AttendeeId = Id<struct AttendeeNoun>;
using CourierAddressId = Id<struct CourierAddressNoun>;
using edition::BadgeType;
using edition::RegionType;

enum class AttendeeState {
  pending_confirmation,
  draft,
  awaiting_group,
  awaiting_payment,
  awaiting_review,
  approved,
  rejected,
  returned,
  voided
};
BOOST_DESCRIBE_ENUM(AttendeeState, pending_confirmation, draft, awaiting_group, awaiting_payment,
                    awaiting_review, approved, rejected, returned, voided)

/// What moves an attendee from state to state.
enum class AttendeeAction {
  save_draft,
  hand_to_group,    ///< complete, and the group decides who pays
  hand_to_payment,  ///< complete, and to be paid for
  submit,           ///< paid, sponsored or free
  submit_again,     ///< after a return: it has been paid for already
  approve,
  return_for_changes,
  reject,
  void_attendee
};
BOOST_DESCRIBE_ENUM(AttendeeAction, save_draft, hand_to_group, hand_to_payment, submit, submit_again, approve,
                    return_for_changes, reject, void_attendee)

// ATT-05. From awaiting_review on the data are locked; whoever is voided can be filled in again as a new row.
inline constexpr auto attendee_transitions = [] {
  using enum AttendeeState;
  using enum AttendeeAction;
  return std::to_array<Transition<AttendeeState, AttendeeAction>>({
      {pending_confirmation, save_draft, pending_confirmation},
      {pending_confirmation, hand_to_group, awaiting_group},
      {pending_confirmation, hand_to_payment, awaiting_payment},
      {draft, save_draft, draft},
      {draft, hand_to_group, awaiting_group},
      {draft, hand_to_payment, awaiting_payment},
      {awaiting_group, save_draft, draft},
      {awaiting_group, hand_to_group, awaiting_group},
      {awaiting_group, hand_to_payment, awaiting_payment},
      {awaiting_group, submit, awaiting_review},
      {awaiting_payment, save_draft, draft},
      {awaiting_payment, hand_to_payment, awaiting_payment},
      {awaiting_payment, submit, awaiting_review},
      {awaiting_review, approve, approved},
      {awaiting_review, return_for_changes, returned},
      {awaiting_review, reject, rejected},
      {returned, submit_again, awaiting_review},
      {draft, void_attendee, voided},
      {pending_confirmation, void_attendee, voided},
      {awaiting_group, void_attendee, voided},
      {awaiting_payment, void_attendee, voided},
      {awaiting_review, void_attendee, voided},
      {approved, void_attendee, voided},
      {rejected, void_attendee, voided},
      {returned, void_attendee, voided},
  });
}();
static_assert(has_no_duplicates(attendee_transitions));

inline std::optional<AttendeeState> next_state(AttendeeState from, AttendeeAction action) {
  return expogate::next_state(attendee_transitions, from, action);
}

/// Its organization may change the data.
constexpr bool is_editable(AttendeeState state) {
  using enum AttendeeState;
  return state == pending_confirmation || state == draft || state == awaiting_group ||
         state == awaiting_payment || state == returned;
}

/// Its organization may take it back for good: nothing has been paid and nobody has judged it.
constexpr bool is_removable(AttendeeState state) {
  return is_editable(state) && state != AttendeeState::returned;
}

/// How an attendee came to be.
enum class AttendeeSource {
  contact,    ///< typed by the organization's contact
  colleague,  ///< typed by the person, by the organization's code (ORG-11)
  sheet,      ///< imported
  past,       ///< taken over from a past edition
};
BOOST_DESCRIBE_ENUM(AttendeeSource, contact, colleague, sheet, past)

enum class Collection { onsite, courier };
BOOST_DESCRIBE_ENUM(Collection, onsite, courier)

/// A group's decision about somebody's fee (代付状态), for good (GPY-02).
enum class Sponsorship { sponsored, declined };
BOOST_DESCRIBE_ENUM(Sponsorship, sponsored, declined)

/// What is in the clear of an attendee: the same in the row, in lists and on the badge.
struct Profile {
  std::string name_zh, name_en;
  std::optional<Gender> gender;
  std::optional<RegionType> region_type;
  std::optional<DocumentType> document_type;
  std::string nationality_code;
  std::string department, position, position_category_code;
  std::optional<FileId> photo_id;
  std::optional<edition::EntryOptionId> entry_option_id;
  std::optional<Collection> collection;
  std::optional<CourierAddressId> courier_address_id;
  BadgeType badge_type = BadgeType::professional;
};
BOOST_DESCRIBE_STRUCT(Profile, (),
                      (name_zh, name_en, gender, region_type, document_type, nationality_code, department,
                       position, position_category_code, photo_id, entry_option_id, collection,
                       courier_address_id, badge_type))

/// Personal data as rows keep them: sealed, to be found by, and as everybody may see them (ACC-07).
struct SealedPerson {
  std::optional<std::string> document_sealed, document_index;
  std::string document_masked;
  std::optional<std::string> birth_sealed;
  std::optional<std::string> mobile_sealed, mobile_index;
  std::string mobile_masked;
  std::optional<std::string> email_sealed;
  std::string email_masked;
};
BOOST_DESCRIBE_STRUCT(SealedPerson, (),
                      (document_sealed, document_index, document_masked, birth_sealed, mobile_sealed,
                       mobile_index, mobile_masked, email_sealed, email_masked))

struct Attendee : Profile, SealedPerson {
  AttendeeId id;
  EditionId edition_id;
  std::int64_t serial = 0;
  std::string number;
  OrganizationId organization_id;
  std::optional<TradingGroupId> trading_group_id, top_group_id;
  AttendeeState state = AttendeeState::draft;
  AttendeeSource source = AttendeeSource::contact;
  std::optional<AttendeeId> past_attendee_id;
  bool is_reuse = false;
  std::optional<int> face_count;
  std::int64_t fee_fen = 0;
  IdentityState identity_state = IdentityState::not_asked;
  std::optional<IdentityFinding> identity_finding;
  std::optional<Instant> identity_at;
  Instant created_at;
  std::optional<Sponsorship> sponsorship;
  std::optional<Instant> submitted_at, awaiting_since, decided_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Attendee, (Profile, SealedPerson),
                      (id, edition_id, serial, number, organization_id, trading_group_id, top_group_id, state,
                       source, past_attendee_id, is_reuse, face_count, fee_fen, identity_state,
                       identity_finding, identity_at, sponsorship, created_at, submitted_at, awaiting_since,
                       decided_at, version))

/// 人员编号: P, the edition and a running number.
std::string attendee_number(int edition_number, std::int64_t serial);

/// How a person is called in a language: the other name where this one is missing.
const std::string& name_of(const Profile& profile, Locale locale);

/// A badge that costs nothing is submitted without an order.
inline bool is_free(const Attendee& attendee) {
  return attendee.fee_fen == 0;
}

/// What the audit log keeps of an attendee: nothing that is sealed.
struct AttendeeSnapshot {
  AttendeeId id;
  std::string number, name_zh, name_en, document_masked, position;
  AttendeeState state = AttendeeState::draft;
  BadgeType badge_type = BadgeType::professional;
  std::optional<edition::EntryOptionId> entry_option_id;
  std::int64_t fee_fen = 0, version = 1;
};
BOOST_DESCRIBE_STRUCT(AttendeeSnapshot, (),
                      (id, number, name_zh, name_en, document_masked, position, state, badge_type,
                       entry_option_id, fee_fen, version))
AttendeeSnapshot snapshot_of(const Attendee& attendee);

inline const ErrorCode attendee_locked{"attendee.locked", "{name}的信息已锁定（{state}），不能修改",
                                       "The details of {name} are locked ({state}) and cannot be changed"};
inline const ErrorCode attendee_in_order{
    "attendee.in_order", "{name}在未支付的订单 {order} 中，请先取消订单",
    "{name} is in the unpaid order {order}; please cancel the order first"};
inline const ErrorCode attendee_elsewhere{
    "attendee.elsewhere", "该证件号码已在本届登记（可能由其他单位登记），同一证件只能登记一次",
    "This document number is already registered for this edition, possibly by another organization; a "
    "document can be registered only once"};
inline const ErrorCode organization_not_submitted{
    "attendee.organization_not_submitted", "请先填写并提交单位信息，再填写参观人员",
    "Please complete and submit your organization’s details before adding attendees"};

}  // namespace expogate::attendee

namespace expogate {
template <>
inline constexpr auto enum_labels<attendee::AttendeeState> = std::to_array<EnumLabel>({
    {"pending_confirmation", "待单位确认", "Awaiting confirmation"},
    {"draft", "已保存", "Draft"},
    {"awaiting_group", "待交易团确认", "Awaiting trading group"},
    {"awaiting_payment", "待支付", "Awaiting payment"},
    {"awaiting_review", "待审核", "Awaiting review"},
    {"approved", "审核通过", "Approved"},
    {"rejected", "审核不通过", "Rejected"},
    {"returned", "退回修改", "Returned for changes"},
    {"voided", "已注销", "Voided"},
});
template <>
inline constexpr auto enum_labels<attendee::AttendeeSource> = std::to_array<EnumLabel>({
    {"contact", "单位填报", "Entered by organization"},
    {"colleague", "同事自填", "Self-registered"},
    {"sheet", "表格导入", "Imported"},
    {"past", "往届人员", "From a previous edition"},
});
template <>
inline constexpr auto enum_labels<attendee::Sponsorship> = std::to_array<EnumLabel>({
    {"sponsored", "已代付", "Paid by group"},
    {"declined", "不代付", "Declined"},
});
template <>
inline constexpr auto enum_labels<attendee::Collection> = std::to_array<EnumLabel>({
    {"onsite", "现场领取", "Collect on site"},
    {"courier", "快递", "Courier"},
});
}  // namespace expogate
