#pragma once
#include "account/my_account_service.h"
#include "attendee/attendee_review_service.h"
#include "attendee/attendee_service.h"
#include "attendee/courier_address_service.h"
#include "badge/badge_service.h"
#include "gate/visit_service.h"
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

/// Who holds what of an organization, and who acts on it.
struct OwnDataParts {
  db::Database& database;
  const Clock& clock;
  const FieldCipher& cipher;
  edition::EditionService& editions;
  fair::FairService& fairs;
  account::MyAccountService& accounts;
  account::ConsentService& consents;
  organization::FormService& forms;
  attendee::AttendeeService& attendees;
  attendee::CourierAddressService& courier_addresses;
  attendee::AttendeeReviewService& reviews;
  order::OrderService& orders;
  badge::BadgeService& badges;
  gate::VisitService& visits;
  messaging::MessageService& messages;
  retention::RetentionService& retention;
};

/// RET-03: organizations see and download what is stored about them and ask to have it corrected or erased;
/// the bureau decides.
class OwnDataService {
 public:
  explicit OwnDataService(const OwnDataParts& parts) : parts_(parts) {}

  /// In the clear, for whom it is about; on record.
  OwnData get(const Caller& caller);
  std::string pdf(const Caller& caller);  ///< the same on paper

  DataRequestRow file(const Caller& caller, const NewDataRequest& wanted);
  DataRequestRow withdraw(const Caller& caller, const DataRequestId& id);
  Page<DataRequestRow> list_own(const Caller& caller, const PageRequest& page);

  Page<DataRequestRow> list(const Caller& caller, const DataRequestFilter& filter, const PageRequest& page);
  /// Granted erasure is done at once: people are voided first, with all that follows from it; it is final.
  DataRequestRow decide(const Caller& caller, const DataRequestId& id, bool is_granted,
                        const std::string& opinion);

 private:
  // By the owner, who reaches what belongs to its organization of the shown edition.
  std::vector<OwnPerson> people_of(const Caller& owner);
  std::vector<OwnOrder> orders_of(const Caller& owner);
  std::vector<OwnCourierAddress> addresses_of(const Caller& owner);
  std::vector<OwnBadge> badges_of(const Caller& owner);
  std::vector<OwnVisit> visits_of(const Caller& owner);
  DataRequestRow row_of(db::Tx& tx, const DataRequest& request);
  void erase(db::Tx& tx, const Caller& caller, const DataRequest& request, const std::string& opinion);
  void erase_attendee(db::Tx& tx, const Caller& caller, const attendee::Attendee& attendee,
                      const std::string& opinion);
  void erase_organization(db::Tx& tx, const Caller& caller, const AccountId& account,
                          const std::string& opinion);
  void tell(db::Tx& tx, const DataRequest& request, bool is_granted, const std::string& opinion);
  OwnDataParts parts_;
};

}  // namespace expogate::own_data
