#include "align/embeddings.h"

#include <cassert>
#include <utility>

namespace muqabala {
namespace {

using Index = Eigen::Index;

/// Shorter vectors are taken for zero: they have no direction to speak of.
constexpr float kLeastNorm = 1e-6F;

void normalise(Eigen::Ref<Eigen::MatrixXf> vectors) {
  for (Index i = 0; i < vectors.cols(); ++i) {
    const float norm = vectors.col(i).norm();
    if (norm > kLeastNorm)
      vectors.col(i) /= norm;
    else
      vectors.col(i).setZero();
  }
}

}  // namespace

SegmentEmbeddings::SegmentEmbeddings(std::vector<Eigen::MatrixXf> vectors_of_runs)
    : runs_(std::move(vectors_of_runs)) {
  assert(!runs_.empty() && runs_.size() <= kKeptRuns);
  for (Eigen::MatrixXf& vectors : runs_) normalise(vectors);
  const std::size_t given = runs_.size();
  runs_.resize(kKeptRuns);
  for (std::size_t length = 2; length <= kKeptRuns; ++length) {
    Eigen::MatrixXf& vectors = runs_[length - 1];
    if (length > given) vectors = Eigen::MatrixXf::Zero(runs_[0].rows(), runs_[0].cols());
    for (std::size_t i = 0; i + length <= size(); ++i)
      if (vectors.col(static_cast<Index>(i)).isZero())
        vectors.col(static_cast<Index>(i)) = sums(i, i + 1, length);
  }
}

Eigen::MatrixXf SegmentEmbeddings::sums(std::size_t begin, std::size_t end,
                                        std::size_t length) const {
  const auto width = static_cast<Index>(end - begin);
  Eigen::MatrixXf sum = Eigen::MatrixXf::Zero(runs_[0].rows(), width);
  for (std::size_t k = 0; k < length; ++k)
    sum += runs_[0].middleCols(static_cast<Index>(begin + k), width);
  normalise(sum);
  return sum;
}

Eigen::VectorXf SegmentEmbeddings::run(std::size_t begin, std::size_t length) const {
  if (length > kKeptRuns) return sums(begin, begin + 1, length).col(0);
  return runs_[length - 1].col(static_cast<Index>(begin));
}

Eigen::VectorXf SegmentEmbeddings::cosines(const Eigen::VectorXf& vector, std::size_t begin,
                                           std::size_t end, std::size_t length) const {
  if (length > kKeptRuns) return sums(begin, end, length).transpose() * vector;
  return runs_[length - 1]
             .middleCols(static_cast<Index>(begin), static_cast<Index>(end - begin))
             .transpose() *
         vector;
}

}  // namespace muqabala
