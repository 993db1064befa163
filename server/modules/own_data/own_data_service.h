#pragma once
#include "account/my_account_service.h"
#include "attendee/attendee_review_service.h"
#include "attendee/attendee_service.h"
#include "messaging/message_service.h"
#include "order/order_service.h"
#include "organization/form_service.h"
#include "organization/organization_service.h"
#include "own_data/data_request.h"
#include "own_data/own_data.h"
#include "retention/retention_service.h"

namespace expogate::own_data {

struct NewDataRequest {
  RequestKind kind = RequestKind::correction;
  std::optional<attendee::AttendeeId> attendee_id;
  std::string wish;
};

/// RET-03: organizations see and download what is stored about them and ask to have it corrected or erased;
/// the bureau decides.
class OwnDataService {
 public:
  OwnDataService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                 edition::EditionService& editions, fair::FairService& fairs,
                 account::MyAccountService& accounts, account::ConsentService& consents,
                 organization::FormService& forms, attendee::AttendeeService& attendees,
                 attendee::AttendeeReviewService& reviews, order::OrderService& orders,
                 messaging::MessageService& messages, retention::RetentionService& retention)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        editions_(editions),
        fairs_(fairs),
        accounts_(accounts),
        consents_(consents),
        forms_(forms),
        attendees_(attendees),
        reviews_(reviews),
        orders_(orders),
        messages_(messages),
        retention_(retention) {}

  /// In the clear, for whom it is about; on record.
  OwnData get(const Caller& caller);

  DataRequestRow file(const Caller& caller, const NewDataRequest& wanted);
  DataRequestRow withdraw(const Caller& caller, const DataRequestId& id);
  Page<DataRequestRow> list_own(const Caller& caller, const PageRequest& page);

  Page<DataRequestRow> list(const Caller& caller, const DataRequestFilter& filter, const PageRequest& page);
  /// Granted erasure is done at once: people are voided first, with all that follows from it; it is final.
  DataRequestRow decide(const Caller& caller, const DataRequestId& id, bool is_granted,
                        const std::string& opinion);

 private:
  std::vector<OwnPerson> people_of(const Caller& caller);
  std::vector<OwnOrder> orders_of(const Caller& caller);
  DataRequestRow row_of(db::Tx& tx, const DataRequest& request);
  void erase(db::Tx& tx, const Caller& caller, const DataRequest& request, const std::string& opinion);
  void erase_attendee(db::Tx& tx, const Caller& caller, const attendee::Attendee& attendee,
                      const std::string& opinion);
  void erase_organization(db::Tx& tx, const Caller& caller, const AccountId& account,
                          const std::string& opinion);
  void tell(db::Tx& tx, const DataRequest& request, bool is_granted, const std::string& opinion);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  edition::EditionService& editions_;
  fair::FairService& fairs_;
  account::MyAccountService& accounts_;
  account::ConsentService& consents_;
  organization::FormService& forms_;
  attendee::AttendeeService& attendees_;
  attendee::AttendeeReviewService& reviews_;
  order::OrderService& orders_;
  messaging::MessageService& messages_;
  retention::RetentionService& retention_;
};

}  // namespace expogate::own_data
