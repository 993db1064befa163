#include "messaging/mailing_service.h"
#include "messaging/message_text.h"

#include <gmock/gmock.h>

#include <mutex>
#include <set>

#include "platform/crypto/key_ring.h"
#include "testing/test_clock.h"
#include "testing/test_database.h"
#include "testing/threads.h"

namespace expogate::messaging {
namespace {

/// Remembers to whom it has sent.
class Postman final : public Mailer {
 public:
  Outcome<Sent> send(const EmailMessage& message) override {
    std::lock_guard lock(mutex_);
    sent.insert(message.to);
    last = message;
    return Sent{message.message_id};
  }
  std::multiset<std::string> sent;
  EmailMessage last;

 private:
  std::mutex mutex_;
};

class NoSms final : public SmsSender {
 public:
  Outcome<Sent> send(const SmsMessage&) override { return Sent{""}; }
};

class SendersOf final : public CallerSource {
 public:
  std::optional<Caller> find_caller(const AccountId& account, const EditionId&, Locale) override {
    auto found = callers.find(account.text);
    return found == callers.end() ? std::nullopt : std::optional(found->second);
  }
  std::map<std::string, Caller> callers;
};

constexpr int hourly = 300;

class MailingServiceTest : public OnEachEngine {
 protected:
  MailingServiceTest() {
    write([](db::Tx& tx) {
      tx.exec(R"(
          insert into editions (id, number, name_zh, name_en, venue_zh, venue_en, show_from_on, show_to_on, entry_from_on, entry_to_on, state, version, created_at)
          values ('8', 8, '', '', '', '', '', '', '', '', 'current', 1, 0))");
      for (auto* id : {"beijing", "shanghai"}) {
        tx.exec(R"(
            insert into trading_groups (id, kind, family, code, name_zh, name_en, position, state, version, created_at)
            values ($1, 'group', 'regional', $1, $1, $1, 1, 'active', 1, 0))",
                id);
        tx.exec(R"(
            insert into accounts (id, kind, door, login_name, login_key, password_hash, display_name, role, state, scope_level, locale, created_at, version)
            values ($1, 'group', 'group', $1, $1, '', $1, 'group_admin', 'active', 'group', 'zh_cn', 0, 1))",
                id);
      }
    });
    for (auto* id : {"beijing", "shanghai"}) callers_.callers[id] = group(id);
    mailings_.offer("people", {"person", Permission::see_group_work,
                               [this](const Caller&, const std::string&) { return std::int64_t(people_); },
                               [this](const Caller&, const std::string&, const std::string& after,
                                      int limit) { return people_after(after, limit); }});
    handle(runner_);
  }

  static Caller group(const std::string& id) {
    Caller caller;
    caller.account = {id};
    caller.name = id;
    caller.edition = {"8"};
    caller.scope.level = Scope::Level::group;
    caller.scope.group = {id};
    caller.permissions.set(std::size_t(Permission::send_mailings));
    caller.permissions.set(std::size_t(Permission::see_group_work));
    return caller;
  }
  void handle(jobs::Runner& runner) {
    runner.handle(
        std::string(MailingService::mailing_job),
        [this](const jobs::JobRow& job, jobs::Progress& progress) { mailings_.write_mails(job, progress); },
        jobs::Lane::slow);
    runner.handle(std::string(MessageService::delivery_job),
                  [this](const jobs::JobRow& job, jobs::Progress&) { messages_.deliver(job); });
  }
  /// Persons with numbers; every tenth has no address.
  std::vector<Recipient> people_after(const std::string& after, int limit) {
    ++pieces_;
    if (on_piece_) on_piece_();
    std::vector<Recipient> people;
    for (int i = after.empty() ? 0 : std::stoi(after) + 1; i < people_ && int(people.size()) < limit; ++i) {
      auto number = std::to_string(i);
      auto email = i % 10 == 0 ? "" : number + "@example.com";
      people.push_back({std::string(6 - number.size(), '0') + number, number, email, number, number, {}});
    }
    return people;
  }
  Mailing order(const std::string& who) {
    return write([&](db::Tx& tx) {
      return mailings_.add_mailing(tx, group(who),
                                   {"people", "{}", {"hello {contact}", "body"}, who, people_});
    });
  }
  std::map<RecipientState, std::int64_t> counts(const Mailing& mailing) {
    std::map<RecipientState, std::int64_t> counts;
    for (auto& one : mailings_.get_status(group(mailing.account_id.text), mailing.id).counts)
      counts[one.state] = one.recipients;
    return counts;
  }
  MailingState state(const Mailing& mailing) {
    return mailings_.get_status(group(mailing.account_id.text), mailing.id).mailing.state;
  }

