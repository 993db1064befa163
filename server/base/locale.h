#pragma once
#include <boost/describe/enum.hpp>

namespace expogate {

enum class Locale { zh_cn, en };
BOOST_DESCRIBE_ENUM(Locale, zh_cn, en)

}  // namespace expogate
