#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

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

/// The number of `--threads`; without one, of processors.
std::size_t thread_count(const std::string& typed);

std::string or_default(const std::string& typed, std::string_view value);

/// The number that `text` holds and nothing else.
template <class Number>
std::optional<Number> parse_number(const std::string& text) {
  Number number{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace muqabala::cli
