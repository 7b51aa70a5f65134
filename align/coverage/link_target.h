#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muqabala {

/// An address without what may differ between the pages of two languages.
struct LinkTarget {
  /// Host and path in lower case where case does not count, with the parts taken out that name a
  /// language (`/ar/`, `page.ar.md`, `page-ar.png`, `ar.example.org`, `?lang=ar`), the scheme of
  /// the web, `www.`, steps to the folder above, and the anchor. `#` for an anchor alone: it is
  /// made from a heading, in the heading's language.
  std::string key;
  bool is_absolute = false;   ///< has a host
  bool is_localised = false;  ///< a part that names a language was taken out
};

/// `languages`: of both sides, BCP 47.
LinkTarget read_link_target(std::string_view address, const std::vector<std::string>& languages);

/// How likely two different addresses that stand in the same pair lead to the wrong page, in [0,1];
/// 0 where they may well be the same page in two languages.
double probability_of_wrong_target(const LinkTarget& source, const LinkTarget& target);

}  // namespace muqabala
