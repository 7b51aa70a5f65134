// Words of the original that stand in the translation as they were.
//
// Where the two languages have different scripts, the script tells; what stands in brackets or
// quotation marks, beside a gloss, after a colon, in code or in a link is meant so, and so are an
// honorific, a letter, and in the other direction a name in Latin letters. Where they share a
// script, words in a row that stand in the same row in the original tell, if three of them are
// written small (names and titles stay what they are) and one is as short as words of grammar are
// (cognates are long). O(words of a pair squared at worst, for pairs of at most 600 words).

#include "align/coverage/untranslated.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "align/text_side.h"
#include "segment/text/folding.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr double kOtherScript = 0.9;
constexpr double kSameScript = 0.8;
constexpr std::size_t kMostWords = 600;
constexpr std::size_t kLeastSmall = 3;
constexpr std::size_t kGrammarLetters = 3;
/// A single Latin word in Arabic text may be a unit ("km").
constexpr std::size_t kUnitLetters = 4;

/// Formulae that translators keep, folded.
constexpr std::array<std::string_view, 12> kHonorifics = {"صلي الله عليه وسلم",
                                                          "صلي الله عليه و سلم",
                                                          "صلي الله عليه واله وسلم",
                                                          "رضي الله عنه",
                                                          "رضي الله عنها",
                                                          "رضي الله عنهما",
                                                          "رضي الله عنهم",
                                                          "عليه السلام",
                                                          "عليها السلام",
                                                          "رحمه الله",
                                                          "عز وجل",
                                                          "تعالي"};

enum class Script : std::uint8_t { kNone, kLatin, kGreek, kCyrillic, kHebrew, kArabic, kOther };

Script script_of(std::string_view word) {
  const char32_t c = code_point_at(word, 0).value;
  if (c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : c >= 0xC0 && c < 0x250)
    return Script::kLatin;
  if (c >= 0x370 && c < 0x400) return Script::kGreek;
  if (c >= 0x400 && c < 0x530) return Script::kCyrillic;
  if (c >= 0x590 && c < 0x600) return Script::kHebrew;
  if (c >= 0x600 && c < 0x780) return Script::kArabic;
  return c < 0x370 ? Script::kNone : Script::kOther;
}

Script main_script(const TextSide& side) {
  std::array<std::size_t, 7> counts{};
  for (const WordType& type : side.types)
    if (type.kind == TokenKind::kWord)
      counts[static_cast<std::size_t>(script_of(type.surfaces.front()))] += type.count;
  const auto most = std::max_element(counts.begin() + 1, counts.end());
  return *most == 0 ? Script::kNone : static_cast<Script>(most - counts.begin());
}

class UntranslatedFinder {
 public:
  explicit UntranslatedFinder(const PairView& pair)
      : pair_(pair),
        source_(index_words(pair.source)),
        target_(index_words(pair.target)),
        text_(pair.target.document.text.view()),
        source_script_(main_script(source_)),
        target_script_(main_script(target_)) {}

  std::vector<Finding> find() {
    std::vector<Finding> findings;
    for (const Bead& bead : pair_.alignment.beads)
      for (const TargetIndex j : bead.target)
        if (source_script_ != target_script_)
          find_other_script(bead, j.value(), findings);
        else if (!bead.is_null())
          find_same_words(bead, j.value(), findings);
    return findings;
  }

 private:
  void find_other_script(const Bead& bead, std::size_t segment, std::vector<Finding>& findings);
  void find_same_words(const Bead& bead, std::size_t segment, std::vector<Finding>& findings);
  bool is_small(const WordUse& use) const;
  bool is_meant(std::span<const WordUse> words, std::size_t segment) const;
  std::string_view word(const WordUse& use) const {
    return text_.substr(use.begin_bytes, use.size_bytes);
  }
  static ByteRange range_of(std::span<const WordUse> words) {
    return {words.front().begin_bytes,
            std::size_t{words.back().begin_bytes} + words.back().size_bytes};
  }
  Finding finding(const Bead& bead, std::size_t segment, double confidence,
                  std::span<const WordUse> words) const {
    const ByteRange range = range_of(words);
    return {.kind = FindingKind::kUntranslated,
            .confidence = confidence,
            .source = bead.source,
            .target = {TargetIndex(segment), TargetIndex(segment + 1)},
            .target_words = range,
            .reason = because(Wording::kUntranslated, {}, words.size())};
  }

  const PairView& pair_;
  TextSide source_;
  TextSide target_;
  std::string_view text_;
  Script source_script_;
  Script target_script_;
};

