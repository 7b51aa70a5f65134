#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/flags.h"
#include "cli/terminal.h"
#include "corpus/pipeline.h"

namespace muqabala::cli {

/// What resolving has in common for all commands. Each throws `errors::bad_usage` where what was
/// typed cannot be done.

/// `what` is the name of the argument that `path` was given for.
void refuse_empty_name(std::string_view what, const std::string& path);
void refuse_same_input(const std::string& source, const std::string& target);
void refuse_overwriting(const std::string& input, const std::string& output);
/// The same for every input that commands on a pair share.
void refuse_overwriting_inputs(const TypedOptions& typed, const std::string& output);

/// The options of the chain: input, languages and dictionaries.
PipelineOptions pipeline_options(const TypedOptions& typed, const Environment& environment);

/// The number of `--threads`, or what `option` is called; without one, of processors.
std::size_t thread_count(const std::string& typed, std::string_view option = "--threads");

std::string or_default(const std::string& typed, std::string_view value);

/// The whole number that was typed for `option` (`--threads`). Refused unless it is from `least` to
/// `most`.
std::size_t whole_number(std::string_view option, const std::string& typed, std::size_t least,
                         std::size_t most);

/// The number from 0 to 1 that was typed for `option`.
double share(std::string_view option, const std::string& typed);

}  // namespace muqabala::cli
