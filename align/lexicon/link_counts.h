#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "align/alignment.h"
#include "align/lexicon/lexicon.h"
#include "align/lexicon/line_counts.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// What aligned documents of two languages teach: how often words are expected to translate each
/// other, and which lines come again from document to document.
///
/// Counts are whole numbers of 2^-20, so that adding is exact: in whatever order and however
/// divided documents are counted, the sum is the same to the last bit.
class LinkCounts {
 public:
  LinkCounts(std::string_view source_language, std::string_view target_language)
      : source_language_(source_language), target_language_(target_language) {}

  /// Learns from one aligned pair of documents, by Model 1 in both directions, independently of
  /// what was counted before. `lexicon` is what is known beforehand.
  void add(const SegmentedDocument& source, const SegmentedDocument& target,
           const SentenceAlignment& alignment, const Lexicon& lexicon);

  /// Adds counts in the form of `to_text`. Throws `errors::malformed_lexicon` in the name of `path`
  /// with the line that is wrong, and where they are of other languages.
  void add_text(std::string_view text, const std::string& path);

  /// A headline with the languages; a line a pair of words, sorted by their bytes:
  /// `source<TAB>target<TAB>target given source<TAB>source given target`; then, of either side,
  /// what `LineCounts` hold: `#source<TAB>key of the line<TAB>documents<TAB>paired`, and `#target`.
  std::string to_text() const;

  /// Pairs of words.
  std::size_t size() const { return counts_.size(); }
  /// Lines of both sides that recur and are likelier than others to have no counterpart.
  std::size_t count_recurring() const {
    return source_lines_.recurring().size() + target_lines_.recurring().size();
  }

  /// Adds the pairs that are frequent and likely enough to be entries of a lexicon, weighted by
  /// the mean of `p(target|source)` and `p(source|target)`, and the lines that recur. Returns the
  /// number of the pairs.
  std::size_t add_to(LexiconBuilder& builder) const;

 private:
  struct Words {
    std::string source;
    std::string target;
    auto operator<=>(const Words&) const = default;
  };
  struct Count {
    std::int64_t target_given_source = 0;
    std::int64_t source_given_target = 0;
  };

  void add_words(const SegmentedDocument& source, const SegmentedDocument& target,
                 const SentenceAlignment& alignment, const Lexicon& lexicon);

  std::string source_language_;
  std::string target_language_;
  std::map<Words, Count> counts_;
  LineCounts source_lines_;
  LineCounts target_lines_;
};

/// True if `bytes` begin like what `LinkCounts::to_text` gives.
bool is_link_counts(std::string_view bytes);

/// The languages of counts; views into what they were read from.
struct LinkLanguages {
  std::string_view source;
  std::string_view target;
};

/// The languages that the headline of `LinkCounts::to_text` names; none for anything else.
std::optional<LinkLanguages> languages_of_link_counts(std::string_view bytes);

}  // namespace muqabala
