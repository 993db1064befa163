#include "platform/paygate/alipay_gateway.h"

namespace expogate::paygate {

Outcome<std::vector<BillRow>> AlipayGateway::bill(const CivilDate&) {
  return Failure{"bills are not read yet", true};
}

}  // namespace expogate::paygate
