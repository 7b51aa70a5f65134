#pragma once

#include <string_view>

#include "segment/srx.h"

namespace muqabala {

/// The splitter's own rules for Arabic and English, with their word lists, as rules of SRX: mapped
/// to `language`, or to both where it is empty; nothing for other languages. In expressions that
/// ICU and Java read alike.
///
/// SRX looks at the characters around one place. What looks further is left out or told from a
/// window: which lines were wrapped, how lists count on, what begins a segment, which way straight
/// quotes look.
SrxRules export_srx(std::string_view language);

}  // namespace muqabala
