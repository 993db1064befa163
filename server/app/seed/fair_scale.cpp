#include <fmt/format.h>

#include <cstdio>

#include "app/seed/demo_edition.h"
#include "app/seed/fair_people.h"
#include "app/seed/organization_writer.h"
#include "key_invitee/key_invitee_store.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/token.h"
#include "trading_group/trading_group_store.h"

namespace expogate::seed {
namespace {

using namespace organization;

constexpr std::size_t all_subgroups = 700;
// Small: what a transaction of SQLite changes should fit its cache.
constexpr int piece = 40;

/// More subgroups without accounts, until there are as many as at the fair.
void add_subgroups(Services& services, std::vector<SeedGroup>& groups) {
  using namespace trading_group;
  std::vector<SeedGroup> tops;
  for (auto& group : groups)
    if (!group.is_subgroup) tops.push_back(group);
  auto wanted = tops.size() + all_subgroups;
  services.database->write([&](db::Tx& tx) {
    for (int n = 0; groups.size() < wanted; ++n) {
      auto& top = tops[std::size_t(n) % tops.size()];
      SeedGroup added{{fmt::format("{}-X{:03}", top.id.text, n)},
                      top.id,
                      fmt::format("{}第{}分团", top.name_zh, n),
                      true};
      TradingGroup row{
          added.id,      GroupKind::subgroup,           top.id,   GroupFamily::regional, added.id.text,
          added.name_zh, fmt::format("Subgroup {}", n), 1000 + n, GroupState::active,    1};
      trading_group::store::add(tx, row, services.clock->now());
      groups.push_back(added);
    }
  });
}

OrganizationState state_of(OrganizationMaker& maker) {
  using enum OrganizationState;
  auto dice = maker.pick(100);
  return dice < 88   ? approved
         : dice < 91 ? awaiting_review
         : dice < 94 ? returned
         : dice < 95 ? rejected
                     : draft;
}

/// A seventh of all is under Shanghai, as it was (facts 3.2); of the others every group and subgroup has
/// some.
const SeedGroup& group_of(OrganizationMaker& maker, const std::vector<SeedGroup>& groups) {
  for (;;) {
    auto& group = maker.one_of(groups);
    bool is_possible = group.id.text != "G38" && (group.top_id.text == "G09" || maker.happens(50));
    if (is_possible) return group;
  }
}

/// Whom its group wanted to come; some of them do.
void recommend(db::Tx& tx, Services& services, OrganizationMaker& maker, const Organization& o,
               Instant registered_at) {
  using namespace key_invitee;
  constexpr InviteeLevel levels[] = {InviteeLevel::key, InviteeLevel::important, InviteeLevel::general};
  KeyInvitee k;
  k.id = new_id<KeyInviteeId>(services.clock->now());
  k.edition_id = EditionId{"8"};
  k.trading_group_id = o.top_group_id.value();
  if (o.trading_group_id != o.top_group_id) k.subgroup_id = o.trading_group_id;
  k.uscc = o.uscc;
  k.name = o.name_zh;
  k.contact_name = o.contact_name;
  k.level = levels[maker.pick(std::size(levels))];
  k.created_at = registered_at - days(int(1 + maker.pick(30)));
  k.referral_code = new_referral_code();
  key_invitee::store::add(tx, k);
  if (!maker.happens(60)) return;
  k.state = InviteeState::invited;
  k.invited_at = k.created_at + hours(4);
  k.invitation_count = 1;
  k.link_expires_at = *k.invited_at + link_lifetime;
  k.token_hash = sha256_hex(new_token());
  expect(key_invitee::store::change_state(tx, k, k.version), "nobody else works here");
}

}  // namespace

void seed_fair(Services& services, const std::string& folder, int organizations) {
  auto groups = groups_for_organizations(folder);
  add_subgroups(services, groups);
  OrganizationMaker maker(folder, 8, 1'000'000);
  OrganizationWriter writer(services);
  FairPeople people(services, folder);
  auto from = *parse_rfc3339("2025-05-20T00:00:00+08:00"), to = *parse_rfc3339("2025-10-09T18:00:00+08:00");
  for (int done = 0; done < organizations; done += piece) {
    services.database->write([&](db::Tx& tx) {
      for (int i = done; i < std::min(done + piece, organizations); ++i) {
        auto dice = maker.pick(100);
        auto category = dice < 83   ? Category::enterprise
                        : dice < 95 ? Category::government
                        : dice < 99 ? Category::institution
                                    : Category::social;
        auto made = maker.happens(4) ? maker.overseas() : maker.domestic(group_of(maker, groups), category);
        auto written = writer.write(tx, made, EditionId{"8"}, state_of(maker), maker.between(from, to));
        if (written.state == OrganizationState::approved) people.write(tx, written);
        if (!written.uscc || !maker.happens(8)) continue;
        recommend(tx, services, maker, written, written.registered_at);
        auto unheard_of = maker.domestic(group_of(maker, groups), Category::enterprise).organization;
        recommend(tx, services, maker, unheard_of, written.registered_at);
      }
    });
    if (done % 10'000 == 0)
      std::printf("%d of %d organizations, %d people\n", done, organizations, people.count());
  }
}

}  // namespace expogate::seed
