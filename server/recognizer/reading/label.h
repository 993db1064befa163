#pragma once
#include <string_view>

namespace expogate::recognizer {

/// How much of the label a line holds, from 0 to 1: the best piece of the line that is as long as the label.
/// Labels are read with mistakes as well, so none is compared for equality.
double label_likeness(std::string_view text, std::string_view label);

}  // namespace expogate::recognizer
