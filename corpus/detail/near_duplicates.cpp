// Near duplicates by MinHash and banding.
//
// A text is the set of its shingles, five characters each. Of two sets under a random order of all
// shingles, the smallest members are the same with the probability of the sets' Jaccard similarity
// |A n B| / |A u B| (Broder 1997, "On the resemblance and containment of documents"). 64 orders
// estimate it to +-0.05 (a standard error at 0.8). We make the 64 values from one hash a shingle:
// its upper bits choose a bin, the smallest of a bin is its value, and a bin that stays empty
// borrows from another chosen by hashes of the two numbers (Shrivastava 2017, "Optimal
// densification for fast and accurate minwise hashing"); so the cost is a hash a shingle and
// not 64. Of each value 8 bits are kept; chance makes 1 in 256 agree, which the estimate takes off
// (Li and Koenig 2010, "b-bit minwise hashing").
//
// Candidates come by bands of r values each: two pairs of similarity s share at least one of b
// bands with the probability 1 - (1 - s^r)^b (Leskovec, Rajaraman and Ullman 2014, "Mining of
// massive datasets", 3.4). r is the largest with at least 0.95 at the similarity asked for; the
// estimate decides about what the bands find. A band's bucket remembers its first pair only, so
// that the work for a pair is bounded: 64 bytes of signature and b slots of 8 bytes.
//
// tests/corpus/collection/duplicates.cpp holds it against the similarity counted in full.

#include "corpus/detail/near_duplicates.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "segment/base/hash.h"
#include "segment/text/utf8_text.h"

namespace muqabala::detail {
namespace {

constexpr std::size_t kShingleCharacters = 5;
constexpr std::size_t kBinBits = 6;  // 64 bins
constexpr double kLeastFound = 0.95;
constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();

using Minima = std::array<std::uint64_t, NearDuplicates::kValues>;
static_assert(NearDuplicates::kValues == std::size_t{1} << kBinBits);

/// Steele, Lea and Flood (2014): mixes all bits.
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

void add(std::uint64_t shingle, Minima& minima) {
  std::uint64_t& least = minima[shingle >> (64 - kBinBits)];
  least = std::min(least, shingle);
}

/// `side` keeps shingles of the two sides apart.
void add_shingles(std::string_view letters, std::uint64_t side, Minima& minima) {
  std::array<std::size_t, kShingleCharacters> begins{};  // of the latest characters, in a ring
  std::size_t count = 0;
  for (std::size_t at = 0; at < letters.size(); ++count) {
    begins[count % kShingleCharacters] = at;
    at += code_point_at(letters, at).size_bytes;
    if (count + 1 < kShingleCharacters) continue;
    const std::size_t begin = begins[(count + 1) % kShingleCharacters];
    add(mixed(hash_bytes(letters.substr(begin, at - begin)) + side), minima);
  }
  if (count < kShingleCharacters) add(mixed(hash_bytes(letters) + side), minima);
}

/// Fills empty bins from others.
void densify(Minima& minima) {
  const Minima sparse = minima;
  for (std::size_t bin = 0; bin < minima.size(); ++bin) {
    std::size_t from = bin;
    for (std::uint64_t attempt = 1; sparse[from] == kNone; ++attempt)
      from = static_cast<std::size_t>(mixed(bin << 32 | attempt) >> (64 - kBinBits));
    minima[bin] = sparse[from];
  }
}

NearDuplicates::Signature signature_of(std::string_view source, std::string_view target) {
  Minima minima;
  minima.fill(kNone);
  add_shingles(source, 0, minima);
  add_shingles(target, 1, minima);
  densify(minima);
  NearDuplicates::Signature signature{};
  for (std::size_t i = 0; i < minima.size(); ++i)
    signature[i] = static_cast<std::uint8_t>(mixed(minima[i]));
  return signature;
}

double estimate(const NearDuplicates::Signature& a, const NearDuplicates::Signature& b) {
  constexpr double kByChance = 1.0 / 256;
  std::size_t same = 0;
  for (std::size_t i = 0; i < a.size(); ++i) same += a[i] == b[i];
  const double share = static_cast<double>(same) / static_cast<double>(a.size());
  return (share - kByChance) / (1 - kByChance);
}

}  // namespace

std::size_t rows_of_bands(double similarity) {
  for (std::size_t rows = NearDuplicates::kValues; rows > 1; --rows) {
    const auto bands = static_cast<double>(NearDuplicates::kValues / rows);
    const double missed = std::pow(1 - std::pow(similarity, static_cast<double>(rows)), bands);
    if (1 - missed >= kLeastFound) return rows;
  }
  return 1;
}

NearDuplicates::NearDuplicates(double similarity)
    : similarity_(similarity), rows_(rows_of_bands(similarity)) {}

bool NearDuplicates::insert(std::string_view source, std::string_view target) {
  const Signature signature = signature_of(source, target);
  std::array<std::uint32_t, kValues> hashes{};
  const std::size_t bands = kValues / rows_;
  for (std::size_t band = 0; band < bands; ++band) {
    std::array<char, kValues> rows{};
    std::memcpy(rows.data(), signature.data() + band * rows_, rows_);
    hashes[band] = static_cast<std::uint32_t>(mixed(hash_bytes({rows.data(), rows_}) + band) >> 32);
  }
  const auto is_band = [](std::uint32_t hash) {
    return [hash](const Slot& slot) { return slot.band == hash; };
  };
  for (std::size_t band = 0; band < bands; ++band) {
    const Slot& slot = bands_.find(hashes[band], is_band(hashes[band]));
    if (!slot.is_free() && estimate(signatures_[slot.pair_plus_1 - 1], signature) >= similarity_)
      return false;
  }
  signatures_.push_back(signature);
  const auto pair_plus_1 = static_cast<std::uint32_t>(signatures_.size());
  for (std::size_t band = 0; band < bands; ++band) {
    Slot& slot = bands_.find(hashes[band], is_band(hashes[band]));
    if (slot.is_free()) bands_.take(slot, {hashes[band], pair_plus_1});
  }
  return true;
}

std::size_t NearDuplicates::bytes() const {
  return signatures_.capacity() * sizeof(Signature) + bands_.bytes();
}

}  // namespace muqabala::detail
