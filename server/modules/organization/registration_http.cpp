#include "organization/organization_http.h"
#include "platform/wire/page_query.h"

namespace expogate::organization {

struct RegistrationCodeRequest {
  messaging::Channel channel = messaging::Channel::sms;
  wire::Text<1, 254> target;
  std::optional<wire::Text<0, 40>> uscc;
  std::optional<account::CaptchaAnswer> captcha;
};
BOOST_DESCRIBE_STRUCT(RegistrationCodeRequest, (), (channel, target, uscc, captcha))

struct RegistrationCheck {
  Origin origin = Origin::domestic;
  std::optional<wire::Text<0, 40>> uscc;
  std::optional<wire::Text<0, 20>> invitation_code;
  std::optional<account::CaptchaAnswer> captcha;
};
BOOST_DESCRIBE_STRUCT(RegistrationCheck, (), (origin, uscc, invitation_code, captcha))

struct RegistrationRequest {
  Origin origin = Origin::domestic;
  Category category = Category::enterprise;
  std::optional<TradingGroupId> trading_group_id;
  std::optional<wire::Text<0, 20>> invitation_code;
  std::optional<wire::Text<0, 40>> referral_code;
  std::optional<wire::Text<0, 100>> invitation_token;  ///< of a key organization's link
  std::optional<LicenceId> licence_id;
  std::optional<std::string> licence_token;
  std::optional<wire::Text<0, 100>> name_zh;
  std::optional<wire::Text<0, 200>> name_en;
  std::optional<wire::Text<0, 40>> uscc;
  std::optional<wire::Text<0, 10>> country_code;
  std::optional<wire::Text<0, 30>> mobile;
  std::optional<wire::Text<0, 254>> email;
  wire::Text<1, 10> code;
  wire::Secret password;
};
BOOST_DESCRIBE_STRUCT(RegistrationRequest, (),
                      (origin, category, trading_group_id, invitation_code, referral_code, invitation_token,
                       licence_id, licence_token, name_zh, name_en, uscc, country_code, mobile, email, code,
                       password))

namespace {

Registration registration_of(const RegistrationRequest& r) {
  Registration out;
  out.origin = r.origin;
  out.category = r.category;
  out.trading_group_id = r.trading_group_id;
  out.invitation_code = r.invitation_code.value_or("");
  out.referral_code = r.referral_code.value_or("");
  out.invitation_token = r.invitation_token.value_or("");
  out.licence_id = r.licence_id;
  out.licence_token = r.licence_token.value_or("");
  out.name_zh = r.name_zh.value_or("");
  out.name_en = r.name_en.value_or("");
  out.uscc = r.uscc.value_or("");
  out.country_code = r.country_code.value_or("");
  out.mobile = r.mobile.value_or("");
  out.email = r.email.value_or("");
  // Tidied as the code was sent; what is wrong with them is told with the other fields.
  wire::Mobile::check(out.mobile);
  wire::Email::check(out.email);
  out.code = r.code;
  out.password = r.password;
  return out;
}

void require_address(messaging::Channel channel, std::string& target) {
  auto* wrong = channel == messaging::Channel::sms ? wire::Mobile::check(target) : wire::Email::check(target);
  if (wrong) throw ValidationError("target", *wrong);
}

}  // namespace

void add_registration_routes(wire::Router& router, RegistrationService& registrations,
                             account::AccountViews& views, account::CookieSettings cookies) {
  router.post("/registration_codes", "registration_code_create")
      .for_everyone("whoever registers has no account yet")
      .summary("Sends the code that proves a mobile number or an e-mail address before registration")
      .handle([&](const Caller& caller, const RegistrationCodeRequest& r) {
        std::string target = r.target;
        require_address(r.channel, target);
        return registrations.send_code(caller, r.channel, target, r.uscc.value_or(""), r.captcha);
      });

  router.post("/registration_checks", "registration_check")
      .for_everyone("whoever registers has no account yet")
      .in_lane(http::Lane::anonymous)
      .summary("Refuses a USCC or an invitation code as the registration would, while the form is filled in")
      .handle([&](const Caller& caller, const RegistrationCheck& r) {
        Registration answered;
        answered.origin = r.origin;
        answered.uscc = r.uscc.value_or("");
        answered.invitation_code = r.invitation_code.value_or("");
        registrations.check(caller, answered, r.captcha);
      });

  router.post("/registrations", "registration_create")
      .for_everyone("this is where accounts begin")
      .in_lane(http::Lane::anonymous)
      .answers<account::SessionView>()
      .summary("Registers an organization with its contact's account, and signs it in")
      .handle([&, cookies](const Caller& caller, const RegistrationRequest& r) {
        auto registered = registrations.register_organization(caller, registration_of(r));
        http::Response response;
        account::set_session_cookie(response, registered.session.token, cookies);
        response.body = wire::to_json(views.signed_in(registered.account, registered.session.token));
        response.headers.emplace_back("Cache-Control", "no-store");
        return response;
      });

  router.get("/my/past_organizations", "my_past_organization_list")
      .for_oneself()
      .summary("What my account registered in other editions")
      .handle([&](const Caller& caller) { return wire::list_view(registrations.list_past(caller)); });
}

}  // namespace expogate::organization
