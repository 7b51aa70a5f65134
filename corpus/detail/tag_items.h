#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "segment/markup_item.h"

namespace muqabala::detail {

/// What the tags in a piece of HTML or JSX lead to: the addresses of links and images, and
/// components (`<Note>`). They stand at `at` of the text. Comments hold none. Linear.
void append_tag_items(std::string_view html, std::size_t at, std::vector<MarkupItem>& items);

/// The size of the tag at the begin of `text`, if it is one that may stand inside a sentence:
/// an opening tag of HTML's inline elements, or a numbered one (`<0>`). 0 if it is none.
std::size_t inline_tag_length(std::string_view text);

/// The name in a tag that begins `text`: `br` of `<br/>`, `/b` of `</b>`.
std::string_view tag_name(std::string_view text);

/// At most `kLongestMarkupTarget` bytes from the begin of `target`, in whole characters.
std::string shortened_target(std::string_view target);

}  // namespace muqabala::detail
