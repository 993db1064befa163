#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/enum_text.h"
#include "base/error.h"
#include "base/id.h"
#include "base/identity_document.h"

/// The fair's editions (届): names, days and windows. Everything of the fair belongs to one edition (EDN-01).
namespace expogate::edition {

enum class EditionState { preparing, current, past };
BOOST_DESCRIBE_ENUM(EditionState, preparing, current, past)

/// Who may enter a group's invitation code when registering (GRP-01).
enum class InvitationCodeUse { nobody, overseas, everyone };
BOOST_DESCRIBE_ENUM(InvitationCodeUse, nobody, overseas, everyone)

/// What differs from edition to edition, beside days and prices.
struct EditionRules {
  InvitationCodeUse invitation_code_use = InvitationCodeUse::overseas;
  int reuse_from_number = 5;     ///< badges of this edition and later ones are reused (ATT-07)
  int review_days_mainland = 7;  ///< how long a review takes, as people are told (BDG-07)
  int review_days_elsewhere = 15;
  int order_hours = 24;  ///< how long an order waits for its payment (ORD-01)
  std::string document_types =
      {};  ///< names of the identity documents in use, with commas; empty: all (INS-01)
};
BOOST_DESCRIBE_STRUCT(EditionRules, (),
                      (invitation_code_use, reuse_from_number, review_days_mainland, review_days_elsewhere,
                       order_hours, document_types))

struct Edition : EditionRules {
  EditionId id;
  int number = 0;
  std::string name_zh, name_en, venue_zh, venue_en;
  CivilDate show_from_on, show_to_on, entry_from_on, entry_to_on;
  EditionState state = EditionState::preparing;
  std::optional<EditionId> replaced_id;  ///< which was current before this one
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Edition, (EditionRules),
                      (id, number, name_zh, name_en, venue_zh, venue_en, show_from_on, show_to_on,
                       entry_from_on, entry_to_on, state, replaced_id, version))

/// The kinds of identity documents that an edition takes; empty: all.
std::set<DocumentType> documents_in_use(const EditionRules& rules);

/// What is only possible at certain times (EDN-03).
enum class WindowKind { registration, payment, group_actions, vehicle_pass, tour, promotion, appointment };
BOOST_DESCRIBE_ENUM(WindowKind, registration, payment, group_actions, vehicle_pass, tour, promotion,
                    appointment)

enum class WindowState { unset, not_yet, open, closed };
BOOST_DESCRIBE_ENUM(WindowState, unset, not_yet, open, closed)

struct Window {
  WindowKind kind = WindowKind::registration;
  std::optional<Instant> opens_at, closes_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Window, (), (kind, opens_at, closes_at, version))

/// The closing instant itself is outside: "20 October 24:00" is 21 October 00:00 and not a moment later.
WindowState window_state(const Window& window, Instant now);

inline const ErrorCode window_closed{
    "edition.window_closed", "现在不在办理时间内（开放时间：{opens} 至 {closes}）",
    "This is only possible within the opening times ({opens} to {closes}, Beijing time)"};
/// INS-03: nothing can be asked of a database without a fair.
inline const ErrorCode fair_missing{
    "installation.fair_missing", "系统尚未配置展会。请运维人员执行：expogate setup --fair 展会配置文件夹",
    "No fair has been set up yet. The system operator must run: expogate setup --fair FOLDER"};
inline const ErrorCode edition_read_only{"edition.read_only", "往届信息只能查看，不能修改",
                                         "Previous editions are read-only"};
inline const ErrorCode edition_unknown{"edition.unknown", "没有这一届", "There is no such edition"};
inline const ErrorCode edition_number_taken{"edition.number_taken", "这一届已经存在",
                                            "This edition already exists"};
inline const ErrorCode edition_not_preparing{"edition.not_preparing", "只有筹备中的届可以启用",
                                             "Only an edition in preparation can be set as current"};
inline const ErrorCode edition_name_differs{"edition.name_differs", "请输入“{name}”以确认",
                                            "Please enter “{name}” to confirm"};
inline const ErrorCode edition_not_reversible{"edition.not_reversible", "只有刚启用的本届可以撤回",
                                              "Only a newly opened current edition can be taken back"};
inline const ErrorCode edition_has_registrations{
    "edition.has_registrations", "已有 {count} 家单位注册本届，不能撤回",
    "It cannot be taken back: {count} organizations have already registered for this edition"};
inline const ErrorCode dates_reversed{"edition.dates_reversed", "结束不能早于开始",
                                      "The end date cannot be earlier than the start date"};

/// What a refused action tells: the window's dates, so that the page can show them.
Details window_details(const Window& window);

}  // namespace expogate::edition

namespace expogate {
template <>
inline constexpr auto enum_labels<edition::EditionState> = std::to_array<EnumLabel>({
    {"preparing", "筹备中", "In preparation"},
    {"current", "本届", "Current"},
    {"past", "往届", "Previous"},
});
template <>
inline constexpr auto enum_labels<edition::InvitationCodeUse> = std::to_array<EnumLabel>({
    {"nobody", "不使用", "No one"},
    {"overseas", "仅境外单位", "Overseas organizations"},
    {"everyone", "境内外单位", "Everybody"},
});
template <>
inline constexpr auto enum_labels<edition::WindowKind> = std::to_array<EnumLabel>({
    {"registration", "单位注册", "Registration"},
    {"payment", "支付", "Badge payment"},
    {"group_actions", "审核与统付", "Review and group payment"},
    {"vehicle_pass", "车证申请", "Vehicle passes"},
    {"tour", "组团观展", "Group tours"},
    {"promotion", "招商引资", "Investment promotion"},
    {"appointment", "预约", "Appointments"},
});
template <>
inline constexpr auto enum_labels<edition::WindowState> = std::to_array<EnumLabel>({
    {"unset", "未设置", "Not set"},
    {"not_yet", "未开放", "Not yet open"},
    {"open", "开放中", "Open"},
    {"closed", "已截止", "Closed"},
});
}  // namespace expogate
