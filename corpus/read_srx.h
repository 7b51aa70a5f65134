#pragma once

#include <string>
#include <string_view>

#include "segment/srx.h"

namespace muqabala {

/// The rules in the SRX 2.0 file at `path` (`-`: standard input). Elements of other namespaces, in
/// which tools keep settings of their own, are passed over.
///
/// Throws what `read_bytes` throws, and `errors::malformed_srx` with the line of the fault: for XML
/// that is not well-formed or declares entities, for other files and other versions of SRX, for
/// what the standard does not allow, and what `check_srx` finds.
SrxRules read_srx(const std::string& path);

/// The same for the bytes of a file; `path` is for messages.
SrxRules parse_srx(std::string_view bytes, const std::string& path);

}  // namespace muqabala
