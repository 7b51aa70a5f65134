#include "segment/base/place.h"

#include <fmt/format.h>

namespace muqabala {

std::string to_string(const Place& place) {
  if (place.line == 0) return place.path;
  if (place.column == 0) return fmt::format("{}:{}", place.path, place.line);
  return fmt::format("{}:{}:{}", place.path, place.line, place.column);
}

}  // namespace muqabala
