#pragma once
#include <functional>

#include "account/consent.h"
#include "attendee/attendee_form.h"
#include "attendee/attendee_list.h"
#include "attendee/facts.h"
#include "attendee/questions.h"
#include "edition/edition_service.h"
#include "fair/fair_service.h"
#include "organization/organization_service.h"
#include "platform/facts/facts.h"
#include "platform/wire/batch.h"
#include "quota/place_service.h"

namespace expogate::attendee {

inline const ErrorCode sensitive_consent_missing{
    "attendee.sensitive_consent_missing", "请先阅读并同意敏感个人信息（证件、照片）处理说明",
    "Please read and accept the terms for processing sensitive personal data (documents and photos) first"};

inline const ErrorCode attendee_not_pending{"attendee.not_pending", "该人员不在待单位确认状态",
                                            "This attendee is not awaiting confirmation by the organization"};
inline const ErrorCode attendee_incomplete{"attendee.incomplete", "信息不完整，请补充后再操作",
                                           "Some details are missing; please complete them first"};
inline const ErrorCode attendee_to_be_paid{"attendee.to_be_paid", "该人员需缴纳证件费，请生成订单",
                                           "A fee is due for this attendee; please create an order"};
inline const ErrorCode attendee_free{"attendee.free", "该人员无需缴费，请直接提交办证",
                                     "No fee is due for this attendee; please submit directly"};
inline const ErrorCode attendee_not_payable{"attendee.not_payable", "{name}{state}，不能提交办证",
                                            "{name} cannot be submitted for a badge (status: {state})"};
inline const ErrorCode organization_not_approved{
    "attendee.organization_not_approved", "单位审核通过后才能提交办证",
    "Badges can be applied for once your organization has been approved"};
inline const ErrorCode fee_settled{
    "attendee.fee_settled", "证件费已结清，不能改为费用更高的入场日期",
    "The fee has been settled; you cannot change to entry dates with a higher fee"};
inline const ErrorCode fee_unknown{"attendee.fee_unknown", "该入场日期暂无适用价格，请联系主办方",
                                   "No price has been set for this option; please contact the organizer"};

inline const ErrorCode reuse_submitted{
    "reuse.submitted", "复用的证件已提交，证面信息不能再修改。如需修改，请联系所在交易团注销后重新申办",
    "The reused badge has been submitted and its details can no longer be changed. To change them, ask your "
    "trading group to void it, then make a new application"};

/// What is asked of a new attendee besides its form.
struct NewAttendee {
  AttendeeForm form;
  AttendeeSource source = AttendeeSource::contact;
  bool is_draft = false;  ///< kept although something is missing (暂存)
  std::optional<AttendeeId> past_attendee_id = {};
  bool is_reuse = false;
};

/// ATT-01: it has said who it is, and may take part.
bool may_have_people(const organization::Organization& organization);

/// People as their organization keeps them (ATT-01, ATT-06).
class AttendeeService {
 public:
  AttendeeService(db::Database& database, const Clock& clock, const FieldCipher& cipher, const Facts& facts,
                  fair::FairService& fairs, edition::EditionService& editions,
                  account::ConsentService& consents, quota::PlaceService& places, PayerPolicy& payers,
                  OpenOrders& orders)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        facts_(facts),
        fairs_(fairs),
        editions_(editions),
        consents_(consents),
        places_(places),
        payers_(payers),
        orders_(orders) {}

  Page<AttendeeRow> list_own(const Caller& caller, const AttendeeFilter& filter, const PageRequest& page);
  std::vector<AttendeeCount> count_own(const Caller& caller);
  Attendee get_own(const Caller& caller, const AttendeeId& id);
  /// The whole data of an own attendee, to be edited; on record (ACC-07).
  AttendeeForm open_own(const Caller& caller, const AttendeeId& id);
  /// What still keeps it from being submitted.
  std::vector<FieldError> problems_of_own(const Caller& caller, const AttendeeId& id);

  Attendee add(const Caller& caller, const NewAttendee& wanted);
  Attendee change(const Caller& caller, const AttendeeId& id, const AttendeeForm& form, bool is_draft,
                  std::int64_t version);
  std::vector<wire::BatchOutcome> remove(const Caller& caller, const std::vector<AttendeeId>& ids);
  std::vector<wire::BatchOutcome> change_entry_option(const Caller& caller,
                                                      const std::vector<AttendeeId>& ids,
                                                      const edition::EntryOptionId& option);
  /// Colleagues who wrote themselves become the organization's people (批量审核).
  std::vector<wire::BatchOutcome> confirm(const Caller& caller, const std::vector<AttendeeId>& ids);
  /// Free badges, and those that were returned after they were paid for, go to the review without an order.
  std::vector<wire::BatchOutcome> submit(const Caller& caller, const std::vector<AttendeeId>& ids);

