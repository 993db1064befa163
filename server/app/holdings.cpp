#include "app/holdings.h"

#include "account/holdings.h"
#include "attendee/holdings.h"
#include "audit/holdings.h"
#include "badge/holdings.h"
#include "import_export/holdings.h"
#include "key_invitee/holdings.h"
#include "messaging/holdings.h"
#include "order/holdings.h"
#include "organization/holdings.h"
#include "own_data/holdings.h"
#include "payment/holdings.h"

namespace expogate {
namespace {

/// What the fair says to everybody, and answers that are kept for a day (their bodies are encrypted).
constexpr std::string_view unsearched[] = {"articles", "edition_texts",     "entry_options",
                                           "fairs",    "retention_periods", "idempotency_keys"};

/// Tables in which nobody is named: places, counts, and what the program does.
constexpr std::string_view of_nobody[] = {"catalogue_items",
                                          "edition_windows",
                                          "editions",
                                          "entry_prices",
                                          "erasure_reports",
                                          "erasures",
                                          "files",
                                          "gate_devices",
                                          "gate_hours",
                                          "gate_scans",
                                          "gate_visits",
                                          "gates",
                                          "group_payments",
                                          "group_quotas",
                                          "idempotency_keys",
                                          "invitation_codes",
                                          "job_schedules",
                                          "jobs",
                                          "ledger_accounts",
                                          "ledger_transfers",
                                          "organization_quotas",
                                          "quota_places",
                                          "schema_version",
                                          "serial_numbers",
                                          "sponsorship_limits",
                                          "trading_groups"};

void append(erasure::Holdings& all, const erasure::Holdings& some) {
  all.erased.insert(all.erased.end(), some.erased.begin(), some.erased.end());
  all.plain.insert(all.plain.end(), some.plain.begin(), some.plain.end());
}

}  // namespace

erasure::Holdings all_holdings() {
  erasure::Holdings all;
  for (auto& some :
       {badge::holdings(), attendee::holdings(), order::holdings(), payment::holdings(), own_data::holdings(),
        messaging::holdings(), key_invitee::holdings(), organization::holdings(), account::holdings(),
        import_export::holdings(), audit::holdings()})
    append(all, some);
  for (auto table : unsearched) all.plain.push_back({table, "*", false});
  for (auto table : of_nobody) all.plain.push_back({table, "*"});
  return all;
}

}  // namespace expogate
