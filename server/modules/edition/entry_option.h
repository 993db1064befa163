#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_text.h"
#include "base/error.h"
#include "base/id.h"

/// On which days somebody may enter, and what the badge for it costs (EDN-04).
namespace expogate::edition {

using EntryOptionId = Id<struct EntryOptionNoun>;

enum class BadgeType { professional, staff, vip };
BOOST_DESCRIBE_ENUM(BadgeType, professional, staff, vip)

enum class RegionType { mainland, hk_mo_tw, foreign };
BOOST_DESCRIBE_ENUM(RegionType, mainland, hk_mo_tw, foreign)

/// A price; absent members mean "whatever it is". Money is whole fen, CNY.
struct EntryPrice {
  std::string id;
  BadgeType badge_type = BadgeType::professional;
  std::optional<RegionType> region_type;
  std::optional<bool> reuse;
  std::optional<CivilDate> valid_from_on, valid_to_on;
  std::int64_t fee_fen = 0;
};
BOOST_DESCRIBE_STRUCT(EntryPrice, (),
                      (id, badge_type, region_type, reuse, valid_from_on, valid_to_on, fee_fen))

struct EntryOption {
  EntryOptionId id;
  std::string code, name_zh, name_en;
  CivilDate from_on, to_on;
  int position = 0;
  bool active = true;
  bool is_public_days = false;  ///< a badge for these days alone is not used again (ATT-07)
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(EntryOption, (),
                      (id, code, name_zh, name_en, from_on, to_on, position, active, is_public_days, version))

struct PricedEntryOption {
  EntryOption option;
  std::vector<EntryPrice> prices;
};

/// For whom and when a fee is asked.
struct FeeQuestion {
  BadgeType badge_type = BadgeType::professional;
  RegionType region_type = RegionType::mainland;
  bool is_reuse = false;
  CivilDate on;
};

/// The price that fits and says most about the question; nothing when no price fits. Of two that say equally
/// much the cheaper one holds, so an early-bird price never makes a badge dearer.
std::optional<std::int64_t> fee_of(const std::vector<EntryPrice>& prices, const FeeQuestion& question);

/// Two prices of one option that say exactly the same about whom they are for.
bool has_doubled_price(const std::vector<EntryPrice>& prices);

inline const ErrorCode price_doubled{"entry_option.price_doubled", "同一适用条件只能有一个价格",
                                     "Only one price can apply to the same conditions"};
inline const ErrorCode entry_option_code_taken{"entry_option.code_taken", "编码已被使用",
                                               "This code is already in use"};

}  // namespace expogate::edition

namespace expogate {
template <>
inline constexpr auto enum_labels<edition::BadgeType> = std::to_array<EnumLabel>({
    {"professional", "专业观众", "Professional visitor"},
    {"staff", "工作人员", "Staff"},
    {"vip", "VIP", "VIP"},
});
template <>
inline constexpr auto enum_labels<edition::RegionType> = std::to_array<EnumLabel>({
    {"mainland", "中国大陆", "Chinese mainland"},
    {"hk_mo_tw", "港澳台地区", "Hong Kong, Macao or Taiwan"},
    {"foreign", "外国", "Other country"},
});
}  // namespace expogate
