#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "align/lexicon/detail/lexicon_image.h"
#include "align/lexicon/lexicon.h"
#include "segment/text/folding.h"
#include "segment/text/language.h"

namespace muqabala {
namespace {

/// A word in more than this share of all entries is grammar ("to" of verbs, "of"), not meaning.
constexpr double kGrammarShare = 0.004;
/// Small lexicons have too few entries to tell grammar by its frequency.
constexpr std::uint32_t kLeastGrammarCount = 50;

/// About what the installed dictionaries of a pair hold: tables that grow are hashed again and
/// again.
constexpr std::size_t kUsualWords = 150'000;

/// What a general dictionary's pair of words counts, of its weight, where the core lexicon knows
/// both and pairs them with others. From .5 down to 0 the sums over the development sets are equal
/// within chance and above those of 1, the omissions and additions of books most of all.
constexpr float kUnconfirmed = 0.3F;

/// Leaves every line once, with its greatest `alone_nats`, sorted by their keys.
void settle(std::vector<RecurringLine>& lines) {
  std::sort(lines.begin(), lines.end(), [](const RecurringLine& a, const RecurringLine& b) {
    return a.key != b.key ? a.key < b.key : a.alone_nats > b.alone_nats;
  });
  const auto is_same = [](const auto& a, const auto& b) { return a.key == b.key; };
  lines.erase(std::unique(lines.begin(), lines.end(), is_same), lines.end());
}

std::uint64_t pair_of(const LexiconEntry& entry) {
  return std::uint64_t{entry.source[0]} << 32 | entry.target[0];
}

bool is_word_byte(char c) {
  const auto b = static_cast<unsigned char>(c);
  return b >= 0x80 || (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z');
}

/// Strings with numbers, in the order in which they came.
class Numbered {
 public:
  Numbered() { ids_.reserve(kUsualWords); }

  std::uint32_t id_of(std::string_view string) {
    return ids_.try_emplace(std::string(string), static_cast<std::uint32_t>(ids_.size()))
        .first->second;
  }
  std::size_t size() const { return ids_.size(); }
  /// By id; views of what is kept here.
  std::vector<std::string_view> all() const& {
    std::vector<std::string_view> strings(ids_.size());
    for (const auto& [string, id] : ids_) strings[id] = string;
    return strings;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
};

}  // namespace

/// Keys of one side's words, and how often each stands in an entry of several words.
struct LexiconBuilder::Side {
  explicit Side(std::string_view language) : keys(language) { by_word.reserve(kUsualWords); }

  LookupKeys keys;
  Numbered key_ids;
  Numbered texts;
  std::unordered_map<std::string, KeyId> by_word;
  std::vector<std::uint32_t> in_phrases;

  std::vector<KeyId> read(std::string_view phrase) {
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
        const KeyId id = key_ids.id_of(keys.of_headword(word));
        in_phrases.resize(key_ids.size(), 0);
        known = by_word.emplace(word, id).first;
      }
      ids.push_back(known->second);
      word.clear();
    }
    return ids;
  }

