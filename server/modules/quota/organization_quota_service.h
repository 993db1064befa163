#pragma once
#include "organization/organization_service.h"
#include "platform/db/database.h"
#include "platform/wire/batch.h"
#include "quota/quota_ledger.h"
#include "quota/quota_list.h"
#include "quota/quota_store.h"

namespace expogate::quota {

/// For whom a quota is: by code, or one that is registered and has none.
struct NewOrganizationQuota {
  std::optional<std::string> uscc;
  std::optional<OrganizationId> organization_id;
  std::string name;
  Places places;
};

/// Who a code stands for, told while a quota for it is being filled in.
struct QuotaRecipient {
  std::string uscc;
  bool is_odd = false;  ///< its last character does not fit, as with a few genuine codes (ORG-02)
  Registered registered = Registered::not_yet;
  std::optional<std::string> name;              ///< as it has registered
  std::optional<OrganizationQuotaId> quota_id;  ///< what the group has given to it already
};
BOOST_DESCRIBE_STRUCT(QuotaRecipient, (), (uscc, is_odd, registered, name, quota_id))

/// What an organization sees of its quota.
struct OwnQuota {
  std::int64_t vip = 0, vip_used = 0, staff = 0, staff_used = 0;
};
BOOST_DESCRIBE_STRUCT(OwnQuota, (), (vip, vip_used, staff, staff_used))

/// 团内直属单位人员额度管理: a group or subgroup gives places to its own organizations, before or after they
/// register (QTA-01). Everything here is the caller's group's.
class OrganizationQuotaService {
 public:
  OrganizationQuotaService(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  /// What the caller's organization may use; zeros without a quota.
  OwnQuota get_own(const Caller& caller);
  Page<OrganizationQuotaRow> list(const Caller& caller, const OrganizationQuotaFilter& filter,
                                  const PageRequest& page);
  QuotaRecipient find_recipient(const Caller& caller, const std::string& uscc);
  /// A registered organization is called as it has registered, whatever name is given here and below.
  OrganizationQuotaRow add(const Caller& caller, const NewOrganizationQuota& wanted);
  OrganizationQuotaRow change(const Caller& caller, const OrganizationQuotaId& id, const std::string& name,
                              const Places& places, std::int64_t version);
  /// Its places come back; refused while somebody sits on them.
  void remove(const Caller& caller, const OrganizationQuotaId& id, std::int64_t version);
  /// The same places to each, one after the other: what one is refused keeps no other from it.
  std::vector<wire::BatchOutcome> change_many(const Caller& caller,
                                              const std::vector<OrganizationQuotaId>& ids,
                                              const Places& places);

 private:
  std::optional<OrganizationQuota> find(db::Tx& tx, const Caller& caller, const OrganizationQuotaId& id);
  OrganizationQuota get(db::Tx& tx, const Caller& caller, const OrganizationQuotaId& id);
  OrganizationQuotaRow change(db::Tx& tx, const Caller& caller, const OrganizationQuota& before,
                              const std::string& name, const Places& places);
  db::Database& database_;
  const Clock& clock_;
};

inline const ErrorCode quota_whose{
    "quota.whose", "请填写统一社会信用代码，或选择没有代码的境外单位",
    "Please enter a unified social credit code, or select an overseas organization without one"};

}  // namespace expogate::quota
