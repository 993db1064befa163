#include "testing/child_process.h"

namespace expogate {

// Told by the build and not by __FILE__: what one checkout compiled is used by others.
std::filesystem::path testing_folder() {
  return EXPOGATE_TESTING_FOLDER;
}

}  // namespace expogate
