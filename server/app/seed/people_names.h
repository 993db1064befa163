#pragma once
#include <string_view>

/// Parts of names of people that nobody has to be.
namespace expogate::seed {

inline constexpr std::string_view surnames[] = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵",
                                                "吴", "周", "徐", "孙", "马", "朱", "胡"};
inline constexpr std::string_view given_names[] = {"伟",   "芳",   "娜",   "敏",   "静",   "丽",  "强",
                                                   "磊",   "洋",   "艳",   "勇",   "军",   "杰",  "涛",
                                                   "雪梅", "建国", "志远", "晓东", "思雨", "佳怡"};

}  // namespace expogate::seed
