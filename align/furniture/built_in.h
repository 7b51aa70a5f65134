#pragma once

#include <string_view>

namespace muqabala::furniture {

/// The content of `ar.txt` and `en.txt`, compiled in: the libraries open no file of their own.
extern const std::string_view kArabic;
extern const std::string_view kEnglish;

}  // namespace muqabala::furniture
