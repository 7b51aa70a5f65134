#include <string_view>
#include <unordered_map>

#include "align/anchors/anchors.h"

namespace muqabala {
namespace {

constexpr float kIdentityWeight = 3.0F;

}  // namespace

void link_identical(const TextSide& source, const TextSide& target, std::vector<TypeLink>& links) {
  std::unordered_map<std::string_view, std::uint32_t> by_key;
  for (std::uint32_t t = 0; t < target.types.size(); ++t) by_key.emplace(target.types[t].key, t);
  for (std::uint32_t s = 0; s < source.types.size(); ++s) {
    const WordType& type = source.types[s];
    const auto same = by_key.find(type.key);
    if (same == by_key.end() || target.types[same->second].kind != type.kind) continue;
    const LinkOrigin origin =
        type.kind == TokenKind::kNumber ? LinkOrigin::kNumber : LinkOrigin::kIdentity;
    links.push_back({s, same->second, kIdentityWeight, origin});
  }
}

}  // namespace muqabala
