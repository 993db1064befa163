#pragma once
#include "file/file_service.h"
#include "gate/scan.h"

namespace expogate::gate {

/// The face that the operator compares.
class HolderPhotoService {
 public:
  HolderPhotoService(db::Database& database, file::FileService& files) : database_(database), files_(files) {}

  std::string get(const BadgeId& id);

 private:
  db::Database& database_;
  file::FileService& files_;
};

}  // namespace expogate::gate
