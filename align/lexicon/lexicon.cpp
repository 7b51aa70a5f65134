#include "align/lexicon/lexicon.h"

#include <cassert>
#include <utility>

#include "align/text_side.h"
#include "segment/text/language.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr std::string_view kArticle = "ال";

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
  std::vector<ArabicAnalysis> analyses = analyse_arabic(folded_word);
  keys.reserve(analyses.size());
  for (ArabicAnalysis& analysis : analyses) keys.push_back(std::move(analysis.base));
  return keys;
}

std::span<const LexiconEntry> Lexicon::starting_with(KeyId key) const& {
  return entries_.subspan(first_[key], first_[key + 1] - first_[key]);
}

EntryText Lexicon::text_of(const LexiconEntry& entry) const& {
  const auto i = static_cast<std::size_t>(&entry - entries_.data());
  assert(i < entries_.size());
  const auto checked = [](std::string_view text) {
    return find_utf8_fault(text) ? std::string_view() : text;
  };
  return {.source = checked(source_texts_[text_ids_[2 * i]]),
          .target = checked(target_texts_[text_ids_[2 * i + 1]])};
}

}  // namespace muqabala
