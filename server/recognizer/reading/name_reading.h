#pragma once
#include <string_view>
#include <vector>

#include "platform/recognition/recognition.h"
#include "recognizer/reading/text_line.h"

namespace expogate::recognizer {

/// Where the holder's name stands: one box for each line of it.
struct NamePlace {
  std::vector<Box> rows;
  bool begins_with_label = false;  ///< 名称 and the name were found as one line
};

/// By the label 名称 below the code, else by the first line that ends as the names of organizations do.
NamePlace name_place(const std::vector<TextLine>& lines, const Box& code_label, int page_width);

/// The name says of itself that it is complete: 公司, 合伙企业, 医院 …
bool ends_like_an_organization(std::string_view name);

/// Without the label 名称 in front and without marks that no name has at its ends.
std::vector<Symbol> without_label(std::vector<Symbol> symbols, bool begins_with_label);

}  // namespace expogate::recognizer
