#pragma once

#include <string_view>
#include <vector>

namespace muqabala::detail {

/// What a folded number token (`1,234.5`) may mean, in both customs of thousands and decimals:
/// `1.234` is 1234 and 1.234. Empty where it is no number: `192.168.0.1`.
std::vector<double> digit_values(std::string_view token);

/// The value of a token of at most nine ASCII digits and nothing else; -1 otherwise.
int plain_integer(std::string_view token);

}  // namespace muqabala::detail
