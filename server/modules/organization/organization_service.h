#pragma once
#include "organization/licence_service.h"
#include "organization/organization_view.h"
#include "organization/progress.h"
#include "platform/crypto/field_cipher.h"
#include "platform/db/database.h"

namespace expogate::organization {

enum class ContactField { mobile, email };
BOOST_DESCRIBE_ENUM(ContactField, mobile, email)

/// Organizations as others look at them: lists, details, licence pictures (ORG-09), and their own page.
class OrganizationService {
 public:
  OrganizationService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                      LicenceService& licences, People& people)
      : database_(database), clock_(clock), cipher_(cipher), licences_(licences), people_(people) {}

  Page<OrganizationRow> list_organizations(const Caller& caller, const OrganizationFilter& filter,
                                           const PageRequest& page);
  OrganizationDetail get_detail(const Caller& caller, const OrganizationId& id);
  std::string get_licence_picture(const Caller& caller, const OrganizationId& id);
  /// One field of one contact, with the reason, in the audit log (ACC-07).
  std::string unmask(const Caller& caller, const OrganizationId& id, ContactField field,
                     const std::string& reason);

  /// The caller's own organization of the edition it looks at.
  Organization get_own(const Caller& caller);
  static Organization get_own(db::Tx& tx, const Caller& caller);
  /// For what belongs to an organization: whoever reaches that, reaches it.
  static Organization get(db::Tx& tx, const OrganizationId& id);
  /// Its people are counted beside it, so that lists need not count them.
  static void count_attendees(db::Tx& tx, const OrganizationId& id, int more);
  OrganizationDetail get_own_detail(const Caller& caller);
  Progress get_own_progress(const Caller& caller);

 private:
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  LicenceService& licences_;
  People& people_;
};

}  // namespace expogate::organization
