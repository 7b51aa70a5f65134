#include "align/bead.h"

namespace muqabala {

std::string_view name(LinkOrigin origin) {
  switch (origin) {
    case LinkOrigin::kIdentity:
      return "identity";
    case LinkOrigin::kNumber:
      return "number";
    case LinkOrigin::kDate:
      return "date";
    case LinkOrigin::kTransliteration:
      return "transliteration";
    case LinkOrigin::kCldr:
      return "cldr";
    case LinkOrigin::kCore:
      return "core";
    case LinkOrigin::kDictionary:
      return "dictionary";
    case LinkOrigin::kLearned:
      return "learned";
  }
  return "dictionary";
}

}  // namespace muqabala
