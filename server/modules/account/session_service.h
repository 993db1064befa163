#pragma once
#include <string>

#include "account/account.h"
#include "account/session.h"
#include "edition/edition_service.h"
#include "platform/db/database.h"
#include "platform/wire/application.h"

namespace expogate::account {

/// A fresh session and the only copy of its token.
struct NewSession {
  Session session;
  std::string token;
};

/// Begins, recognises and ends sessions; turns each request's credentials into a Caller.
class SessionService final : public wire::Authenticator, public CallerSource {
 public:
  SessionService(db::Database& database, const Clock& clock, edition::EditionService& editions)
      : database_(database), clock_(clock), editions_(editions) {}

  Caller authenticate(const http::Request& request, bool is_write, const std::string& ip) override;
  void refuse_past_edition(const Caller& caller) override;
  std::optional<Caller> find_caller(const AccountId& account, const EditionId& edition,
                                    Locale locale) override;

  NewSession begin(db::Tx& tx, const Account& account, SessionStage stage, const Caller& caller);
  std::vector<Session> list_sessions(const Caller& caller);
  void end(const Caller& caller, const SessionId& id);
  void sign_out(const Caller& caller);

  /// The token that a request carries, from the bearer header or the cookie; empty without.
  static std::string token_of(const http::Request& request);
  static constexpr std::string_view cookie_name = "expogate_session";

 private:
  Caller nobody(const http::Request& request, const std::string& ip);
  EditionId edition_of(const http::Request& request);
  db::Database& database_;
  const Clock& clock_;
  edition::EditionService& editions_;
};

}  // namespace expogate::account
