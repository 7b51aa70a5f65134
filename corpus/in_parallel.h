#pragma once

#include <cstddef>
#include <functional>

namespace muqabala {

/// Calls `work` once for each number below `count`, on at most `threads` threads, the caller's
/// among them. `work` must not throw.
void in_parallel(std::size_t count, std::size_t threads,
                 const std::function<void(std::size_t)>& work);

}  // namespace muqabala