  TestClock clock_;
  FieldCipher cipher_{KeyRing::parse(new_key_ring_text())};
  Postman postman_;
  NoSms sms_;
  fair::FairService fairs_{database(), clock_};
  MessageService messages_{database(),
                           clock_,
                           cipher_,
                           postman_,
                           sms_,
                           fairs_,
                           {"no-reply@fair.example", "博览会", "The Fair", "https://fair.example"}};
  SendersOf callers_;
  MailingService mailings_{database(), clock_, messages_, callers_, hourly};
  jobs::Runner runner_{database(), clock_};
  int people_ = 250;
  int pieces_ = 0;
  std::function<void()> on_piece_;
};

TEST_P(MailingServiceTest, AListThatHasChangedSinceItWasSeenIsNotWrittenTo) {
  auto seen = people_++;
  NewMailing wanted{"people", "{}", {"hello {contact}", "body"}, "shanghai", seen};
  EXPECT_THROW(write([&](db::Tx& tx) { return mailings_.add_mailing(tx, group("shanghai"), wanted); }),
               Refusal);
}

TEST_P(MailingServiceTest, EveryRecipientGetsOneMail) {
  auto mailing = order("shanghai");
  runner_.run_due();
  EXPECT_EQ(pieces_, 2);
  EXPECT_EQ(state(mailing), MailingState::sending);
  EXPECT_EQ(counts(mailing), (std::map<RecipientState, std::int64_t>{{RecipientState::sent, 225},
                                                                     {RecipientState::no_address, 25}}));
  EXPECT_EQ(std::set<std::string>(postman_.sent.begin(), postman_.sent.end()).size(), postman_.sent.size());
  mailings_.finish();
  EXPECT_EQ(state(mailing), MailingState::done);
}

TEST_P(MailingServiceTest, CutOffInTheMiddleItGoesOnBehindTheLastPiece) {
  auto mailing = order("shanghai");
  on_piece_ = [&] {
    if (pieces_ == 2) throw std::runtime_error("the process is gone");
  };
  runner_.run_due();
  EXPECT_EQ(state(mailing), MailingState::queued);
  EXPECT_EQ(counts(mailing).at(RecipientState::no_address), 20);
  clock_.advance(jobs::back_off(1));
  runner_.run_due();
  EXPECT_EQ(state(mailing), MailingState::sending);
  EXPECT_EQ(postman_.sent.size(), 225u);
}

TEST_P(MailingServiceTest, TwoWorkersThatBelieveToHaveItWriteEachMailOnce) {
  auto mailing = order("shanghai");
  auto job = write([&](db::Tx& tx) { return jobs::claim(tx, {}, clock_.now(), clock_.now() + days(1)); });
  const std::atomic<bool> is_stopping = false;
  run_together(3, [&](int) {
    jobs::Progress progress(database(), clock_, *job, is_stopping);
    mailings_.write_mails(*job, progress);
  });
  EXPECT_EQ(mailings_.get_status(group("shanghai"), mailing.id).mailing.recipients, 250);
  runner_.run_due();
  EXPECT_EQ(postman_.sent.size(), 225u);
}

