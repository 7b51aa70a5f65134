#include "align/lexicon/gather.h"

#include <utility>

#include "align/lexicon/cldr_entries.h"
#include "align/lexicon/dictd.h"
#include "align/lexicon/word_list.h"
#include "segment/base/file_bytes.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr std::size_t kLimitBytes = std::size_t{512} << 20;

}  // namespace

GatheredLexicon gather_lexicon(std::string_view source_language, std::string_view target_language,
                               const LexiconSources& sources) {
  LexiconBuilder builder(source_language, target_language);
  std::vector<LexiconReport> reports;
  add_cldr(builder, source_language, target_language);
  reports.push_back({.name = "CLDR"});
  for (const SystemDictionary& found :
       find_dictd(source_language, target_language, sources.dictd_folders))
    reports.push_back({found.index_path, add_dictd(builder, found.index_path, found.side)});
  for (const std::string& path : sources.files) {
    if (path.ends_with(".index")) {
      reports.push_back({path, add_dictd(builder, path, HeadwordSide::kSource)});
    } else {
      const Utf8Text text = Utf8Text::checked(read_bytes(path, kLimitBytes), path);
      reports.push_back({path, add_word_list(builder, text.view(), path)});
    }
  }
  return {std::move(builder).build(), std::move(reports)};
}

}  // namespace muqabala
