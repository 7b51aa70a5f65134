#include "align/lexicon/lexicon.h"

#include <algorithm>
#include <utility>

#include "align/text_side.h"
#include "segment/text/folding.h"
#include "segment/text/language.h"

namespace muqabala {
namespace {

constexpr std::string_view kArticle = "ال";

/// A word in more than this share of all entries is grammar ("to" of verbs, "of"), not meaning.
constexpr double kGrammarShare = 0.004;
/// Small lexicons have too few entries to tell grammar by its frequency.
constexpr std::uint32_t kLeastGrammarCount = 50;

bool is_word_byte(char c) {
  const auto b = static_cast<unsigned char>(c);
  return b >= 0x80 || (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z');
}

}  // namespace

LookupKeys::LookupKeys(std::string_view language)
    : is_arabic_(same_language(language, "ar")), stem_(language) {}

std::string LookupKeys::of_headword(const std::string& folded_word) const {
  if (folded_word[0] >= '0' && folded_word[0] <= '9') return number_key(folded_word);
  if (!is_arabic_) return stem_(folded_word);
  const bool has_article =
      folded_word.starts_with(kArticle) && folded_word.size() >= kArticle.size() + 4;
  return has_article ? folded_word.substr(kArticle.size()) : folded_word;
}

std::vector<std::string> LookupKeys::of_text_word(const std::string& folded_word) const {
  if (!is_arabic_) return {of_headword(folded_word)};
  std::vector<std::string> keys;
  for (ArabicAnalysis& analysis : analyse_arabic(folded_word))
    keys.push_back(std::move(analysis.base));
  return keys;
}

std::optional<KeyId> Lexicon::find(const KeyTable& table, const std::string& key) {
  const auto at = table.find(key);
  if (at == table.end()) return std::nullopt;
  return at->second;
}

std::span<const LexiconEntry> Lexicon::starting_with(KeyId key) const& {
  return std::span(entries_).subspan(first_[key], first_[key + 1] - first_[key]);
}

LexiconBuilder::LexiconBuilder(std::string_view source_language, std::string_view target_language)
    : source_language_(source_language),
      target_language_(target_language),
      source_(source_language),
      target_(target_language) {}

std::vector<KeyId> LexiconBuilder::Side::read(std::string_view phrase) {
  const std::string folded = fold_key(phrase);
  std::vector<KeyId> ids;
  std::string word;
  for (std::size_t at = 0; at <= folded.size(); ++at) {
    if (at < folded.size() && is_word_byte(folded[at])) {
      word += folded[at];
      continue;
    }
    if (word.empty()) continue;
    auto known = by_word.find(word);
    if (known == by_word.end()) {
      const auto [key, is_new] =
          table.try_emplace(keys.of_headword(word), static_cast<KeyId>(table.size()));
      if (is_new) in_phrases.push_back(0);
      known = by_word.emplace(word, key->second).first;
    }
    ids.push_back(known->second);
    word.clear();
  }
  return ids;
}

void LexiconBuilder::add(std::string_view source, std::string_view target, float weight,
                         LinkOrigin origin) {
  const std::vector<KeyId> heads = source_.read(source);
  const std::vector<KeyId> renderings = target_.read(target);
  if (heads.empty() || renderings.empty()) return;
  if (heads.size() > kMaxEntryWords || renderings.size() > kMaxEntryWords) return;
  LexiconEntry entry{.source_words = static_cast<std::uint8_t>(heads.size()),
                     .target_words = static_cast<std::uint8_t>(renderings.size()),
                     .origin = origin,
                     .weight = weight};
  std::copy(heads.begin(), heads.end(), entry.source.begin());
  std::copy(renderings.begin(), renderings.end(), entry.target.begin());
  if (heads.size() > 1)
    for (const KeyId id : heads) ++source_.in_phrases[id];
  if (renderings.size() > 1)
    for (const KeyId id : renderings) ++target_.in_phrases[id];
  entries_.push_back(entry);
}

void LexiconBuilder::Side::drop_frequent(std::array<KeyId, kMaxEntryWords>& words,
                                         std::uint8_t& count, std::uint32_t limit) const {
  if (count < 2) return;
  const auto end = words.begin() + count;
  const auto kept =
      std::remove_if(words.begin(), end, [&](KeyId id) { return in_phrases[id] > limit; });
  if (kept != words.begin()) count = static_cast<std::uint8_t>(kept - words.begin());
}

Lexicon LexiconBuilder::build() && {
  const auto limit =
      std::max(kLeastGrammarCount,
               static_cast<std::uint32_t>(static_cast<double>(entries_.size()) * kGrammarShare));
  for (LexiconEntry& entry : entries_) {
    source_.drop_frequent(entry.source, entry.source_words, limit);
    target_.drop_frequent(entry.target, entry.target_words, limit);
  }
  Lexicon lexicon;
  lexicon.source_language_ = std::move(source_language_);
  lexicon.target_language_ = std::move(target_language_);
  lexicon.first_.assign(source_.table.size() + 1, 0);
  for (const LexiconEntry& entry : entries_) ++lexicon.first_[entry.source[0] + 1];
  for (std::size_t k = 0; k < source_.table.size(); ++k) lexicon.first_[k + 1] += lexicon.first_[k];
  std::vector<std::uint32_t> next(lexicon.first_.begin(), lexicon.first_.end() - 1);
  lexicon.entries_.resize(entries_.size());
  for (const LexiconEntry& entry : entries_) lexicon.entries_[next[entry.source[0]]++] = entry;
  lexicon.source_keys_ = std::move(source_.table);
  lexicon.target_keys_ = std::move(target_.table);
  return lexicon;
}

}  // namespace muqabala
