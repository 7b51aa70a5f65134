#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "align/coverage/reason.h"
#include "segment/base/byte_range.h"
#include "segment/base/strong_index.h"

namespace muqabala {

/// What an editor should look at.
enum class FindingKind : std::uint8_t {
  kOmission,            ///< segments of the original without a counterpart
  kAddition,            ///< segments of the translation without a counterpart
  kPartial,             ///< part of a paired segment of the original without a counterpart
  kMoved,               ///< text that stands elsewhere in the translation
  kNumber,              ///< a value on one side that the other does not hold
  kDate,                ///< the same for a date
  kName,                ///< the same for a name
  kTerm,                ///< a glossary's rendering that is not there
  kUntranslated,        ///< text of the original left in the translation
  kDuplicate,           ///< a passage of the original that is translated twice
  kMarkup,              ///< links, images, code or placeholders that disagree
  kFurniture,           ///< navigation, notices, captions: an addition that is no fault
  kMissingTranslation,  ///< a whole original that has no translation
  kMissingOriginal,     ///< a whole translation whose original is gone
  kOutdated,            ///< an original that was changed after its translation
};

/// The name of a kind as outputs show it: `omission`, `addition`, `partial`, ...
std::string_view name(FindingKind kind);

/// The kind of that name, if there is one.
std::optional<FindingKind> finding_kind(std::string_view name);

/// All kinds, in the order of the enumeration.
const std::vector<FindingKind>& all_finding_kinds();

/// Something an editor should look at, with its place on both sides.
struct Finding {
  FindingKind kind = FindingKind::kOmission;
  double confidence = 0;  ///< that it is right, in [0,1]
  SourceRange source;     ///< an addition: empty, at the place where it would stand
  TargetRange target;     ///< an omission: empty, at the place where it would stand
  /// The very words in `Document::text` of each side, where the finding is about less than whole
  /// segments; empty elsewhere.
  ByteRange source_words = {};
  ByteRange target_words = {};
  Reason reason;  ///< the evidence, in one sentence
};

}  // namespace muqabala
