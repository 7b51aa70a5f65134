#include "corpus/lexicons.h"

#include "corpus/lexicon_cache.h"
#include "segment/text/language.h"

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

void Lexicons::load(const std::string& source_language, const std::string& target_language) {
  const std::string source = canonical_language_tag(source_language);
  const std::string target = canonical_language_tag(target_language);
  if (!source.empty() && !target.empty()) of(source, target);
}

}  // namespace muqabala
