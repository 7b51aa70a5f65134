#pragma once

#include <string>

// Debian 12 has Catch2 2, newer systems have Catch2 3.
#ifdef MUQABALA_CATCH2_V2
#include <catch2/catch.hpp>
inline auto ContainsText(const std::string& text) { return Catch::Matchers::Contains(text); }
#else
#include <catch2/catch_all.hpp>
inline auto ContainsText(const std::string& text) {
  return Catch::Matchers::ContainsSubstring(text);
}
using Catch::Approx;
#endif
