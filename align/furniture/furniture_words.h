#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "align/text_side.h"
#include "segment/tokenizer.h"

namespace muqabala {

/// How a segment reads that may be page furniture: by itself, not by where it stands.
struct FurnitureLook {
  /// What it looks like, as a reader is told: `a comment form`, `share buttons`, ... Empty for what
  /// may be text. Never dangles.
  std::string_view kind;
  /// A short line that does not end as a sentence does: a heading, a menu entry, a verse.
  bool is_label = false;
};

/// Words that only page furniture is written with, by language: `align/furniture/<language>.txt`.
class FurnitureWords {
 public:
  /// Those of a language (BCP 47), with the English ones besides: pages mix them. Made at the first
  /// call for a language, in some milliseconds; any number of threads may call it.
  static const FurnitureWords& of(std::string_view language);

  /// How a segment reads. `tokenizer` is one for the language of `text`. O(length of the text),
  /// and of nothing where that is longer than any furniture.
  FurnitureLook look(std::string_view text, Tokenizer& tokenizer) const;
  /// The same of segment `number` of a document whose words were read already: that takes longer
  /// than all the rest.
  FurnitureLook look(const SegmentedDocument& document, const TextSide& words,
                     std::size_t number) const;

 private:
  struct Phrase {
    std::vector<std::string> words;  ///< folded; or `00`, or `Aa`
    bool is_open_before = false;
    bool is_open_behind = false;
    std::string_view kind;
  };
  struct Word {
    std::string folded;
    bool is_number = false;
    bool capitalised = false;
  };

  explicit FurnitureWords(std::vector<std::string_view> languages);
  void add_list(std::string_view list, std::string_view language);
  void add_phrase(std::string_view line, std::string_view kind, Tokenizer& tokenizer);
  static std::vector<Word> words_of(std::string_view text, Tokenizer& tokenizer);
  FurnitureLook look(std::string_view text, const std::vector<Word>& words) const;
  static bool matches(const Phrase& phrase, const std::vector<Word>& words, std::size_t at);
  bool is_date_line(const std::vector<Word>& words) const;

  std::unordered_map<std::string, std::vector<Phrase>> phrases_;  ///< by their first word
  std::unordered_set<std::string> date_words_;
  std::unordered_set<std::string> months_and_days_;
};

}  // namespace muqabala
