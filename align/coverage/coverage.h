#pragma once

#include "align/coverage/coverage_report.h"
#include "align/coverage/pair_view.h"

namespace muqabala {

struct CoverOptions {
  /// Also look inside the pairs: numbers, dates, names, parts of sentences, text left untranslated.
  bool looks_inside = false;
};

/// Judges an alignment: what has no counterpart, what share is covered, and, where asked, what
/// inside the pairs disagrees.
CoverageReport cover(const PairView& pair, const CoverOptions& options);

}  // namespace muqabala
