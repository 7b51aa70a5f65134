#include "cli/reports/file_uri.h"

#include <fmt/format.h>

#include <filesystem>
#include <iterator>

namespace muqabala::cli {
namespace {

/// RFC 3986, section 2.3, and the slash, which parts a path here as there.
bool stands_for_itself(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~' || c == '/';
}

std::string percent_encoded(std::string_view path) {
  std::string uri;
  for (const char c : path) {
    if (stands_for_itself(c)) {
      uri += c;
    } else {
      fmt::format_to(std::back_inserter(uri), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

bool leads_out(const std::filesystem::path& relative) {
  return !relative.empty() && *relative.begin() == "..";
}

}  // namespace

FileUri file_uri(std::string_view path, std::string_view folder) {
  const std::filesystem::path base(folder);
  std::filesystem::path normal = std::filesystem::path(path).lexically_normal();
  if (normal.is_absolute() && !folder.empty()) {
    const std::filesystem::path relative = normal.lexically_relative(base.lexically_normal());
    if (!relative.empty() && !leads_out(relative)) normal = relative;
  } else if (leads_out(normal) && !folder.empty()) {
    normal = (base / normal).lexically_normal();
  }
  const std::string encoded = percent_encoded(normal.string());
  if (normal.is_absolute()) return {.uri = "file://" + encoded};
  return {.uri = encoded, .is_in_folder = !leads_out(normal)};
}

}  // namespace muqabala::cli
