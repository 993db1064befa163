#pragma once
#include "account/account_service.h"
#include "account/consent.h"
#include "edition/edition_service.h"
#include "organization/automatic_review_service.h"
#include "organization/draft_store.h"
#include "organization/form.h"
#include "platform/crypto/field_cipher.h"
#include "trading_group/trading_group_service.h"

namespace expogate::organization {

/// The form as its page shows it: what was typed last, and what still keeps it from being submitted.
struct FormOnPage {
  Form form;
  int step = 1;
  std::int64_t version = 0;  ///< of the draft; 0 while there is none
  std::optional<Instant> saved_at;
  std::vector<FieldError> problems;
  std::optional<bool> is_sme_by_figures;
};

inline const ErrorCode fixed_after_approval{"organization.fixed_after_approval", "审核通过后不能修改",
                                            "This cannot be changed after approval"};
inline const ErrorCode group_not_choosable{"organization.group_not_choosable", "请选择有效的交易团或分团",
                                           "Please select an active trading group or subgroup"};

/// The organization form: drafts, submission, changes (ORG-04, ORG-08).
class FormService {
 public:
  FormService(db::Database& database, const Clock& clock, const FieldCipher& cipher, const Facts& facts,
              edition::EditionService& editions, trading_group::TradingGroupService& groups,
              account::AccountService& accounts, account::ConsentService& consents,
              AutomaticReviewService& automatic_review)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        facts_(facts),
        editions_(editions),
        groups_(groups),
        accounts_(accounts),
        consents_(consents),
        automatic_review_(automatic_review) {}

  FormOnPage get(const Caller& caller);
  FormOnPage save_draft(const Caller& caller, Form form, int step, std::int64_t draft_version);
  /// Submits the saved draft, whose version it must be. Answers the organization as it is then: an approved
  /// one at once, if the licence has been read already.
  Organization submit(const Caller& caller, int consent_version, std::int64_t draft_version);

  /// What an organization has submitted, or has registered with.
  Form get_submitted(db::Tx& tx, const Organization& organization);
  /// The same for whoever may correct it; mobile and e-mail stay with the contact.
  Form get_of(const Caller& caller, const OrganizationId& id);
  /// A reviewing group corrects what it sees; the state stays as it is.
  Organization change(const Caller& caller, const OrganizationId& id, Form form, std::int64_t version);

  /// Whether a past organization's data could be submitted in this edition as they are.
  bool is_complete(db::Tx& tx, const Organization& past, const EditionId& edition);

  /// For registrations that bring a whole form: writes and submits it in the caller's transaction.
  void submit_form(db::Tx& tx, const Caller& caller, const Organization& before, const Form& form);

 private:
  FormOnPage page_of(db::Tx& tx, const Organization& organization);
  FormCatalogues catalogues_for(db::Tx& tx, const EditionId& edition, const Form& form);
  std::vector<FieldError> problems_of(db::Tx& tx, const Organization& organization, const Form& form,
                                      const FormCatalogues& catalogues);
  /// The organization with the form's answers in it.
  Organization filled(db::Tx& tx, Organization organization, const Form& form);
  void write(db::Tx& tx, const Caller& caller, const Organization& before, const Organization& after,
             const Form& form, const FormCatalogues& catalogues);
  Organization get_own(db::Tx& tx, const Caller& caller);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  const Facts& facts_;
  edition::EditionService& editions_;
  trading_group::TradingGroupService& groups_;
  account::AccountService& accounts_;
  account::ConsentService& consents_;
  AutomaticReviewService& automatic_review_;
};

}  // namespace expogate::organization
