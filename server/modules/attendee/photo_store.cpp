#include "attendee/photo.h"

namespace expogate::attendee {

bool has_photo_shape(int width, int height) {
  constexpr double wanted = 5.0 / 7.0, tolerance = 0.01;
  double ratio = double(width) / double(height);
  return ratio > wanted - tolerance && ratio < wanted + tolerance;
}

namespace store {

void add_photo(db::Tx& tx, const Photo& p) {
  tx.exec("insert into attendee_photos (file_id, organization_id, face_count) values ($1, $2, $3)", p.file_id,
          p.organization_id, p.face_count);
}

std::optional<Photo> find_photo(db::Tx& tx, const OrganizationId& organization, const FileId& file) {
  return tx.one<Photo>(R"(
      select file_id, organization_id, face_count from attendee_photos where file_id = $1 and organization_id in (
        select p.id from organizations p join organizations o on o.account_id = p.account_id where o.id = $2))",
                       file, organization);
}

bool is_photo_of_others(db::Tx& tx, const FileId& file, const AttendeeId& besides) {
  return tx.value<std::int64_t>("select count(*) from attendees where photo_id = $1 and id <> $2", file,
                                besides) > 0;
}

void forget_photo(db::Tx& tx, const FileId& file) {
  tx.exec("delete from attendee_photos where file_id = $1", file);
}

}  // namespace store
}  // namespace expogate::attendee
