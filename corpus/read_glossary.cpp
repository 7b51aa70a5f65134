#include "corpus/read_glossary.h"

#include <expat.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <set>
#include <type_traits>
#include <vector>

#include "corpus/one_line.h"
#include "segment/base/error.h"
#include "segment/text/language.h"

namespace muqabala {
namespace {

constexpr std::size_t kMostTerms = 64;
constexpr std::size_t kMostLanguagesNamed = 8;
constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

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

std::string_view local_name(const XML_Char* name) {
  const std::string_view whole(name);
  return whole.substr(whole.find(':') + 1);
}

// Newer versions of expat count places in 64 bits and warn of the older functions.
template <class Parser>
std::size_t line_of(Parser parser) {
  if constexpr (requires { XML_GetCurrentLineNumber64(parser); })
    return static_cast<std::size_t>(XML_GetCurrentLineNumber64(parser));
  else
    return static_cast<std::size_t>(XML_GetCurrentLineNumber(parser));
}

template <class Parser>
std::size_t column_of(Parser parser) {
  if constexpr (requires { XML_GetCurrentColumnNumber64(parser); })
    return 1 + static_cast<std::size_t>(XML_GetCurrentColumnNumber64(parser));
  else
    return 1 + static_cast<std::size_t>(XML_GetCurrentColumnNumber(parser));
}

struct Languages {
  std::string_view source;
  std::string_view target;
};

/// Walks through a file and shows every pair of terms to a visitor.
class GlossaryReader {
 public:
  GlossaryReader(const VisitTexts& visit, const std::string& path, Languages languages)
      : visit_(visit),
        path_(path),
        languages_(languages),
        parser_(XML_ParserCreate(nullptr), XML_ParserFree) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, const XML_Char* name, const XML_Char** attributes) {
          guarded(self,
                  [&](GlossaryReader& reader) { reader.begin(local_name(name), attributes); });
        },
        [](void* self, const XML_Char* name) {
          guarded(self, [&](GlossaryReader& reader) { reader.end(local_name(name)); });
        });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const XML_Char* text, int size) {
      guarded(self, [&](GlossaryReader& reader) {
        reader.take({text, static_cast<std::size_t>(size)});
      });
    });
    XML_SetEntityDeclHandler(
        parser_.get(), [](void* self, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                          const XML_Char*, const XML_Char*, const XML_Char*) {
          guarded(self, [](GlossaryReader& reader) {
            throw reader.fault("it declares entities, which no glossary needs; take them out");
          });
        });
  }

  std::size_t read(std::string_view bytes) {
    do {
      const std::string_view chunk = bytes.substr(0, kChunkBytes);
      bytes.remove_prefix(chunk.size());
      const auto status = XML_Parse(parser_.get(), chunk.data(), static_cast<int>(chunk.size()),
                                    bytes.empty() ? XML_TRUE : XML_FALSE);
      if (thrown_) std::rethrow_exception(thrown_);
      if (status != XML_STATUS_OK)
        throw fault(fmt::format("its XML is broken ({})",
                                XML_ErrorString(XML_GetErrorCode(parser_.get()))));
    } while (!bytes.empty());
    if (concepts_ == 0) throw no_concepts();
    return concepts_;
  }

 private:
  /// Runs `step`; an exception must not pass through expat's own frames, so it waits for the end.
  template <class Step>
  static void guarded(void* self, const Step& step) {
    auto& reader = *static_cast<GlossaryReader*>(self);
    if (reader.thrown_) return;
    try {
      step(reader);
    } catch (...) {
      reader.thrown_ = std::current_exception();
      XML_StopParser(reader.parser_.get(), XML_FALSE);
    }
  }

  Error fault(std::string_view reason) const {
    return errors::malformed_lexicon(
        {.path = path_, .line = line_of(parser_.get()), .column = column_of(parser_.get())},
        reason);
  }

  Error no_concepts() const {
    const std::string found = seen_.empty() ? "no language is named in it"
                                            : fmt::format("it is in {}", fmt::join(seen_, ", "));
    return errors::malformed_lexicon({.path = path_},
                                     fmt::format("it holds no term in both '{}' and '{}'; {}",
                                                 languages_.source, languages_.target, found));
  }

  void begin(std::string_view name, const XML_Char** attributes) {
    if (!has_root_ && !is_any(name, kRoots))
      throw fault(fmt::format("it is XML, but neither TBX nor TMX: it begins with <{}>", name));
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

  void begin_language(const XML_Char** attributes) {
    std::string_view tag;
    for (; *attributes != nullptr; attributes += 2)
      if (local_name(attributes[0]) == "lang") tag = attributes[1];
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
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser_;
  std::exception_ptr thrown_;
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
