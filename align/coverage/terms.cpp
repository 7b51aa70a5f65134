// The glossary's renderings: found as the lexicon finds words, clitics and endings taken off.

#include "align/coverage/terms.h"

#include <algorithm>
#include <string>

#include "align/coverage/word_matches.h"

namespace muqabala {
namespace {

/// A term is matched by its form alone, which in Arabic may be another word's too.
constexpr double kConfidence = 0.85;
/// Neighbouring segments in which the rendering may stand.
constexpr std::size_t kNear = 1;

/// A term of the glossary in the original.
struct TermUse {
  std::size_t words = 0;
  std::vector<const LexiconEntry*> entries = {};  ///< one a rendering
};

class TermChecker {
 public:
  explicit TermChecker(const PairView& pair)
      : pair_(pair),
        source_(index_words(pair.source)),
        target_(index_words(pair.target)),
        matches_(source_, target_, *pair.glossary) {}

  std::vector<Finding> check() {
    std::vector<Finding> findings;
    for (const Bead& bead : pair_.alignment.beads)
      if (!bead.is_null())
        for (const SourceIndex i : bead.source) check(bead, i, findings);
    return findings;
  }

 private:
  void check(const Bead& bead, SourceIndex segment, std::vector<Finding>& findings) const;
  TermUse term_at(std::span<const WordUse> uses) const;
  bool stands_at(const LexiconEntry& entry, std::span<const WordUse> uses) const;
  bool is_rendered(const TermUse& term, const Bead& bead) const;

  const PairView& pair_;
  TextSide source_;
  TextSide target_;
  WordMatches matches_;
};

bool TermChecker::stands_at(const LexiconEntry& entry, std::span<const WordUse> uses) const {
  const std::span<const KeyId> keys = entry.source_keys();
  if (keys.size() > uses.size()) return false;
  for (std::size_t k = 0; k < keys.size(); ++k) {
    const std::span<const KeyId> read = matches_.keys_of(PairSide::kSource, uses[k].type);
    if (std::find(read.begin(), read.end(), keys[k]) == read.end()) return false;
  }
  return true;
}

TermUse TermChecker::term_at(std::span<const WordUse> uses) const {
  TermUse term;
  for (const KeyId key : matches_.keys_of(PairSide::kSource, uses[0].type))
    for (const LexiconEntry& entry : pair_.glossary->starting_with(key)) {
      if (entry.source_words < term.words || !stands_at(entry, uses)) continue;
      if (entry.source_words > term.words) term = {.words = entry.source_words, .entries = {}};
      term.entries.push_back(&entry);
    }
  return term;
}

bool TermChecker::is_rendered(const TermUse& term, const Bead& bead) const {
  const std::size_t begin = bead.target.begin_index.value();
  const std::size_t end = std::min(target_.size(), bead.target.end_index.value() + kNear);
  for (std::size_t j = begin < kNear ? 0 : begin - kNear; j < end; ++j)
    for (const LexiconEntry* entry : term.entries)
      if (matches_.is_told(*entry, PairSide::kTarget, {j, j + 1})) return true;
  return false;
}

void TermChecker::check(const Bead& bead, SourceIndex segment,
                        std::vector<Finding>& findings) const {
  const std::span<const WordUse> uses = source_.uses_of(segment.value());
  const std::string_view text = pair_.source.document.text.view();
  for (std::size_t k = 0; k < uses.size();) {
    const TermUse term = term_at(uses.subspan(k));
    if (term.words == 0) {
      ++k;
      continue;
    }
    const WordUse& last = uses[k + term.words - 1];
    const ByteRange words{uses[k].begin_bytes, std::size_t{last.begin_bytes} + last.size_bytes};
    k += term.words;
    if (is_rendered(term, bead)) continue;
    std::vector<ReasonValue> told = {slice(text, words)};
    for (const LexiconEntry* entry : term.entries)
      told.emplace_back(pair_.glossary->text_of(*entry).target);
    findings.push_back({.kind = FindingKind::kTerm,
                        .confidence = kConfidence,
                        .source = bead.source,
                        .target = bead.target,
                        .source_words = words,
                        .reason = because(Wording::kTerm, std::move(told))});
  }
}

}  // namespace

std::vector<Finding> find_missing_terms(const PairView& pair) {
  if (pair.glossary == nullptr || pair.glossary->size() == 0) return {};
  return TermChecker(pair).check();
}

}  // namespace muqabala
