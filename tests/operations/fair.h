#pragma once
#include "app/services.h"
#include "test_provider.h"
#include "testing/test_clock.h"
#include "testing/test_database.h"

namespace expogate::operations {

/// An organization with its contact, approved and ready to bring people.
struct Participant {
  OrganizationId id;
  Caller contact;
  FileId photo;
};

/// The whole program without its web server, on an empty database, with providers that play tricks.
class Fair {
 public:
  Fair(db::Engine engine, std::uint64_t seed, int participants);

  TestClock& clock() { return *clock_; }
  Services& services() { return *services_; }
  const std::vector<Participant>& participants() const { return participants_; }
  const std::vector<attendee::AttendeeForm>& people() const { return people_; }
  const std::vector<edition::EntryOptionId>& options() const { return options_; }
  const std::vector<std::int64_t>& fees() const { return fees_; }
  const Caller& office() const { return office_; }
  TestProvider& provider(order::Channel channel) { return *providers_.at(channel); }
  static constexpr order::Channel online[] = {order::Channel::alipay, order::Channel::wechat,
                                              order::Channel::unionpay};

 private:
  void introduce_providers(std::uint64_t seed);
  void open_for_ever();
  void add_participants(std::uint64_t seed, int count);
  void add_options();
  TemporaryFolder folder_;
  TestDatabase database_;
  TestClock* clock_ = nullptr;
  std::unique_ptr<Services> services_;
  std::map<order::Channel, TestProvider*> providers_;
  std::vector<Participant> participants_;
  std::vector<attendee::AttendeeForm> people_;
  std::vector<edition::EntryOptionId> options_;
  std::vector<std::int64_t> fees_;
  Caller office_;
};

}  // namespace expogate::operations
