#include "corpus/collection/pairing/settle_sides.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <utility>

#include "corpus/in_parallel.h"
#include "corpus/read_document.h"
#include "segment/base/error.h"
#include "segment/text/language.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

/// What a look at a file tells.
struct Glance {
  LanguageGuess guess = {};
  std::string opening = {};  ///< of the text, where the guess is not sure
  std::optional<std::string> fault = {};
};

enum class Side { kSource, kTarget, kMixed };

struct PlacedDocument {
  const ListedDocument* file = nullptr;
  Side side = Side::kMixed;
  Glance glance = {};
};

std::vector<PlacedDocument> place_all(const DocumentSets& documents) {
  std::vector<PlacedDocument> placed;
  for (const ListedDocument& file : documents.sources) placed.push_back({&file, Side::kSource});
  for (const ListedDocument& file : documents.targets) placed.push_back({&file, Side::kTarget});
  for (const ListedDocument& file : documents.mixed) placed.push_back({&file, Side::kMixed});
  return placed;
}

/// So much of a text shows its script.
constexpr std::size_t kOpeningBytes = 4096;

/// Manifests are lines of UTF-8.
void refuse_unlistable(const std::string& path) {
  if (find_utf8_fault(path))
    throw errors::unreadable(path, "its name is not UTF-8, as a manifest is; rename it");
  if (std::any_of(path.begin(), path.end(), [](unsigned char c) { return c < ' '; }))
    throw errors::unreadable(path, "its name holds a tab, a line end or the like; rename it");
}

Glance glance_at(const std::string& path, const ReadOptions& options) {
  try {
    refuse_unlistable(path);
    const Document document = read_document(path, options);
    const std::string_view text = document.text.view();
    Glance glance{.guess = detect_language(text)};
    if (!glance.guess.reliable) glance.opening = front_of(text, kOpeningBytes);
    return glance;
  } catch (const Error& error) {
    return {.fault = error.message()};
  }
}

/// How many documents of `side` are surely in each language, the commonest first.
std::vector<std::string> languages_of(const std::vector<PlacedDocument>& documents, Side side) {
  std::map<std::string, std::size_t> counts;
  for (const PlacedDocument& document : documents)
    if (document.side == side && document.glance.guess.reliable)
      ++counts[document.glance.guess.language];
  std::vector<std::string> languages;
  for (const auto& [language, count] : counts) languages.push_back(language);
  std::stable_sort(languages.begin(), languages.end(),
                   [&](const auto& a, const auto& b) { return counts[a] > counts[b]; });
  return languages;
}

struct Languages {
  std::string source;
  std::string target;
};

std::string stated(const std::string& language, std::string_view option) {
  if (language.empty()) return {};
  std::string tag = canonical_language_tag(language);
  if (tag.empty()) throw errors::not_a_language_tag(option, language);
  return tag;
}

/// Fills in what is not stated from what was found.
Languages settle_languages(const std::vector<PlacedDocument>& documents,
                           const PairingOptions& options) {
  Languages languages{.source = stated(options.source_language, "--source-lang"),
                      .target = stated(options.target_language, "--target-lang")};
  const auto take = [](std::string& language, const std::vector<std::string>& found,
                       const std::string& other) {
    if (!language.empty()) return;
    for (const std::string& one : found) {
      if (!other.empty() && same_language(one, other)) continue;
      language = one;
      return;
    }
  };
  take(languages.source, languages_of(documents, Side::kSource), languages.target);
  take(languages.target, languages_of(documents, Side::kTarget), languages.source);
  const std::vector<std::string> mixed = languages_of(documents, Side::kMixed);
  const bool chooses_both = languages.source.empty() && languages.target.empty();
  take(languages.source, mixed, languages.target);
  take(languages.target, mixed, languages.source);
  if (chooses_both && !languages.target.empty() && languages.target < languages.source)
    std::swap(languages.source, languages.target);
  if (languages.source.empty() || languages.target.empty())
    throw errors::nothing_to_pair(languages.source.empty() ? languages.target : languages.source);
  if (same_language(languages.source, languages.target))
    throw errors::bad_usage(
        fmt::format("both sides are in '{}'; say what is to be paired with "
                    "--source-lang and --target-lang",
                    languages.source));
  return languages;
}

/// Whether a document may be in `language`.
bool fits(const Glance& glance, std::string_view language) {
  return glance.guess.reliable ? same_language(glance.guess.language, language)
                               : !script_contradicts(glance.opening, language);
}

/// The side of a document, if its language has one.
std::optional<Side> side_of(const PlacedDocument& document, const Languages& languages) {
  const Glance& glance = document.glance;
  if (glance.fault) return std::nullopt;
  const bool as_source = document.side != Side::kTarget && fits(glance, languages.source);
  const bool as_target = document.side != Side::kSource && fits(glance, languages.target);
  if (as_source && as_target)  // one script: only the guess can tell, be it an unsure one
    return same_language(glance.guess.language, languages.target) ? Side::kTarget : Side::kSource;
  if (as_source) return Side::kSource;
  if (as_target) return Side::kTarget;
  return std::nullopt;
}

LoneDocument without_side(const PlacedDocument& document) {
  const Glance& glance = document.glance;
  return {.path = document.file->path,
          .language = glance.guess.language,
          .reason = glance.fault ? LoneReason::kUnreadable : LoneReason::kOtherLanguage,
          .detail = glance.fault.value_or("")};
}

}  // namespace

SettledSides settle_sides(const DocumentSets& documents, const PairingOptions& options) {
  std::vector<PlacedDocument> placed = place_all(documents);
  std::atomic<std::size_t> done{0};
  in_parallel(placed.size(), options.threads, [&](std::size_t i) {
    placed[i].glance = glance_at(placed[i].file->path, options.pipeline.read);
    if (options.on_progress) options.on_progress(PairingStep::kDetect, ++done, placed.size());
  });
  const Languages languages = settle_languages(placed, options);
  SettledSides sides{.source_language = languages.source, .target_language = languages.target};
  for (const PlacedDocument& document : placed) {
    const std::optional<Side> side = side_of(document, languages);
    if (!side)
      sides.alone.push_back(without_side(document));
    else if (*side == Side::kSource)
      sides.sources.push_back(*document.file);
    else
      sides.targets.push_back(*document.file);
  }
  const auto by_path = [](const ListedDocument& a, const ListedDocument& b) {
    return a.path < b.path;
  };
  std::sort(sides.sources.begin(), sides.sources.end(), by_path);
  std::sort(sides.targets.begin(), sides.targets.end(), by_path);
  return sides;
}

}  // namespace muqabala
