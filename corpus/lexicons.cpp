#include "corpus/lexicons.h"

#include "corpus/lexicon_cache.h"

namespace muqabala {

const Lexicon& Lexicons::of(const SegmentedPair& pair) {
  return of(pair.source.document.language, pair.target.document.language);
}

const Lexicon& Lexicons::of(const std::string& source, const std::string& target) {
  const std::lock_guard lock(mutex_);
  std::optional<Lexicon>& lexicon = lexicons_[{source, target}];
  if (!lexicon)
    lexicon = gather_lexicon_through(options_.lexicon_cache, source, target, options_.lexicon);
  return *lexicon;
}

}  // namespace muqabala