/// No capital anywhere: names and brands ("iPhone") have one.
bool UntranslatedFinder::is_small(const WordUse& use) const {
  const std::string_view letters = word(use);
  return !use.capitalised && letters.size() > 1 &&
         std::none_of(letters.begin(), letters.end(),
                      [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/// Whether the words are glossed, quoted, code, a link, a title after a colon, or an honorific.
bool UntranslatedFinder::is_meant(std::span<const WordUse> words, std::size_t segment) const {
  const ByteRange whole = pair_.target.segments[segment].range;
  const ByteRange range = range_of(words);
  std::string_view before = text_.substr(whole.begin, range.begin - whole.begin);
  std::string_view after = text_.substr(range.end, whole.end - range.end);
  const auto contains_any = [](std::string_view gap,
                               std::initializer_list<std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
      return gap.find(mark) != std::string_view::npos;
    });
  };
  const std::string_view chunk_before = before.substr(before.find_last_of(" \t\n") + 1);
  const std::string_view chunk_after = after.substr(0, after.find_first_of(" \t\n"));
  if (contains_any(chunk_before, {"/", "@", "_", "\\", "`", "<", "="}) ||
      contains_any(chunk_after, {"/", "@", "_", "\\", "`", ">", "="}))
    return true;
  // Between a mark that opens and one that closes, or right beside one.
  while (before.ends_with(' ')) before.remove_suffix(1);
  while (after.starts_with(' ')) after.remove_prefix(1);
  if (before.ends_with(':') || after.starts_with('(') || after.starts_with('[')) return true;
  const std::size_t opened = before.find_last_of("([");
  if (opened != std::string_view::npos &&
      before.find_first_of(")]", opened) == std::string_view::npos)
    return true;
  if (std::count(before.begin(), before.end(), '"') % 2 == 1) return true;
  for (const auto& [opening, closing] : {std::pair{"“", "”"}, {"«", "»"}, {"‘", "’"}}) {
    const std::size_t at = before.rfind(opening);
    if (at != std::string_view::npos && before.find(closing, at) == std::string_view::npos)
      return true;
  }
  std::string folded;
  for (const WordUse& use : words) {
    if (!folded.empty()) folded += ' ';
    folded += fold_key(word(use));
  }
  if (std::find(kHonorifics.begin(), kHonorifics.end(), folded) != kHonorifics.end()) return true;
  return words.size() == 1 && count_code_points(word(words[0])) < 2;
}

void UntranslatedFinder::find_other_script(const Bead& bead, std::size_t segment,
                                           std::vector<Finding>& findings) {
  const std::span<const WordUse> uses = target_.uses_of(segment);
  const auto is_foreign = [&](const WordUse& use) {
    return target_.types[use.type].kind == TokenKind::kWord &&
           script_of(word(use)) == source_script_;
  };
  for (std::size_t k = 0; k < uses.size();) {
    std::size_t end = k;
    while (end < uses.size() && is_foreign(uses[end])) ++end;
    if (end == k) {
      ++k;
      continue;
    }
    const std::span<const WordUse> words = uses.subspan(k, end - k);
    k = end;
    const auto small = static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [&](const WordUse& use) { return is_small(use); }));
    const bool is_name = source_script_ == Script::kLatin && 2 * small <= words.size();
    const bool is_unit =
        source_script_ == Script::kLatin && words.size() == 1 && words[0].size_bytes < kUnitLetters;
    if (!is_name && !is_unit && !is_meant(words, segment))
      findings.push_back(finding(bead, segment, kOtherScript, words));
  }
}

void UntranslatedFinder::find_same_words(const Bead& bead, std::size_t segment,
                                         std::vector<Finding>& findings) {
  const std::span<const WordUse> uses = target_.uses_of(segment);
  std::vector<std::string> original;
  for (const SourceIndex i : bead.source)
    for (const WordUse& use : source_.uses_of(i.value()))
      original.push_back(
          fold_key(pair_.source.document.text.view().substr(use.begin_bytes, use.size_bytes)));
  if (uses.size() > kMostWords || original.size() > kMostWords) return;
  std::unordered_multimap<std::string_view, std::size_t> places;
  for (std::size_t at = 0; at < original.size(); ++at) places.emplace(original[at], at);
  std::vector<std::string> mine;
  for (const WordUse& use : uses) mine.push_back(fold_key(word(use)));
  for (std::size_t k = 0; k < uses.size();) {
    std::size_t longest = 0;
    const auto [first, last] = places.equal_range(mine[k]);
    for (auto place = first; place != last; ++place) {
      std::size_t row = 0;
      while (k + row < mine.size() && place->second + row < original.size() &&
             mine[k + row] == original[place->second + row])
        ++row;
      longest = std::max(longest, row);
    }
    const std::span<const WordUse> words = uses.subspan(k, longest);
    k += std::max<std::size_t>(1, longest);
    const auto small = static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [&](const WordUse& use) { return is_small(use); }));
    // Cognates may stand in a row, but no small words of grammar among them.
    const bool has_grammar = std::any_of(words.begin(), words.end(), [&](const WordUse& use) {
      return count_code_points(word(use)) <= kGrammarLetters;
    });
    if (small >= kLeastSmall && has_grammar && !is_meant(words, segment))
      findings.push_back(finding(bead, segment, kSameScript, words));
  }
}

}  // namespace

std::vector<Finding> find_untranslated(const PairView& pair) {
  return UntranslatedFinder(pair).find();
}

}  // namespace muqabala
