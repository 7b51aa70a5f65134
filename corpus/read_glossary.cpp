#include "corpus/read_glossary.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "corpus/detail/xml_events.h"
#include "corpus/one_line.h"
#include "segment/base/error.h"
#include "segment/text/language.h"

namespace muqabala {
namespace {

constexpr std::size_t kMostTerms = 64;
constexpr std::size_t kMostLanguagesNamed = 8;

constexpr std::array<std::string_view, 3> kRoots = {"tmx", "tbx", "martif"};
constexpr std::array<std::string_view, 6> kStarts = {"<?xml", "<!DOCTYPE", "<!--",
                                                     "<tmx",  "<tbx",      "<martif"};
constexpr std::array<std::string_view, 3> kUnits = {"tu", "termEntry", "conceptEntry"};
constexpr std::array<std::string_view, 3> kLanguageParts = {"tuv", "langSet", "langSec"};
constexpr std::array<std::string_view, 2> kTexts = {"seg", "term"};
/// Inside a text: codes of the document that it came from, not words.
constexpr std::array<std::string_view, 5> kCodes = {"bpt", "ept", "ph", "it", "ut"};

template <std::size_t Count>
bool is_any(std::string_view name, const std::array<std::string_view, Count>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

using Attributes = std::vector<detail::XmlAttribute>;

struct Languages {
  std::string_view source;
  std::string_view target;
};

/// Walks through a file and shows every pair of terms to a visitor.
class GlossaryReader {
 public:
  GlossaryReader(const VisitTexts& visit, const std::string& path, Languages languages)
      : visit_(visit), path_(path), languages_(languages) {}

  std::size_t read(std::string_view bytes) {
    detail::XmlHandlers handlers;
    handlers.begin = [this](std::string_view, std::string_view name, const Attributes& attributes,
                            detail::XmlPlace place) { begin(name, attributes, place); };
    handlers.end = [this](std::string_view name, detail::XmlPlace) { end(name); };
    handlers.text = [this](std::string_view text) { take(text); };
    handlers.fault = [this](detail::XmlPlace place, std::string_view reason) {
      return fault(place, reason);
    };
    detail::read_xml(bytes, detail::XmlNames::kWithoutPrefix, handlers);
    if (concepts_ == 0) throw no_concepts();
    return concepts_;
  }

 private:
  Error fault(detail::XmlPlace place, std::string_view reason) const {
    return errors::malformed_lexicon({.path = path_, .line = place.line, .column = place.column},
                                     reason);
  }

  Error no_concepts() const {
    const std::string found = seen_.empty() ? "no language is named in it"
                                            : fmt::format("it is in {}", fmt::join(seen_, ", "));
    return errors::malformed_lexicon({.path = path_},
                                     fmt::format("it holds no term in both '{}' and '{}'; {}",
                                                 languages_.source, languages_.target, found));
  }

  void begin(std::string_view name, const Attributes& attributes, detail::XmlPlace place) {
    if (!has_root_ && !is_any(name, kRoots))
      throw fault(place,
                  fmt::format("it is XML, but neither TBX nor TMX: it begins with <{}>", name));
    has_root_ = true;
    if (is_any(name, kUnits)) {
      source_terms_.clear();
      target_terms_.clear();
    } else if (is_any(name, kLanguageParts)) {
      begin_language(attributes);
    } else if (in_text_) {
      if (code_depth_ > 0 || is_any(name, kCodes)) ++code_depth_;
    } else if (is_any(name, kTexts) && terms_ != nullptr) {
      in_text_ = true;
      text_.clear();
    }
  }

  void begin_language(const Attributes& attributes) {
    std::string_view tag;
    for (const detail::XmlAttribute& attribute : attributes)
      if (attribute.name == "lang") tag = attribute.value;
    if (!tag.empty() && seen_.size() < kMostLanguagesNamed) seen_.emplace(one_line(tag));
    terms_ = same_language(tag, languages_.source)   ? &source_terms_
             : same_language(tag, languages_.target) ? &target_terms_
                                                     : nullptr;
  }

  void end(std::string_view name) {
    if (code_depth_ > 0) {
      --code_depth_;
    } else if (is_any(name, kUnits)) {
      add_concept();
    } else if (is_any(name, kLanguageParts)) {
      terms_ = nullptr;
    } else if (in_text_ && is_any(name, kTexts)) {
      in_text_ = false;
      const std::string term = one_line(text_);
      if (terms_ != nullptr && terms_->size() < kMostTerms &&
          term.find_first_not_of(' ') != std::string::npos)
        terms_->push_back(trimmed(term));
    }
  }

  static std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
  }

  void take(std::string_view text) {
    if (in_text_ && code_depth_ == 0) text_ += text;
  }

  void add_concept() {
    for (const std::string& source : source_terms_)
      for (const std::string& target : target_terms_) visit_(source, target);
    if (!source_terms_.empty() && !target_terms_.empty()) ++concepts_;
    source_terms_.clear();
    target_terms_.clear();
  }

  const VisitTexts& visit_;
  const std::string& path_;
  Languages languages_;
  std::set<std::string> seen_;  ///< languages, for the message
  std::vector<std::string> source_terms_;
  std::vector<std::string> target_terms_;
  std::vector<std::string>* terms_ = nullptr;  ///< of the language that is being read
  std::string text_;
  std::size_t concepts_ = 0;
  std::size_t code_depth_ = 0;
  bool in_text_ = false;
  bool has_root_ = false;
};

}  // namespace

bool is_xml(std::string_view bytes) {
  for (const std::string_view mark :
       {std::string_view("\xFF\xFE<\0", 4), std::string_view("\xFE\xFF\0<", 4)})
    if (bytes.starts_with(mark)) return true;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return bytes.starts_with(start); });
}

std::size_t for_each_pair_of_texts(std::string_view bytes, const std::string& path,
                                   std::string_view source_language,
                                   std::string_view target_language, const VisitTexts& visit) {
  return GlossaryReader(visit, path, {source_language, target_language}).read(bytes);
}

std::size_t add_glossary(LexiconBuilder& lexicon, std::string_view bytes, const std::string& path,
                         std::string_view source_language, std::string_view target_language) {
  return for_each_pair_of_texts(bytes, path, source_language, target_language,
                                [&](const std::string& source, const std::string& target) {
                                  lexicon.add(source, target, 1.0F, LinkOrigin::kDictionary);
                                });
}

}  // namespace muqabala
