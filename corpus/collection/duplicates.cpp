// Equal pairs are told by a hash of 64 bits of both sides: of n pairs, two different ones are
// taken for equal with a probability of n^2 / 2^65, 1 in 30 for a thousand million pairs. Near ones
// are told by `near_duplicates`.

#include "corpus/collection/duplicates.h"

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>

#include "corpus/detail/hash_table.h"
#include "corpus/detail/near_duplicates.h"
#include "segment/base/hash.h"
#include "segment/text/folding.h"

namespace muqabala {
namespace {

std::uint64_t hash_of(const std::string& source, const std::string& target) {
  const std::array<std::uint64_t, 2> sides = {hash_bytes(source), hash_bytes(target)};
  const auto bytes = std::bit_cast<std::array<char, sizeof sides>>(sides);
  return hash_bytes({bytes.data(), bytes.size()});
}

}  // namespace

struct Duplicates::Index {
  bool exact = true;
  detail::HashSet pairs = {};
  std::optional<detail::NearDuplicates> near = {};

  /// What the pair is to be called; nothing for a new one.
  const char* look_up(const CollectedBead& bead) {
    const std::string source = fold_letters(bead.source.text);
    const std::string target = fold_letters(bead.target.text);
    if (exact && !pairs.insert(hash_of(source, target))) return kExactDuplicate;
    if (near && !near->insert(source, target)) return kNearDuplicate;
    return nullptr;
  }
};

Duplicates::Duplicates(const DuplicateOptions& options) : index_(std::make_unique<Index>()) {
  index_->exact = options.exact;
  if (options.near_similarity > 0) index_->near.emplace(options.near_similarity);
}

Duplicates::~Duplicates() = default;

void Duplicates::mark(DocumentResult& result) {
  if (!index_->exact && !index_->near) return;
  for (CollectedBead& bead : result.beads) {
    if (!bead.is_pair() || !bead.rejected_by.empty()) continue;
    if (const char* found = index_->look_up(bead)) bead.rejected_by = found;
  }
}

std::size_t Duplicates::bytes() const {
  return index_->pairs.bytes() + (index_->near ? index_->near->bytes() : 0);
}

}  // namespace muqabala
