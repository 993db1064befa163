// The statements of one operation, run again and again as they are, without HTTP, services and JSON: what the
// program is held against (B1). The operation is a template that bench/orders.mjs makes from the database's
// own log.
//
//   bench_replay DATABASE_URL TEMPLATE PARTICIPANTS CLIENTS SECONDS
//
// Placeholders: {{organization}} {{account}} {{session}} {{person:0}} {{fresh:0}} {{hash:0}} {{serial:0}}
// {{number:0}}.
#include <atomic>
#include <boost/json.hpp>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

#include "base/id.h"
#include "participants.h"
#include "platform/db/postgres_connection.h"
#include "platform/db/sqlite_connection.h"
#include "platform/log/log.h"

namespace {

using namespace expogate;
using Steady = std::chrono::steady_clock;

struct Statement {
  std::string sql;
  std::vector<std::optional<std::string>> parameters;
};

struct Transaction {
  bool is_write = false;
  std::vector<Statement> statements;
};

std::vector<Transaction> read_template(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  std::vector<Transaction> all;
  auto transactions = boost::json::parse(text.str());
  for (auto& one : transactions.as_array()) {
    Transaction transaction{one.at("is_write").as_bool(), {}};
    for (auto& statement : one.at("statements").as_array()) {
      Statement made{std::string(statement.at("sql").as_string()), {}};
      for (auto& value : statement.at("parameters").as_array())
        made.parameters.push_back(value.is_null() ? std::nullopt
                                                  : std::optional<std::string>(value.as_string()));
      transaction.statements.push_back(std::move(made));
    }
    all.push_back(std::move(transaction));
  }
  return all;
}

/// The values of one operation's placeholders.
class Values {
 public:
  Values(const Participant& who, std::size_t first_person, std::int64_t operation)
      : who_(who), first_person_(first_person), operation_(operation) {}

  std::string fill(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      auto begin = text.find("{{", at);
      if (begin == std::string::npos) return out + text.substr(at);
      auto end = text.find("}}", begin);
      out += text.substr(at, begin - at) + value(text.substr(begin + 2, end - begin - 2));
      at = end + 2;
    }
    return out;
  }

 private:
  std::string value(const std::string& name) {
    if (name == "organization") return who_.organization;
    if (name == "account") return who_.account;
    if (name == "session") return who_.session;
    auto colon = name.find(':');
    auto index = std::stoul(name.substr(colon + 1));
    if (name.starts_with("person")) return who_.people.at(first_person_ + index);
    if (name.starts_with("serial"))
      return std::to_string(1'000'000'000 + operation_ * 10 + std::int64_t(index));
    if (name.starts_with("number"))
      return "9" + std::to_string(10'000'000'000 + operation_ * 10 + std::int64_t(index));
    auto& fresh = fresh_[name];
    if (fresh.empty())
      fresh = name.starts_with("hash") ? random_hex(32) : new_id_text(Instant{1'760'000'000'000});
    return fresh;
  }

  const Participant& who_;
  std::size_t first_person_;
  std::int64_t operation_;
  std::map<std::string, std::string> fresh_;
};

void run(db::Connection& connection, const Transaction& transaction, Values& values) {
  bool is_sqlite = connection.engine() == db::Engine::sqlite;
  if (transaction.is_write) connection.begin();
  for (auto& statement : transaction.statements) {
    std::vector<std::optional<std::string>> texts;
    for (auto& parameter : statement.parameters)
      texts.push_back(parameter ? std::optional(values.fill(*parameter)) : std::nullopt);
    std::vector<db::Param> bound;
    for (auto& text : texts) {
      std::int64_t number = 0;
      auto end = text ? text->data() + text->size() : nullptr;
      bool is_number = text && !text->empty() && text->size() < 19 &&
                       std::from_chars(text->data(), end, number).ptr == end;
      if (!text)
        bound.emplace_back(nullptr);
      else if (is_sqlite && (*text == "t" || *text == "f"))
        bound.emplace_back(*text == "t");
      else if (is_sqlite && is_number)
        bound.emplace_back(number);
      else
        bound.emplace_back(std::string_view(*text));
    }
    connection.run(statement.sql, bound, [](const db::Row&, db::ColumnMap&) {});
  }
  if (transaction.is_write) connection.commit();
}

std::unique_ptr<db::Connection> connect(const std::string& url) {
  if (url.starts_with("sqlite:"))
    return std::make_unique<db::SqliteConnection>(url.substr(7), db::SqliteOptions{});
  return std::make_unique<db::PostgresConnection>(url);
}

}  // namespace

int main(int count, char** words) {
  if (count != 6)
    return std::fputs("bench_replay DATABASE_URL TEMPLATE PARTICIPANTS CLIENTS SECONDS\n", stderr), 2;
  log::set_level(log::Level::error);
  auto operation = read_template(words[2]);
  std::ifstream lines(words[3]);
  auto participants = read_participants(lines);
  auto clients = std::stoul(words[4]);
  auto limit = std::stod(words[5]);
  std::size_t persons = 0;
  for (auto& transaction : operation)
    for (auto& statement : transaction.statements)
      for (auto& parameter : statement.parameters)
        for (std::size_t n = 0; parameter && n < 9; ++n)
          if (parameter->find("{{person:" + std::to_string(n) + "}}") != std::string::npos)
            persons = std::max(persons, n + 1);
  std::atomic<std::int64_t> done = 0, failures = 0;
  auto start = Steady::now();
  auto elapsed = [&] { return std::chrono::duration<double>(Steady::now() - start).count(); };
  {
    std::vector<std::jthread> threads;
    for (std::size_t client = 0; client < clients; ++client)
      threads.emplace_back([&, client] {
        try {
          auto connection = connect(words[1]);
          std::int64_t own = 0;
          for (std::size_t who = client; who < participants.size(); who += clients)
            for (std::size_t first = 0;
                 first + persons <= participants[who].people.size() && elapsed() < limit;
                 first += persons, ++done) {
              Values values(participants[who], first, std::int64_t(client) * 1'000'000 + ++own);
              for (auto& transaction : operation) run(*connection, transaction, values);
            }
        } catch (const std::exception& error) {
          std::fprintf(stderr, "%s\n", error.what());
          ++failures;
        }
      });
  }
  if (failures > 0) return 1;
  if (elapsed() < limit) std::fprintf(stderr, "the people ran out after %.1f s\n", elapsed());
  std::printf("%.0f %lld\n", double(done) / elapsed(), static_cast<long long>(done));
  return 0;
}
