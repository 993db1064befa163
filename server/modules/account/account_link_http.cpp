#include "account/account_http.h"
#include "platform/image/qr.h"

namespace expogate::account {

struct LinkToken {
  wire::Text<1, 100> token;
};
BOOST_DESCRIBE_STRUCT(LinkToken, (), (token))

struct LinkTotp {
  std::string secret, uri, qr_svg;
};
BOOST_DESCRIBE_STRUCT(LinkTotp, (), (secret, uri, qr_svg))

struct LinkUse {
  wire::Text<1, 100> token;
  std::string password;
  std::string totp_code;
};
BOOST_DESCRIBE_STRUCT(LinkUse, (), (token, password, totp_code))

struct LinkUsed {
  Door door = Door::bureau;
  std::string login_name;
};
BOOST_DESCRIBE_STRUCT(LinkUsed, (), (door, login_name))

void add_account_link_routes(wire::Router& router, AccountLinkService& links) {
  router.post("/account_links/lookups", "account_link_lookup")
      .for_everyone("whoever was sent the link shows it here")
      .outside_editions()
      .summary("Whose account a personal link is for, and what it asks (INS-05)")
      .handle([&](const Caller&, const LinkToken& r) { return links.open(r.token); });

  router.post("/account_links/totp", "account_link_totp_begin")
      .for_everyone("whoever was sent the link shows it here")
      .outside_editions()
      .summary("Begins an authenticator for the account of a personal link")
      .handle([&](const Caller& caller, const LinkToken& r) {
        auto [secret, uri] = links.begin_totp(r.token);
        return LinkTotp{
            secret, uri,
            qr_svg(uri, caller.locale == Locale::en ? "QR code for the authenticator" : "验证器二维码")};
      });

  router.post("/account_links/uses", "account_link_use")
      .for_everyone("whoever was sent the link shows it here")
      .outside_editions()
      .in_lane(http::Lane::heavy)
      .summary("Sets the password of the account of a personal link; the link works once")
      .handle([&](const Caller& caller, const LinkUse& r) {
        auto account = links.use(caller, r.token, r.password, r.totp_code);
        return LinkUsed{account.door, links.name_of(account)};
      });
}

}  // namespace expogate::account
