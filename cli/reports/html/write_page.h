#pragma once

#include <ostream>
#include <string>

#include "corpus/check/check_report.h"
#include "corpus/check/examine.h"
#include "corpus/pipeline.h"

namespace muqabala::cli {

/// The page on which a pair is read, decided on and corrected: one HTML file that needs no other
/// and loads nothing. `examined` and `judged` are of `pair`. `tool`: what made the page, with
/// version.
///
/// Texts stand in it as JSON, in which nothing can be taken for markup. Two runs with the same
/// texts, findings and tool give the same bytes.
void write_page(const CollatedPair& pair, const ExaminedPair& examined, const PairResult& judged,
                const std::string& tool, std::ostream& out);

}  // namespace muqabala::cli
