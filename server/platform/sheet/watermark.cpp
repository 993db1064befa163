#include "platform/sheet/watermark.h"

namespace expogate {

std::string watermark_of(const Caller& caller, Instant now) {
  auto before = caller.locale == Locale::en ? "Exported by " : "导出人：";
  auto between = caller.locale == Locale::en ? ", " : "，导出时间：";
  return before + caller.name + between + fair_text(now);
}

}  // namespace expogate
