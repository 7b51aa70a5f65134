#pragma once

#include <ostream>
#include <string>

#include "corpus/pipeline.h"

namespace muqabala {

/// `source<TAB>target<TAB>kind<TAB>probability`, a bead a line. Segments of a bead are joined by a
/// space; tabs and newlines inside become spaces; `kind` is the shape (`1-1`, `2-1`, `1-0`, ...).
void write_tsv(const CollatedPair& pair, std::ostream& out);

/// Vecalign's ladder: `[0,1]:[0]:cost`, a bead a line, 0-based segment numbers, cost in nats.
void write_ladder(const CollatedPair& pair, std::ostream& out);

/// hunalign's ladder: `source<TAB>target<TAB>score` rungs, 0-based, score = negated cost.
void write_hunalign_ladder(const CollatedPair& pair, std::ostream& out);

/// JSON Lines, a bead a record: segment numbers, byte offsets in the files, texts, kind, cost,
/// probability, evidence with word links. A null bead that was moved tells in `moved_to` the numbers
/// of the other side's segments that it belongs with.
void write_jsonl(const CollatedPair& pair, std::ostream& out);

/// What TMX says about its making. Nothing here is taken from the clock or the environment.
struct TmxOptions {
  std::string date;  ///< `YYYYMMDDThhmmssZ`; empty = no dates
};

/// TMX 1.4b, level 1: two-sided beads as translation units, and behind them what was
/// moved, with the kind `moved`; valid against `tmx14.dtd`.
/// Characters that XML cannot hold are left out; returns how many.
std::size_t write_tmx(const CollatedPair& pair, const TmxOptions& options, std::ostream& out);

}  // namespace muqabala
