#pragma once

#include <string_view>

namespace muqabala::lists {

/// The content of `ar.txt` and `en.txt`, compiled in: the splitter needs no file at run time.
extern const std::string_view kAll[2];

/// The content of `clauses.ar.txt` and `clauses.en.txt`.
extern const std::string_view kClausesArabic;
extern const std::string_view kClausesEnglish;

}  // namespace muqabala::lists
