#pragma once

#include <string>
#include <string_view>

namespace muqabala::detail {

/// `json` as one line of JSON Lines: readers that split lines by Unicode's rules would cut it at
/// the line ends that JSON lets through, so they are escaped.
std::string json_line(std::string_view json);

/// The same of a value of nlohmann's; bytes that are no UTF-8 are replaced.
template <class Json>
std::string json_line_of(const Json& json) {
  return json_line(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// Six digits hold more than any cost or probability means, and leave no noise of the machine's
/// arithmetic.
double rounded(double value);

}  // namespace muqabala::detail
