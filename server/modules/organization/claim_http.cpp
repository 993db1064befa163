#include "base/permission.h"
#include "organization/organization_http.h"
#include "platform/wire/page_query.h"

namespace expogate::organization {

struct ClaimCodeRequest {
  wire::Mobile mobile;
  std::optional<account::CaptchaAnswer> captcha;
};
BOOST_DESCRIBE_STRUCT(ClaimCodeRequest, (), (mobile, captcha))

struct ClaimRequest {
  wire::Text<1, 40> uscc;
  wire::Text<2, 100> name_zh;
  wire::Text<1, 60> contact_name;
  wire::Mobile mobile;
  wire::Text<1, 10> code;
  wire::Text<0, 500> explanation;
  LicenceId licence_id;
  std::string licence_token;
};
BOOST_DESCRIBE_STRUCT(ClaimRequest, (),
                      (uscc, name_zh, contact_name, mobile, code, explanation, licence_id, licence_token))

struct ClaimQuery : wire::PageQuery {
  std::optional<ClaimState> state;
};
BOOST_DESCRIBE_STRUCT(ClaimQuery, (wire::PageQuery), (state))

struct ClaimDecision {
  bool is_accepted = false;
  wire::Text<2, 500> opinion;
};
BOOST_DESCRIBE_STRUCT(ClaimDecision, (), (is_accepted, opinion))

void add_claim_routes(wire::Router& router, ClaimService& claims) {
  router.post("/uscc_claim_codes", "uscc_claim_code_create")
      .for_everyone("the owner of a code that somebody else registered has no account")
      .summary("Sends the code that proves a claimant's mobile number")
      .handle([&](const Caller& caller, const ClaimCodeRequest& r) {
        return claims.send_code(caller, r.mobile, r.captcha);
      });

  router.post("/uscc_claims", "uscc_claim_create")
      .for_everyone("the owner of a code that somebody else registered has no account")
      .summary("Asks for a code that somebody else has registered, with one's licence")
      .handle([&](const Caller& caller, const ClaimRequest& r) {
        claims.file(caller, {r.uscc, r.name_zh, r.contact_name, r.mobile, r.code, r.explanation, r.licence_id,
                             r.licence_token});
      });

  router.get("/uscc_claims", "uscc_claim_list")
      .allow(Permission::decide_claims)
      .summary("Claims with the organizations that hold the codes")
      .handle([&](const Caller& caller, const ClaimQuery& q) {
        return wire::page_view(claims.list_claims(caller, q.state, wire::page_request(q)));
      });

  router.get("/uscc_claims/{id}/licence_picture", "uscc_claim_licence_picture")
      .allow(Permission::decide_claims)
      .in_lane(http::Lane::heavy)
      .answers_file("image/jpeg")
      .summary("The claimant's licence")
      .handle([&](const Caller& caller, ClaimId id) {
        return wire::file_response(claims.get_licence_picture(caller, id), "image/jpeg", "licence.jpg");
      });

  router.post("/uscc_claims/{id}/decisions", "uscc_claim_decide")
      .allow(Permission::decide_claims)
      .idempotent()
      .summary("Gives the code back to its owner, or refuses the claim")
      .handle([&](const Caller& caller, ClaimId id, const ClaimDecision& r) {
        return claims.decide(caller, id, r.is_accepted, r.opinion);
      });
}

}  // namespace expogate::organization
