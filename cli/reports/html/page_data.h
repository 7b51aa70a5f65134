#pragma once

#include <string>

#include "corpus/check/check_report.h"
#include "corpus/check/examine.h"
#include "corpus/pipeline.h"

namespace muqabala::cli {

/// What the page shows, as JSON that `model.js` reads (its types: `types.js`). Segments count from
/// 0, ranges are half open, places in texts are UTF-16 units from the start of a segment.
std::string page_data(const CollatedPair& pair, const ExaminedPair& examined,
                      const PairResult& judged, const std::string& tool);

}  // namespace muqabala::cli
