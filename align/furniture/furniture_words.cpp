// Page furniture by its words.
//
// A list of phrases for each language, each of which is a whole line, its beginning, its end, or
// stands anywhere in it. What is open at one end counts only in short lines or in lines that do not
// end as sentences do: "Read also: ..." is a link, "Photo albums were found in the cellar, and ..."
// a sentence. Dates alone on a line need no list but the names that CLDR has for months and days.
// Phrases are found by their first word, so that a segment costs about as much as its words.

#include "align/furniture/furniture_words.h"

#include <algorithm>
#include <cassert>

#include "align/furniture/built_in.h"
#include "segment/text/cldr.h"
#include "segment/text/folding.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

// Longer than any furniture: what follows is in words, and the bytes are of that many long ones.
constexpr std::size_t kMostWords = 40;
constexpr std::size_t kMostBytes = 1000;
/// A line without a stop that is longer is taken for a sentence whose stop was forgotten.
constexpr std::size_t kMostLabelWords = 16;
/// "Share this article." is furniture in spite of its stop. Where a phrase of three words or more
/// begins or ends it, a sentence may be longer, and a line without a stop as long as any.
constexpr std::size_t kMostWordsWithStop = 7;
constexpr std::size_t kMostWordsOfSentence = 20;
constexpr std::size_t kWordsOfTellingPhrase = 3;

constexpr std::string_view kNumber = "00";
constexpr std::string_view kCapitalised = "Aa";
constexpr std::string_view kMore = "...";
constexpr std::string_view kDateWords = "words of dates";
constexpr std::string_view kDateLine = "a date line";
constexpr std::string_view kLegalNotice = "a legal notice";

std::string_view next_line(std::string_view& rest) {
  const std::size_t newline = rest.find('\n');
  const std::string_view line = rest.substr(0, newline);
  rest.remove_prefix(newline == std::string_view::npos ? rest.size() : newline + 1);
  return line;
}

/// Whether a text ends as sentences do, quotation marks and brackets behind the stop left out.
bool ends_with_stop(std::string_view text) {
  constexpr std::string_view kClosing = "\"')]*";
  const std::string folded = fold_key(text);  // typographic quotes as ASCII, ؟ as ?
  const std::size_t last = folded.find_last_not_of(kClosing);
  if (last == std::string::npos) return false;
  const std::string_view rest = std::string_view(folded).substr(0, last + 1);
  return rest.ends_with('.') || rest.ends_with('!') || rest.ends_with('?') ||
         rest.ends_with("\u2026") || rest.ends_with("\u06D4");
}

}  // namespace

const FurnitureWords& FurnitureWords::of(std::string_view language) {
  static const FurnitureWords arabic({"ar", "en"});
  static const FurnitureWords english({"en"});
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  return primary == "ar" || primary == "arb" ? arabic : english;
}

FurnitureWords::FurnitureWords(std::vector<std::string_view> languages) {
  for (const std::string_view language : languages) {
    add_list(language == "ar" ? furniture::kArabic : furniture::kEnglish, language);
    Tokenizer tokenizer(language);
    for (const CldrConcept& concept_ : cldr_concepts(language)) {
      if (concept_.kind != CldrConcept::Kind::kMonth &&
          concept_.kind != CldrConcept::Kind::kWeekday)
        continue;
      for (const std::string& name : concept_.names)
        for (Word& word : words_of(name, tokenizer))
          months_and_days_.insert(std::move(word.folded));
    }
  }
}

void FurnitureWords::add_list(std::string_view list, std::string_view language) {
  Tokenizer tokenizer(language);
  std::string_view heading;
  while (!list.empty()) {
    const std::string_view line = next_line(list);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      heading = line.substr(1, line.find(']') - 1);
    } else if (heading == kDateWords) {
      for (Word& word : words_of(line, tokenizer)) date_words_.insert(std::move(word.folded));
    } else {
      assert(!heading.empty() && "a list of furniture has a phrase without a heading");
      add_phrase(line, heading, tokenizer);
    }
  }
}

void FurnitureWords::add_phrase(std::string_view line, std::string_view kind,
                                Tokenizer& tokenizer) {
  Phrase phrase{.words = {}, .kind = kind};
  while (!line.empty()) {
    const std::size_t space = line.find(' ');
    const std::string_view part = line.substr(0, space);
    line.remove_prefix(space == std::string_view::npos ? line.size() : space + 1);
    if (part == kMore) {
      (phrase.words.empty() ? phrase.is_open_before : phrase.is_open_behind) = true;
    } else if (part == kNumber || part == kCapitalised) {
      phrase.words.emplace_back(part);
    } else {
      for (Word& word : words_of(part, tokenizer)) phrase.words.push_back(std::move(word.folded));
    }
  }
  assert(!phrase.words.empty() && phrase.words.front() != kCapitalised &&
         "a phrase of furniture has no word to begin with");
  phrases_[phrase.words.front()].push_back(std::move(phrase));
}

