#include "align/lexicon/look_up.h"

#include <algorithm>

#include <optional>
#include <span>
#include <utility>

#include "align/text_side.h"
#include "segment/text/folding.h"
#include "segment/tokenizer.h"

namespace muqabala {
namespace {

/// Per word of a phrase: the keys under which one side of a lexicon knows it.
using KeySets = std::vector<std::vector<KeyId>>;

template <class Find>
KeySets keys_of(std::string_view phrase, std::string_view language, const Find& find) {
  const LookupKeys keys(language);
  KeySets sets;
  for (const Token& token : tokenize(phrase, language)) {
    if (token.kind == TokenKind::kPunctuation) continue;
    sets.emplace_back();
    for (const std::string& key : keys.of_text_word(fold_key(slice(phrase, token.range))))
      if (const auto id = find(key)) sets.back().push_back(*id);
  }
  return sets;
}

/// How far down the list of its keys the least likely word of a phrase was found among `words`;
/// none if one of them is not there.
std::optional<std::size_t> rank_of(std::span<const KeyId> words, const KeySets& sets) {
  if (sets.empty()) return std::nullopt;
  std::size_t rank = 0;
  for (const std::vector<KeyId>& set : sets) {
    const auto at = std::find_if(set.begin(), set.end(), [&](KeyId key) {
      return std::find(words.begin(), words.end(), key) != words.end();
    });
    if (at == set.end()) return std::nullopt;
    rank = std::max(rank, static_cast<std::size_t>(at - set.begin()));
  }
  return rank;
}

}  // namespace

std::vector<std::size_t> find_entries(const Lexicon& lexicon, std::string_view phrase) {
  const KeySets source = keys_of(phrase, lexicon.source_language(),
                                 [&](const std::string& key) { return lexicon.source_key(key); });
  const KeySets target = keys_of(phrase, lexicon.target_language(),
                                 [&](const std::string& key) { return lexicon.target_key(key); });
  struct Found {
    std::size_t entry = 0;
    std::size_t rank = 0;
  };
  std::vector<Found> found;
  for (std::size_t i = 0; i < lexicon.size(); ++i) {
    const LexiconEntry& entry = lexicon.entries()[i];
    if (const auto as_source = rank_of(entry.source_keys(), source))
      found.push_back({i, *as_source});
    else if (const auto as_target = rank_of(entry.target_keys(), target))
      found.push_back({i, *as_target});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.rank < b.rank; });
  std::vector<std::size_t> entries;
  for (const Found& one : found) entries.push_back(one.entry);
  return entries;
}

KnownWords::KnownWords(const Lexicon& lexicon) : lexicon_(lexicon) {
  const auto mark = [](OriginSets& sets, std::span<const KeyId> keys, LinkOrigin origin) {
    for (const KeyId key : keys) {
      if (key >= sets.size()) sets.resize(key + 1, 0);
      sets[key] = static_cast<std::uint16_t>(sets[key] | 1U << static_cast<unsigned>(origin));
    }
  };
  for (const LexiconEntry& entry : lexicon.entries()) {
    mark(source_origins_, entry.source_keys(), entry.origin);
    mark(target_origins_, entry.target_keys(), entry.origin);
  }
}

void KnownWords::add(const SegmentedDocument& document, HeadwordSide side) {
  const TextSide words = index_words(document);
  const LookupKeys keys(words.language);
  const bool is_source = side == HeadwordSide::kSource;
  const OriginSets& origins_of = is_source ? source_origins_ : target_origins_;
  for (const WordType& type : words.types) {
    if (type.kind != TokenKind::kWord) continue;
    unsigned origins = 0;
    bool is_known = false;
    for (const std::string& surface : type.surfaces)
      for (const std::string& form : keys.of_text_word(surface)) {
        const auto key = is_source ? lexicon_.source_key(form) : lexicon_.target_key(form);
        if (!key) continue;
        is_known = true;
        if (*key < origins_of.size()) origins |= origins_of[*key];
      }
    words_ += type.count;
    known_ += is_known ? type.count : 0;
    for (std::size_t origin = 0; origin < by_origin_.size(); ++origin)
      if ((origins >> origin & 1U) != 0) by_origin_[origin] += type.count;
  }
}

void UnknownWords::add(const SegmentedDocument& document, HeadwordSide side) {
  const TextSide words = index_words(document);
  const LookupKeys keys(words.language);
  const auto is_known = [&](const std::string& surface) {
    const std::vector<std::string> forms = keys.of_text_word(surface);
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& key) {
      return (side == HeadwordSide::kSource ? lexicon_.source_key(key) : lexicon_.target_key(key))
          .has_value();
    });
  };
  std::vector<UnknownWord*> by_type(words.types.size(), nullptr);
  for (std::size_t t = 0; t < words.types.size(); ++t) {
    const WordType& type = words.types[t];
    if (type.kind != TokenKind::kWord) continue;
    if (std::any_of(type.surfaces.begin(), type.surfaces.end(), is_known)) continue;
    by_type[t] = &by_key_[type.key];
    by_type[t]->count += type.count;
  }
  const std::string_view text = document.document.text.view();
  for (const WordUse& use : words.uses)
    if (UnknownWord* unknown = by_type[use.type]; unknown != nullptr && unknown->word.empty())
      unknown->word = text.substr(use.begin_bytes, use.size_bytes);
}

std::vector<UnknownWord> UnknownWords::by_frequency() const {
  std::vector<UnknownWord> words;
  for (const auto& [key, word] : by_key_) words.push_back(word);
  std::sort(words.begin(), words.end(), [](const UnknownWord& a, const UnknownWord& b) {
    return a.count != b.count ? a.count > b.count : a.word < b.word;
  });
  return words;
}

}  // namespace muqabala
