#include "platform/paygate/unionpay_gateway.h"

namespace expogate::paygate {

Outcome<std::vector<BillRow>> UnionpayGateway::bill(const CivilDate&) {
  return Failure{"bills are not read yet", true};
}

}  // namespace expogate::paygate
