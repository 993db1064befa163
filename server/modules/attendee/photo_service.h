#pragma once
#include "attendee/photo.h"
#include "base/caller.h"
#include "file/file_service.h"
#include "platform/db/database.h"
#include "platform/recognition/face_counter.h"

namespace expogate::attendee {

class PhotoService {
 public:
  PhotoService(db::Database& database, file::FileService& files, FaceCounter& faces)
      : database_(database), files_(files), faces_(faces) {}

  /// Of the caller's own people.
  Photo upload(const Caller& caller, std::string_view picture);
  Photo upload(const Caller& caller, const OrganizationId& organization, std::string_view picture);
  std::string get_own(const Caller& caller, const FileId& file);
  std::string get(const FileId& file);

 private:
  db::Database& database_;
  file::FileService& files_;
  FaceCounter& faces_;
};

}  // namespace expogate::attendee
