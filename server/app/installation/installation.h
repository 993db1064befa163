#pragma once
#include "app/services.h"

/// What a real fair needs to be set, tested and watched, as the bureau's page "Installation" lists it (INS).
namespace expogate::installation {

enum class Part { fair, mail, sms, payment, registry, identity, storage, disk, backup, key_ring, clock, tls };
BOOST_DESCRIBE_ENUM(Part, fair, mail, sms, payment, registry, identity, storage, disk, backup, key_ring,
                    clock, tls)

/// `missing`: a fair can go without and must know it; `wrong`: something has to be done.
enum class Standing { good, missing, wrong };
BOOST_DESCRIBE_ENUM(Standing, good, missing, wrong)

struct Finding {
  Part part = Part::fair;
  Standing standing = Standing::good;
  std::string detail_zh, detail_en;
  bool can_try = false;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (part, standing, detail_zh, detail_en, can_try))

std::vector<Finding> examine(Services& services);

/// Says at start what a fair goes without.
void log_findings(Services& services);

/// Tries a part for real: a mail or SMS to the caller's own address, a file written and read back, 1 fen
/// asked of each payment provider and closed. What came of it, in the caller's language.
struct Trial {
  bool is_good = false;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(Trial, (), (is_good, words))
Trial try_part(Services& services, const Caller& caller, Part part);

inline const ErrorCode part_not_tried{"installation.not_tried", "此项不能在页面上测试",
                                      "This component cannot be tested from this page"};
inline const ErrorCode own_address_missing{
    "installation.own_address_missing", "请先在账户管理中绑定手机或邮箱，测试消息发送到您本人",
    "Please link a mobile number or e-mail address to your account first; the test message is sent to you"};

void add_routes(wire::Router& router, Services& services);

}  // namespace expogate::installation

namespace expogate {
template <>
inline constexpr auto enum_labels<installation::Part> = std::to_array<EnumLabel>({
    {"fair", "展会", "Fair"},
    {"mail", "邮件", "E-mail"},
    {"sms", "短信", "SMS"},
    {"payment", "在线支付", "Online payment"},
    {"registry", "企业登记核验", "Business register"},
    {"identity", "身份核验", "Identity verification"},
    {"storage", "文件存储", "File storage"},
    {"disk", "磁盘空间", "Disk space"},
    {"backup", "备份", "Backup"},
    {"key_ring", "密钥", "Key ring"},
    {"clock", "时钟", "Clock"},
    {"tls", "加密访问（TLS）", "Encrypted access (TLS)"},
});
template <>
inline constexpr auto enum_labels<installation::Standing> = std::to_array<EnumLabel>({
    {"good", "正常", "OK"},
    {"missing", "未配置", "Not configured"},
    {"wrong", "需要处理", "Needs attention"},
});
}  // namespace expogate
