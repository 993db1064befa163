#pragma once
#include "attendee/attendee_service.h"
#include "messaging/mailing_service.h"
#include "trading_group/trading_group_service.h"

namespace expogate::attendee {

/// 群发邮件 to the people whom a list shows (ATT-08, GRP-04).
class AttendeeMailingService {
 public:
  AttendeeMailingService(db::Database& database, const FieldCipher& cipher, AttendeeService& attendees,
                         trading_group::TradingGroupService& groups, messaging::MailingService& mailings)
      : database_(database), cipher_(cipher), attendees_(attendees), groups_(groups), mailings_(mailings) {}

  /// Told at start: what the module offers to mailings.
  void offer();

  messaging::MailingPreview preview(const Caller& caller, const AttendeeFilter& filter,
                                    const messaging::MailingText& text);
  messaging::Mailing add(const Caller& caller, const AttendeeFilter& filter,
                         const messaging::MailingText& text, std::int64_t confirmed);

  static constexpr std::string_view list_kind = "attendees";

 private:
  messaging::NewMailing order(const Caller& caller, const AttendeeFilter& filter,
                              const messaging::MailingText& text);
  std::int64_t count(const Caller& caller, const AttendeeFilter& filter);
  std::vector<messaging::Recipient> list_recipients(const Caller& caller, const AttendeeFilter& filter,
                                                    const std::string& after, int limit);
  db::Database& database_;
  const FieldCipher& cipher_;
  AttendeeService& attendees_;
  trading_group::TradingGroupService& groups_;
  messaging::MailingService& mailings_;
};

}  // namespace expogate::attendee
