// A random sample of a stream whose length nobody knows yet: every pair gets a random number, and
// the pairs with the smallest stay (a reservoir by random keys; Fan, Muller and Rezucha 1962,
// method 4). The number is a hash of the seed and the pair's id, so that the draw depends neither
// on order nor on the machine, and a collection that grew keeps most of what was judged already.

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "corpus/collection/outputs/collection_output.h"
#include "corpus/one_line.h"
#include "segment/base/hash.h"

namespace muqabala {
namespace {

/// Text for a cell: a spreadsheet would take some beginnings for a formula.
std::string cell(const std::string& text) {
  std::string line = one_line(text);
  if (!line.empty() && std::string_view("=+-@").find(line.front()) != std::string_view::npos)
    line.insert(line.begin(), '\'');
  return line;
}

struct Drawn {
  std::uint64_t key = 0;
  std::string id;
  std::string row;

  bool operator<(const Drawn& other) const {
    return key != other.key ? key < other.key : id < other.id;
  }
};

class SampleOutput : public CollectionOutput {
 public:
  SampleOutput(const std::string& path, std::size_t pairs, std::size_t seed)
      : file_(path), pairs_(pairs), seed_(std::to_string(seed)) {}

  void add(const DocumentResult& result) override {
    for (const CollectedBead& bead : result.beads)
      if (is_kept(bead)) draw(result, bead);
  }

  /// In the order of the keys, so that whoever stops early has judged a random sample, too.
  void seal() override {
    std::sort_heap(drawn_.begin(), drawn_.end());
    file_.stream() << "id\tdocument\tsource\ttarget\tjudgement\tnote\n";
    for (const Drawn& pair : drawn_) file_.stream() << pair.row;
    file_.seal();
  }
  Paths commit() override {
    file_.commit();
    return {file_.path()};
  }

 private:
  void draw(const DocumentResult& result, const CollectedBead& bead) {
    std::string id = unit_id(result, bead);
    const std::uint64_t key = hash_bytes(seed_ + '\n' + id);
    if (drawn_.size() == pairs_) {
      if (pairs_ == 0 || drawn_.front().key < key) return;
      std::pop_heap(drawn_.begin(), drawn_.end());
      drawn_.pop_back();
    }
    std::string row = cell(id) + '\t' + cell(result.id) + '\t' + cell(bead.source.text) + '\t' +
                      cell(bead.target.text) + "\t\t\n";
    drawn_.push_back({.key = key, .id = std::move(id), .row = std::move(row)});
    std::push_heap(drawn_.begin(), drawn_.end());
  }

  OutputFile file_;
  std::size_t pairs_;
  std::string seed_;
  std::vector<Drawn> drawn_;  ///< a heap, the largest key on top
};

}  // namespace

std::unique_ptr<CollectionOutput> sample_output(const std::string& path, std::size_t pairs,
                                                std::size_t seed) {
  return std::make_unique<SampleOutput>(path, pairs, seed);
}

}  // namespace muqabala
