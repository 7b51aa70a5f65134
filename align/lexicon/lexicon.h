#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/bead.h"
#include "align/lexicon/recurring_lines.h"
#include "segment/base/mapped_file.h"
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
  std::uint8_t unused = 0;      ///< so that a stored entry has no byte without a value
  std::uint32_t source_id = 0;  ///< into `Lexicon::sources()`
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

/// Where entries come from.
struct LexiconSource {
  std::string name;  ///< path, `CLDR`, or a domain of the core lexicon
  std::uint64_t headwords = 0;
  bool operator==(const LexiconSource&) const = default;
};

/// An entry as it was written.
struct EntryText {
  std::string_view source;
  std::string_view target;
};

/// What is known about two languages: headwords of the source and their renderings in the target.
///
/// A read-only view of flat tables, which stand in memory as `LexiconBuilder` made them or in a
/// file. Copies are cheap and share the tables; views handed out live as long as any copy.
class Lexicon {
 public:
  /// Knows nothing, of no languages.
  Lexicon() = default;

  /// The compiled lexicon in the file at `path`, which is not copied but mapped.
  ///
  /// Everything in it is checked once. Throws `errors::malformed_lexicon` where the file is no
  /// compiled lexicon, damaged, cut off, of another version or machine; and what `read_bytes`
  /// throws.
  static Lexicon open(const std::string& path);
  /// The same for a file that is open already; `path` names it in messages.
  static Lexicon from_file(const MappedFile& file, const std::string& path);
  /// The same for bytes at hand, which are copied.
  static Lexicon from_bytes(std::string_view bytes, const std::string& path);

  std::string_view source_language() const& { return languages_[0]; }
  std::string_view target_language() const& { return languages_[1]; }
  std::size_t size() const { return entries_.size(); }
  std::span<const LexiconEntry> entries() const& { return entries_; }

  /// The id of a key on either side, if the lexicon knows it.
  std::optional<KeyId> source_key(std::string_view key) const { return source_keys_.find(key); }
  std::optional<KeyId> target_key(std::string_view key) const { return target_keys_.find(key); }
  std::size_t source_key_count() const { return source_keys_.strings.size(); }

  /// Entries whose headword begins with `key`.
  std::span<const LexiconEntry> starting_with(KeyId key) const&;

  /// Headword and rendering of one of this lexicon's entries, as they were written. What is not
  /// UTF-8, as only a forged file holds, is empty.
  EntryText text_of(const LexiconEntry& entry) const&;

  const std::vector<LexiconSource>& sources() const& { return sources_; }

  /// Lines of either side that recur in the collection that was learned from, sorted by their keys.
  std::span<const RecurringLine> source_lines() const& { return source_lines_; }
  std::span<const RecurringLine> target_lines() const& { return target_lines_; }

  /// All of it, as `to_bytes` gives it back.
  std::string_view image() const& { return image_; }
  /// What `to_bytes` was told the lexicon was made of; 0 = nothing.
  std::uint64_t fingerprint() const { return fingerprint_; }

 private:
  friend struct LexiconImage;

  static constexpr std::array<std::uint32_t, 1> kZero{};
  static constexpr std::array<std::uint32_t, 3> kZeros{};

  struct StringTable {
    std::span<const std::uint32_t> begins = kZero;  ///< one more at the end
    const char* bytes = "";

    std::size_t size() const { return begins.size() - 1; }
    std::string_view operator[](std::size_t i) const {
      return {bytes + begins[i], begins[i + 1] - begins[i]};
    }
  };
  /// Open addressing with linear probing: a slot holds an id + 1, or 0.
  struct KeyTable {
    std::span<const std::uint32_t> slots = kZero;
    StringTable strings;

    std::optional<KeyId> find(std::string_view key) const;
  };
  std::shared_ptr<const void> owner_;  ///< of the image
  std::string_view image_;
  std::uint64_t fingerprint_ = 0;
  StringTable languages_{.begins = kZeros};
  KeyTable source_keys_;
  KeyTable target_keys_;
  std::span<const std::uint32_t> first_ =
      kZero;                               ///< per source key into `entries_`; one more at the end
  std::span<const LexiconEntry> entries_;  ///< grouped by first source key
  std::span<const std::uint32_t> text_ids_;  ///< of each entry: source text, target text
  StringTable source_texts_;
  StringTable target_texts_;
  std::vector<LexiconSource> sources_;
  std::span<const RecurringLine> source_lines_;
  std::span<const RecurringLine> target_lines_;
};

/// The bytes of a compiled lexicon, which `Lexicon::open` takes; `fingerprint` tells, in words of
/// the caller's own, what it was made of. The same lexicon always gives the same bytes.
std::string to_bytes(const Lexicon& lexicon, std::uint64_t fingerprint = 0);

/// True if `bytes` begin like a compiled lexicon.
bool is_compiled_lexicon(std::string_view bytes);

/// Which side of the lexicon a dictionary's headwords are of.
enum class HeadwordSide { kSource, kTarget };

/// Collects entries from any number of sources.
class LexiconBuilder {
 public:
  LexiconBuilder(std::string_view source_language, std::string_view target_language);
  ~LexiconBuilder();
  LexiconBuilder(LexiconBuilder&&) noexcept;
  LexiconBuilder& operator=(LexiconBuilder&&) noexcept;

  /// What is added from now on comes from `name`.
  void begin_source(std::string_view name);
  /// How many headwords the source that was begun last holds, for reports.
  void count_headwords(std::size_t headwords);

  /// The source that was begun last is a general dictionary, which lists rare senses as if they
  /// were equal to the usual ones: where the core lexicon knows two words and does not pair them,
  /// the dictionary's word for it counts less.
  void mark_general();

  /// Adds all of another lexicon with its sources; where that one's languages stand the other way
  /// round, so do its entries.
  void add(const Lexicon& other);

  /// Adds a headword and a rendering as they are written. Entries of more than
  /// `kMaxEntryWords` on a side, or of none, are passed over.
  void add(std::string_view source, std::string_view target, float weight, LinkOrigin origin);

  /// Adds lines that recur. Of one that is added again, the greater `alone_nats` counts.
  void add_lines(std::span<const RecurringLine> source, std::span<const RecurringLine> target);

  /// The lexicon; words that stand in very many multi-word renderings ("to", "of") are dropped from
  /// them.
  Lexicon build() &&;

 private:
  struct Side;

  void doubt_what_core_does_not_say();
  void add(std::string_view source, std::string_view target, float weight, LinkOrigin origin,
           std::uint32_t source_id);

  std::string source_language_;
  std::string target_language_;
  std::unique_ptr<Side> source_;
  std::unique_ptr<Side> target_;
  std::vector<LexiconEntry> entries_;
  std::vector<std::uint32_t> text_ids_;  ///< of each entry: source text, target text
  std::vector<LexiconSource> sources_;
  std::vector<std::uint32_t> general_;  ///< ids of general dictionaries
  std::vector<RecurringLine> source_lines_;
  std::vector<RecurringLine> target_lines_;
};

}  // namespace muqabala
