// The two statements of a list's page, without HTTP, session and JSON: what lists are held against.
//
//   bench_lists DATABASE_URL ROUNDS < queries   one `name<TAB>list<TAB>level<TAB>group<TAB>query` a line
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <iostream>
#include <sstream>
#include <stdexcept>

#include "attendee/attendee_list.h"
#include "key_invitee/key_invitee_list.h"
#include "organization/organization_list.h"
#include "platform/db/database.h"
#include "platform/wire/page_query.h"

namespace expogate {

struct OrganizationQuery : wire::PageQuery, organization::OrganizationFilter {};
BOOST_DESCRIBE_STRUCT(OrganizationQuery, (wire::PageQuery, organization::OrganizationFilter), ())
struct AttendeeQuery : wire::PageQuery, attendee::AttendeeFilter {};
BOOST_DESCRIBE_STRUCT(AttendeeQuery, (wire::PageQuery, attendee::AttendeeFilter), ())
struct KeyInviteeQuery : wire::PageQuery, key_invitee::KeyInviteeFilter {};
BOOST_DESCRIBE_STRUCT(KeyInviteeQuery, (wire::PageQuery, key_invitee::KeyInviteeFilter), ())

}  // namespace expogate

namespace {

using namespace expogate;

std::vector<std::pair<std::string, std::string>> pairs_of(const std::string& query) {
  std::vector<std::pair<std::string, std::string>> pairs;
  std::istringstream parts(query);
  for (std::string part; std::getline(parts, part, '&');)
    pairs.emplace_back(part.substr(0, part.find('=')), part.substr(part.find('=') + 1));
  return pairs;
}

Caller caller_of(const std::string& level, const std::string& group) {
  Caller caller;
  caller.edition = EditionId{"8"};
  caller.scope = Scope::everything();
  if (level == "everything") return caller;
  caller.scope.level = Scope::Level::group;
  caller.scope.group = TradingGroupId{group};
  caller.scope.is_subgroup = level == "subgroup";
  return caller;
}

template <class Query>
Query read(const std::string& text) {
  Query query;
  wire::FieldErrors errors;
  wire::read_query(pairs_of(text), &query, wire::table_of<Query>(), errors);
  errors.refuse();
  return query;
}

using Question = std::function<void(db::Tx&)>;

/// What a page of one of the lists asks of the database.
Question question(const std::string& list, const Caller& caller, const std::string& text) {
  if (list == "organizations")
    return [caller, q = read<OrganizationQuery>(text)](db::Tx& tx) {
      organization::store::list(tx, caller, q, wire::page_request(q));
    };
  if (list == "attendees")
    return [caller, q = read<AttendeeQuery>(text)](db::Tx& tx) {
      attendee::store::list(tx, caller, q, {}, wire::page_request(q));
    };
  if (list == "key_invitees")
    return [caller, q = read<KeyInviteeQuery>(text)](db::Tx& tx) {
      key_invitee::store::list(tx, caller, q, wire::page_request(q));
    };
  throw std::invalid_argument("no such list: " + list);
}

double ms_of(db::Database& database, const Question& question) {
  auto begin = std::chrono::steady_clock::now();
  database.read(question);
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return std::fprintf(stderr, "bench_lists DATABASE_URL ROUNDS < queries\n"), 2;
  db::DatabaseSettings settings;
  settings.url = words[1];
  auto database = db::open_database(settings);
  int rounds = std::stoi(words[2]);
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream fields(line);
    std::string name, list, level, group, text;
    for (auto* field : {&name, &list, &level, &group}) std::getline(fields, *field, '\t');
    std::getline(fields, text);
    auto asked = question(list, caller_of(level, group), text);
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) times.push_back(ms_of(*database, asked));
    std::sort(times.begin(), times.end());
    std::printf("%s %s\t%.1f\t%.1f\n", list.c_str(), name.c_str(), times[times.size() / 2],
                times[times.size() * 99 / 100]);
  }
}
