#pragma once
#include <istream>
#include <sstream>
#include <string>
#include <vector>

/// An organization that orders, as `bench_orders prepare` prints it: one a line.
struct Participant {
  std::string token, organization, account, session;
  std::vector<std::string> people;
  std::size_t taken = 0;  ///< people who stand in an order already
};

inline std::vector<Participant> read_participants(std::istream& lines) {
  std::vector<Participant> all;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    Participant one;
    std::string people;
    words >> one.token >> one.organization >> one.account >> one.session >> people;
    std::istringstream list(people);
    for (std::string id; std::getline(list, id, ',');) one.people.push_back(id);
    all.push_back(std::move(one));
  }
  return all;
}
