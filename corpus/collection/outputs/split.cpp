// Documents are dealt to the halves by a hash of the seed and their id: no document is in both, and
// it stays where it is when others come. What would leak from training into testing is a text that
// stands in documents of both halves (a quotation, a formula, a wire report). Its first occurrence
// stays, and in the other half every pair with that text on either side is left out; where it
// differs on the other side, too, for a model that has learned one translation by heart is no
// better for it. 11 to 22 bytes a text.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <ostream>
#include <string>

#include "corpus/collection/outputs/collection_output.h"
#include "corpus/collection/outputs/moses_files.h"
#include "corpus/detail/hash_table.h"
#include "corpus/one_line.h"
#include "segment/base/hash.h"
#include "segment/text/folding.h"

namespace muqabala {
namespace {

enum class Half : std::uint8_t { kTrain, kTest };

/// Which half has a text: the one that had it first.
class HalvesOfTexts {
 public:
  /// Whether a text of that hash may stand in `half`.
  bool is_open(std::uint64_t text, Half half) {
    const Slot& slot = slot_of(text);
    return slot.is_free() || slot.value == value_of(text, half);
  }
  void claim(std::uint64_t text, Half half) {
    Slot& slot = slot_of(text);
    if (slot.is_free()) table_.take(slot, {value_of(text, half)});
  }

 private:
  /// The hash but for its last bit, which tells the half. A free slot holds 0.
  static std::uint64_t value_of(std::uint64_t text, Half half) {
    return (std::max<std::uint64_t>(text >> 1, 1) << 1) | (half == Half::kTest ? 1 : 0);
  }
  struct Slot {
    std::uint64_t value = 0;
    bool is_free() const { return value == 0; }
    std::uint64_t hash() const { return value >> 1; }
  };
  Slot& slot_of(std::uint64_t text) {
    const std::uint64_t hash = value_of(text, Half::kTrain) >> 1;
    return table_.find(hash, [&](const Slot& slot) { return slot.hash() == hash; });
  }

  detail::HashTable<Slot> table_;
};

class SplitOutput : public CollectionOutput {
 public:
  SplitOutput(const std::string& folder, double test_share, std::size_t seed)
      : train_(folder + "/train"),
        test_(folder + "/test"),
        list_(folder + "/split.tsv"),
        test_share_(test_share),
        seed_(std::to_string(seed)) {
    list_.stream() << "document\thalf\tpairs\tleft_out\n";
  }

  void add(const DocumentResult& result) override {
    if (result.failure) return;
    const Half half = half_of(result.id);
    std::size_t pairs = 0;
    std::size_t left_out = 0;
    for (const CollectedBead& bead : result.beads) {
      if (!is_kept(bead)) continue;
      const std::uint64_t source = hash_of('s', bead.source.text);
      const std::uint64_t target = hash_of('t', bead.target.text);
      if (!texts_.is_open(source, half) || !texts_.is_open(target, half)) {
        ++left_out;
        continue;
      }
      texts_.claim(source, half);
      texts_.claim(target, half);
      ++pairs;
      (half == Half::kTest ? test_ : train_).add(result, bead);
    }
    list_.stream() << one_line(result.id) << '\t' << (half == Half::kTest ? "test" : "train")
                   << '\t' << pairs << '\t' << left_out << '\n';
  }
  void seal() override {
    train_.seal();
    test_.seal();
    list_.seal();
  }
  Paths commit() override {
    Paths paths = train_.commit();
    const Paths of_test = test_.commit();
    paths.insert(paths.end(), of_test.begin(), of_test.end());
    list_.commit();
    paths.push_back(list_.path());
    return paths;
  }

 private:
  Half half_of(const std::string& id) const {
    const double place = std::ldexp(static_cast<double>(hash_bytes(seed_ + '\n' + id)), -64);
    return place < test_share_ ? Half::kTest : Half::kTrain;
  }
  static std::uint64_t hash_of(char side, const std::string& text) {
    return hash_bytes(side + fold_letters(text));
  }

  MosesFiles train_;
  MosesFiles test_;
  OutputFile list_;
  HalvesOfTexts texts_;
  double test_share_;
  std::string seed_;
};

}  // namespace

std::unique_ptr<CollectionOutput> split_output(const std::string& folder, double test_share,
                                               std::size_t seed) {
  return std::make_unique<SplitOutput>(folder, test_share, seed);
}

}  // namespace muqabala
