#pragma once

#include <string>
#include <string_view>

namespace muqabala::detail {

/// The characters that an HTML entity stands for (`&amp;`, `&#1605;`, `&#x645;`, and all of HTML
/// 5's names), in well-formed UTF-8. What is no entity comes back as it is.
std::string decode_entity(std::string_view entity);

}  // namespace muqabala::detail
