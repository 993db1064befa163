#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_text.h"
#include "base/error.h"

/// Whose fair this is, whatever the edition: its names, its zone, its face, and what of the program it uses
/// (INS-01). A fair pack says it; nothing of it stands in the code.
namespace expogate::fair {

/// What a fair may do without. What is not open has no pages and is refused.
enum class Feature {
  trading_groups,  ///< without them the bureau reviews (INS-02)
  group_payment,
  key_invitees,
  badge_reuse,
  courier,
  vehicle_passes,
  tours,
  promotion,
  appointments
};
BOOST_DESCRIBE_ENUM(Feature, trading_groups, group_payment, key_invitees, badge_reuse, courier,
                    vehicle_passes, tours, promotion, appointments)

struct Fair {
  std::string name_zh, name_en;              ///< in full, as badges print it
  std::string short_name_zh, short_name_en;  ///< as people say it; SMS are signed with it
  std::string organizer_zh, organizer_en;    ///< who writes to people
  std::string motto_zh, motto_en;            ///< on the start page; may be empty
  std::string time_zone;                     ///< IANA
  std::string accent_color;                  ///< `#rrggbb`, of the sign-in page and the badge
  std::string logo_png;                      ///< base64; empty: none
  std::string features;                      ///< names of what is open, with commas between them
  std::int64_t version = 1;
  bool operator==(const Fair&) const = default;

  bool has(Feature feature) const;
  std::vector<Feature> open_features() const;
};
BOOST_DESCRIBE_STRUCT(Fair, (),
                      (name_zh, name_en, short_name_zh, short_name_en, organizer_zh, organizer_en, motto_zh,
                       motto_en, time_zone, accent_color, logo_png, features, version))

/// What a program without a fair calls itself, and everything is open.
Fair nameless_fair();
std::string features_text(const std::vector<Feature>& open);

inline const ErrorCode feature_closed{"fair.feature_closed", "本展会未开放此功能",
                                      "This feature is not available at this fair"};

}  // namespace expogate::fair

namespace expogate {
template <>
inline constexpr auto enum_labels<fair::Feature> = std::to_array<EnumLabel>({
    {"trading_groups", "交易团", "Trading groups"},
    {"group_payment", "统付", "Group payment"},
    {"key_invitees", "重点邀请单位", "Key organizations to invite"},
    {"badge_reuse", "证件复用", "Badge reuse"},
    {"courier", "证件寄递", "Badges by courier"},
    {"vehicle_passes", "车证", "Vehicle passes"},
    {"tours", "组团观展", "Group tours"},
    {"promotion", "招商引资", "Investment promotion"},
    {"appointments", "预约", "Appointments"},
});
}  // namespace expogate
