#include "account/account_http.h"
#include "account/session_response.h"
#include "platform/wire/page_query.h"

namespace expogate::account {

struct SignInRequest {
  Door door = Door::visitor;
  wire::Text<1, 254> name;
  wire::Secret password;
  std::optional<CaptchaAnswer> captcha;
  std::optional<bool> token_wanted;
};
BOOST_DESCRIBE_STRUCT(SignInRequest, (), (door, name, password, captcha, token_wanted))

struct SecondStepRequest {
  SecondStepMethod method = SecondStepMethod::sms;
  wire::Text<1, 10> code;
};
BOOST_DESCRIBE_STRUCT(SecondStepRequest, (), (method, code))

struct RecoveryCodeRequest {
  Door door = Door::visitor;
  wire::Text<1, 254> name, target;
  std::optional<CaptchaAnswer> captcha;
};
BOOST_DESCRIBE_STRUCT(RecoveryCodeRequest, (), (door, name, target, captcha))

struct RecoveryRequest {
  Door door = Door::visitor;
  wire::Text<1, 254> name, target;
  wire::Text<1, 10> code;
  wire::Secret new_password;
};
BOOST_DESCRIBE_STRUCT(RecoveryRequest, (), (door, name, target, code, new_password))

void add_session_routes(wire::Router& router, SignInService& sign_ins, SessionService& sessions,
                        MyAccountService& accounts, CaptchaService& captchas, AccountViews& views,
                        CookieSettings cookies) {
  router.post("/captchas", "captcha_create")
      .for_everyone("comes before sign-in")
      .outside_editions()
      .summary(
          "A proof-of-work challenge for the browser before the third sign-in attempt and before a code is "
          "sent")
      .handle([&](const Caller&, const wire::NoInput&) { return captchas.make(); });

  router.post("/session", "session_create")
      .for_everyone("this is the sign-in")
      .outside_editions()
      .in_lane(http::Lane::heavy)
      .answers<SessionView>()
      .summary("Signs in, or takes the first of two steps")
      .handle([&, cookies](const Caller& caller, const SignInRequest& r) {
        auto signed_in = sign_ins.sign_in(caller, {r.door, r.name, r.password, r.captcha});
        bool is_full = signed_in.session.session.stage == SessionStage::full;
        auto view = is_full ? views.signed_in(signed_in.account, signed_in.session.token)
                            : views.second_step(signed_in);
        return session_response(view, signed_in.session.token, r.token_wanted.value_or(false), cookies);
      });

  router.get("/session", "session_get")
      .for_everyone("answers 401 to nobody; between the two steps it says which come next")
      .summary("Who is signed in, or what is still needed to be")
      .handle([&](const Caller& caller, const http::Request& request) {
        auto token = sessions.token_of(request);
        if (caller.is_signed_in()) return views.signed_in(accounts.get(caller), token);
        return views.second_step(sign_ins.resume(caller, token));
      });

  router.remove("/session", "session_end")
      .for_oneself()
      .outside_editions()
      .answers<void>()
      .summary("Signs out; ends every session of the account")
      .handle([&, cookies](const Caller& caller) {
        sessions.sign_out(caller);
        http::Response response(204);
        set_session_cookie(response, "", cookies);
        return response;
      });

  router.post("/session/second_step_codes", "second_step_code_create")
      .for_everyone("between the two steps nobody is signed in; the first step's token is needed")
      .outside_editions()
      .summary("Sends the code of the second step by SMS")
      .handle(
          [&](const Caller& caller, const wire::NoInput&) { return sign_ins.send_second_step_code(caller); });

  router.post("/session/second_step", "second_step_create")
      .for_everyone("between the two steps nobody is signed in; the first step's token is needed")
      .outside_editions()
      .answers<SessionView>()
      .summary("The second step: a code by SMS or from the authenticator")
      .handle([&, cookies](const Caller& caller, const SecondStepRequest& r, const http::Request& request) {
        auto signed_in = sign_ins.second_step(caller, r.method, r.code);
        auto view = views.signed_in(signed_in.account, signed_in.session.token);
        return session_response(view, signed_in.session.token, has_bearer(request), cookies);
      });

  router.post("/password_recovery/codes", "password_recovery_code_create")
      .for_everyone("whoever forgot the password cannot sign in")
      .outside_editions()
      .summary("Sends a code, if the name has this mobile or e-mail; the answer is the same in any case")
      .handle([&](const Caller& caller, const RecoveryCodeRequest& r) {
        return accounts.send_recovery_code(caller, r.door, r.name, r.target, r.captcha);
      });

  router.post("/password_recovery", "password_recovery_create")
      .for_everyone("whoever forgot the password cannot sign in")
      .outside_editions()
      .in_lane(http::Lane::anonymous)
      .summary("Sets a new password with the code; ends all sessions")
      .handle([&](const Caller& caller, const RecoveryRequest& r) {
        accounts.recover_password(caller, r.door, r.name, r.target, r.code, r.new_password);
      });
}

}  // namespace expogate::account