  void drop_frequent(std::array<KeyId, kMaxEntryWords>& words, std::uint8_t& count,
                     std::uint32_t limit) const {
    if (count < 2) return;
    const auto end = words.begin() + count;
    const auto kept =
        std::remove_if(words.begin(), end, [&](KeyId id) { return in_phrases[id] > limit; });
    if (kept != words.begin()) count = static_cast<std::uint8_t>(kept - words.begin());
    std::fill(words.begin() + count, words.end(), 0);
  }
};

LexiconBuilder::LexiconBuilder(std::string_view source_language, std::string_view target_language)
    : source_language_(source_language),
      target_language_(target_language),
      source_(std::make_unique<Side>(source_language)),
      target_(std::make_unique<Side>(target_language)) {}

LexiconBuilder::~LexiconBuilder() = default;
LexiconBuilder::LexiconBuilder(LexiconBuilder&&) noexcept = default;
LexiconBuilder& LexiconBuilder::operator=(LexiconBuilder&&) noexcept = default;

void LexiconBuilder::begin_source(std::string_view name) {
  sources_.push_back({.name = std::string(name), .headwords = 0});
}

void LexiconBuilder::count_headwords(std::size_t headwords) {
  if (!sources_.empty()) sources_.back().headwords = headwords;
}

void LexiconBuilder::mark_general() {
  if (!sources_.empty()) general_.push_back(static_cast<std::uint32_t>(sources_.size() - 1));
}

void LexiconBuilder::add(const Lexicon& other) {
  const bool is_turned = !same_language(source_language_, other.source_language());
  const auto before = static_cast<std::uint32_t>(sources_.size());
  sources_.insert(sources_.end(), other.sources().begin(), other.sources().end());
  for (const LexiconEntry& entry : other.entries()) {
    const EntryText text = other.text_of(entry);
    add(is_turned ? text.target : text.source, is_turned ? text.source : text.target, entry.weight,
        entry.origin, before + entry.source_id);
  }
  add_lines(is_turned ? other.target_lines() : other.source_lines(),
            is_turned ? other.source_lines() : other.target_lines());
}

void LexiconBuilder::add_lines(std::span<const RecurringLine> source,
                               std::span<const RecurringLine> target) {
  source_lines_.insert(source_lines_.end(), source.begin(), source.end());
  target_lines_.insert(target_lines_.end(), target.begin(), target.end());
}

void LexiconBuilder::add(std::string_view source, std::string_view target, float weight,
                         LinkOrigin origin) {
  if (sources_.empty()) begin_source("");
  add(source, target, weight, origin, static_cast<std::uint32_t>(sources_.size() - 1));
}

void LexiconBuilder::add(std::string_view source, std::string_view target, float weight,
                         LinkOrigin origin, std::uint32_t source_id) {
  const std::vector<KeyId> heads = source_->read(source);
  const std::vector<KeyId> renderings = target_->read(target);
  if (heads.empty() || renderings.empty()) return;
  if (heads.size() > kMaxEntryWords || renderings.size() > kMaxEntryWords) return;
  LexiconEntry entry{.source_words = static_cast<std::uint8_t>(heads.size()),
                     .target_words = static_cast<std::uint8_t>(renderings.size()),
                     .origin = origin,
                     .source_id = source_id,
                     .weight = weight};
  std::copy(heads.begin(), heads.end(), entry.source.begin());
  std::copy(renderings.begin(), renderings.end(), entry.target.begin());
  if (heads.size() > 1)
    for (const KeyId id : heads) ++source_->in_phrases[id];
  if (renderings.size() > 1)
    for (const KeyId id : renderings) ++target_->in_phrases[id];
  entries_.push_back(entry);
  text_ids_.push_back(source_->texts.id_of(source));
  text_ids_.push_back(target_->texts.id_of(target));
}

/// Entries of one word on each side only: what a phrase means does not follow from its words.
void LexiconBuilder::doubt_what_core_does_not_say() {
  const auto is_pair = [](const LexiconEntry& e) {
    return e.source_words == 1 && e.target_words == 1;
  };
  std::vector<std::uint8_t> source_known(source_->key_ids.size(), 0);
  std::vector<std::uint8_t> target_known(target_->key_ids.size(), 0);
  std::unordered_set<std::uint64_t> said;
  for (const LexiconEntry& entry : entries_) {
    if (entry.origin != LinkOrigin::kCore) continue;
    if (entry.source_words == 1) source_known[entry.source[0]] = 1;
    if (entry.target_words == 1) target_known[entry.target[0]] = 1;
    if (is_pair(entry)) said.insert(pair_of(entry));
  }
  for (LexiconEntry& entry : entries_) {
    const bool is_general =
        std::find(general_.begin(), general_.end(), entry.source_id) != general_.end();
    if (!is_general || !is_pair(entry)) continue;
    if (source_known[entry.source[0]] && target_known[entry.target[0]] &&
        !said.contains(pair_of(entry)))
      entry.weight *= kUnconfirmed;
  }
}

Lexicon LexiconBuilder::build() && {
  doubt_what_core_does_not_say();
  const auto limit =
      std::max(kLeastGrammarCount,
               static_cast<std::uint32_t>(static_cast<double>(entries_.size()) * kGrammarShare));
  for (LexiconEntry& entry : entries_) {
    source_->drop_frequent(entry.source, entry.source_words, limit);
    target_->drop_frequent(entry.target, entry.target_words, limit);
  }
  settle(source_lines_);
  settle(target_lines_);
  return Lexicon::from_bytes(LexiconImage::write({.languages = {source_language_, target_language_},
                                                  .source_keys = source_->key_ids.all(),
                                                  .target_keys = target_->key_ids.all(),
                                                  .entries = entries_,
                                                  .text_ids = text_ids_,
                                                  .source_texts = source_->texts.all(),
                                                  .target_texts = target_->texts.all(),
                                                  .sources = sources_,
                                                  .source_lines = source_lines_,
                                                  .target_lines = target_lines_}),
                             "");
}

}  // namespace muqabala
