#pragma once

#include <functional>
#include <string>

namespace muqabala::detail {

/// Calls `take` with the path of every regular file in `folder`, at any depth and in no order.
/// Files and folders whose name begins with a dot are left out. Throws `errors::unreadable` for a
/// folder that cannot be looked into.
void for_each_visible_file(const std::string& folder,
                           const std::function<void(std::string path)>& take);

}  // namespace muqabala::detail
