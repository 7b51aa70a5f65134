#include "cli/messages.h"

#include <fmt/format.h>

#include <iostream>

namespace muqabala::cli {
namespace {

/// In one piece, so that the lines of two programs do not mix.
void put(std::string_view text) { std::cerr.write(text.data(), std::ssize(text)).flush(); }

std::string with_place(const Place& where, std::string_view message) {
  const std::string place = to_string(where);
  return place.empty() ? std::string(message) : fmt::format("{}: {}", isolated(place), message);
}

}  // namespace

void Messages::error(const Error& error) const {
  this->error(with_place(error.where(), printable(error.message())));
}

void Messages::error(std::string_view text) const {
  put(fmt::format("{} {}\n", styled("muqabala:", Style::kError, screen_), text));
}

void Messages::diagnostic(const Diagnostic& diagnostic) const {
  const std::string text = with_place(diagnostic.where, printable(diagnostic.message));
  if (diagnostic.level == DiagnosticLevel::kWarning) {
    warning(text);
  } else if (diagnostic.level == DiagnosticLevel::kNotice) {
    if (!is_quiet()) put(fmt::format("muqabala: {}\n", text));
  } else {
    detail(text);
  }
}

void Messages::diagnostics(const std::vector<Diagnostic>& diagnostics) const {
  for (const Diagnostic& one : diagnostics) diagnostic(one);
}

void Messages::warning(std::string_view text) const {
  if (is_quiet()) return;
  put(fmt::format("muqabala: {} {}\n", styled("warning:", Style::kWarning, screen_), text));
}

void Messages::detail(std::string_view text) const {
  if (is_verbose()) put(fmt::format("muqabala: {}\n", text));
}

void Messages::summary(std::string_view text) const {
  if (!is_quiet()) put(text);
}

}  // namespace muqabala::cli
