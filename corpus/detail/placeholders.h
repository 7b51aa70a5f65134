#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace muqabala::detail {

/// Where a program will put a value into the text.
struct Placeholder {
  std::size_t size_bytes = 0;
  std::string name;  ///< as written, without needless spaces
};

/// The placeholder that begins at `at` in `text`, if one does:
///
/// - in braces: `{name}`, `{0}`, `{}`, `{price:.2f}`, `${name}`, `%{name}`, `#{name}`;
/// - of templates: `{{ name }}`; of `{{< ref "page" >}}` and `{% include "page" %}` the first word;
/// - of ICU messages: `{count, plural, ...}`, without its branches, whose number is the language's;
/// - of printf: `%s`, `%1$d`, `%.2f`, `%(name)s`, `%@`.
///
/// Names are ASCII: words of other scripts in braces are text. A percentage is none.
std::optional<Placeholder> placeholder_at(std::string_view text, std::size_t at);

}  // namespace muqabala::detail
