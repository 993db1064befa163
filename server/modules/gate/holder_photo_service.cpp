#include "gate/holder_photo_service.h"

#include "gate/scan_store.h"

namespace expogate::gate {

std::string HolderPhotoService::get(const BadgeId& id) {
  auto file = database_.read([&](db::Tx& tx) {
    auto photo = store::find_photo(tx, id);
    return photo ? file::FileService::find(tx, *photo) : std::nullopt;
  });
  if (!file) throw NotFound();
  return files_.get_bytes(*file);
}

}  // namespace expogate::gate
