#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "align/lexicon/lexicon.h"

namespace muqabala {

/// True if `bytes` begin like XML.
bool is_xml(std::string_view bytes);

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
