#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <vector>

namespace muqabala {

/// Vectors of the runs of segments of one text, of norm 1 each, as a sentence encoder that knows
/// both languages made them. Takes 4 bytes x dimensions x `kKeptRuns` a segment.
class SegmentEmbeddings {
 public:
  /// Runs of up to this many segments have vectors of their own; a longer one has the direction of
  /// its segments' sum.
  static constexpr std::size_t kKeptRuns = 4;

  /// `vectors_of_runs[k - 1]`: of runs of k segments, `dimensions x segments`, the run that begins
  /// at segment i in column i; a column of zeros where it is not known. The columns of `[0]` that
  /// are zero say nothing; elsewhere the direction of the segments' sum takes their place. At least
  /// one matrix, at most `kKeptRuns`, all with `segments` columns.
  explicit SegmentEmbeddings(std::vector<Eigen::MatrixXf> vectors_of_runs);

  std::size_t size() const { return static_cast<std::size_t>(runs_.front().cols()); }
  std::size_t dimensions() const { return static_cast<std::size_t>(runs_.front().rows()); }

  /// The vector of the run of `length` segments that begins at `begin`; zero where it is not known.
  Eigen::VectorXf run(std::size_t begin, std::size_t length) const;

  /// The cosines of `vector` (of norm 1, or zero) with the runs of `length` segments that begin at
  /// `[begin, end)`; 0 where one of the two is not known.
  Eigen::VectorXf cosines(const Eigen::VectorXf& vector, std::size_t begin, std::size_t end,
                          std::size_t length) const;

 private:
  Eigen::MatrixXf sums(std::size_t begin, std::size_t end, std::size_t length) const;

  std::vector<Eigen::MatrixXf> runs_;
};

/// Both sides; of the same dimensions.
struct PairEmbeddings {
  SegmentEmbeddings source;
  SegmentEmbeddings target;
};

}  // namespace muqabala
