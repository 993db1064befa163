#pragma once
#include "attendee/attendee.h"
#include "file/file.h"
#include "platform/db/tx.h"

/// Photos for badges (ATT-04): cropped in the page, made anew here.
namespace expogate::attendee {

struct Photo {
  FileId file_id;
  OrganizationId organization_id;
  std::optional<int> face_count;  ///< a machine's hint; none while nobody has looked
};
BOOST_DESCRIBE_STRUCT(Photo, (), (file_id, organization_id, face_count))

constexpr ImageRules photo_rules{.max_bytes = 2'000'000, .long_side = 826, .quality = 88};
constexpr int least_photo_width = 295, least_photo_height = 413;

/// 5:7, as the page cuts it; a pixel or two of rounding is nothing.
bool has_photo_shape(int width, int height);

inline const ErrorCode photo_too_small{"photo.too_small", "照片至少 {width}×{height} 像素",
                                       "The photo must have at least {width} × {height} pixels"};
inline const ErrorCode photo_not_cropped{"photo.not_cropped", "照片应裁剪为 5:7 的竖版",
                                         "The photo must be cropped to 5:7, upright"};
inline const ErrorCode photo_not_yours{"photo.not_yours", "照片已失效，请重新上传",
                                       "The photo has expired; please upload it again"};

namespace store {

void add_photo(db::Tx& tx, const Photo& photo);
/// Also one of a past edition, when the organization's account had it then.
std::optional<Photo> find_photo(db::Tx& tx, const OrganizationId& organization, const FileId& file);
/// Somebody else is shown with it, in whatever edition.
bool is_photo_of_others(db::Tx& tx, const FileId& file, const AttendeeId& besides);
void forget_photo(db::Tx& tx, const FileId& file);

}  // namespace store
}  // namespace expogate::attendee
