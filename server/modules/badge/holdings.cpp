#include "badge/holdings.h"

namespace expogate::badge {
namespace {

using namespace erasure;

constexpr Spine people{"badges", "attendees", "id", "edition_id = $1"};
constexpr Spine batches{"badge_batches", "badge_batches", "id", "edition_id = $1"};
constexpr Spine organizations{"parcels", "organizations", "id", "edition_id = $1"};

/// Printed pages and their lists show faces and names: they go with whichever is over first.
Holding pages(Kind kind) {
  Holding holding{kind, &batches, "badge_batches", "id"};
  holding.columns = {{"pdf_file_id", "null"}};
  holding.file = "pdf_file_id";
  return holding;
}

Holding lists(Kind kind) {
  Holding holding{kind, &batches, "badge_batches", "id"};
  holding.columns = {{"list_file_id", "null"}};
  holding.file = "list_file_id";
  return holding;
}

}  // namespace

Holdings holdings() {
  Holding photo{Kind::photo, &people, "badges", "attendee_id"};
  photo.columns = {{"photo_id", "null"}};
  photo.person = "attendee_id";

  Holding face{Kind::person, &people, "badges", "attendee_id"};
  face.columns = {{"name_zh", "'已清除'"}, {"name_en", "'Erased'"}, {"position", "''"}};
  face.person = "attendee_id";

  Holding parcel{Kind::person, &organizations, "parcels", "organization_id"};
  parcel.columns = {{"recipient", "''"}, {"mobile_sealed", "''"}, {"mobile_masked", "''"},
                    {"postcode", "''"},  {"region", "''"},        {"address", "''"}};

  return {
      {photo, face, pages(Kind::photo), lists(Kind::photo), pages(Kind::person), lists(Kind::person), parcel},
      {{"badges",
        "id edition_id attendee_id organization_id kind state batch_id parcel_id collection organization_zh "
        "organization_en type entry_option_zh entry_option_en revoked_reason"},
       {"badge_batches", "id edition_id state job_id error_code created_by"},
       {"parcels", "id edition_id organization_id state courier tracking_number"}}};
}

}  // namespace expogate::badge
