#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace muqabala::detail {

/// A table by keys that are hashes already, in one run of memory: linear probing, at most three
/// quarters full, twice as large when it is. `Slot` says where it is free, and what its hash is:
/// `bool is_free() const`, `std::uint64_t hash() const`.
template <class Slot>
class HashTable {
 public:
  /// The slot of the first entry at or behind the place of `hash` for which `is_it`, or the free
  /// one where it would stand. Good until `take`.
  template <class IsIt>
  Slot& find(std::uint64_t hash, IsIt is_it) {
    std::size_t at = place_of(hash);
    while (!slots_[at].is_free() && !is_it(slots_[at])) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  /// Fills the free slot that `find` gave.
  void take(Slot& free, Slot slot) {
    free = slot;
    if (++used_ * 4 > slots_.size() * 3) grow();
  }

  std::size_t bytes() const { return slots_.capacity() * sizeof(Slot); }

 private:
  std::size_t place_of(std::uint64_t hash) const {
    return static_cast<std::size_t>(hash) & (slots_.size() - 1);
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    std::swap(old, slots_);
    for (const Slot& slot : old)
      if (!slot.is_free()) find(slot.hash(), [](const Slot&) { return false; }) = slot;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(16);
  std::size_t used_ = 0;
};

/// A set of hashes.
class HashSet {
 public:
  /// False where it was there before.
  bool insert(std::uint64_t hash) {
    if (hash == 0) hash = 1;  // a free slot holds 0
    Slot& slot = table_.find(hash, [&](const Slot& s) { return s.value == hash; });
    if (!slot.is_free()) return false;
    table_.take(slot, {hash});
    return true;
  }
  std::size_t bytes() const { return table_.bytes(); }

 private:
  struct Slot {
    std::uint64_t value = 0;
    bool is_free() const { return value == 0; }
    std::uint64_t hash() const { return value; }
  };
  HashTable<Slot> table_;
};

}  // namespace muqabala::detail
