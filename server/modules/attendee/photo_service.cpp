#include "attendee/photo_service.h"

#include "organization/organization_service.h"

namespace expogate::attendee {

Photo PhotoService::upload(const Caller& caller, const OrganizationId& organization,
                           std::string_view picture) {
  auto file = files_.add_image(caller, "attendee_photo", "photo", picture, photo_rules, "photo_id");
  if (*file.width < least_photo_width || *file.height < least_photo_height)
    throw ValidationError("photo_id", photo_too_small,
                          {{"width", least_photo_width}, {"height", least_photo_height}});
  if (!has_photo_shape(*file.width, *file.height)) throw ValidationError("photo_id", photo_not_cropped);
  Photo photo{file.id, organization, std::nullopt};
  // ATT-04: a hint, so that a counter out of order keeps nobody from uploading.
  if (auto faces = faces_.count(files_.get_bytes(file))) photo.face_count = faces.value();
  database_.write([&](db::Tx& tx) { store::add_photo(tx, photo); });
  return photo;
}

Photo PhotoService::upload(const Caller& caller, std::string_view picture) {
  auto own =
      database_.read([&](db::Tx& tx) { return organization::OrganizationService::get_own(tx, caller).id; });
  return upload(caller, own, picture);
}

std::string PhotoService::get_own(const Caller& caller, const FileId& file) {
  database_.read([&](db::Tx& tx) {
    auto own = organization::OrganizationService::get_own(tx, caller);
    if (!store::find_photo(tx, own.id, file)) throw NotFound();
  });
  return get(file);
}

std::string PhotoService::get(const FileId& id) {
  auto file = database_.read([&](db::Tx& tx) { return file::FileService::find(tx, id); });
  if (!file) throw NotFound();
  return files_.get_bytes(*file);
}

}  // namespace expogate::attendee
