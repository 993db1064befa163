#pragma once
#include "app/services.h"
#include "test_provider.h"
#include "testing/test_clock.h"
#include "testing/test_database.h"

namespace expogate::operations {

/// An organization with its contact, approved and ready to bring people.
struct Participant {
  OrganizationId id;
  std::string uscc;
  std::size_t office = 0;  ///< of the group that it registered with
  Caller contact;
  FileId photo;
};

/// A trading group or subgroup at work.
struct Office {
  TradingGroupId id;
  std::optional<std::size_t> parent;
  Caller caller;
};

/// The whole program without its web server, on an empty database, with providers that play tricks.
class Fair {
 public:
  /// `people`: who may be brought; few enough that organizations get in each other's way (ATT-03).
  Fair(db::Engine engine, std::uint64_t seed, int participants, std::size_t people = 120);

  TestClock& clock() { return *clock_; }
  Services& services() { return *services_; }
  const std::vector<Participant>& participants() const { return participants_; }
  /// A group with two subgroups, and another group.
  const std::vector<Office>& offices() const { return offices_; }
  const std::vector<attendee::AttendeeForm>& people() const { return people_; }
  const std::vector<edition::EntryOptionId>& options() const { return options_; }
  const std::vector<std::int64_t>& fees() const { return fees_; }
  const Caller& office() const { return office_; }
  /// The code that an office has just been sent.
  std::string newest_code();
  TestProvider& provider(order::Channel channel) { return *providers_.at(channel); }
  static constexpr order::Channel online[] = {order::Channel::alipay, order::Channel::wechat,
                                              order::Channel::unionpay};

 private:
  void introduce_providers(std::uint64_t seed);
  void open_for_ever();
  void open_offices();
  void add_participants(std::uint64_t seed, int count, std::size_t people);
  void add_options();
  TemporaryFolder folder_;
  TestDatabase database_;
  TestClock* clock_ = nullptr;
  std::unique_ptr<Services> services_;
  std::map<order::Channel, TestProvider*> providers_;
  std::vector<Office> offices_;
  std::vector<Participant> participants_;
  std::vector<attendee::AttendeeForm> people_;
  std::vector<edition::EntryOptionId> options_;
  std::vector<std::int64_t> fees_;
  Caller office_;
};

}  // namespace expogate::operations
