#include <cstdio>
#include <filesystem>

#include "app/audit_key.h"
#include "app/commands.h"
#include "app/folded_columns.h"
#include "app/sealed_columns.h"
#include "app/sealed_sign_in_names.h"
#include "app/services.h"
#include "audit/chain.h"
#include "badge/verification.h"
#include "gate/verification.h"
#include "group_payment/verification.h"
#include "key_invitee/verification.h"
#include "payment/verification.h"
#include "platform/db/migrations.h"
#include "platform/db/sqlite_connection.h"
#include "platform/ledger/ledger.h"
#include "quota/verification.h"

namespace expogate::commands {
namespace {

std::string sqlite_file(const Config& config, std::string_view command) {
  constexpr std::string_view scheme = "sqlite:";
  if (config.database.url.starts_with(scheme)) return config.database.url.substr(scheme.size());
  throw std::runtime_error(
      "`expogate " + std::string(command) +
      "` is for SQLite; use pg_dump and pg_restore with PostgreSQL (docs/guides/operate.md)");
}

/// A backup that cannot be opened or is not whole must never take the place of the database.
void require_sound(const std::string& file) {
  if (!std::filesystem::exists(file)) throw std::runtime_error(file + " does not exist");
  db::SqliteConnection copy(file, {.is_read_only = true});
  auto result = db::Tx(copy).value<std::string>("pragma integrity_check");
  if (result != "ok") throw std::runtime_error(file + " is damaged: " + result);
  db::Tx(copy).value<std::int64_t>("select count(*) from schema_version");
}

}  // namespace

int migrate(const Config& config, const Words&) {
  auto database = db::open_database(config.database);
  auto applied = db::migrate(*database, SystemClock().now());
  std::printf("%zu migration(s) applied\n", applied.size());
  // A new release may fold names otherwise than the one that wrote them.
  if (!applied.empty())
    std::printf("%lld name(s) folded anew\n", static_cast<long long>(refold_all(*database)));
  if (!applied.empty()) {
    auto sealed = seal_sign_in_names(*database, [&] { return FieldCipher(key_ring_of(config)); });
    if (sealed > 0) std::printf("%lld sign-in name(s) encrypted\n", static_cast<long long>(sealed));
  }
  return 0;
}

int verify(const Config& config, const Words&) {
  auto database = db::open_database(config.database);
  std::vector<std::string> wrong;
  for (auto* check : {ledger::verify, quota::verify, group_payment::verify, key_invitee::verify,
                      payment::verify, badge::verify, gate::verify})
    for (auto& line : database->read([check](db::Tx& tx) { return check(tx); })) wrong.push_back(line);
  auto key = audit_key(key_ring_of(config));
  auto chain = audit::verify_database(*database, key, audit::read_kept_end(kept_audit_end(config), key));
  if (chain.is_cut) wrong.push_back("audit log: its end is not where it was sealed; entries are gone");
  if (chain.first_broken_seq)
    wrong.push_back("audit log: entry " + std::to_string(*chain.first_broken_seq) +
                    " does not fit into the chain");
  for (auto& line : wrong) std::printf("%s\n", line.c_str());
  std::printf(
      "%s: ledger, quotas, group payment, orders and money, badges, entries, %lld audit entries in the "
      "chain, %lld not yet "
      "sealed\n",
      wrong.empty() ? "sound" : "NOT SOUND", static_cast<long long>(chain.entries),
      static_cast<long long>(chain.unsealed));
  return wrong.empty() ? 0 : 1;
}

int backup(const Config& config, const Words& words) {
  if (words.size() != 1) throw std::runtime_error("say where to: expogate backup FILE");
  if (std::filesystem::exists(words[0])) throw std::runtime_error(words[0] + " exists already");
  db::SqliteConnection source(sqlite_file(config, "backup"), {});
  source.backup_to(words[0]);
  require_sound(words[0]);
  std::printf("%s: %lld bytes, whole\n", words[0].c_str(),
              static_cast<long long>(std::filesystem::file_size(words[0])));
  return 0;
}

int restore(const Config& config, const Words& words) {
  if (words.size() != 1) throw std::runtime_error("say from where: expogate restore FILE");
  auto file = sqlite_file(config, "restore");
  require_sound(words[0]);
  auto kept = file + ".before-restore";
  auto arriving = file + ".arriving";
  std::filesystem::remove(arriving);
  {
    db::SqliteConnection source(words[0], {.is_read_only = true});
    source.backup_to(arriving);
  }
  // The old database stays beside the new one, write-ahead log and all, until the operator removes it.
  for (auto* tail : {"", "-wal", "-shm"})
    if (std::filesystem::exists(file + tail)) std::filesystem::rename(file + tail, kept + tail);
  std::filesystem::rename(arriving, file);
  std::printf("restored; the former database is %s\n", kept.c_str());
  // What was sealed since the backup is not in it, by the operator's own will.
  std::filesystem::remove(kept_audit_end(config));
  return 0;
}

int reseal(const Config& config, const Words&) {
  Services services(config);
  auto count = seal_sign_in_names(*services.database, [&] { return services.cipher; }) +
               reseal_all(*services.database, services.cipher);
  std::printf("%lld value(s) encrypted with key %d\n", static_cast<long long>(count),
              int(services.cipher.ring().writing_kid()));
  return 0;
}

}  // namespace expogate::commands
