#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/bead.h"
#include "segment/stemmer.h"

namespace muqabala {

/// Number of a key (see `LookupKeys`) within one side of a lexicon.
using KeyId = std::uint32_t;

/// The longest headword or rendering that counts, in words.
inline constexpr std::size_t kMaxEntryWords = 4;

/// A headword and one rendering of it, as keys.
struct LexiconEntry {
  std::array<KeyId, kMaxEntryWords> source{};
  std::array<KeyId, kMaxEntryWords> target{};
  std::uint8_t source_words = 0;
  std::uint8_t target_words = 0;
  LinkOrigin origin = LinkOrigin::kDictionary;
  float weight = 1;

  std::span<const KeyId> source_keys() const& { return std::span(source).first(source_words); }
  std::span<const KeyId> target_keys() const& { return std::span(target).first(target_words); }
};

/// How words of one language are cut to the keys under which a lexicon stores them.
///
/// Arabic: the folded word without its article; other languages: the stem; numbers: `number_key`.
/// A text's word may stand under several keys, likeliest first: Arabic is taken apart in every way
/// its clitics allow.
class LookupKeys {
 public:
  explicit LookupKeys(std::string_view language);

  std::string of_headword(const std::string& folded_word) const;
  std::vector<std::string> of_text_word(const std::string& folded_word) const;

 private:
  bool is_arabic_;
  Stemmer stem_;
};

/// What is known about two languages: headwords of the source and their renderings in the target.
class Lexicon {
 public:
  const std::string& source_language() const& { return source_language_; }
  const std::string& target_language() const& { return target_language_; }
  std::size_t size() const { return entries_.size(); }

  /// The id of a key on either side, if the lexicon knows it.
  std::optional<KeyId> source_key(const std::string& key) const { return find(source_keys_, key); }
  std::optional<KeyId> target_key(const std::string& key) const { return find(target_keys_, key); }

  /// Entries whose headword begins with `key`.
  std::span<const LexiconEntry> starting_with(KeyId key) const&;

 private:
  friend class LexiconBuilder;
  using KeyTable = std::unordered_map<std::string, KeyId>;

  static std::optional<KeyId> find(const KeyTable& table, const std::string& key);

  std::string source_language_;
  std::string target_language_;
  KeyTable source_keys_;
  KeyTable target_keys_;
  std::vector<LexiconEntry> entries_;  ///< grouped by first source key
  std::vector<std::uint32_t> first_;   ///< per source key into `entries_`; one more at the end
};

/// Which side of the lexicon a dictionary's headwords are of.
enum class HeadwordSide { kSource, kTarget };

/// Collects entries from any number of sources.
class LexiconBuilder {
 public:
  LexiconBuilder(std::string_view source_language, std::string_view target_language);

  /// Adds a headword and a rendering as they are written. Entries of more than
  /// `kMaxEntryWords` on a side, or of none, are passed over.
  void add(std::string_view source, std::string_view target, float weight, LinkOrigin origin);

  /// The lexicon; words that stand in very many multi-word renderings ("to", "of") are dropped from
  /// them. Leaves the builder empty.
  Lexicon build() &&;

 private:
  /// Keys of one side's words, and how often each stands in an entry of several words.
  struct Side {
    explicit Side(std::string_view language) : keys(language) {}
    LookupKeys keys;
    Lexicon::KeyTable table;
    std::unordered_map<std::string, KeyId> by_word;
    std::vector<std::uint32_t> in_phrases;

    std::vector<KeyId> read(std::string_view phrase);
    void drop_frequent(std::array<KeyId, kMaxEntryWords>& words, std::uint8_t& count,
                       std::uint32_t limit) const;
  };

  std::string source_language_;
  std::string target_language_;
  Side source_;
  Side target_;
  std::vector<LexiconEntry> entries_;
};

}  // namespace muqabala
