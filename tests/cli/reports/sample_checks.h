#pragma once

#include <cstddef>
#include <string>

#include "corpus/check/check_report.h"

namespace muqabala::testing {

/// Two pairs of pages with an error, a warning and a note that are open, one finding that was
/// accepted and one that a baseline knows; a pair without findings; one that could not be checked;
/// a stale decision.
CheckReport plain_check();

/// The same shape, with texts and names of files that try to end the fields, commands and elements
/// they stand in.
CheckReport hostile_check();

/// One pair with `size` omissions of long sentences, all different.
CheckReport huge_check(std::size_t size);

/// One pair, with every kind of finding once, all of the same fingerprint.
CheckReport check_of_all_kinds();

/// A pair without findings.
CheckReport clean_check();

/// What `hostile_check` holds.
extern const std::string kHostileText;

}  // namespace muqabala::testing
