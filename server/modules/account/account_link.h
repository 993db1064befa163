#pragma once
#include "account/account_store.h"
#include "account/sign_in_service.h"
#include "fair/fair_service.h"

/// Personal links to an account: nobody ever types a password for somebody else (INS-05).
namespace expogate::account {

using AccountLinkId = Id<struct AccountLinkNoun>;

struct AccountLink {
  AccountLinkId id;
  AccountId account_id;
  std::string token_hash;
  std::optional<std::string> sent_to_masked;  ///< absent: nobody could be told, the address was shown
  Instant created_at, expires_at;
  std::optional<Instant> used_at;
};
BOOST_DESCRIBE_STRUCT(AccountLink, (),
                      (id, account_id, token_hash, sent_to_masked, created_at, expires_at, used_at))

/// Whether the account's owner has taken it: none was needed, the link waits, is over, or was used.
enum class LinkState { none, waiting, expired, used };
BOOST_DESCRIBE_ENUM(LinkState, none, waiting, expired, used)
LinkState state_of(const std::optional<AccountLink>& newest, Instant now);

/// How a link went out. Where there is no way to tell its owner, the address is shown to whoever made it,
/// once.
struct LinkSent {
  std::optional<std::string> sent_to_masked, address;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(LinkSent, (), (sent_to_masked, address, expires_at))

/// What a link opens, before it is used.
struct LinkedAccount {
  std::string login_name, display_name;
  Door door = Door::bureau;
  bool needs_totp = false;  ///< no code could reach its owner, so an authenticator is the second step
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(LinkedAccount, (), (login_name, display_name, door, needs_totp, expires_at))

constexpr Duration link_lifetime = days(7);

inline const ErrorCode link_over{
    "account_link.over", "链接已失效或已使用，请联系管理员重新发送",
    "This link has expired or been used; please ask the administrator for a new one"};
inline const ErrorCode link_needs_totp{
    "account_link.needs_totp", "请先用验证器扫描二维码，并输入 6 位动态码",
    "Please scan the QR code with your authenticator first, then enter the six-digit code"};

class AccountLinkService {
 public:
  AccountLinkService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                     SignInService& sign_ins, messaging::MessageService& messages, fair::FairService& fairs,
                     PasswordCost cost, std::string public_url)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        sign_ins_(sign_ins),
        messages_(messages),
        fairs_(fairs),
        cost_(cost),
        public_url_(std::move(public_url)) {}

  /// A fresh link by SMS or mail; a former one of the account works no more.
  LinkSent send(db::Tx& tx, const Account& account);

  LinkedAccount open(const std::string& token);
  std::string name_of(const Account& account) const;
  /// Begins an authenticator for the link's account; the secret and its `otpauth:` address.
  std::pair<std::string, std::string> begin_totp(const std::string& token);
  /// Sets the password, and the authenticator where one is needed. Once, also for two at the same moment.
  Account use(const Caller& caller, const std::string& token, const std::string& password,
              const std::string& totp_code);

 private:
  std::pair<AccountLink, Account> get(db::Tx& tx, const std::string& token);
  bool needs_totp(const Account& account) const;
  std::optional<messaging::OutgoingMessage> message_to(const Account& account) const;
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  SignInService& sign_ins_;
  messaging::MessageService& messages_;
  fair::FairService& fairs_;
  PasswordCost cost_;
  std::string public_url_;
};

namespace store {

void add_link(db::Tx& tx, const AccountLink& link);
std::optional<AccountLink> find_link(db::Tx& tx, std::string_view token_hash);
/// The newest link of each of these accounts.
std::vector<AccountLink> list_newest_links(db::Tx& tx, const std::vector<AccountId>& accounts);
/// Compare-and-set: false when it was used meanwhile.
bool use_link(db::Tx& tx, const AccountLinkId& id, Instant now);
void end_links(db::Tx& tx, const AccountId& account, Instant now);

}  // namespace store
}  // namespace expogate::account
