#pragma once

#include "corpus/collection/filters.h"
#include "corpus/collection/record.h"
#include "corpus/collection/result.h"
#include "corpus/lexicons.h"
#include "corpus/pipeline.h"

namespace muqabala {

struct CollectOptions {
  PipelineOptions pipeline = {};
  Filters filters = {};
};

/// Aligns one document and filters its pairs. What keeps it from being aligned is its failure;
/// throws nothing but `std::bad_alloc`. Depends on nothing but its arguments.
DocumentResult collect(const CollectionRecord& record, Lexicons& lexicons,
                       const CollectOptions& options);

/// The chain up to the segments of both sides of a document. Throws what `read_document` and
/// `segment_pair` throw.
SegmentedPair read_and_segment(const CollectionRecord& record, const PipelineOptions& options);

/// The result of a document that could not even be looked at.
DocumentResult failed(const CollectionRecord& record, DocumentFailure failure);

}  // namespace muqabala
