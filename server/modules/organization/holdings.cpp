#include "organization/holdings.h"

namespace expogate::organization {
namespace {

using namespace erasure;

constexpr Spine all{"organizations", "organizations", "id", "edition_id = $1"};
constexpr Spine claims{"uscc_claims", "uscc_claims", "id", "edition_id = $1"};
constexpr Spine licences{"licences", "licences", "id", "edition_id = $1"};

}  // namespace

Holdings holdings() {
  // Name and code are the organization's own and stay; what names or may name a human being goes.
  Holding contact{Kind::contact, &all, "organizations", "id"};
  contact.columns = {{"contact_name", "'已清除'"},
                     {"contact_title", "null"},
                     {"contact_department", "''"},
                     {"contact_position", "''"},
                     {"contact_telephone", "''"},
                     {"contact_mobile_sealed", "null"},
                     {"contact_mobile_masked", "null"},
                     {"contact_email_sealed", "null"},
                     {"contact_email_masked", "null"},
                     {"licence_id", "null"},
                     {"address", "''"},
                     {"address_folded", "''"},
                     {"website", "''"},
                     {"import_goods", "''"},
                     {"erased_at", moment_of_erasure}};

  // Found by its name only; no words, in the spelling of both engines.
  Holding search{Kind::contact, &all, "organization_search", "rowid", "serial"};
  search.columns = {{"address", "'{}'"}};

  Holding drafts{Kind::contact, &all, "organization_drafts", "id"};
  Holding visits{Kind::contact, &all, "review_visits", "organization_id"};

  Holding needs{Kind::contact, &all, "purchase_needs", "organization_id"};
  needs.columns = {{"description", "''"}};

  Holding history{Kind::contact, &all, "organization_history", "organization_id"};
  history.columns = {{"actor_name", "''"}, {"opinion", "''"}};

  Holding claim{Kind::contact, &claims, "uscc_claims", "id"};
  Holding licence{Kind::contact, &licences, "licences", "id"};
  licence.file = "file_id";
  // Of one organization alone: what somebody else's claim is proved by stays (ORG-02).
  Holding licence_of{Kind::contact, &all, "licences", "organization_id"};
  licence_of.file = "file_id";
  licence_of.besides = "not exists (select 1 from uscc_claims c where c.licence_id = licences.id)";

  return {
      {contact, search, drafts, visits, needs, history, licence_of, claim, licence},
      {{"organizations",
        "id edition_id number account_id past_organization_id origin category state trading_group_id "
        "top_group_id referral_code uscc overseas_key name_zh name_en country_code province_code city_code "
        "district_code ownership_code registered_capital_code import_volume_code purchase_1y_code "
        "purchase_5y_code name_folded"},
       {"purchase_needs", "id organization_id area_code"},
       {"organization_history", "organization_id actor_id event state_before state_after reasons"},
       {"organization_choices", "*"},
       {"organization_search", "*"},
       {"registry_answers", "*"},
       {"one_click_links", "*"}}};
}

}  // namespace expogate::organization
