#include "account/account_http.h"
#include "platform/image/qr.h"
#include "platform/wire/page_query.h"

namespace expogate::account {

struct ProfilePatch {
  std::optional<wire::Text<1, 60>> display_name;
  std::optional<Locale> locale;
};
BOOST_DESCRIBE_STRUCT(ProfilePatch, (), (display_name, locale))

struct CodeRequest {
  CodePurpose purpose = CodePurpose::change_password;
  messaging::Channel channel = messaging::Channel::sms;
  std::optional<wire::Text<1, 254>> target;
};
BOOST_DESCRIBE_STRUCT(CodeRequest, (), (purpose, channel, target))

struct PasswordRequest {
  std::optional<wire::Text<1, 10>> code;
  std::optional<wire::Secret> current_password;
  wire::Secret new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordRequest, (), (code, current_password, new_password))

struct MobileRequest {
  wire::Mobile mobile;
  wire::Text<1, 10> code;
  wire::Secret current_password;
};
BOOST_DESCRIBE_STRUCT(MobileRequest, (), (mobile, code, current_password))

struct EmailRequest {
  wire::Email email;
  wire::Text<1, 10> code;
  wire::Secret current_password;
};
BOOST_DESCRIBE_STRUCT(EmailRequest, (), (email, code, current_password))

struct TotpRequest {
  wire::Secret current_password;
};
BOOST_DESCRIBE_STRUCT(TotpRequest, (), (current_password))

struct TotpSetupView {
  std::string secret, uri, qr_svg;
};
BOOST_DESCRIBE_STRUCT(TotpSetupView, (), (secret, uri, qr_svg))

struct TotpConfirmation {
  wire::Text<6, 6> code;
};
BOOST_DESCRIBE_STRUCT(TotpConfirmation, (), (code))

struct SessionRow {
  SessionId id;
  bool current = false;
  Instant created_at, last_seen_at, expires_at;
  std::string ip, user_agent;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (id, current, created_at, last_seen_at, expires_at, ip, user_agent))

struct ConsentView {
  ConsentDocument document = ConsentDocument::privacy_policy;
  int current_version = 0;
  std::optional<int> given_version;
  std::optional<Instant> given_at;
  std::string title_zh, title_en, text_zh, text_en;
};
BOOST_DESCRIBE_STRUCT(ConsentView, (),
                      (document, current_version, given_version, given_at, title_zh, title_en, text_zh,
                       text_en))

struct ConsentRequest {
  ConsentDocument document = ConsentDocument::privacy_policy;
  int version = 0;
};
BOOST_DESCRIBE_STRUCT(ConsentRequest, (), (document, version))

namespace {

ConsentView consent_view(const ConsentText& text, const std::vector<Consent>& given) {
  ConsentView view{text.document,
                   text.version,
                   std::nullopt,
                   std::nullopt,
                   std::string(text.title_zh),
                   std::string(text.title_en),
                   std::string(text.text_zh),
                   std::string(text.text_en)};
  for (auto& consent : given)
    if (consent.document == text.document) {
      view.given_version = consent.document_version;
      view.given_at = consent.given_at;
    }
  return view;
}

}  // namespace

void add_my_account_routes(wire::Router& router, MyAccountService& accounts, SignInService& sign_ins,
                           SessionService& sessions, ConsentService& consents, AccountViews& views,
                           CookieSettings cookies) {
  router.get("/my/account", "my_account_get")
      .for_oneself()
      .summary("My account")
      .handle([&](const Caller& caller) { return views.view(accounts.get(caller)); });

  router.patch("/my/account", "my_account_change")
      .for_oneself()
      .outside_editions()
      .summary("Changes my display name and language")
      .handle([&](const Caller& caller, const ProfilePatch& patch, wire::IfMatch match) {
        return views.view(
            accounts.change_profile(caller, wire::plain(patch.display_name), patch.locale, match.version));
      });

  router.post("/my/codes", "my_code_create")
      .for_oneself()
      .outside_editions()
      .summary("Sends me a code; for a new mobile or e-mail, to that one")
      .handle([&](const Caller& caller, const CodeRequest& r) {
        return accounts.send_code(caller, r.purpose, r.channel, wire::plain(r.target));
      });

  router.put("/my/password", "my_password_change")
      .for_oneself()
      .outside_editions()
      .in_lane(http::Lane::heavy)
      .answers<SessionView>()
      .summary("Changes my password, proven by a code or the current password; all other sessions end")
      .handle([&, cookies](const Caller& caller, const PasswordRequest& r, const http::Request& request) {
        auto fresh = accounts.change_password(caller, wire::plain(r.code), wire::plain(r.current_password),
                                              r.new_password);
        auto view = views.signed_in(accounts.get(caller), fresh.token);
        http::Response response;
        if (request.header("authorization").empty())
          set_session_cookie(response, fresh.token, cookies);
        else
          view.token = fresh.token;
        response.body = wire::to_json(view);
        return response;
      });

  router.put("/my/mobile", "my_mobile_change")
      .for_oneself()
      .outside_editions()
      .in_lane(http::Lane::heavy)
      .summary("Changes the linked mobile, verified by a code sent to it")
      .handle([&](const Caller& caller, const MobileRequest& r) {
        return views.view(accounts.change_mobile(caller, r.mobile, r.code, r.current_password));
      });

  router.put("/my/email", "my_email_change")
      .for_oneself()
      .outside_editions()
      .in_lane(http::Lane::heavy)
      .summary("Changes the linked e-mail, verified by a code sent to it")
      .handle([&](const Caller& caller, const EmailRequest& r) {
        return views.view(accounts.change_email(caller, r.email, r.code, r.current_password));
      });

  router.post("/my/totp", "my_totp_begin")
      .for_oneself()
      .outside_editions()
      .in_lane(http::Lane::heavy)
      .summary("Begins setting up an authenticator; it counts once a code of it was confirmed")
      .handle([&](const Caller& caller, const TotpRequest& r) {
        auto setup = accounts.begin_totp(caller, r.current_password);
        return TotpSetupView{setup.secret, setup.uri,
                             qr_svg(setup.uri, caller.locale == Locale::en ? "QR code for the authenticator"
                                                                           : "验证器二维码")};
      });

  router.put("/my/totp", "my_totp_confirm")
      .for_oneself()
      .outside_editions()
      .summary("Confirms the authenticator with a code of it")
      .handle([&](const Caller& caller, const TotpConfirmation& r) {
        return views.view(accounts.confirm_totp(caller, r.code));
      });

  router.post("/my/totp_removals", "my_totp_remove")
      .for_oneself()
      .outside_editions()
      .in_lane(http::Lane::heavy)
      .summary("Removes the authenticator; asks for the password again and tells the owner")
      .handle([&](const Caller& caller, const TotpRequest& r) {
        return views.view(accounts.remove_totp(caller, r.current_password));
      });

  router.get("/my/sessions", "my_session_list")
      .for_oneself()
      .summary("Where I am signed in")
      .handle([&](const Caller& caller) {
        return wire::list_view(sessions.list_sessions(caller), [&](const Session& s) {
          return SessionRow{
              s.id, s.id == caller.session, s.created_at, s.last_seen_at, s.expires_at, s.ip, s.user_agent};
        });
      });

  router.remove("/my/sessions", "my_other_sessions_end")
      .for_oneself()
      .outside_editions()
      .summary("Ends all my sessions but this one")
      .handle([&](const Caller& caller) { sessions.end_others(caller); });

  router.remove("/my/sessions/{id}", "my_session_end")
      .for_oneself()
      .outside_editions()
      .summary("Ends one of my sessions")
      .handle([&](const Caller& caller, SessionId id) { sessions.end(caller, id); });

  router.get("/my/sign_ins", "my_sign_in_list")
      .for_oneself()
      .summary("My sign-in history")
      .handle([&](const Caller& caller, const wire::PageQuery& query) {
        return wire::page_view(sign_ins.list_sign_ins(caller, wire::page_request(query)));
      });

  router.get("/consents", "consent_list")
      .for_everyone("whoever is asked to agree reads it first, with or without an account")
      .summary("Terms requiring consent, in their current version")
      .handle([&](const Caller&) {
        return wire::list_view(consents.list_texts(),
                               [](const ConsentText& t) { return consent_view(t, {}); });
      });

  router.get("/my/consents", "my_consent_list")
      .for_oneself()
      .summary("Terms requiring my consent, and those I have accepted")
      .handle([&](const Caller& caller) {
        auto given = consents.list_consents(caller.account);
        return wire::list_view(consents.list_texts(),
                               [&](const ConsentText& t) { return consent_view(t, given); });
      });

  router.post("/my/consents", "my_consent_create")
      .for_oneself()
      .outside_editions()
      .summary("Accepts terms in their current version")
      .handle([&](const Caller& caller, const ConsentRequest& r) {
        consents.give(caller, r.document, r.version);
      });
}

}  // namespace expogate::account
