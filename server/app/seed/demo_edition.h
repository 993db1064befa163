#pragma once
#include <string>

#include "app/services.h"

namespace expogate::seed {

/// `fairs/ciie-8`: the eighth edition with its windows, prices and catalogues, the four before it to look
/// back at, and the trading groups (EDN-01…05, INS-02). Beyond it the demonstration has nothing but invented
/// people.
void seed_fair_pack(Services& services, const std::string& folder);

/// The accounts of the groups, and one for every other door.
void seed_accounts(Services& services, const std::string& folder);

/// One of these accounts, as it works in the eighth edition.
Caller caller_of(Services& services, account::Door door, const std::string& name);

/// Organizations in every state, so that every page shows life.
std::vector<organization::Organization> seed_organizations(Services& services, const std::string& folder);

/// People of some of them in every state, with drawn photos. Answers the organizations whose people all await
/// payment, for orders.
std::vector<organization::Organization> seed_attendees(
    Services& services, const std::string& folder,
    const std::vector<organization::Organization>& organizations);

/// Orders in every state, payments, transfers and refunds, made by the services themselves some days ago.
void seed_orders(const Config& config, const std::string& folder,
                 const std::vector<organization::Organization>& buyers);

/// Badges of past editions in people's hands, batches, parcels, and what the desk has handed out.
void seed_badges(const Config& config);

/// Places for VIPs and staff: of every group, of Shanghai's subgroups and of two of its organizations.
void seed_quotas(Services& services);
void seed_group_payment(Services& services);

/// Key organizations to invite, in each state, by groups and by the bureau.
void seed_key_invitees(Services& services);

/// The halls where people enter.
void seed_gates(Services& services);

/// So many more organizations with their people, and subgroups enough, to measure at the fair's scale.
void seed_fair(Services& services, const std::string& folder, int organizations);

/// Notices that the bureau might have written.
void seed_notices(Services& services);

/// The services board of the eighth edition, with drafts that nobody but its editors sees (ORG-12).
void seed_articles(Services& services);

/// The password of every account of the demonstration.
inline constexpr const char* demo_password = "Expo#2025demo";

}  // namespace expogate::seed
