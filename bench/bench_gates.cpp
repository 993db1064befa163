// Scans at gates, as many devices make them over HTTP, and the check of a code without network (BDG-03).
//
//   bench_gates prepare BADGES DEVICES     into a seeded database, by the environment's configuration; prints
//   a line
//                                         for each device: token code code code …
//   bench_gates load PORT CLIENTS SECONDS  < those lines; prints: scans/s, p50 ms, p99 ms
//   bench_gates hello PORT CLIENTS SECONDS the same for the smallest answer that the server gives
//   bench_gates codes KEY-RING            < those lines; prints a public key and a code, for bench/gates.mjs
//   bench_gates check SECONDS              codes checked a second on one core
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <functional>
#include <iostream>
#include <sstream>
#include <thread>

#include "app/services.h"
#include "platform/crypto/encoding.h"
#include "platform/log/log.h"
#include "testing/raw_client.h"

namespace {

using namespace expogate;
using Steady = std::chrono::steady_clock;

// Preparation

/// Badges of people who are made for nothing else, `serial` after `serial` behind those that are there.
void add_badges(db::Tx& tx, std::int64_t first, std::int64_t count, Instant now) {
  for (auto serial = first; serial < first + count; ++serial) {
    auto id = "bench" + std::to_string(serial);
    tx.exec(R"(
        insert into attendees (id, edition_id, serial, number, organization_id, state, source, is_reuse, name_zh,
                               name_en, name_folded, document_masked, nationality_code, mobile_masked, email_masked,
                               department, position, position_category_code, badge_type, fee_fen, created_at, version)
        select $1, edition_id, $2, $1, organization_id, state, source, false, name_zh, name_en, name_folded,
               document_masked, nationality_code, mobile_masked, email_masked, department, position,
               position_category_code, badge_type, 0, $3, 1
        from attendees where edition_id = '8' and state = 'approved' order by serial limit 1)",
            id, serial, now);
    tx.exec(R"(
        insert into badges (id, edition_id, serial, code_edition_number, code_serial, attendee_id, organization_id,
                            kind, state, collection, name_zh, name_en, organization_zh, organization_en, position, type,
                            entry_option_zh, entry_option_en, entry_days, created_at, made_at, collected_at, version)
        select id, edition_id, $2, 8, $2, id, organization_id, 'first', 'collected', 'onsite', name_zh, name_en, '', '',
               position, 'professional', '', '', 31, $3, $3, $3, 1
        from attendees where id = $1)",
            id, serial, now);
  }
}

int prepare(std::int64_t count, std::int64_t devices) {
  constexpr std::int64_t first = 5'000'000, piece = 500;
  Services services(read_config(""));
  auto now = services.clock->now();
  for (std::int64_t done = 0; done < count; done += piece)
    services.database->write(
        [&](db::Tx& tx) { add_badges(tx, first + done, std::min(piece, count - done), now); });
  Caller supervisor;
  supervisor.edition = {"8"};
  supervisor.account = services.database->read([](db::Tx& tx) {
    return tx.value<AccountId>("select id from accounts where login_key = 'bureau-gate'");
  });
  auto gate = services.gates.add(supervisor, "测量", "Measured");
  auto key = badge::BadgeKeys(services.cipher.ring()).of(8);
  for (std::int64_t device = 0; device < devices; ++device) {
    auto pairing = services.gate_devices.add(supervisor, {"measured", gate.id, gate::Direction::entry});
    std::printf("%s", services.gate_devices.pair(supervisor, pairing.code).token.c_str());
    for (auto serial = first + device; serial < first + count; serial += devices)
      std::printf(" %s", badge::signed_code({8, serial, edition::BadgeType::professional, 31}, key).c_str());
    std::puts("");
  }
  return 0;
}

// Load

struct Participant {
  std::string token;
  std::vector<std::string> codes;
};

std::vector<Participant> read_participants() {
  std::vector<Participant> all;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    Participant one;
    words >> one.token;
    for (std::string code; words >> code;) one.codes.push_back(code);
    all.push_back(std::move(one));
  }
  return all;
}

