#include "align/lexicon/gather.h"

#include <utility>

#include "align/lexicon/cldr_entries.h"
#include "align/lexicon/core_lexicon.h"
#include "align/lexicon/dictd.h"
#include "align/lexicon/word_list.h"
#include "segment/base/file_bytes.h"
#include "segment/text/language.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr std::size_t kLimitBytes = std::size_t{512} << 20;

/// Adds the compiled-in lexicon where the pair is Arabic and English, either way round. Returns the
/// number of its headwords; 0 for other pairs.
std::size_t add_core(LexiconBuilder& builder, std::string_view source_language,
                     std::string_view target_language) {
  const bool forwards =
      same_language(source_language, "ar") && same_language(target_language, "en");
  const bool backwards =
      same_language(source_language, "en") && same_language(target_language, "ar");
  if (!forwards && !backwards) return 0;
  std::size_t headwords = 0;
  for (const CoreDomain& domain : core_domains())
    headwords += add_word_list(builder, domain.text, std::string(domain.name),
                               {.side = forwards ? HeadwordSide::kSource : HeadwordSide::kTarget,
                                .origin = LinkOrigin::kCore});
  return headwords;
}

}  // namespace

GatheredLexicon gather_lexicon(std::string_view source_language, std::string_view target_language,
                               const LexiconSources& sources) {
  LexiconBuilder builder(source_language, target_language);
  std::vector<LexiconReport> reports;
  add_cldr(builder, source_language, target_language);
  reports.push_back({.name = "CLDR"});
  if (sources.core) {
    const std::size_t headwords = add_core(builder, source_language, target_language);
    if (headwords > 0) reports.push_back({"core lexicon", headwords});
  }
  for (const SystemDictionary& found :
       find_dictd(source_language, target_language, sources.dictd_folders))
    reports.push_back({found.index_path, add_dictd(builder, found.index_path, found.side)});
  for (const std::string& path : sources.files) {
    if (path.ends_with(".index")) {
      reports.push_back({path, add_dictd(builder, path, HeadwordSide::kSource)});
    } else {
      const Utf8Text text = Utf8Text::checked(read_bytes(path, kLimitBytes), path);
      reports.push_back({path, add_word_list(builder, text.view(), path, {})});
    }
  }
  return {std::move(builder).build(), std::move(reports)};
}

}  // namespace muqabala
