#pragma once
#include "platform/wire/router.h"
#include "quota/group_quota_service.h"
#include "quota/organization_quota_service.h"
#include "quota/quota_entry_service.h"
#include "quota/quota_sheet_service.h"

namespace expogate::quota {

void add_group_quota_routes(wire::Router& router, GroupQuotaService& quotas);
void add_organization_quota_routes(wire::Router& router, OrganizationQuotaService& quotas);
void add_quota_sheet_routes(wire::Router& router, QuotaSheetService& sheets);
void add_quota_entry_routes(wire::Router& router, QuotaEntryService& entries);

}  // namespace expogate::quota
