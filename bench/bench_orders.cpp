// Orders of people and their payment at the sandbox's cashier, as many clients make them over HTTP (B1).
//
//   bench_orders prepare CONFIG-BY-ENVIRONMENT ORGANIZATIONS PEOPLE     into a seeded database; prints one a
//   line:
//                                                                      token organization account session
//                                                                      people
//   bench_orders load PORT CLIENTS SECONDS PERSONS < those lines        measures
//   bench_orders once PORT PERSONS < those lines                        one operation, to see its statements
#include <algorithm>
#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <thread>

#include "account/account_store.h"
#include "account/consent_store.h"
#include "app/seed/attendee_maker.h"
#include "app/seed/attendee_writer.h"
#include "app/seed/organization_writer.h"
#include "attendee/photo.h"
#include "participants.h"
#include "platform/log/log.h"
#include "testing/raw_client.h"

namespace {

using namespace expogate;
using Steady = std::chrono::steady_clock;

// Preparation

FileId photo_of(Services& services, const organization::Organization& o) {
  Caller caller;
  caller.name = "-";
  caller.edition = EditionId{"8"};
  auto photo = services.files.add_bytes(caller, {"attendee_photo", "photo", "image/jpeg"}, "measured").id;
  services.database->write([&](db::Tx& tx) {
    file::FileService::keep(tx, photo);
    attendee::store::add_photo(tx, {photo, o.id, 1});
  });
  return photo;
}

int prepare(int organizations, int people) {
  Services services(read_config(""));
  seed::OrganizationMaker maker("db/seeds", 4711, 5'000'000);
  seed::OrganizationWriter writer(services);
  seed::AttendeeMaker people_maker("db/seeds", 4711);
  seed::AttendeeWriter people_writer(services);
  auto groups = seed::groups_for_organizations("db/seeds");
  auto option = services.database->read(
      [](db::Tx& tx) { return edition::EntryOptionService::list(tx, EditionId{"8"}).front(); });
  auto now = services.clock->now();
  for (int i = 0; i < organizations; ++i) {
    auto made = maker.domestic(groups[std::size_t(i) % groups.size()], organization::Category::enterprise);
    auto o = services.database->write([&](db::Tx& tx) {
      return writer.write(tx, made, EditionId{"8"}, organization::OrganizationState::approved,
                          now - days(20));
    });
    auto photo = photo_of(services, o);
    auto session = services.database->write([&](db::Tx& tx) {
      Caller contact;
      contact.account = o.account_id;
      account::store::add_consent(tx, contact, {account::ConsentDocument::sensitive_data, 1, now});
      for (int n = 0; n < people; ++n) {
        auto form = people_maker.person(o);
        form.document_type = DocumentType::passport;
        form.region_type = edition::RegionType::foreign;
        form.nationality_code = "DE";
        form.name_en = "Anna Berg";
        form.document_number = "C" + std::to_string(100'000'000 + i * people + n);
        form.birth_on = CivilDate{"1980-01-01"};
        form.gender = Gender::female;
        form.photo_id = photo;
        form.entry_option_id = option.option.id;
        people_writer.write(tx, form, o, attendee::AttendeeState::awaiting_payment, 16000, now - days(10));
      }
      auto account = *account::store::find(tx, o.account_id);
      return services.sessions.begin(tx, account, account::SessionStage::full, contact);
    });
    auto ids = services.database->read([&](db::Tx& tx) {
      return tx.query<std::string>("select id from attendees where organization_id = $1 order by serial",
                                   o.id);
    });
    std::string list;
    for (auto& id : ids) list += (list.empty() ? "" : ",") + id;
    std::printf("%s %s %s %s %s\n", session.token.c_str(), o.id.text.c_str(), o.account_id.text.c_str(),
                session.session.id.text.c_str(), list.c_str());
  }
  return 0;
}

// Load

constexpr std::chrono::milliseconds pause_when_shed{100};

/// One connection, as a browser keeps it.
struct Visitor {
  explicit Visitor(std::uint16_t port) : client(port) {}
  RawClient client;
  std::size_t times_shed = 0;
};

/// What is shed with 503 (the server's queue was full) is asked again, with the same key.
boost::json::object post(Visitor& visitor, const std::string& token, const std::string& path,
                         const std::string& body) {
  auto request = "POST /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token +
                 "\r\nIdempotency-Key: " + new_id_text(Instant{1}) +
                 "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                 "\r\n\r\n" + body;
  while (true) {
    auto answer = visitor.client.ask(request);
    if (answer && answer->status == 200) return boost::json::parse(answer->body).as_object();
    if (!answer || answer->status != 503)
      throw std::runtime_error(path + ": " + (answer ? answer->body : "no answer"));
    ++visitor.times_shed;
    std::this_thread::sleep_for(pause_when_shed);
  }
}

/// Orders for the next people of a participant, and pays. False when it has nobody left.
bool order_and_pay(Visitor& visitor, Participant& who, std::size_t persons) {
  if (who.taken + persons > who.people.size()) return false;
  boost::json::array people;
  for (std::size_t n = 0; n < persons; ++n) people.emplace_back(who.people[who.taken++]);
  auto order = post(
      visitor, who.token, "/my/orders",
      boost::json::serialize(boost::json::object{{"attendees", people}, {"are_notices_accepted", true}}));
  auto payment =
      post(visitor, who.token, "/my/orders/" + std::string(order.at("id").as_string()) + "/payments",
           R"({"channel":"wechat"})");
  auto paid = post(visitor, who.token,
                   "/sandbox/charges/" + std::string(payment.at("number").as_string()) + "/payments", "{}");
  return paid.at("state").as_string() == "paid";
}

int load(std::uint16_t port, std::size_t clients, double limit, std::size_t persons) {
  auto participants = read_participants(std::cin);
  std::vector<std::vector<double>> times(clients);
  std::atomic<int> failures = 0;
  std::atomic<std::size_t> times_shed = 0;
  auto start = Steady::now();
  auto elapsed = [&] { return std::chrono::duration<double>(Steady::now() - start).count(); };
  {
    std::vector<std::jthread> threads;
    for (std::size_t client = 0; client < clients; ++client)
      threads.emplace_back([&, client] {
        try {
          Visitor visitor(port);
          for (std::size_t who = client; who < participants.size(); who += clients)
            while (elapsed() < limit) {
              auto begin = elapsed();
              if (!order_and_pay(visitor, participants[who], persons)) break;
              times[client].push_back((elapsed() - begin) * 1000);
            }
          times_shed += visitor.times_shed;
        } catch (const std::exception& error) {
          std::fprintf(stderr, "%s\n", error.what());
          ++failures;
        }
      });
  }
  auto seconds = elapsed();
  std::vector<double> all;
  for (auto& one : times) all.insert(all.end(), one.begin(), one.end());
  std::sort(all.begin(), all.end());
  if (all.empty() || failures > 0) return 1;
  if (seconds < limit) std::fprintf(stderr, "the people ran out after %.1f s\n", seconds);
  std::printf("%.0f %.1f %.1f %zu\n", double(all.size()) / seconds, all[all.size() / 2],
              all[all.size() * 99 / 100], times_shed.load());
  return 0;
}

int once(std::uint16_t port, std::size_t persons) {
  auto participants = read_participants(std::cin);
  Visitor visitor(port);
  if (!order_and_pay(visitor, participants.front(), persons)) return 1;
  for (std::size_t n = 0; n < persons; ++n) std::printf("%s\n", participants.front().people[n].c_str());
  return 0;
}

}  // namespace

int main(int count, char** words) {
  log::set_level(log::Level::error);
  std::string what = count > 1 ? words[1] : "";
  if (what == "prepare" && count == 4) return prepare(std::stoi(words[2]), std::stoi(words[3]));
  if (what == "load" && count == 6)
    return load(std::uint16_t(std::stoi(words[2])), std::stoul(words[3]), std::stod(words[4]),
                std::stoul(words[5]));
  if (what == "once" && count == 4) return once(std::uint16_t(std::stoi(words[2])), std::stoul(words[3]));
  std::fputs(
      "bench_orders prepare ORGANIZATIONS PEOPLE | load PORT CLIENTS SECONDS PERSONS | once PORT PERSONS\n",
      stderr);
  return 2;
}
