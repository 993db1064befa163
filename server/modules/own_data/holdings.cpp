#include "own_data/holdings.h"

namespace expogate::own_data {
namespace {

using namespace erasure;

constexpr Spine organizations{"data_requests", "organizations", "id", "edition_id = $1"};
constexpr Spine all{"answers_to_requests", "data_requests", "id", "edition_id = $1"};

}  // namespace

Holdings holdings() {
  Holding wish{Kind::person, &organizations, "data_requests", "organization_id"};
  wish.columns = {{"wish", "''"}};
  wish.person = "attendee_id";
  // The answer outlives the person whom it let go: whoever asked may read it.
  Holding answer{Kind::person, &all, "data_requests", "id"};
  answer.columns = {{"opinion", "''"}};
  return {{wish, answer},
          {{"data_requests", "id edition_id organization_id attendee_id kind state decided_by"}}};
}

}  // namespace expogate::own_data
