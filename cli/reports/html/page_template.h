#pragma once

#include <string_view>

namespace muqabala::cli {

/// The page before and behind the data, which are JSON in which no `<` stands.
extern const std::string_view kPageHead;
extern const std::string_view kPageTail;

}  // namespace muqabala::cli
