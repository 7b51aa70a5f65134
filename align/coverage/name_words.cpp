#include "align/coverage/name_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "align/anchors/name_skeleton.h"
#include "align/coverage/spelled_letters.h"
#include "segment/text/language.h"

namespace muqabala {
namespace {

/// Above this share of capitals inside sentences they stand for more than names, as in a list of
/// titles.
constexpr double kMostCapitals = 0.4;
/// A segment with this share of capitals among its longer words is a title in Title Case.
constexpr double kHeadline = 0.85;
constexpr std::size_t kHeadlineWords = 3;
constexpr std::size_t kLongWord = 4;

constexpr double kUnknownCapital = 0.9;
constexpr double kKnownName = 0.95;
/// Known to a general dictionary, which does not tell names from words.
constexpr double kListedCapital = 0.7;
constexpr double kCommonCapital = 0.25;
constexpr double kAcronym = 0.8;
constexpr double kInitialName = 0.7;
constexpr double kUnknownWord = 0.6;
/// An unknown word with an article, or longer than names are.
constexpr double kUnlikelyName = 0.25;
constexpr std::size_t kLongName = 9;
constexpr double kAfterTitle = 0.8;
constexpr double kPaired = 0.75;

/// Behind these words Arabic has a name, folded: Mr, Mrs, son of, father of, the city of ...
constexpr std::array<std::string_view, 36> kTitles = {
    "السيد",  "السيده", "الدكتور", "الدكتوره", "الامير", "الاميره", "الملك",  "الملكه", "الشيخ",
    "الرييس", "الوزير", "النايب",  "الاستاذ",  "القاضي", "الجنرال", "العقيد", "اللواء", "البابا",
    "القديس", "المخرج", "الممثل",  "المغني",   "الكاتب", "الشاعر",  "اللاعب", "المدرب", "بن",
    "ابن",    "ابو",    "ابي",     "ابا",      "بنت",    "عبد",     "مدينه",  "شركه",   "بلده"};

bool is_title(std::string_view folded) {
  return std::find(kTitles.begin(), kTitles.end(), folded) != kTitles.end();
}

bool is_title_before_stop(std::string_view word) {
  constexpr std::array<std::string_view, 12> kAbbreviated = {
      "Mr", "Mrs", "Ms", "Dr", "St", "Prof", "Gen", "Sen", "Rep", "Gov", "Lt", "Col"};
  return word.size() == 1 ||
         std::find(kAbbreviated.begin(), kAbbreviated.end(), word) != kAbbreviated.end();
}

/// Latin, Greek, Cyrillic, Armenian.
bool is_cased_script(std::string_view folded) { return code_point_at(folded, 0).value < 0x0590; }

}  // namespace

NameWords::NameWords(const SegmentedDocument& document, PairSide side, const WordMatches& matches,
                     NameDictionary& dictionary)
    : document_(document), side_(side), matches_(matches), dictionary_(dictionary) {
  std::size_t inner = 0;
  std::size_t capitals = 0;
  std::size_t cased = 0;
  std::size_t words = 0;
  for (const WordType& type : matches.text(side).types) {
    if (type.kind != TokenKind::kWord) continue;
    ++words;
    if (is_cased_script(type.surfaces.front())) ++cased;
    inner += type.inner_count;
    capitals += type.inner_capitalised;
  }
  if (same_language(matches.text(side).language, "de")) return;  // writes every noun with a capital
  has_capitals_ =
      2 * cased > words && capitals > 0 &&
      static_cast<double>(capitals) < std::max(6.0, kMostCapitals * static_cast<double>(inner));
}

bool NameWords::continues(std::size_t use) const {
  const std::vector<WordUse>& uses = matches_.text(side_).uses;
  if (use == 0) return false;
  const WordUse& before = uses[use - 1];
  const std::size_t end = before.begin_bytes + before.size_bytes;
  const std::string_view gap =
      document_.document.text.view().substr(end, uses[use].begin_bytes - end);
  return gap.size() <= 3 && gap.find_first_not_of(" -.'") == std::string_view::npos &&
         gap.find('\n') == std::string_view::npos;
}

bool NameWords::follows_title(std::size_t use) const {
  if (use == 0) return false;
  const WordUse& before = matches_.text(side_).uses[use - 1];
  return before.capitalised && before.size_bytes > 1 &&
         is_title_before_stop(
             document_.document.text.view().substr(before.begin_bytes, before.size_bytes));
}

bool NameWords::may_be_phrase(std::size_t use, std::size_t words) const {
  const std::vector<WordUse>& uses = matches_.text(side_).uses;
  return !has_capitals_ || (uses[use].capitalised && uses[use + words - 1].capitalised);
}

bool NameWords::begins_sentence(std::size_t use, std::size_t first) const {
  if (use == first) return true;
  const std::vector<WordUse>& uses = matches_.text(side_).uses;
  const std::string_view text = document_.document.text.view();
  const WordUse& before = uses[use - 1];
  const std::size_t end = before.begin_bytes + before.size_bytes;
  const std::string_view gap = text.substr(end, uses[use].begin_bytes - end);
  if (matches_.text(side_).types[before.type].kind == TokenKind::kPunctuation) return true;
  if (gap.find_first_of("!?:;\"") != std::string_view::npos) return true;
  for (const std::string_view mark : {"“", "”", "‘", "«", "»", "…", "•", "–", "—"})
    if (gap.find(mark) != std::string_view::npos) return true;
  if (gap.find('.') == std::string_view::npos) return false;
  return !is_title_before_stop(text.substr(before.begin_bytes, before.size_bytes));
}

double NameWords::judge_capitalised(std::size_t use, bool is_inner, Capitals capitals) const {
  const WordUse& word = matches_.text(side_).uses[use];
  const WordType& type = matches_.text(side_).types[word.type];
  if (!word.capitalised || type.kind != TokenKind::kWord || word.size_bytes < 2) return 0;
  const std::string_view letters =
      document_.document.text.view().substr(word.begin_bytes, word.size_bytes);
  if (is_title_before_stop(letters)) return 0;
  const bool is_capital_elsewhere =
      type.inner_count > 1 && type.inner_capitalised == type.inner_count;
  if (type.inner_capitalised < type.inner_count) return 0;
  const NameKnowledge& known = dictionary_.of(side_, word.type);
  if (known.is_date) return 0;
  // "Ovie": of one consonant, nobody hears it in another script.
  const bool is_heard = name_skeleton(type.surfaces.front()).size() >= kLeastNameConsonants;
  if (!known.is_known && !is_heard) return 0;
  const double as_known = !known.is_known ? kUnknownCapital
                          : known.is_common
                              ? kKnownName * known.name_share
                              : std::max(kListedCapital, kKnownName * known.name_share);
  // An acronym is written so wherever it stands, with stops or without.
  const bool is_letters = std::all_of(letters.begin(), letters.end(),
                                      [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
  if (is_letters && capitals != Capitals::kShouting)
    return known.is_known ? std::max(as_known, kAcronym) : kAcronym;
  if (!is_inner || capitals != Capitals::kNames) {
    if (is_capital_elsewhere) return kInitialName * as_known;
    return known.is_known ? kInitialName * kKnownName * known.name_share : 0;
  }
  return std::max(as_known, follows_title(use) ? kAfterTitle : kCommonCapital);
}

double NameWords::judge_caseless(std::size_t use, bool after_title) const {
  const WordUse& word = matches_.text(side_).uses[use];
  const WordType& type = matches_.text(side_).types[word.type];
  if (type.kind != TokenKind::kWord || type.surfaces.front().size() < 4) return 0;
  const NameKnowledge& known = dictionary_.of(side_, word.type);
  if (known.is_date) return 0;
  if (known.is_common) return kKnownName * known.name_share * known.name_share;
  const bool is_new = !known.is_known && matches_.keys_of(side_, word.type).empty();
  double name = known.is_known ? kKnownName * known.name_share : 0;
  if (is_new) name = after_title ? kAfterTitle : likelihood_of_unknown(use);
  const auto alike = matches_.transliterated(side_, word.type);
  const TextSide& other = matches_.text(opposite(side_));
  const bool is_paired = std::any_of(alike.begin(), alike.end(), [&](std::uint32_t t) {
    return other.types[t].inner_capitalised == other.types[t].inner_count;
  });
  // What is only known taken apart is a word ("ستقوم", "will do"), whatever it sounds like.
  return is_paired && (known.is_known || is_new) ? std::max(name, kPaired) : name;
}

double NameWords::likelihood_of_unknown(std::size_t use) const {
  const WordUse& word = matches_.text(side_).uses[use];
  const std::string& folded = matches_.text(side_).types[word.type].surfaces.front();
  const std::string_view text =
      document_.document.text.view().substr(word.begin_bytes, word.size_bytes);
  // Adverbs end in a tanwin, names do not; and words that were written together are long.
  if (text.find("\u064B") != std::string_view::npos) return 0;
  // These letters end words: behind one a blank was forgotten.
  for (const std::string_view last : {"ة", "ى"})
    if (text.find(last) < text.size() - last.size()) return 0;
  // And this one begins them, but for clitics of up to three letters.
  const std::size_t hamza = text.find("إ");
  if (hamza != std::string_view::npos && hamza > 6) return 0;
  // "His", "him": names that end so are written with the other letter.
  if (text.ends_with("ه")) return kUnlikelyName;
  if (folded.starts_with("ال") || count_code_points(folded) > kLongName) return kUnlikelyName;
  return kUnknownWord;
}

NameWords::Capitals NameWords::capitals_of(std::size_t first, std::size_t end) const {
  std::size_t longer = 0;
  std::size_t capitals = 0;
  std::size_t shouted = 0;
  for (std::size_t u = first + 1; u < end; ++u) {
    const WordUse& word = matches_.text(side_).uses[u];
    if (matches_.text(side_).types[word.type].kind != TokenKind::kWord ||
        word.size_bytes < kLongWord)
      continue;
    ++longer;
    capitals += word.capitalised;
    shouted += is_acronym(document_.document.text.view().substr(word.begin_bytes, word.size_bytes));
  }
  if (capitals < kHeadlineWords ||
      static_cast<double>(capitals) < kHeadline * static_cast<double>(longer))
    return Capitals::kNames;
  return 2 * shouted > longer ? Capitals::kShouting : Capitals::kTitle;
}

std::vector<double> NameWords::judge(std::size_t segment) const {
  const TextSide& text = matches_.text(side_);
  const std::size_t first = text.first_use[segment];
  const std::size_t end = text.first_use[segment + 1];
  std::vector<double> names(end - first, 0);
  if (!has_capitals_) {
    bool after_title = false;
    for (std::size_t u = first; u < end; ++u) {
      names[u - first] = judge_caseless(u, after_title);
      const std::vector<std::string>& surfaces = text.types[text.uses[u].type].surfaces;
      after_title = std::any_of(surfaces.begin(), surfaces.end(),
                                [](const std::string& s) { return is_title(s); });
    }
    return names;
  }
  const Capitals capitals = capitals_of(first, end);
  for (std::size_t u = first; u < end; ++u)
    names[u - first] = judge_capitalised(u, !begins_sentence(u, first), capitals);
  return names;
}

}  // namespace muqabala
