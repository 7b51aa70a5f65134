#include "corpus/detail/visible_files.h"

#include <filesystem>
#include <system_error>

#include "segment/base/error.h"

namespace muqabala::detail {

namespace fs = std::filesystem;

void for_each_visible_file(const std::string& folder,
                           const std::function<void(std::string path)>& take) {
  std::error_code fault;
  fs::recursive_directory_iterator entries(folder, fault);
  for (; !fault && entries != fs::recursive_directory_iterator(); entries.increment(fault)) {
    const fs::directory_entry& entry = *entries;
    if (entry.path().filename().string().starts_with('.')) {
      entries.disable_recursion_pending();
      continue;
    }
    std::error_code none;
    if (entry.is_regular_file(none)) take(entry.path().string());
  }
  if (fault) throw errors::unreadable(folder, fault.message());
}

}  // namespace muqabala::detail
