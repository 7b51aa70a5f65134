#pragma once

#include <string>

#include "cli/messages.h"
#include "corpus/check/policy.h"

namespace muqabala::cli {

/// The policy at `path`; without a path that of the current folder, if there is one, else the
/// default one. Throws what `read_policy` throws.
Policy find_policy(const std::string& path, const Messages& messages);

}  // namespace muqabala::cli
