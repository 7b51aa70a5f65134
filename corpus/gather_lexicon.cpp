#include "corpus/gather_lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "align/lexicon/cldr_entries.h"
#include "align/lexicon/core_lexicon.h"
#include "align/lexicon/dictd.h"
#include "align/lexicon/link_counts.h"
#include "align/lexicon/word_list.h"
#include "corpus/read_glossary.h"
#include "segment/base/error.h"
#include "segment/base/mapped_file.h"
#include "segment/text/language.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr std::size_t kLimitBytes = std::size_t{512} << 20;
constexpr std::string_view kDictdEnding = ".index";

struct Languages {
  std::string_view source;
  std::string_view target;

  bool are(std::string_view a, std::string_view b) const {
    return same_language(source, a) && same_language(target, b);
  }
};

void add_core(LexiconBuilder& builder, const Languages& languages) {
  const bool is_forwards = languages.are("ar", "en");
  if (!is_forwards && !languages.are("en", "ar")) return;
  for (const CoreDomain& domain : core_domains()) {
    builder.begin_source(fmt::format("core/{}", domain.name));
    builder.count_headwords(
        add_word_list(builder, domain.text, std::string(domain.name),
                      {.side = is_forwards ? HeadwordSide::kSource : HeadwordSide::kTarget,
                       .origin = LinkOrigin::kCore}));
  }
}

void add_what_there_is(LexiconBuilder& builder, const Languages& languages,
                       const LexiconSources& sources) {
  if (sources.cldr) {
    builder.begin_source("CLDR");
    builder.count_headwords(add_cldr(builder, languages.source, languages.target));
  }
  if (sources.core) add_core(builder, languages);
  for (const SystemDictionary& found :
       find_dictd(languages.source, languages.target, sources.dictd_folders)) {
    builder.begin_source(found.index_path);
    builder.count_headwords(add_dictd(builder, found.index_path, found.side));
  }
}

/// A file that was named, opened once.
struct NamedFile {
  std::string path;
  std::optional<MappedFile> content = {};  ///< none for dictd, which has two files
  std::optional<Lexicon> compiled = {};
};

NamedFile open_named(const std::string& path, const Languages& languages) {
  NamedFile file{.path = path};
  if (path.ends_with(kDictdEnding)) return file;
  file.content = MappedFile::open(path, kLimitBytes);
  if (!is_compiled_lexicon(file.content->bytes())) return file;
  file.compiled = Lexicon::from_file(*file.content, path);
  if (!languages.are(file.compiled->source_language(), file.compiled->target_language()) &&
      !languages.are(file.compiled->target_language(), file.compiled->source_language()))
    throw errors::malformed_lexicon(
        {.path = path},
        fmt::format("it was compiled for '{}' and '{}', not for '{}' and '{}'",
                    file.compiled->source_language(), file.compiled->target_language(),
                    languages.source, languages.target));
  return file;
}

void add_counts(LexiconBuilder& builder, std::string_view text, const std::string& path,
                const Languages& languages) {
  LinkCounts counts(languages.source, languages.target);
  counts.add_text(text, path);
  builder.count_headwords(counts.add_to(builder));
}

void add_file(LexiconBuilder& builder, const NamedFile& file, const Languages& languages) {
  if (file.compiled) return builder.add(*file.compiled);
  builder.begin_source(file.path);
  if (!file.content)
    return builder.count_headwords(add_dictd(builder, file.path, HeadwordSide::kSource));
  if (is_xml(file.content->bytes()))
    return builder.count_headwords(add_glossary(builder, file.content->bytes(), file.path,
                                                languages.source, languages.target));
  const Utf8Text text = Utf8Text::checked(std::string(file.content->bytes()), file.path);
  if (is_link_counts(text.view())) return add_counts(builder, text.view(), file.path, languages);
  builder.count_headwords(add_word_list(builder, text.view(), file.path, {}));
}

/// What was learned from a collection, where it is of these languages.
void add_learned(LexiconBuilder& builder, const std::string& path, const Languages& languages) {
  const MappedFile file = MappedFile::open(path, kLimitBytes);
  const auto learned = languages_of_link_counts(file.bytes());
  if (learned && !languages.are(learned->source, learned->target)) return;
  builder.begin_source(path);
  add_counts(builder, file.bytes(), path, languages);
}

}  // namespace

Lexicon gather_lexicon(std::string_view source_language, std::string_view target_language,
                       const LexiconSources& sources) {
  const Languages languages{source_language, target_language};
  std::vector<NamedFile> files;
  for (const std::string& path : sources.files) files.push_back(open_named(path, languages));
  const bool has_compiled = std::any_of(files.begin(), files.end(),
                                        [](const NamedFile& f) { return f.compiled.has_value(); });
  if (files.size() == 1 && has_compiled && sources.learned.empty() &&
      languages.are(files[0].compiled->source_language(), files[0].compiled->target_language()))
    return std::move(*files[0].compiled);

  LexiconBuilder builder(source_language, target_language);
  if (!has_compiled) add_what_there_is(builder, languages, sources);
  for (const NamedFile& file : files) add_file(builder, file, languages);
  for (const std::string& path : sources.learned) add_learned(builder, path, languages);
  return std::move(builder).build();
}

}  // namespace muqabala
