#pragma once
#include "account/account_service.h"
#include "account/account_view.h"
#include "account/my_account_service.h"
#include "account/passkey_service.h"
#include "account/session_cookie.h"
#include "platform/wire/router.h"

namespace expogate::account {

void add_session_routes(wire::Router& router, SignInService& sign_ins, SessionService& sessions,
                        MyAccountService& accounts, CaptchaService& captchas, AccountViews& views,
                        CookieSettings cookies);
void add_my_account_routes(wire::Router& router, MyAccountService& accounts, SignInService& sign_ins,
                           SessionService& sessions, ConsentService& consents, AccountViews& views,
                           CookieSettings cookies);
void add_passkey_routes(wire::Router& router, PasskeyService& passkeys, AccountViews& views,
                        CookieSettings cookies);
void add_sub_account_routes(wire::Router& router, AccountService& accounts);
void add_account_admin_routes(wire::Router& router, AccountService& accounts);
void add_account_link_routes(wire::Router& router, AccountLinkService& links);

}  // namespace expogate::account