/// Each client asks one thing after the other; `next` gives nothing when it has none left.
using Next = std::function<std::optional<std::string>(std::size_t n)>;

int measure(std::uint16_t port, std::size_t clients, double limit,
            const std::function<Next(std::size_t)>& client) {
  std::vector<std::vector<double>> times(clients);
  std::atomic<int> failures = 0;
  auto start = Steady::now();
  auto elapsed = [&] { return std::chrono::duration<double>(Steady::now() - start).count(); };
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < clients; ++i)
      threads.emplace_back([&, i] {
        RawClient connection(port);
        auto next = client(i);
        for (std::size_t n = 0; elapsed() < limit; ++n) {
          auto request = next(n);
          if (!request) break;
          auto began = elapsed();
          auto answer = connection.ask(*request);
          times[i].push_back((elapsed() - began) * 1000);
          if (!answer || answer->status != 200) ++failures;
        }
      });
  }
  auto seconds = elapsed();
  std::vector<double> all;
  for (auto& one : times) all.insert(all.end(), one.begin(), one.end());
  std::ranges::sort(all);
  if (all.empty() || failures > 0) {
    std::fprintf(stderr, "%d of %zu failed\n", failures.load(), all.size());
    return 1;
  }
  if (seconds < limit) std::fprintf(stderr, "the badges ran out after %.1f s\n", seconds);
  std::printf("%.0f %.2f %.2f\n", double(all.size()) / seconds, all[all.size() / 2],
              all[all.size() * 99 / 100]);
  return 0;
}

int load(std::uint16_t port, std::size_t clients, double limit) {
  auto devices = read_participants();
  return measure(port, clients, limit, [&](std::size_t client) -> Next {
    return [&device = devices.at(client)](std::size_t n) -> std::optional<std::string> {
      if (n >= device.codes.size()) return std::nullopt;
      auto body = R"({"sequence":)" + std::to_string(n + 1) + R"(,"code":")" + device.codes[n] + R"("})";
      return "POST /api/v1/gate/scans HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + device.token +
             "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
             "\r\n\r\n" + body;
    };
  });
}

int hello(std::uint16_t port, std::size_t clients, double limit) {
  return measure(port, clients, limit, [](std::size_t) -> Next {
    return [](std::size_t) {
      return std::optional<std::string>("GET /api/v1/system HTTP/1.1\r\nHost: localhost\r\n\r\n");
    };
  });
}

// Without network

int codes(const std::string& key_ring) {
  auto key = badge::BadgeKeys(KeyRing::from_file(key_ring)).of(8);
  std::printf("%s %s\n", base64url_encode(key.public_key()).c_str(),
              read_participants().front().codes.front().c_str());
  return 0;
}

int check(double limit) {
  Ed25519Key key(std::string(32, 'k'));
  auto text = badge::signed_code({8, 123'456, edition::BadgeType::professional, 31}, key);
  auto start = Steady::now();
  std::int64_t done = 0;
  double seconds = 0;
  while (seconds < limit) {
    for (int n = 0; n < 100; ++n)
      expect(badge::read_code(text, key.public_key()).has_value(), "a signed code is read");
    done += 100;
    seconds = std::chrono::duration<double>(Steady::now() - start).count();
  }
  std::printf("%.0f\n", double(done) / seconds);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  log::set_level(log::Level::error);
  std::string what = count > 1 ? words[1] : "";
  if (what == "prepare" && count == 4) return prepare(std::stoll(words[2]), std::stoll(words[3]));
  if (what == "load" && count == 5)
    return load(std::uint16_t(std::stoi(words[2])), std::stoul(words[3]), std::stod(words[4]));
  if (what == "hello" && count == 5)
    return hello(std::uint16_t(std::stoi(words[2])), std::stoul(words[3]), std::stod(words[4]));
  if (what == "codes" && count == 3) return codes(words[2]);
  if (what == "check" && count == 3) return check(std::stod(words[2]));
  std::fputs(
      "bench_gates prepare BADGES DEVICES | load PORT CLIENTS SECONDS | hello PORT CLIENTS SECONDS | codes "
      "KEYS | check SECONDS\n",
      stderr);
  return 2;
}
