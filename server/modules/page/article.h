#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include "base/enum_text.h"
#include "base/error.h"
#include "base/id.h"
#include "base/transitions.h"

/// The services board (展会服务): articles that the bureau writes for visitors, section by section (ORG-12).
namespace expogate::page {

using ArticleId = Id<struct ArticleNoun>;

enum class Section { matchmaking, activities, guide, show_news, pre_show_news };
BOOST_DESCRIBE_ENUM(Section, matchmaking, activities, guide, show_news, pre_show_news)

enum class ArticleState { draft, published };
BOOST_DESCRIBE_ENUM(ArticleState, draft, published)

enum class ArticleAction { publish, withdraw };
BOOST_DESCRIBE_ENUM(ArticleAction, publish, withdraw)

/// Only these two decide who sees it: an article may be corrected while it is on the board.
inline constexpr auto article_transitions = std::to_array<Transition<ArticleState, ArticleAction>>({
    {ArticleState::draft, ArticleAction::publish, ArticleState::published},
    {ArticleState::published, ArticleAction::withdraw, ArticleState::draft},
});
static_assert(has_no_duplicates(article_transitions));

/// Texts are plain: paragraphs parted by empty lines, web addresses made links by the page that shows them.
struct Article {
  ArticleId id;
  Section section = Section::guide;
  std::string title_zh, title_en, body_zh, body_en;
  bool is_pinned = false;  ///< stands before the others of the board
  ArticleState state = ArticleState::draft;
  std::optional<Instant> published_at;  ///< as long as it is on the board
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Article, (),
                      (id, section, title_zh, title_en, body_zh, body_en, is_pinned, state, published_at,
                       version))

/// An article in a list: its text only begins.
struct ArticleRow {
  ArticleId id;
  Section section = Section::guide;
  std::string title_zh, title_en, lead_zh, lead_en;
  bool is_pinned = false;
  ArticleState state = ArticleState::draft;
  std::optional<Instant> published_at;
  Instant changed_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ArticleRow, (),
                      (id, section, title_zh, title_en, lead_zh, lead_en, is_pinned, state, published_at,
                       changed_at, version))

inline const ErrorCode article_state_wrong{"article.state_wrong", "内容当前状态为“{state}”，不能执行此操作",
                                           "Not possible while the article is {state}"};

}  // namespace expogate::page

namespace expogate {
template <>
inline constexpr auto enum_labels<page::Section> = std::to_array<EnumLabel>({
    {"matchmaking", "供需对接", "Matchmaking"},
    {"activities", "现场活动", "On-site activities"},
    {"guide", "注册指南", "Registration guide"},
    {"show_news", "展会动态", "Show news"},
    {"pre_show_news", "展前资讯", "Pre-show news"},
});
template <>
inline constexpr auto enum_labels<page::ArticleState> = std::to_array<EnumLabel>({
    {"draft", "草稿", "Draft"},
    {"published", "已发布", "Published"},
});
}  // namespace expogate
