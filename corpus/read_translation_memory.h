#pragma once

#include <string>
#include <string_view>

#include "align/alignment.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// A translation memory as two documents: segment i of one translates segment i of the other.
struct TranslationMemory {
  SegmentedDocument source;
  SegmentedDocument target;
  SentenceAlignment alignment;  ///< 1-1 beads, their costs below zero
};

/// True for the names of translation memories (`.tmx`).
bool is_translation_memory(std::string_view path);

/// Reads the units of a TMX file that stand in both languages. Throws as `add_glossary` does.
TranslationMemory read_translation_memory(std::string_view bytes, const std::string& path,
                                          std::string_view source_language,
                                          std::string_view target_language);

}  // namespace muqabala
