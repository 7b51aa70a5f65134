#pragma once

#include <ostream>

#include "cli/terminal.h"
#include "corpus/pipeline.h"

namespace muqabala::cli {

/// For people: every pair in full, source above target, omissions and additions marked in their
/// places; then `write_coverage`.
void write_text(const CollatedPair& pair, const Screen& screen, std::ostream& out);

/// For people: each omission and addition with file:line:column, confidence and its text, shortened
/// to the screen; then what share of both sides has a counterpart.
void write_coverage(const CollatedPair& pair, const Screen& screen, std::ostream& out);

}  // namespace muqabala::cli
