#pragma once
#include "platform/sheet/sheet_reader.h"

namespace expogate::sheet {

/// Ends the reading of a file from any depth of its parts; never leaves `read_sheet`.
struct Fault {
  SheetRefusal refusal;
};

inline void require(bool truth, SheetRefusal otherwise) {
  if (!truth) throw Fault{otherwise};
}

}  // namespace expogate::sheet
