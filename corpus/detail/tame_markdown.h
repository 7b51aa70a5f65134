#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace muqabala::detail {

/// Length of a footnote's begin, `[^label]:`, at the begin of `text`; 0 if there is none.
std::size_t footnote_length(std::string_view text);

/// Overwrites in `page` what md4c would misread or take quadratic time over; every offset stays.
///
/// - The colon of a footnote: md4c knows none and takes `[^1]: Ibid.` for the target of a link.
/// - Brackets beyond a budget in one paragraph: md4c looks for the end of some links through the
///   whole paragraph. What is written with them is then text.
/// - Link targets behind their first two thousand bytes: md4c walks them for every use.
void tame_markdown(std::string& page);

}  // namespace muqabala::detail
