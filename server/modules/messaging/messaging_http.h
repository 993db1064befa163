#pragma once
#include "messaging/mailing_list.h"
#include "messaging/mailing_service.h"
#include "messaging/mailing_template.h"
#include "messaging/message_service.h"
#include "messaging/notice_service.h"
#include "platform/wire/router.h"

namespace expogate::messaging {

/// The sandbox outbox answers 404 unless `is_demo`: real people's messages are nobody's to read.
void add_message_routes(wire::Router& router, MessageService& messages, bool is_demo);
void add_mailing_list_routes(wire::Router& router, MailingLists& lists);
void add_mailing_routes(wire::Router& router, MailingService& mailings);
void add_mailing_template_routes(wire::Router& router, MailingTemplateService& templates);
void add_notice_routes(wire::Router& router, NoticeService& notices);

}  // namespace expogate::messaging