  // For other use cases, inside their transaction.

  /// The photo that the person is to be shown with from now on is kept, and that of before let go.
  void take_photo(db::Tx& tx, Attendee& attendee, const std::optional<FileId>& before);

  /// ACC-07: nobody handles documents and photos of others without having agreed to how.
  void require_consent(const Caller& caller);
  /// The caller's organization, when it may have people now.
  organization::Organization require_own(db::Tx& tx, const Caller& caller);
  Attendee add(db::Tx& tx, const Caller& caller, const organization::Organization& organization,
               const NewAttendee& wanted);
  FormFacts facts_for(db::Tx& tx, const organization::Organization& organization);
  /// Who may be ordered for now, with today's fees, into `orderable`; answers everybody's outcome (ORD-01).
  std::vector<wire::BatchOutcome> check_for_order(db::Tx& tx, const Caller& caller,
                                                  const organization::Organization& organization,
                                                  const std::vector<AttendeeId>& ids,
                                                  std::vector<Attendee>& orderable);
  /// All of them, or a refusal that names the first who cannot; whoever read them before must read again.
  std::vector<Attendee> take_into_order(db::Tx& tx, const Caller& caller,
                                        const organization::Organization& organization,
                                        const std::vector<AttendeeId>& ids);
  /// GPY-02: a group pays, and the person is locked and goes to the review; or it does not, for good.
  void sponsor(db::Tx& tx, const Caller& group, const Attendee& attendee);
  /// Whether a group has declined this person in this edition before (GPY-02).
  static bool was_declined(db::Tx& tx, const Attendee& attendee);
  void decline(db::Tx& tx, const Caller& group, const Attendee& attendee);
  /// Whoever waits for a group that decides nothing about them pays.
  void leave_to_pay(db::Tx& tx, const Caller& system, const OrganizationId& organization);
  /// ORD-06: paid people are locked and go to the review.
  void submit_paid(db::Tx& tx, const Caller& system, const std::vector<AttendeeId>& ids);

  /// What somebody would pay today (ORD-01).
  std::int64_t fee_now(db::Tx& tx, const Attendee& attendee);

  /// Those of these people whom the caller reaches.
  std::vector<Attendee> list(const Caller& caller, const std::vector<AttendeeId>& ids);
  /// Inside another's transaction; 404 when the scope does not reach it.
  static Attendee get(db::Tx& tx, const Scope& scope, const AttendeeId& id);
  /// Those of these people whom the review has rejected, also when they were voided since (ORD-08).
  static std::set<AttendeeId> list_rejected(db::Tx& tx, const std::vector<AttendeeId>& ids);

  /// Under which indexes a typed document number is found.
  std::vector<std::string> document_indexes(const AttendeeFilter& filter) const;

 private:
  void write(const Caller& caller, Attendee& attendee, const AttendeeForm& form, db::Tx& tx,
             const organization::Organization& organization);
  void change_place(db::Tx& tx, const Caller& caller, const Attendee& attendee, BadgeType wanted,
                    const organization::Organization& organization);
  /// Why its past badge is not used again (ATT-07); nothing when it is.
  const ErrorCode* reuse_refusal_of(db::Tx& tx, const Attendee& attendee,
                                    const organization::Organization& organization);
  void end_reuse_if_changed(db::Tx& tx, Attendee& attendee, const organization::Organization& organization);
  AttendeeState state_after(db::Tx& tx, const Attendee& attendee, bool is_draft);
  std::int64_t fee_of(const std::vector<edition::PricedEntryOption>& options, const Attendee& attendee);
  std::int64_t fee_after(db::Tx& tx, const Attendee& before, const Attendee& after);
  void release_photo(db::Tx& tx, const Attendee& attendee, const std::optional<FileId>& photo);
  void refuse_locked(db::Tx& tx, const Caller& caller, const Attendee& attendee);
  void save(db::Tx& tx, const Caller& caller, const Attendee& before, const Attendee& after);
  Attendee require_orderable(db::Tx& tx, const Caller& caller, const Attendee& attendee,
                             const FormFacts& facts);
  void submit_one(db::Tx& tx, const Caller& caller, const organization::Organization& organization,
                  const Attendee& attendee);
  std::vector<wire::BatchOutcome> each_own(
      const Caller& caller, const std::vector<AttendeeId>& ids,
      const std::function<void(db::Tx&, const organization::Organization&, const Attendee&)>& act);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  const Facts& facts_;
  fair::FairService& fairs_;
  edition::EditionService& editions_;
  account::ConsentService& consents_;
  quota::PlaceService& places_;
  PayerPolicy& payers_;
  OpenOrders& orders_;
};

}  // namespace expogate::attendee
