#pragma once

#include <string>
#include <string_view>

#include "corpus/check/policy.h"

namespace muqabala {

/// The name of a policy that is used without being named, in the current folder.
inline constexpr const char* kPolicyName = ".muqabala.toml";

/// Reads a policy, TOML 1.0. Throws what `read_bytes` throws, and `errors::malformed_policy` with
/// line and column for whatever is no TOML or no setting, with the nearest that is one.
Policy read_policy(const std::string& path);

/// The same of the text of a policy; `path` is for messages.
Policy parse_policy(std::string_view text, const std::string& path);

}  // namespace muqabala
