#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/timex.h>

#include <filesystem>

#include "app/installation/installation.h"
#include "platform/log/log.h"

namespace expogate::installation {
namespace {

constexpr double min_free_share = 0.1;
constexpr auto max_backup_age = std::chrono::hours(26);

Finding fair_of(Services& s) {
  auto fair = s.fairs.get();
  auto edition = s.editions.get_current();
  return {Part::fair, Standing::good, fair.name_zh + "，" + edition.name_zh,
          fair.name_en + ", " + edition.name_en};
}

Finding configured(Part part, bool is_there, const std::string& zh, const std::string& en,
                   const std::string& without_zh, const std::string& without_en, bool can_try = true) {
  if (is_there) return {part, Standing::good, zh, en, can_try};
  return {part, Standing::missing, without_zh, without_en};
}

Finding mail_of(Services& s) {
  auto& smtp = s.config.smtp;
  auto where = smtp ? fmt::format("{}:{}", smtp->host, smtp->port) : "";
  return configured(Part::mail, smtp.has_value(), "经 " + where + " 发送", "Sent by " + where,
                    "境外单位无法注册，邮件链接无法发送（smtp.host）",
                    "Overseas organizations cannot register and links cannot be e-mailed (smtp.host)");
}

Finding sms_of(Services& s) {
  auto& sms = s.config.sms;
  std::string name = sms.aliyun ? "阿里云" : sms.tencent ? "腾讯云" : "短信网关";
  std::string name_en = sms.aliyun ? "Alibaba Cloud" : sms.tencent ? "Tencent Cloud" : "a gateway";
  return configured(Part::sms, sms.is_configured(), "经" + name + "发送", "Sent by " + name_en,
                    "境内单位无法注册，验证码无法发送（sms.provider）",
                    "Domestic organizations cannot register and codes cannot be sent (sms.provider)");
}

Finding payment_of(Services& s) {
  std::string zh, en;
  for (auto& [channel, gateway] : s.gateways) {
    zh += (zh.empty() ? "" : "、") + std::string(enum_words(channel, Locale::zh_cn));
    en += (en.empty() ? "" : ", ") + std::string(enum_words(channel, Locale::en));
  }
  return configured(Part::payment, !s.gateways.empty(), zh, en, "仅可银行转账", "Bank transfer only");
}

Finding disk_of(Services& s) {
  struct statvfs disk {};
  if (statvfs(s.config.data_folder.c_str(), &disk) != 0)
    return {Part::disk, Standing::wrong, "无法读取 " + s.config.data_folder,
            "Cannot read " + s.config.data_folder};
  double free = double(disk.f_bavail) * double(disk.f_frsize),
         share = double(disk.f_bavail) / double(disk.f_blocks);
  auto amount = fmt::format("{:.1f} GB ({:.0f} %)", free / 1e9, share * 100);
  return {Part::disk, share < min_free_share ? Standing::wrong : Standing::good, "剩余 " + amount,
          amount + " free"};
}

Finding backup_of(Services& s) {
  std::error_code error;
  std::filesystem::file_time_type newest{};
  bool is_any = false;
  for (auto& entry : std::filesystem::directory_iterator(s.config.backup_folder, error)) {
    if (!entry.is_regular_file(error)) continue;
    auto written = entry.last_write_time(error);
    newest = is_any ? std::max(newest, written) : written;
    is_any = true;
  }
  if (!is_any)
    return {Part::backup, Standing::missing, s.config.backup_folder + " 中没有备份",
            "No backup in " + s.config.backup_folder};
  auto age = std::filesystem::file_time_type::clock::now() - newest;
  auto hours = std::chrono::duration_cast<std::chrono::hours>(age).count();
  return {Part::backup, age > max_backup_age ? Standing::wrong : Standing::good,
          fmt::format("最近一次备份在 {} 小时前", hours),
          fmt::format("The latest backup is {} hours old", hours)};
}

Finding key_ring_of(Services& s) {
  auto number = s.cipher.ring().writing_kid();
  auto zh = fmt::format("当前密钥 {} 号", number), en = fmt::format("Key {} is in use", number);
  struct stat file {};
  bool is_open =
      !s.config.key_ring.empty() && stat(s.config.key_ring.c_str(), &file) == 0 && (file.st_mode & 077) != 0;
  if (is_open)
    return {Part::key_ring, Standing::wrong, zh + "，但文件可被其他用户读取",
            en + ", but its file can be read by other users"};
  return {Part::key_ring, Standing::good, zh, en};
}

Finding clock_of_machine(Services& s) {
  timex state{};
  bool is_synchronized = adjtimex(&state) != -1 && (state.status & STA_UNSYNC) == 0;
  auto now = fair_text(s.clock->now());
  if (s.config.is_demo && s.config.clock_offset.ms != 0)
    return {Part::clock, Standing::wrong, now + "，演示时钟已被移动", now + ", moved for the demonstration"};
  if (!is_synchronized)
    return {Part::clock, Standing::wrong, now + "，未与时间服务器同步", now + ", not synchronized"};
  return {Part::clock, Standing::good, now, now};
}

Finding tls_of(Services& s) {
  auto& url = s.config.public_url;
  if (!url.starts_with("https://"))
    return {Part::tls, Standing::wrong, url + " 未加密（http.public_url）",
            url + " is not encrypted (http.public_url)"};
  if (!s.config.has_secure_cookie)
    return {Part::tls, Standing::wrong, "会话也会经未加密的连接发送（http.has_secure_cookie）",
            "Sessions are also sent over unencrypted connections (http.has_secure_cookie)"};
  return {Part::tls, Standing::good, url, url, true};
}

}  // namespace

std::vector<Finding> examine(Services& s) {
  return {fair_of(s),
          mail_of(s),
          sms_of(s),
          payment_of(s),
          configured(Part::registry, s.registry != nullptr, "已配置", "Configured", "仅凭证照自动审核",
                     "Decided on the certificate alone", false),
          configured(Part::identity, s.identity != nullptr, "已配置", "Configured", "仅核对证件格式",
                     "Only the format of documents is checked", false),
          {Part::storage, Standing::good, s.config.data_folder, s.config.data_folder, true},
          disk_of(s),
          backup_of(s),
          key_ring_of(s),
          clock_of_machine(s),
          tls_of(s)};
}

void log_findings(Services& s) {
  for (auto& finding : examine(s))
    if (finding.standing != Standing::good)
      log::warn("installation_incomplete", {{"part", enum_name(finding.part)},
                                            {"standing", enum_name(finding.standing)},
                                            {"detail", finding.detail_en}});
}

}  // namespace expogate::installation
