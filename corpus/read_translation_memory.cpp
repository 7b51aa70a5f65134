#include "corpus/read_translation_memory.h"

#include <utility>

#include "corpus/read_glossary.h"

namespace muqabala {
namespace {

/// A cost below zero says that two texts are likelier together than apart; a memory says so too.
constexpr double kCostOfUnit = -1;

/// Builds a document of one segment a line.
class LineWriter {
 public:
  void add(const std::string& line) {
    document_.segments.push_back({.range = {text_.size(), text_.size() + line.size()}, .block = 0});
    text_ += line + '\n';
  }

  SegmentedDocument take(const std::string& path, std::string_view language) && {
    document_.document.file = {
        .path = path, .text = Utf8Text::trusted(std::move(text_)), .to_bytes = {}};
    document_.document.text = document_.document.file.text;
    document_.document.blocks.push_back({.range = {0, document_.document.text.size()}});
    document_.document.language = language;
    return std::move(document_);
  }

 private:
  SegmentedDocument document_;
  std::string text_;
};

}  // namespace

bool is_translation_memory(std::string_view path) { return path.ends_with(".tmx"); }

TranslationMemory read_translation_memory(std::string_view bytes, const std::string& path,
                                          std::string_view source_language,
                                          std::string_view target_language) {
  LineWriter source;
  LineWriter target;
  TranslationMemory memory;
  for_each_pair_of_texts(
      bytes, path, source_language, target_language,
      [&](const std::string& from, const std::string& to) {
        const SourceIndex s(memory.alignment.beads.size());
        const TargetIndex t(memory.alignment.beads.size());
        memory.alignment.beads.push_back(
            {.source = {s, s + 1}, .target = {t, t + 1}, .cost_nats = kCostOfUnit});
        source.add(from);
        target.add(to);
      });
  memory.source = std::move(source).take(path, source_language);
  memory.target = std::move(target).take(path, target_language);
  return memory;
}

}  // namespace muqabala
