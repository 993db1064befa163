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
  SessionService(db::Database& database, const Clock& clock, edition::EditionService& editions,
                 bool has_secure_cookie)
      : database_(database), clock_(clock), editions_(editions), has_secure_cookie_(has_secure_cookie) {}

  Caller authenticate(const http::Request& request, bool is_write, const std::string& ip) override;
  void refuse_past_edition(const Caller& caller) override;
  std::optional<Caller> find_caller(const AccountId& account, const EditionId& edition,
                                    Locale locale) override;

  NewSession begin(db::Tx& tx, const Account& account, SessionStage stage, const Caller& caller);
  std::vector<Session> list_sessions(const Caller& caller);
  void end_others(const Caller& caller);
  void end(const Caller& caller, const SessionId& id);
  void sign_out(const Caller& caller);

  /// The token that a request carries, from the bearer header or the cookie; empty without.
  std::string token_of(const http::Request& request) const;
  /// `__Host-` where it is secure: browsers then take it from this very host alone, for every path, over TLS.
  static constexpr std::string_view cookie_name(bool is_secure) {
    return is_secure ? "__Host-expogate_session" : "expogate_session";
  }

 private:
  Caller nobody(const http::Request& request, const std::string& ip);
  EditionId edition_of(const http::Request& request);
  db::Database& database_;
  const Clock& clock_;
  edition::EditionService& editions_;
  bool has_secure_cookie_;
};

}  // namespace expogate::account
