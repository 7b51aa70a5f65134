#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/detail/readable_text.h"

namespace muqabala::detail {

/// Takes the metadata that stand before a page: YAML between `---` lines or TOML between `+++`
/// lines at the very top of `file`. The values of `title`, `subtitle`, `description` and `summary`
/// become blocks of `text`. Returns where the page itself begins; 0 if it has no front matter.
std::size_t read_front_matter(std::string_view file, ReadableText& text);

}  // namespace muqabala::detail
