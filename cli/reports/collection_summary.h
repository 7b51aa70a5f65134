#pragma once

#include <string>

#include "corpus/collection/statistics.h"

namespace muqabala::cli {

/// What a collection amounts to, in some lines for people.
std::string collection_summary(const CollectionStatistics& statistics);

}  // namespace muqabala::cli
