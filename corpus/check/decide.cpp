#include "corpus/check/decide.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "segment/text/folding.h"
#include "segment/text/utf8_text.h"

// Three passes over a pair, the surest first; a decision that a pass has used is gone for the next,
// so that a sentence that stands twice must be accepted twice.
//
// The second lays decisions behind one another from the begin of each undecided part: `tiled[p]`
// says that decisions end exactly before letter p. Only lengths that decisions have are tried.

namespace muqabala {
namespace {

/// Letters from which on a part counts as decided when a decision's text merely holds it. A clause
/// of three words: "not at all" inside another sentence must not hide one of its own.
constexpr std::size_t kLeastHeldLetters = 16;

/// Kinds that are about whole passages; the others are about a word in its place, which only their
/// fingerprint knows.
bool is_about_passage(FindingKind kind) {
  switch (kind) {
    case FindingKind::kOmission:
    case FindingKind::kAddition:
    case FindingKind::kPartial:
    case FindingKind::kMoved:
    case FindingKind::kUntranslated:
    case FindingKind::kDuplicate:
    case FindingKind::kFurniture:
      return true;
    default:
      return false;
  }
}

/// What is left out of a sentence may become a sentence that is left out, and the reverse.
FindingKind family(FindingKind kind) {
  return kind == FindingKind::kPartial ? FindingKind::kOmission : kind;
}

/// The decisions of one family that are left, by their letters.
class Pool {
 public:
  Pool(const Baseline& baseline, const std::vector<std::string>& letters, FindingKind kind,
       std::vector<bool>& used)
      : baseline_(baseline), used_(used) {
    for (std::size_t d = 0; d < baseline.size(); ++d) {
      if (used[d] || letters[d].empty() || family(baseline[d].kind) != kind) continue;
      by_letters_[letters[d]].push_back(d);
      texts_.push_back({.decision = d, .text = letters[d]});
      lengths_.push_back(letters[d].size());
    }
    std::sort(lengths_.begin(), lengths_.end(), std::greater<>());
    lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
  }

  bool empty() const { return texts_.empty(); }

  /// Decides the undecided parts `[begin, end)` that decisions lie on, whole ones behind one
  /// another.
  void lay_out(const ExaminedFinding& finding, std::size_t begin, std::size_t end,
               std::vector<Decided>& decided) {
    std::string run;
    std::map<std::size_t, std::size_t> part_ends;  // letter -> number behind the part
    std::vector<std::size_t> part_begins;
    for (std::size_t p = begin; p < end; ++p) {
      part_begins.push_back(run.size());
      run += finding.parts[p].letters;
      part_ends[run.size()] = p + 1;
    }
    for (std::size_t p = begin; p < end;) {
      const Laid laid = lay_from(run, part_begins[p - begin], part_ends);
      if (laid.part_end > p) take(laid.decisions, p, laid.part_end, decided);
      p = std::max(laid.part_end, p + 1);
    }
  }

  /// Decides a part whose letters a decision holds.
  void look_inside(const ExaminedPart& part, Decided& decided) {
    if (part.letters.size() < kLeastHeldLetters ||
        count_code_points(part.letters) < kLeastHeldLetters)
      return;
    for (Text& text : texts_) {
      if (text.is_laid) continue;
      const std::size_t at = text.text.find(part.letters);
      if (at == std::string::npos) continue;
      text.text.replace(at, part.letters.size(), 1, '\0');
      used_[text.decision] = true;
      decided = {baseline_[text.decision].status, baseline_[text.decision].note};
      return;
    }
  }

 private:
  struct Text {
    std::size_t decision = 0;
    std::string text;      ///< what of its letters is not used yet
    bool is_laid = false;  ///< used as a whole
  };
  /// Decisions behind one another, and the number behind the last part that they fill; 0 = none.
  struct Laid {
    std::vector<std::size_t> decisions;
    std::size_t part_end = 0;
  };

  Laid lay_from(std::string_view run, std::size_t begin,
                const std::map<std::size_t, std::size_t>& part_ends) const {
    std::map<std::size_t, std::vector<std::size_t>> tiled = {{begin, {}}};
    for (auto at = tiled.begin(); at != tiled.end(); ++at) {
      const auto& [from, decisions] = *at;
      const auto goal = part_ends.find(from);
      if (!decisions.empty() && goal != part_ends.end()) return {decisions, goal->second};
      for (const std::size_t length : lengths_) {
        if (length > run.size() - from || tiled.contains(from + length)) continue;
        if (const auto next = unused(run.substr(from, length), decisions)) {
          std::vector<std::size_t> longer = decisions;
          longer.push_back(*next);
          tiled.emplace(from + length, std::move(longer));
        }
      }
    }
    return {};
  }