std::vector<FurnitureWords::Word> FurnitureWords::words_of(std::string_view text,
                                                           Tokenizer& tokenizer) {
  std::vector<Token> tokens;
  tokenizer(text, tokens);
  std::vector<Word> words;
  for (const Token& token : tokens)
    if (token.kind != TokenKind::kPunctuation)
      words.push_back({.folded = fold_key(slice(text, token.range)),
                       .is_number = token.kind == TokenKind::kNumber,
                       .capitalised = token.capitalised});
  return words;
}

bool FurnitureWords::matches(const Phrase& phrase, const std::vector<Word>& words, std::size_t at) {
  const std::size_t end = at + phrase.words.size();
  if (end > words.size() || (at > 0 && !phrase.is_open_before) ||
      (end < words.size() && !phrase.is_open_behind))
    return false;
  return std::equal(phrase.words.begin(), phrase.words.end(),
                    words.begin() + static_cast<std::ptrdiff_t>(at),
                    [](const std::string& wanted, const Word& word) {
                      if (wanted == kNumber) return word.is_number;
                      if (wanted == kCapitalised) return word.capitalised;
                      return wanted == word.folded;
                    });
}

bool FurnitureWords::is_date_line(const std::vector<Word>& words) const {
  bool has_number = false;
  bool has_name = false;
  for (const Word& word : words) {
    const bool is_name = months_and_days_.contains(word.folded);
    if (!word.is_number && !is_name && !date_words_.contains(word.folded)) return false;
    has_number = has_number || word.is_number;
    has_name = has_name || is_name;
  }
  return has_number && has_name;
}

FurnitureLook FurnitureWords::look(std::string_view text, Tokenizer& tokenizer) const {
  return text.size() > kMostBytes ? FurnitureLook{} : look(text, words_of(text, tokenizer));
}

FurnitureLook FurnitureWords::look(const SegmentedDocument& document, const TextSide& side,
                                   std::size_t number) const {
  const std::string_view text = document.text(number);
  if (text.size() > kMostBytes) return {};
  std::vector<Word> words;
  for (const WordUse& use : side.uses_of(number)) {
    const TokenKind kind = side.types[use.type].kind;
    if (kind == TokenKind::kPunctuation) continue;
    const auto begin = use.begin_bytes - document.segments[number].range.begin;
    words.push_back({.folded = fold_key(text.substr(begin, use.size_bytes)),
                     .is_number = kind == TokenKind::kNumber,
                     .capitalised = use.capitalised != 0});
  }
  return look(text, words);
}

FurnitureLook FurnitureWords::look(std::string_view text, const std::vector<Word>& words) const {
  if (words.empty() || words.size() > kMostWords) return {};
  FurnitureLook look;
  const bool has_stop = ends_with_stop(text);
  look.is_label = words.size() <= kMostLabelWords && !has_stop;
  const bool is_short = look.is_label || words.size() <= kMostWordsWithStop;
  const auto is_telling = [&](const Phrase& phrase) {
    if (is_short || phrase.is_open_before == phrase.is_open_behind) return true;
    const auto is_word = [](const std::string& w) { return w != kNumber && w != kCapitalised; };
    const auto fixed = std::count_if(phrase.words.begin(), phrase.words.end(), is_word);
    return static_cast<std::size_t>(fixed) >= kWordsOfTellingPhrase &&
           (!has_stop || words.size() <= kMostWordsOfSentence);
  };
  const auto see = [&](const std::string& first, std::size_t at) {
    const auto found = phrases_.find(first);
    if (found == phrases_.end()) return;
    for (const Phrase& phrase : found->second)
      if (look.kind.empty() && matches(phrase, words, at) && is_telling(phrase))
        look.kind = phrase.kind;
  };
  for (std::size_t at = 0; at < words.size() && look.kind.empty(); ++at) {
    see(words[at].folded, at);
    if (words[at].is_number) see(std::string(kNumber), at);
  }
  if (look.kind.empty() && is_date_line(words)) look.kind = kDateLine;
  if (look.kind.empty() && is_short && text.find("\u00A9") != std::string_view::npos)
    look.kind = kLegalNotice;
  return look;
}

}  // namespace muqabala
