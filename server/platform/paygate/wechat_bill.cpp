#include "platform/paygate/wechat_gateway.h"

namespace expogate::paygate {

Outcome<std::vector<BillRow>> WechatGateway::bill(const CivilDate&) {
  return Failure{"bills are not read yet", true};
}

}  // namespace expogate::paygate