  /// A decision of these letters that is neither used nor among `taken`.
  std::optional<std::size_t> unused(std::string_view letters,
                                    const std::vector<std::size_t>& taken) const {
    const auto found = by_letters_.find(letters);
    if (found == by_letters_.end()) return std::nullopt;
    for (const std::size_t d : found->second)
      if (!used_[d] && std::find(taken.begin(), taken.end(), d) == taken.end()) return d;
    return std::nullopt;
  }

  void take(const std::vector<std::size_t>& tiles, std::size_t first, std::size_t last,
            std::vector<Decided>& decided) {
    Decided one{FindingStatus::kAccepted, {}};
    for (const std::size_t d : tiles) {
      used_[d] = true;
      std::find_if(texts_.begin(), texts_.end(), [&](const Text& t) {
        return t.decision == d;
      })->is_laid = true;
      if (baseline_[d].status == FindingStatus::kKnown) one.status = FindingStatus::kKnown;
      if (one.note.empty()) one.note = baseline_[d].note;
    }
    for (std::size_t p = first; p < last; ++p) decided[p] = one;
  }

  const Baseline& baseline_;
  std::vector<bool>& used_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_letters_;
  std::vector<std::size_t> lengths_;  ///< each once, the longest first
  std::vector<Text> texts_;
};

bool is_open(const Decided& decided) { return decided.status == FindingStatus::kOpen; }

}  // namespace

Decisions::Decisions(const Baseline& baseline) : baseline_(baseline) {
  for (std::size_t d = 0; d < baseline.size(); ++d) {
    letters_.push_back(is_about_passage(baseline[d].kind) ? fold_letters(baseline[d].text)
                                                          : std::string{});
    by_fingerprint_[baseline[d].fingerprint].push_back(d);
  }
}

Decided Decisions::by_fingerprint(std::string_view fingerprint, std::vector<bool>& used) const {
  Decided decided;
  const auto found = by_fingerprint_.find(fingerprint);
  if (found == by_fingerprint_.end()) return decided;
  for (const std::size_t d : found->second) {
    used[d] = true;
    if (decided.status != FindingStatus::kAccepted)
      decided = {baseline_[d].status, baseline_[d].note};
  }
  return decided;
}

PairDecisions Decisions::about(const ExaminedPair& pair) const {
  PairDecisions result;
  for (const ExaminedFinding& finding : pair.findings)
    result.parts.emplace_back(finding.parts.size());
  std::vector<bool> used(baseline_.size(), false);
  for (std::size_t f = 0; f < pair.findings.size(); ++f)
    for (std::size_t p = 0; p < pair.findings[f].parts.size(); ++p)
      result.parts[f][p] = by_fingerprint(pair.findings[f].parts[p].fingerprint, used);

  std::map<FindingKind, Pool> pools;
  const auto each_open_passage = [&](const auto& decide) {
    for (std::size_t f = 0; f < pair.findings.size(); ++f) {
      const bool is_decided = std::none_of(result.parts[f].begin(), result.parts[f].end(), is_open);
      if (is_decided || !is_about_passage(pair.findings[f].kind)) continue;
      const FindingKind kind = family(pair.findings[f].kind);
      decide(pools.try_emplace(kind, baseline_, letters_, kind, used).first->second,
             pair.findings[f], result.parts[f]);
    }
  };
  each_open_passage([](Pool& pool, const ExaminedFinding& finding, std::vector<Decided>& decided) {
    for (std::size_t p = 0; p < decided.size(); ++p) {
      std::size_t end = p;
      while (end < decided.size() && is_open(decided[end])) ++end;
      if (end > p) pool.lay_out(finding, p, end, decided);
      p = end;
    }
  });
  each_open_passage([](Pool& pool, const ExaminedFinding& finding, std::vector<Decided>& decided) {
    for (std::size_t p = 0; p < decided.size(); ++p)
      if (is_open(decided[p])) pool.look_inside(finding.parts[p], decided[p]);
  });
  for (std::size_t d = 0; d < used.size(); ++d)
    if (used[d]) result.used.push_back(d);
  return result;
}

}  // namespace muqabala
