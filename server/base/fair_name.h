#pragma once
#include <string>

namespace expogate {

/// What the fair is called, whatever the edition; any other fair that deploys this says its own.
struct FairName {
  std::string zh = "中国国际进口博览会", en = "China International Import Expo";
};

}  // namespace expogate
