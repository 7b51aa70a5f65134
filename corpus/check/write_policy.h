#pragma once

#include <iosfwd>

namespace muqabala {

/// Writes the default policy with every setting explained. Made from `Policy{}`, which reading it
/// gives again.
void write_default_policy(std::ostream& out);

}  // namespace muqabala
