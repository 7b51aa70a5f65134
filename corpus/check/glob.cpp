#include "corpus/check/glob.h"

#include <algorithm>
#include <utility>

// Matching is by table: `fits[t][p]` says whether the tokens from `t` on match the path from `p`
// on. The captures are then read off from the front, each as short as possible. No pattern can make
// it slow.

namespace muqabala {

Glob::Glob(std::string pattern) : pattern_(std::move(pattern)) {
  const std::string_view all = pattern_;
  const auto add_text = [&](char c) {
    if (tokens_.empty() || tokens_.back().kind != Kind::kText) tokens_.push_back({});
    tokens_.back().text += c;
  };
  for (std::size_t at = 0; at < all.size();) {
    const bool begins_name = at == 0 || all[at - 1] == '/';
    const std::string_view rest = all.substr(at);
    if (begins_name && rest.starts_with("**/")) {
      tokens_.push_back({.kind = Kind::kFolders});
      at += 3;
    } else if (begins_name && rest == "**") {
      tokens_.push_back({.kind = Kind::kAll});
      at += 2;
    } else if (all[at] == '*') {
      if (tokens_.empty() || tokens_.back().kind != Kind::kName)
        tokens_.push_back({.kind = Kind::kName});
      ++at;
    } else {
      add_text(all[at++]);
    }
  }
}

std::optional<std::vector<std::string>> Glob::match(std::string_view path) const {
  const std::size_t columns = path.size() + 1;
  std::vector<char> fits((tokens_.size() + 1) * columns, 0);
  const auto cell = [&](std::size_t t, std::size_t p) -> char& { return fits[t * columns + p]; };
  cell(tokens_.size(), path.size()) = 1;
  for (std::size_t t = tokens_.size(); t-- > 0;) {
    const Token& token = tokens_[t];
    bool deeper = false;  // what follows fits behind a later '/'
    for (std::size_t p = columns; p-- > 0;) {
      const bool at_end = p == path.size();
      switch (token.kind) {
        case Kind::kText:
          cell(t, p) = path.substr(p).starts_with(token.text) && cell(t + 1, p + token.text.size());
          break;
        case Kind::kName:
          cell(t, p) = cell(t + 1, p) || (!at_end && path[p] != '/' && cell(t, p + 1));
          break;
        case Kind::kFolders:
          if (!at_end && path[p] == '/') deeper = deeper || cell(t + 1, p + 1);
          cell(t, p) = cell(t + 1, p) || deeper;
          break;
        case Kind::kAll:
          cell(t, p) = 1;
          break;
      }
    }
  }
  if (!cell(0, 0)) return std::nullopt;

  std::vector<std::string> captures;
  std::size_t p = 0;
  for (std::size_t t = 0; t < tokens_.size(); ++t) {
    const Token& token = tokens_[t];
    const std::size_t begin = p;
    if (token.kind == Kind::kText) {
      p += token.text.size();
      continue;
    }
    if (token.kind == Kind::kAll) p = path.size();
    const auto may_end = [&](std::size_t at) {
      if (token.kind == Kind::kFolders && at > begin && path[at - 1] != '/') return false;
      return cell(t + 1, at) != 0;
    };
    while (!may_end(p)) ++p;
    captures.emplace_back(path.substr(begin, p - begin));
  }
  return captures;
}

std::string Glob::filled(const std::vector<std::string>& captures) const {
  std::string path;
  std::size_t next = 0;
  for (const Token& token : tokens_)
    path += token.kind == Kind::kText ? token.text : captures[next++];
  return path;
}

bool Glob::is_like(const Glob& other) const {
  const auto wildcards = [](const Glob& glob) {
    std::vector<Kind> kinds;
    for (const Token& token : glob.tokens_)
      if (token.kind != Kind::kText) kinds.push_back(token.kind);
    return kinds;
  };
  return wildcards(*this) == wildcards(other);
}

std::string Glob::folder() const {
  const std::string_view fixed = std::string_view(pattern_).substr(0, pattern_.find('*'));
  const std::size_t slash = fixed.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(fixed.substr(0, std::max<std::size_t>(slash, 1)));
}

}  // namespace muqabala
