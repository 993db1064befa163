#pragma once
#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include "base/error.h"
#include "base/id.h"
#include "platform/image/intake.h"

/// 附件: what people upload and what the system makes for them. The bytes lie in the storage; a row says what
/// they are. Who may read a file is decided by the module whose noun it belongs to.
namespace expogate::file {

/// What its maker says of a new file.
struct FileDescription {
  std::string purpose;  ///< `organization_licence`, `sheet_export`: why it is here
  std::string name;     ///< what people call it
  std::string content_type;
};

struct File {
  FileId id;
  std::string purpose, name, content_type, storage_key, sha256;
  std::int64_t bytes = 0;
  std::optional<int> width, height;  ///< of a picture
  std::optional<AccountId> uploaded_by;
  Instant created_at;
  std::optional<Instant> expires_at;  ///< none: it belongs to something
};
BOOST_DESCRIBE_STRUCT(File, (),
                      (id, purpose, name, content_type, storage_key, sha256, bytes, width, height,
                       uploaded_by, created_at, expires_at))

/// A new file that nothing comes to own goes by itself.
constexpr Duration unkept_limit = hours(24);

inline const ErrorCode file_too_large{"file.too_large", "文件不能超过 {limit}",
                                      "The file must not exceed {limit}"};
inline const ErrorCode file_not_an_image{"file.not_an_image", "这不是图片文件", "This file is not an image"};
inline const ErrorCode file_heic{"file.heic",
                                 "这是 HEIC 格式的照片，请改用 JPG：在 iPhone 上打开“设置 › 相机 › "
                                 "格式”，选择“兼容性最佳”后重新拍摄；或者将照片导出为 JPG 后上传",
                                 "This is a HEIC photo; please use JPG: on an iPhone, choose Settings › "
                                 "Camera › Formats › Most Compatible and "
                                 "take the photo again, or export it as JPG and upload that"};
inline const ErrorCode file_unsupported{"file.unsupported", "请使用 JPEG 或 PNG 格式的图片",
                                        "Please use a JPEG or PNG image"};
inline const ErrorCode file_too_many_pixels{
    "file.too_many_pixels", "图片尺寸过大：每边不超过 {max_side} 像素，总共不超过 {max_megapixels} 百万像素",
    "The image is too large: maximum {max_side} pixels per side and {max_megapixels} megapixels in total"};
inline const ErrorCode file_broken{"file.broken", "图片已损坏或不完整，请重新选择",
                                   "The image is damaged or incomplete; please choose another one"};
inline const ErrorCode file_gone{"file.gone", "上传的文件已过期，请重新上传",
                                 "The uploaded file has expired; please upload it again"};

/// What the uploader is told when a picture is not taken in.
ValidationError refusal_of(const std::string& field, ImageRefusal refusal, const ImageRules& rules);

}  // namespace expogate::file
