#pragma once
#include "attendee/photo.h"
#include "base/caller.h"
#include "file/file_service.h"
#include "platform/db/database.h"

namespace expogate::attendee {

class PhotoService {
 public:
  PhotoService(db::Database& database, file::FileService& files) : database_(database), files_(files) {}

  /// Of the caller's own people.
  Photo upload(const Caller& caller, std::string_view picture);
  Photo upload(const Caller& caller, const OrganizationId& organization, std::string_view picture);
  std::string get_own(const Caller& caller, const FileId& file);
  std::string get(const FileId& file);

 private:
  db::Database& database_;
  file::FileService& files_;
};

}  // namespace expogate::attendee
