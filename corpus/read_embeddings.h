#pragma once

#include <string>

#include "align/embeddings.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// The vectors of one side as Vecalign takes them: a text of runs of segments, one a line, and a
/// file of as many vectors in the same order, 32-bit floats, little-endian, nothing else.
struct EmbeddingFiles {
  std::string text;
  std::string vectors;

  bool empty() const { return text.empty(); }
};

/// Finds the vectors of `document`'s segments and of runs of up to `SegmentEmbeddings::kKeptRuns`
/// of them, which stand in the text as `one_line` writes them. How many segments have none is added
/// to the document's diagnostics. `dimensions`: of the other side's vectors, 0 where they are not
/// known.
///
/// Throws what `read_bytes` throws, and `errors::malformed_embeddings`: the file of vectors is not
/// a whole number of vectors, or not of `dimensions`; a vector is not made of numbers; no segment
/// stands in the text.
SegmentEmbeddings read_embeddings(const EmbeddingFiles& files, SegmentedDocument& document,
                                  std::size_t dimensions);

/// Both sides.
PairEmbeddings read_embeddings(const EmbeddingFiles& source_files, SegmentedDocument& source,
                               const EmbeddingFiles& target_files, SegmentedDocument& target);

}  // namespace muqabala
