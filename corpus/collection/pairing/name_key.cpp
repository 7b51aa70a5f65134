#include "corpus/collection/pairing/name_key.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <mutex>
#include <vector>

#include "segment/text/cldr.h"
#include "segment/text/folding.h"
#include "segment/text/language.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr std::string_view kSeparators = "._- ()[]+,~#";
constexpr std::array<std::string_view, 14> kSideWords = {
    "source", "src", "original",    "orig",       "originals",    "sources", "target",
    "tgt",    "trg", "translation", "translated", "translations", "targets", "trans"};
/// An ending has letters and digits alone, and no more of them.
constexpr std::size_t kLongestEnding = 5;
constexpr std::size_t kLongestTag = 3;

/// The names of `language` in itself and in English, folded.
const std::vector<std::string>& names_of(const std::string& language) {
  static std::mutex mutex;
  static std::map<std::string, std::vector<std::string>> known;
  const std::lock_guard lock(mutex);
  const auto [at, is_new] = known.try_emplace(language);
  if (!is_new) return at->second;
  for (const std::string& in : {language, std::string("en")})
    for (const CldrConcept& one : cldr_concepts(in))
      if (one.kind == CldrConcept::Kind::kLanguage && same_language(one.id, language))
        for (const std::string& name : one.names) at->second.push_back(fold_key(name));
  return at->second;
}

bool is_alphanumeric(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](unsigned char c) { return std::isalnum(c) != 0; });
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool is_alphabetic(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](unsigned char c) { return std::isalpha(c) != 0; });
}

/// `name` without `.md`, `.txt.gz` and the like. A number is no ending: `part.2`.
std::string_view without_ending(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return name;
  const std::string_view ending = name.substr(dot + 1);
  if (ending.size() > kLongestEnding || !is_alphanumeric(ending) || is_number(ending)) return name;
  name = name.substr(0, dot);
  return ending == "gz" || ending == "zst" ? without_ending(name) : name;
}

class Stripper {
 public:
  explicit Stripper(std::string_view language) : language_(language), names_(names_of(language_)) {}

  /// The words of a folder's or a file's name that tell neither language nor side, joined by `-`.
  std::string operator()(std::string_view name) const {
    const std::string folded = fold_key(name);
    std::string key;
    bool after_tag = false;
    for (std::size_t begin = 0; begin <= folded.size();) {
      const std::size_t end = std::min(folded.find_first_of(kSeparators, begin), folded.size());
      const std::string word = folded.substr(begin, end - begin);
      begin = end + 1;
      // The region of a tag: `GB` in `en-GB`.
      const bool is_region = after_tag && word.size() == 2 && is_alphabetic(word);
      after_tag = is_tag(word);
      if (word.empty() || after_tag || is_region || tells_side(word)) continue;
      if (!key.empty()) key += '-';
      key += word;
    }
    return key;
  }

 private:
  bool is_tag(const std::string& word) const {
    if (language_.empty() || word.size() < 2) return false;
    if (std::find(names_.begin(), names_.end(), word) != names_.end()) return true;
    return word.size() <= kLongestTag && is_alphanumeric(word) && same_language(word, language_);
  }

  static bool tells_side(std::string_view word) {
    return std::find(kSideWords.begin(), kSideWords.end(), word) != kSideWords.end();
  }

  std::string language_;
  const std::vector<std::string>& names_;
};

}  // namespace

NameKey name_key(std::string_view name, std::string_view language) {
  if (find_utf8_fault(name)) return {.path = std::string(name), .stem = std::string(name)};
  const Stripper strip(language);
  NameKey key;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const bool is_file = end == name.size();
    const std::string_view part = name.substr(begin, end - begin);
    begin = end + 1;
    const std::string words = strip(is_file ? without_ending(part) : part);
    if (is_file) key.stem = words;
    if (words.empty()) continue;
    if (!key.path.empty()) key.path += '/';
    key.path += words;
  }
  return key;
}

}  // namespace muqabala
