#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "segment/base/place.h"

namespace muqabala {

/// A regular expression as ICU reads it, to be looked for in text. May be used by several threads
/// at once; copies share what was compiled.
class Pattern {
 public:
  /// `where` is the place that the expression was read from. Throws `errors::malformed_pattern`.
  Pattern(std::string expression, Place where);

  /// Whether `text` holds a match. Throws `errors::pattern_too_slow` where ICU's limits of time or
  /// stack stop the search.
  bool is_found_in(std::string_view text) const;

  const std::string& expression() const { return expression_; }
  const Place& where() const { return where_; }

 private:
  struct Compiled;
  std::string expression_;
  Place where_;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace muqabala
