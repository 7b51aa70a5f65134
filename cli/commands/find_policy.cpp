#include "cli/commands/find_policy.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "corpus/check/read_policy.h"

namespace muqabala::cli {

Policy find_policy(const std::string& path, const Messages& messages) {
  if (!path.empty()) return read_policy(path);
  std::error_code none;
  if (!std::filesystem::exists(kPolicyName, none)) return {};
  messages.detail(fmt::format("policy: {} in this folder", kPolicyName));
  return read_policy(kPolicyName);
}

}  // namespace muqabala::cli
