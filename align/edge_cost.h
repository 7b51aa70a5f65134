#pragma once

#include <Eigen/Core>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "align/band.h"
#include "align/bead.h"
#include "align/model1.h"
#include "align/segment_edges.h"
#include "align/text_side.h"

namespace muqabala {

/// What the edges of segments tell, in nats against unrelated text; nothing by default.
struct EdgeModel {
  using Kinds = Eigen::Array<float, kEdgeKinds, 1>;
  using Pairs = Eigen::Array<float, kEdgeKinds, kEdgeKinds>;
  /// Of a side's segment ends and begins inside a bead, by kind.
  struct Inside {
    Kinds ends = Kinds::Zero();
    Kinds begins = Kinds::Zero();
  };

  Pairs begins = Pairs::Zero();  ///< (source, target): a bead that begins so
  Pairs ends = Pairs::Zero();
  Inside source = {};
  Inside target = {};
};

/// Learned from beads of two texts.
EdgeModel estimate_edge_model(const std::vector<SegmentPair>& beads, const TextSide& source,
                              const TextSide& target);

/// What the edges of all beads of two texts tell. Segments that are expected to stand alone
/// (`TextSide::alone_nats`) tell nothing: headers and captions look alike whatever they say.
class EdgeScores {
 public:
  /// `source` must outlive the object.
  EdgeScores(const TextSide& source, const TextSide& target, const EdgeModel& model);

  /// Adds what the beads of `shape`, which has both sides, tell that begin at node
  /// (`i`, `columns.begin + k`) to `nats[k]`.
  void add_row(std::size_t i, ColumnRange columns, BeadShape shape, std::span<float> nats) const;

 private:
  using Row = Eigen::ArrayXf;

  const TextSide& source_;
  std::array<Row, kEdgeKinds> begins_;  ///< by the source's kind: per target segment
  std::array<Row, kEdgeKinds> ends_;
  /// Sums over the boundaries before each segment, as if all were inside of a bead.
  Eigen::ArrayXd source_inside_;
  Eigen::ArrayXd target_inside_;
};

}  // namespace muqabala
