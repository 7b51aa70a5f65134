#pragma once

#include <iosfwd>

#include "segment/srx.h"

namespace muqabala {

/// Writes `rules` as an SRX 2.0 file.
void write_srx(const SrxRules& rules, std::ostream& out);

}  // namespace muqabala
