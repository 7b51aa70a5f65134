#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muqabala {

/// A pattern of paths: `*` stands for any characters but `/`, `**/` for any folders or none, and
/// `**` at the end for all that is inside; all else stands for itself.
class Glob {
 public:
  explicit Glob(std::string pattern);

  /// What the wildcards stand for in `path`, in their order; nothing where it does not match. The
  /// first wildcards take as little as they can. O(|pattern| x |path|).
  std::optional<std::vector<std::string>> match(std::string_view path) const;

  /// The path in which `captures` stand for the wildcards; of a pattern `is_like` the one that
  /// captured them.
  std::string filled(const std::vector<std::string>& captures) const;

  /// Whether both have the same wildcards in the same order.
  bool is_like(const Glob& other) const;

  /// The folder that holds all that can match; empty = the current one.
  std::string folder() const;

  const std::string& pattern() const { return pattern_; }

 private:
  enum class Kind { kText, kName, kFolders, kAll };
  struct Token {
    Kind kind = Kind::kText;
    std::string text = {};
  };
  std::string pattern_;
  std::vector<Token> tokens_;
};

}  // namespace muqabala
