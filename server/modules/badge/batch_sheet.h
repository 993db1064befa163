#pragma once
#include "badge/badge.h"
#include "platform/sheet/sheet_writer.h"

namespace expogate::badge {

/// The list that goes with a batch, in the order of its pages.
class BatchSheet {
 public:
  /// `folder` is for this batch alone; what an attempt that was killed left there goes first.
  BatchSheet(const std::filesystem::path& folder, std::int64_t batch_serial);
  ~BatchSheet();
  BatchSheet(const BatchSheet&) = delete;
  void add(const Badge& badge);
  const std::filesystem::path& finish() { return writer_->finish(); }

 private:
  std::filesystem::path folder_;
  std::optional<SheetWriter> writer_;
};

}  // namespace expogate::badge
