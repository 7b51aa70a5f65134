#pragma once

#include <string>

#include "segment/base/place.h"

namespace muqabala {

enum class DiagnosticLevel {
  kNote,    ///< for those who ask for more
  kNotice,  ///< nothing is wrong, but a choice was made that everybody should know of
  kWarning,
};

/// Something worth knowing, mostly doubtful, in a usable input or result. Travels with the result;
/// only `cli/` prints it.
struct Diagnostic {
  DiagnosticLevel level = DiagnosticLevel::kWarning;
  Place where;
  std::string message;  ///< one sentence, with what to do where there is something to do
};

}  // namespace muqabala
