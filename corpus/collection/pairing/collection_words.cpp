#include "corpus/collection/pairing/collection_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "corpus/collection/pairing/name_key.h"

namespace muqabala {
namespace {

/// A type that is no word: only the same on the other side answers to it.
void add_sign(std::string key, std::vector<WordType>& types) {
  types.push_back({.key = std::move(key), .kind = TokenKind::kPunctuation, .surfaces = {}});
}

void add_links(const Document& document, DocumentWords& words) {
  for (const MarkupItem& item : document.markup) {
    if (item.kind != MarkupKind::kLink && item.kind != MarkupKind::kImage) continue;
    if (item.target.empty() || item.target.starts_with('#')) continue;
    add_sign("link " + name_key(item.target, document.language).path, words.types);
    words.links.push_back(item.target);
  }
}

}  // namespace

/// Dates with day, month and year: much rarer than their parts, which are types like all numbers.
void DocumentWordsReader::add_dates(const SegmentedDocument& document,
                                    std::vector<WordType>& types) {
  for (std::size_t i = 0; i < document.size(); ++i) {
    const std::string_view text = document.text(i);
    if (text.size() > kMostSegmentBytes) continue;
    for (const DateMention& mention : read_mentions_(text).dates) {
      const CalendarDate& date = mention.readings.front();
      if (!mention.is_sure || !date.year || !date.month || !date.day) continue;
      const bool is_islamic = date.calendar == Calendar::kIslamic;
      add_sign(fmt::format("date {}{}-{}-{}", is_islamic ? "islamic " : "", *date.year, *date.month,
                           *date.day),
               types);
    }
  }
}

DocumentWords DocumentWordsReader::operator()(const SegmentedDocument& document) {
  TextSide side = index_words(document);
  DocumentWords words{.types = std::move(side.types),
                      .links = {},
                      .length_graphemes = std::accumulate(side.length_graphemes.begin(),
                                                          side.length_graphemes.end(), 0.0)};
  std::erase_if(words.types,
                [](const WordType& type) { return type.kind == TokenKind::kPunctuation; });
  add_links(document.document, words);
  add_dates(document, words.types);
  return words;
}

void CollectionWords::add(const DocumentWords& document) {
  for (const WordType& type : document.types) {
    const auto [at, is_new] =
        by_key_.try_emplace(type.key, static_cast<std::uint32_t>(side_.types.size()));
    if (is_new) side_.types.push_back({.key = type.key, .kind = type.kind, .surfaces = {}});
    WordType& known = side_.types[at->second];
    known.count += type.count;
    known.inner_count += type.inner_count;
    known.inner_capitalised += type.inner_capitalised;
    for (const std::string& surface : type.surfaces) {
      if (known.surfaces.size() == kMaxSurfaces) break;
      if (std::find(known.surfaces.begin(), known.surfaces.end(), surface) == known.surfaces.end())
        known.surfaces.push_back(surface);
    }
    uses_.push_back(at->second);
  }
  const auto begin = uses_.begin() + static_cast<std::ptrdiff_t>(first_.back());
  std::sort(begin, uses_.end());
  uses_.erase(std::unique(begin, uses_.end()), uses_.end());
  first_.push_back(uses_.size());
  lengths_.push_back(document.length_graphemes);
}

void CollectionWords::finish() {
  by_key_.clear();
  first_posting_.assign(side_.types.size() + 1, 0);
  for (const std::uint32_t type : uses_) ++first_posting_[type + 1];
  std::partial_sum(first_posting_.begin(), first_posting_.end(), first_posting_.begin());
  postings_.resize(uses_.size());
  std::vector<std::size_t> next(first_posting_.begin(), first_posting_.end() - 1);
  for (std::size_t d = 0; d < documents(); ++d)
    for (const std::uint32_t type : types_of(d))
      postings_[next[type]++] = static_cast<std::uint32_t>(d);
}

}  // namespace muqabala
