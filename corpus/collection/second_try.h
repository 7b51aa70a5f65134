#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/collection/worker_pool.h"

namespace muqabala {

/// `answer_in_workers` with a second try for the requests whose workers died or ran out of memory,
/// which may have been the neighbours' fault: they are asked once more when all others are done.
/// `take` gets each request with its answer, in the order of the requests but for those.
void answer_with_second_try(
    const WorkerPoolOptions& options, const std::function<std::string(std::string_view)>& work,
    const std::function<std::optional<std::string>()>& next,
    const std::function<void(std::string_view request, const WorkerAnswer& answer)>& take);

}  // namespace muqabala
