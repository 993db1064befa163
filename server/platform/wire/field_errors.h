#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "platform/text/text_gate.h"

namespace expogate::wire {

inline const ErrorCode field_required{"field.required", "必填", "Required"};
inline const ErrorCode field_unknown{"field.unknown", "未知字段", "Unknown field"};
inline const ErrorCode field_type{"field.type", "应为{expected}", "Must be {expected}"};
inline const ErrorCode field_too_short{"field.too_short", "至少 {min} 个字符", "Minimum {min} characters"};
inline const ErrorCode field_too_long{"field.too_long", "至多 {max} 个字符", "Maximum {max} characters"};
inline const ErrorCode field_range{"field.range", "数值应在 {min} 与 {max} 之间",
                                   "Must be between {min} and {max}"};
inline const ErrorCode field_choice{"field.choice", "不是可选项之一", "Not one of the available options"};
inline const ErrorCode field_format{"field.format", "格式不正确", "The format is incorrect"};
inline const ErrorCode field_too_many{"field.too_many", "至多 {max} 项", "Maximum {max} items"};

/// Gathers every wrong field of a request in one pass; knows the path it is at.
class FieldErrors {
 public:
  /// Who wrote what is read. Texts of this program (jobs, drafts) went through the gate when they came in,
  /// and are never refused again.
  enum class Writer { stranger, this_program };
  explicit FieldErrors(Writer writer = Writer::stranger) : writer_(writer) {}
  bool is_own() const { return writer_ == Writer::this_program; }

  /// The last name on the path: `fee_fen` of `prices[2].fee_fen`, `tags` of `tags[1]`.
  std::string_view field() const {
    std::string_view path = path_;
    path = path.substr(path.rfind('.') + 1);
    return path.substr(0, path.find('['));
  }
  void add(const ErrorCode& code, Details details = {}) {
    list_.push_back({path_, &code, std::move(details)});
  }
  const std::vector<FieldError>& list() const { return list_; }
  bool is_empty() const { return list_.empty(); }
  /// Throws ValidationError when anything is wrong.
  void refuse() const {
    if (!list_.empty()) throw ValidationError(list_);
  }

  /// Goes one step deeper while it lives: `prices`, `[2]`, `fee_fen` make `prices[2].fee_fen`.
  class At {
   public:
    At(FieldErrors& errors, std::string_view name) : errors_(errors), kept_(errors.path_.size()) {
      if (kept_ != 0) errors_.path_ += '.';
      errors_.path_ += name;
    }
    At(FieldErrors& errors, std::size_t index) : errors_(errors), kept_(errors.path_.size()) {
      errors_.path_ += "[" + std::to_string(index) + "]";
    }
    ~At() { errors_.path_.resize(kept_); }
    At(const At&) = delete;

   private:
    FieldErrors& errors_;
    std::size_t kept_;
  };

 private:
  std::vector<FieldError> list_;
  std::string path_;
  Writer writer_;
};

}  // namespace expogate::wire
