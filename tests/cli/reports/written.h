#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/reports/check_formats.h"

namespace muqabala::testing {

/// What a writer of `cli/reports/check_formats.h` makes of a report.
template <class Writer>
std::string written(const Writer& write, const CheckReport& report) {
  std::ostringstream out;
  write(report, out);
  return out.str();
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

inline std::size_t count(const std::string& text, const std::string& part) {
  std::size_t number = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++number;
  return number;
}

}  // namespace muqabala::testing
