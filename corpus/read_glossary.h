#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "align/lexicon/lexicon.h"

namespace muqabala {

/// True if `bytes` begin like XML.
bool is_xml(std::string_view bytes);

/// Gets a text of the source language and one of the target language that say the same.
using VisitTexts = std::function<void(const std::string& source, const std::string& target)>;

/// Visits the texts of a termbase (TBX) or translation memory (TMX) in pairs, as `add_glossary`
/// does; returns and throws what that does.
std::size_t for_each_pair_of_texts(std::string_view bytes, const std::string& path,
                                   std::string_view source_language,
                                   std::string_view target_language, const VisitTexts& visit);

/// Adds the terms of a termbase (TBX, ISO 30042, old names and new: `termEntry` or `conceptEntry`)
/// or of a translation memory (TMX) that stand in both languages of a pair: every term of one with
/// every term of the other, of at most 64 a language and concept. Long segments count as in
/// `LexiconBuilder::add`, not at all. Returns the number of concepts or units that hold both.
///
/// Throws `errors::malformed_lexicon` with the place where the file is not well-formed, declares
/// entities (which glossaries never need and attacks do), is another kind of XML, or holds no
/// concept in both languages.
std::size_t add_glossary(LexiconBuilder& lexicon, std::string_view bytes, const std::string& path,
                         std::string_view source_language, std::string_view target_language);

}  // namespace muqabala