TEST_P(MailingServiceTest, MailingsOfOneSenderShareItsHoursAndOthersHaveTheirOwn) {
  auto first = order("shanghai"), second = order("shanghai"), other = order("beijing");
  run_together(3, [&](int) {
    jobs::Runner mine(database(), clock_);
    handle(mine);
    mine.run_due();
  });
  runner_.run_due();
  EXPECT_EQ(counts(other).at(RecipientState::sent), 225);
  EXPECT_EQ(counts(first)[RecipientState::sent] + counts(second)[RecipientState::sent], hourly);
  EXPECT_EQ(counts(first)[RecipientState::queued] + counts(second)[RecipientState::queued], 450 - hourly);
  clock_.advance(hours(1));
  mailings_.finish();
  runner_.run_due();
  EXPECT_EQ(postman_.sent.size(), 675u);
}

TEST_P(MailingServiceTest, CancelledWhileItIsWrittenItStopsAndGivesItsHoursBack) {
  auto first = order("shanghai");
  people_ = 1000;
  on_piece_ = [&] {
    if (pieces_ == 4) mailings_.cancel(group("shanghai"), first.id);
  };
  runner_.run_due();
  EXPECT_EQ(pieces_, 4);
  EXPECT_EQ(state(first), MailingState::cancelled);
  EXPECT_EQ(counts(first)[RecipientState::queued], 0);
  auto sent = postman_.sent.size();
  clock_.advance(hours(3));
  runner_.run_due();
  EXPECT_EQ(postman_.sent.size(), sent) << "what waited for its hour is never sent";
  people_ = 250;
  auto second = order("shanghai");
  runner_.run_due();
  EXPECT_EQ(counts(second)[RecipientState::sent], 225) << "the hours are free again";
}

TEST_P(MailingServiceTest, ASenderThatLostItsRightsSendsNoMore) {
  auto mailing = order("shanghai");
  callers_.callers.clear();
  runner_.run_due();
  EXPECT_EQ(state(mailing), MailingState::cancelled);
  EXPECT_TRUE(postman_.sent.empty());
}

TEST_P(MailingServiceTest, AGroupReachesItsOwnMailingsAndTheBureauAll) {
  auto mailing = order("shanghai");
  auto bureau = group("shanghai");
  bureau.scope = Scope::everything();
  Caller nothing = group("shanghai");
  nothing.scope = {};
  EXPECT_EQ(mailings_.list_mailings(group("shanghai"), std::nullopt, {}).total, 1);
  EXPECT_EQ(mailings_.list_mailings(bureau, MailingState::queued, {}).total, 1);
  EXPECT_EQ(mailings_.list_mailings(group("beijing"), std::nullopt, {}).total, 0);
  EXPECT_EQ(mailings_.list_mailings(nothing, std::nullopt, {}).total, 0);
  EXPECT_THROW(mailings_.get_status(group("beijing"), mailing.id), NotFound);
  EXPECT_THROW(mailings_.list_recipients(group("beijing"), mailing.id, std::nullopt, {}), NotFound);
  EXPECT_THROW(mailings_.cancel(group("beijing"), mailing.id), NotFound);
}

TEST_P(MailingServiceTest, WithoutThePermissionNobodyIsWrittenTo) {
  auto viewer = group("shanghai");
  viewer.permissions.reset(std::size_t(Permission::send_mailings));
  NewMailing wanted{"people", "{}", {"a", "b"}, "x"};
  EXPECT_THROW(write([&](db::Tx& tx) { return mailings_.add_mailing(tx, viewer, wanted); }), NotAllowed);
  people_ = 0;
  EXPECT_THROW(order("shanghai"), Refusal);
}

/// Leaves as a mail program does: by the address that stands in the mail's header.
void leave(MailingLists& lists, const std::string& way_out) {
  const std::string begin = "https://fair.example/unsubscribe/";
  ASSERT_TRUE(way_out.starts_with(begin)) << way_out;
  auto rest = way_out.substr(begin.size());
  auto first = rest.find('/'), second = rest.rfind('/');
  lists.leave({},
              {rest.substr(0, first), rest.substr(first + 1, second - first - 1), rest.substr(second + 1)});
}

