// The two statements of a page of organizations, without HTTP, session and JSON: what lists are held against.
//
//   bench_lists DATABASE_URL ROUNDS < queries      one `name<TAB>level<TAB>group<TAB>query` a line
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <sstream>

#include "organization/organization_list.h"
#include "platform/db/database.h"
#include "platform/wire/page_query.h"

namespace expogate::organization {

struct ListBenchQuery : wire::PageQuery, OrganizationFilter {};
BOOST_DESCRIBE_STRUCT(ListBenchQuery, (wire::PageQuery, OrganizationFilter), ())

}  // namespace expogate::organization

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

double ms_of(db::Database& database, const Caller& caller, const organization::ListBenchQuery& query) {
  auto begin = std::chrono::steady_clock::now();
  database.read([&](db::Tx& tx) {
    return organization::store::list(tx, caller, query, wire::page_request(query)).total;
  });
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
    std::string name, level, group, text;
    std::getline(fields, name, '\t'), std::getline(fields, level, '\t'), std::getline(fields, group, '\t');
    std::getline(fields, text);
    organization::ListBenchQuery query;
    wire::FieldErrors errors;
    wire::read_query(pairs_of(text), &query, wire::table_of<organization::ListBenchQuery>(), errors);
    errors.refuse();
    auto caller = caller_of(level, group);
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) times.push_back(ms_of(*database, caller, query));
    std::sort(times.begin(), times.end());
    std::printf("%s\t%.1f\t%.1f\n", name.c_str(), times[times.size() / 2], times[times.size() * 99 / 100]);
  }
}
