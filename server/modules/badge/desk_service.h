#pragma once
#include "attendee/attendee_service.h"
#include "badge/badge_service.h"

namespace expogate::badge {

/// What somebody at the desk shows or says; one of them.
struct DeskQuestion {
  std::optional<wire::Text<1, 40>> document;  ///< whole number of the identity document
  std::optional<wire::Text<1, 400>> code;     ///< the QR code of a badge, or the number under it
  std::optional<wire::Text<1, 60>> number;    ///< 人员编号
};

struct DeskPerson {
  attendee::AttendeeRow attendee;
  std::vector<Badge> badges;  ///< the newest first
};

/// The collection desk (现场领证): finds who stands before it (BDG-04).
class DeskService {
 public:
  DeskService(db::Database& database, const Clock& clock, attendee::AttendeeService& attendees,
              BadgeService& badges)
      : database_(database), clock_(clock), attendees_(attendees), badges_(badges) {}
  /// Recorded: a document number is asked for whole.
  std::vector<DeskPerson> find(const Caller& caller, const DeskQuestion& question);

 private:
  std::optional<attendee::AttendeeFilter> filter_of(db::Tx& tx, const Caller& caller,
                                                    const DeskQuestion& question);
  db::Database& database_;
  const Clock& clock_;
  attendee::AttendeeService& attendees_;
  BadgeService& badges_;
};

inline const ErrorCode desk_question_empty{
    "badge_desk.question_empty", "请扫描二维码，或输入证件号码、人员编号",
    "Please scan a QR code or enter a document number or attendee number"};

}  // namespace expogate::badge