TEST_P(MailingServiceTest, WhoLeavesAListIsNotWrittenToByItAgain) {
  people_ = 2;
  order("shanghai");
  runner_.run_due();
  ASSERT_TRUE(postman_.last.list);
  EXPECT_EQ(postman_.last.list->id, "shanghai.lists.fair.example");
  EXPECT_NE(postman_.last.text.find(postman_.last.list->way_out), std::string::npos)
      << "also for people to see";
  EXPECT_EQ(postman_.last.list->way_out.find("example.com"), std::string::npos) << "nobody's address";
  for (int i = 0; i < 2; ++i) leave(messages_.lists(), postman_.last.list->way_out);
  auto next = order("shanghai");
  runner_.run_due();
  EXPECT_EQ(counts(next), (std::map<RecipientState, std::int64_t>{{RecipientState::unsubscribed, 1},
                                                                  {RecipientState::no_address, 1}}));
  EXPECT_EQ(postman_.sent.size(), 1u);
  order("beijing");
  runner_.run_due();
  EXPECT_EQ(postman_.sent.size(), 2u) << "another sender's list is another";
  EXPECT_EQ(postman_.last.list->id, "beijing.lists.fair.example");
}

TEST_P(MailingServiceTest, WhoLeavesWhileAMailWaitsForItsHourDoesNotGetIt) {
  people_ = 400;
  auto mailing = order("shanghai");
  runner_.run_due();
  EXPECT_EQ(counts(mailing)[RecipientState::queued], 360 - hourly);
  leave(messages_.lists(), messages_.lists().way_out("shanghai", "399@EXAMPLE.com"));
  clock_.advance(hours(1));
  runner_.run_due();
  EXPECT_EQ(counts(mailing)[RecipientState::unsubscribed], 1);
  EXPECT_FALSE(postman_.sent.contains("399@example.com"));
  EXPECT_EQ(postman_.sent.size(), 359u);
  mailings_.finish();
  EXPECT_EQ(state(mailing), MailingState::done);
}

TEST_P(MailingServiceTest, NobodyLeavesForSomebodyElse) {
  auto way_out = messages_.lists().way_out("shanghai", "1@example.com");
  EXPECT_THROW(leave(messages_.lists(), messages_.lists().way_out("beijing", "1@example.com") + "0"),
               NotFound);
  auto proof = way_out.substr(way_out.rfind('/'));
  auto other = messages_.lists().way_out("shanghai", "2@example.com");
  EXPECT_THROW(leave(messages_.lists(), other.substr(0, other.rfind('/')) + proof), NotFound);
  EXPECT_FALSE(read([&](db::Tx& tx) { return messages_.lists().has_left(tx, "shanghai", "2@example.com"); }));
}

TEST_P(MailingServiceTest, WhatConcernsOnlyItsReaderNamesNoListAndItsSenderInItsLanguage) {
  const MessageTemplate receipt{"receipt", "回执", "Receipt", "已收到", "Received"};
  for (auto [locale, name] : {std::pair{Locale::zh_cn, "博览会"}, std::pair{Locale::en, "The Fair"}}) {
    write([&](db::Tx& tx) {
      messages_.send_later(tx, {Channel::email, "li@example.com", locale, {}}, receipt);
    });
    runner_.run_due();
    EXPECT_EQ(postman_.last.from_name, name);
    EXPECT_FALSE(postman_.last.list);
    EXPECT_EQ(postman_.last.text.find("unsubscribe"), std::string::npos);
  }
}

TEST_P(MailingServiceTest, AFairSaysAMessageInItsOwnWords) {
  const MessageTemplate receipt{"receipt", "回执", "Receipt", "已收到", "Received"};
  write([&](db::Tx& tx) {
    store::write_message_text(tx, {"receipt", "已收到", "Thank you", "{who}，收到了", "Thank you, {who}"});
    messages_.send_later(tx, {Channel::email, "li@example.com", Locale::en, {{"who", "Li"}}}, receipt);
  });
  runner_.run_due();
  EXPECT_EQ(postman_.last.subject, "Thank you");
  EXPECT_EQ(postman_.last.text, "Thank you, Li");
}

EXPOGATE_ON_EACH_ENGINE(MailingServiceTest);

}  // namespace
}  // namespace expogate::messaging
