#pragma once

#include <string>
#include <vector>

#include "corpus/check/baseline.h"
#include "corpus/check/check_report.h"
#include "corpus/check/examine.h"
#include "corpus/check/policy.h"

namespace muqabala {

/// Judges what was found by a policy and by what was decided before: pairs in their order, and the
/// decisions that fit nothing any more in the pairs that they name.
///
/// Of a run of segments, those that are decided or ignored are taken out; what is left on either
/// side of them are findings of their own. Throws `errors::pattern_too_slow`.
CheckReport judge(const std::vector<ExaminedPair>& pairs, const Policy& policy,
                  const Baseline& baseline);

/// `baseline` with all that is open today as known, and without what fits nothing any more.
Baseline with_open_findings(const Baseline& baseline, const std::vector<ExaminedPair>& pairs,
                            const Policy& policy);

/// `baseline` with an accepted decision for each of `fingerprints`: those of findings or of parts,
/// or their first digits, six at least, where they fit one only. Throws
/// `errors::unknown_fingerprint`.
Baseline with_accepted(const Baseline& baseline, const std::vector<ExaminedPair>& pairs,
                       const Policy& policy, const std::vector<std::string>& fingerprints,
                       const std::string& note);

}  // namespace muqabala
