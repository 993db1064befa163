#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "attendee/attendee.h"
#include "base/error.h"
#include "base/page.h"
#include "base/transitions.h"
#include "platform/db/tx.h"

/// What an organization asks to have corrected or erased of what is kept about it and its people (RET-03).
namespace expogate::own_data {

using DataRequestId = Id<struct DataRequestNoun>;

enum class RequestKind { correction, erasure };
BOOST_DESCRIBE_ENUM(RequestKind, correction, erasure)

enum class RequestState { open, done, refused, withdrawn };
BOOST_DESCRIBE_ENUM(RequestState, open, done, refused, withdrawn)

/// So long the bureau has to decide, as people are told.
inline constexpr int days_to_decide = 15;

struct DataRequest {
  DataRequestId id;
  EditionId edition_id;
  OrganizationId organization_id;
  std::optional<attendee::AttendeeId> attendee_id;  ///< none: the organization and its contact
  RequestKind kind = RequestKind::correction;
  RequestState state = RequestState::open;
  std::string wish, opinion;
  Instant filed_at, due_at;
  std::optional<std::string> decided_by;
  std::optional<Instant> decided_at;
};
BOOST_DESCRIBE_STRUCT(DataRequest, (),
                      (id, edition_id, organization_id, attendee_id, kind, state, wish, opinion, filed_at,
                       due_at, decided_by, decided_at))

/// A request beside whom it is about.
struct DataRequestRow : DataRequest {
  std::string organization_number, organization_name_zh, organization_name_en;
  std::optional<std::string> attendee_number, attendee_name_zh, attendee_name_en;
};
BOOST_DESCRIBE_STRUCT(DataRequestRow, (DataRequest),
                      (organization_number, organization_name_zh, organization_name_en, attendee_number,
                       attendee_name_zh, attendee_name_en))

struct DataRequestFilter {
  std::optional<RequestState> state;
  std::optional<OrganizationId> organization;
  std::optional<DataRequestId> id;
};

inline const ErrorCode request_open_already{
    "data_request.open_already", "同样的申请正在处理，请等待答复",
    "The same request is already being processed; please wait for the reply"};
inline const ErrorCode request_decided{"data_request.decided", "该申请已由 {actor} 处理",
                                       "This request has already been decided by {actor}"};
namespace store {
void add(db::Tx& tx, const DataRequest& request);
std::optional<DataRequest> find(db::Tx& tx, const DataRequestId& id);
Page<DataRequestRow> list(db::Tx& tx, const EditionId& edition, const DataRequestFilter& filter,
                          const PageRequest& page);
/// Compare-and-set: only an open one.
bool end(db::Tx& tx, const DataRequestId& id, RequestState state, const std::string& opinion,
         const std::string& by, Instant now);
/// Those that are still open about somebody who is gone; without a person, all of the organization.
void withdraw_open(db::Tx& tx, const OrganizationId& organization,
                   const std::optional<attendee::AttendeeId>& attendee, const std::string& by, Instant now);
std::int64_t count_open(db::Tx& tx, const EditionId& edition);
}  // namespace store

}  // namespace expogate::own_data

namespace expogate {
template <>
inline constexpr auto enum_labels<own_data::RequestKind> = std::to_array<EnumLabel>({
    {"correction", "更正", "Correction"},
    {"erasure", "清除", "Erasure"},
});
template <>
inline constexpr auto enum_labels<own_data::RequestState> = std::to_array<EnumLabel>({
    {"open", "处理中", "Pending"},
    {"done", "已办理", "Completed"},
    {"refused", "未同意", "Refused"},
    {"withdrawn", "已撤回", "Withdrawn"},
});
}  // namespace expogate
