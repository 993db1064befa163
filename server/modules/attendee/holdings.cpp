#include "attendee/holdings.h"

namespace expogate::attendee {
namespace {

using namespace erasure;

constexpr Spine people{"attendees", "attendees", "id", "edition_id = $1"};
constexpr Spine declined{"declined_documents", "declined_documents", "document_index", "edition_id = $1"};
constexpr Spine batches{"attendee_batches", "attendee_batches", "id", "edition_id = $1"};
constexpr Spine organizations{"organizations_of_people", "organizations", "id", "edition_id = $1"};
/// Portraits that nobody shows any more: one of a past edition may be somebody's of this one (ATT-07).
constexpr Spine portraits{
    "attendee_photos", "attendee_photos", "file_id",
    "$1 <> '' and not exists (select 1 from attendees where photo_id = attendee_photos.file_id) "
    "and not exists (select 1 from badges where photo_id = attendee_photos.file_id) "
    "and exists (select 1 from files where id = attendee_photos.file_id and expires_at is null)"};

}  // namespace

Holdings holdings() {
  Holding identity{Kind::identity, &people, "attendees", "id"};
  identity.columns = {{"document_sealed", "null"},
                      {"document_index", "null"},
                      {"document_masked", "''"},
                      {"birth_sealed", "null"},
                      {"identity_finding", "null"}};
  identity.person = "id";

  Holding declined_documents{Kind::identity, &declined, "declined_documents", "document_index"};

  Holding photo{Kind::photo, &people, "attendees", "id"};
  photo.columns = {{"photo_id", "null"}, {"face_count", "null"}};
  photo.person = "id";

  // Statistics count by gender, region, country and category, which stay: of nobody in particular.
  Holding person{Kind::person, &people, "attendees", "id"};
  person.columns = {
      {"name_zh", "'已清除'"},   {"name_en", "'Erased'"},        {"name_folded", "''"},
      {"mobile_sealed", "null"}, {"mobile_index", "null"},       {"mobile_masked", "''"},
      {"email_sealed", "null"},  {"email_masked", "''"},         {"department", "''"},
      {"position", "''"},        {"courier_address_id", "null"}, {"erased_at", moment_of_erasure}};
  person.person = "id";

  Holding search{Kind::person, &people, "attendee_search", "rowid", "serial"};
  search.person = "rowid";

  Holding history{Kind::person, &people, "attendee_history", "attendee_id"};
  history.columns = {{"actor_name", "''"}, {"opinion", "''"}};
  history.person = "attendee_id";

  Holding consents{Kind::person, &people, "attendee_consents", "attendee_id"};
  consents.columns = {{"ip", "''"}};
  consents.person = "attendee_id";

  Holding visits{Kind::person, &people, "attendee_visits", "attendee_id"};
  visits.person = "attendee_id";

  Holding outcomes{Kind::person, &batches, "attendee_batches", "id"};
  Holding outcomes_of_one{Kind::person, &people, "attendee_batch_outcomes", "attendee_id"};
  outcomes_of_one.person = "attendee_id";

  Holding addresses{Kind::person, &organizations, "courier_addresses", "organization_id"};

  // Nobody joins whom nobody knows any more (ORG-11).
  Holding links{Kind::person, &organizations, "colleague_links", "organization_id"};
  links.columns = {{"state", "'closed'"}, {"token_hash", "id"}, {"token_sealed", "''"}};

  Holding unshown{Kind::photo, &portraits, "attendee_photos", "file_id"};
  unshown.file = "file_id";

  return {{identity, declined_documents, photo, person, search, history, consents, visits, outcomes_of_one,
           outcomes, addresses, links, unshown},
          {{"attendees",
            "id edition_id number organization_id trading_group_id top_group_id state source "
            "past_attendee_id gender "
            "region_type document_type nationality_code position_category_code entry_option_id collection "
            "badge_type "
            "sponsorship sponsor_group_id identity_state"},
           {"attendee_history", "attendee_id actor_id event state_before state_after changed_fields"},
           {"attendee_consents", "attendee_id document"},
           {"colleague_links", "id organization_id"}}};
}

}  // namespace expogate::attendee
