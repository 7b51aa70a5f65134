// CLD2 (Sites 2013; naive Bayes over letter quadgrams and words) does the guessing. Around it:
// only a sample of a long text is read; vowel signs are taken off first, since classical Arabic
// printed with all of them is unlike anything CLD2 was trained on; and a script that only one
// language in our world writes is an answer where CLD2 has none.

#include "segment/text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "segment/detail/character_traits.h"
#include "segment/text/language_scripts.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr std::size_t kSampleBytes = std::size_t{64} << 10;
constexpr std::size_t kSamplePieces = 8;
// Share of the text that must be in the language for the guess to contradict anybody.
constexpr int kMinReliablePercent = 70;
// A script contradicts a language if less than this share of the letters is in its scripts.
constexpr double kMaxForeignShare = 0.9;

std::size_t character_begin(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

// All of a short text; of a long one pieces at even distances.
std::string sample(std::string_view text) {
  if (text.size() <= kSampleBytes) return std::string(text);
  constexpr std::size_t kPiece = kSampleBytes / kSamplePieces;
  std::string result;
  for (std::size_t i = 0; i < kSamplePieces; ++i) {
    const std::size_t from =
        character_begin(text, i * ((text.size() - kPiece) / (kSamplePieces - 1)));
    const std::size_t to = character_begin(text, from + kPiece);
    result.append(text.substr(from, to - from));
    result += '\n';
  }
  return result;
}

struct ScriptCount {
  std::int32_t script = USCRIPT_UNKNOWN;
  std::size_t letters = 0;
};

struct Letters {
  std::string text;                    // without what confuses CLD2
  std::vector<ScriptCount> by_script;  // few: in the order of their first letters
  std::size_t count = 0;
};

Letters letters_of(std::string_view text) {
  constexpr std::uint32_t kControls = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  const detail::CharacterTraitsTable& traits = detail::CharacterTraitsTable::get();
  Letters result;
  result.text.reserve(text.size());
  std::size_t copied = 0;  // up to here; what stays as it is is copied in runs
  std::size_t last = 0;    // into `by_script`: most letters are of the script of the one before
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const char32_t value = c.value;
    const std::size_t begin = at;
    at += c.size_bytes;
    const detail::CharacterTraits trait = traits[value];
    constexpr char32_t kTatweel = 0x0640;
    const bool arabic_sign = (value >= 0x0610 && value <= 0x061A) ||
                             (value >= 0x064B && value <= 0x065F) || value == 0x0670 ||
                             (value >= 0x06D6 && value <= 0x06ED);
    const bool is_format = (trait.category_mask() & U_GC_CF_MASK) != 0;
    const bool is_dropped = arabic_sign || value == kTatweel || (is_format && value != 0x200C);
    // CLD2 takes only what may stand in a text file; other controls make it refuse the whole.
    const bool is_control = (trait.category_mask() & kControls) != 0 || value >= 0xFFFE;
    if (is_dropped || is_control) {
      result.text += text.substr(copied, begin - copied);
      if (!is_dropped) result.text += ' ';
      copied = at;
    }
    if (is_dropped || (trait.category_mask() & U_GC_L_MASK) == 0) continue;
    ++result.count;
    if (last == result.by_script.size() || result.by_script[last].script != trait.script) {
      last = 0;
      while (last < result.by_script.size() && result.by_script[last].script != trait.script)
        ++last;
      if (last == result.by_script.size()) result.by_script.push_back({trait.script, 0});
    }
    ++result.by_script[last].letters;
  }
  result.text += text.substr(copied);
  return result;
}

// Of two with equally many letters the one that ICU has first.
std::int32_t main_script(const Letters& letters) {
  ScriptCount most;
  for (const ScriptCount& one : letters.by_script)
    if (one.letters > most.letters || (one.letters == most.letters && one.script < most.script))
      most = one;
  return most.script;
}

// The language of a script that writes one language, as far as this program is concerned.
std::string_view language_of(std::int32_t script) {
  switch (script) {
    case USCRIPT_ARABIC:
      return "ar";
    case USCRIPT_GREEK:
      return "el";
    case USCRIPT_HEBREW:
      return "he";
    case USCRIPT_HANGUL:
      return "ko";
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return "ja";
    case USCRIPT_THAI:
      return "th";
    case USCRIPT_ARMENIAN:
      return "hy";
    case USCRIPT_GEORGIAN:
      return "ka";
    default:
      return "";
  }
}

std::string primary_subtag(std::string_view tag) {
  const std::string canonical = canonical_language_tag(tag);
  return canonical.substr(0, canonical.find('-'));
}

// CLD2 speaks an older dialect of tags: `iw`, `jw`, `zh-Hant`, `xx-Qaai` for scripts.
std::string tag_of(CLD2::Language language) {
  if (language == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string code = CLD2::LanguageCode(language);
  if (code == "un" || code.starts_with("xx")) return {};
  return primary_subtag(code);
}

// A tag that is canonical as it stands, in the form that most callers give.
bool is_bare_language(std::string_view tag) {
  return (tag.size() == 2 || tag.size() == 3) &&
         std::all_of(tag.begin(), tag.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Standards so near to each other that neither people nor CLD2 tell them apart from a page.
std::string_view twin_group(std::string_view primary) {
  constexpr std::array<std::array<std::string_view, 2>, 11> kGroups = {{
      {"sr", "sh"},
      {"hr", "sh"},
      {"bs", "sh"},
      {"cnr", "sh"},
      {"id", "ms"},
      {"zsm", "ms"},
      {"zlm", "ms"},
      {"nb", "no"},
      {"nn", "no"},
      {"fil", "tl"},
      {"prs", "fa"},
  }};
  for (const auto& [member, group] : kGroups) {
    if (member == primary) return group;
  }
  return primary;
}

/// Asking ICU takes longer than counting the letters of an article, and of a collection the same
/// two languages are asked again and again.
const LanguageScripts& scripts_of(std::string_view language) {
  constexpr std::size_t kMostKept = 32;
  thread_local std::map<std::string, LanguageScripts, std::less<>> kept;
  const auto found = kept.find(language);
  if (found != kept.end()) return found->second;
  if (kept.size() == kMostKept) kept.clear();
  return kept.emplace(language, LanguageScripts(language)).first->second;
}

}  // namespace

LanguageGuess detect_language(std::string_view text) {
  const Letters letters = letters_of(sample(text));
  if (letters.count == 0) return {};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints no_hints = {nullptr, nullptr, 0, CLD2::UNKNOWN_LANGUAGE};
  constexpr bool kPlainText = true;
  CLD2::ExtDetectLanguageSummary(letters.text.data(), static_cast<int>(letters.text.size()),
                                 kPlainText, &no_hints, 0, languages, percents, scores, nullptr,
                                 &text_bytes, &reliable);
  const std::string language = tag_of(languages[0]);
  if (language.empty()) return {std::string(language_of(main_script(letters))), false};
  return {language,
          reliable && percents[0] >= kMinReliablePercent && letters.count >= kMinReliableLetters};
}

bool script_contradicts(std::string_view text, std::string_view language) {
  const Letters letters = letters_of(sample(text));
  const LanguageScripts& scripts = scripts_of(language);
  if (!scripts.is_known() || letters.count == 0) return false;
  std::size_t own = 0;
  for (const auto& [script, count] : letters.by_script) {
    if (scripts.contains(script)) own += count;
  }
  const std::size_t foreign = letters.count - own;
  return static_cast<double>(foreign) > kMaxForeignShare * static_cast<double>(letters.count);
}

bool same_language(std::string_view a, std::string_view b) {
  if (a == b && is_bare_language(a)) return true;
  const std::string primary_a = primary_subtag(a);
  const std::string primary_b = primary_subtag(b);
  return !primary_a.empty() && !primary_b.empty() && twin_group(primary_a) == twin_group(primary_b);
}

std::string canonical_language_tag(std::string_view tag) {
  if (tag.empty() || tag.find('\0') != std::string_view::npos) return {};
  std::string given(tag);
  std::replace(given.begin(), given.end(), '_', '-');
  // The standard leaves room for primary subtags of four to eight letters; none was ever
  // registered, and who writes `english` is better told.
  if (given.find('-') > 3 && given.size() > 3) return {};
  std::array<char, ULOC_FULLNAME_CAPACITY> name{};
  int32_t parsed = 0;
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(given.c_str(), name.data(), ULOC_FULLNAME_CAPACITY, &parsed, &status);
  if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING ||
      static_cast<std::size_t>(parsed) != given.size()) {
    return {};
  }
  icu::Locale locale(name.data());
  locale.canonicalize(status);
  auto canonical = locale.toLanguageTag<std::string>(status);
  return U_SUCCESS(status) ? canonical : std::string();
}

std::string iso639_3(std::string_view tag) {
  const std::string canonical = canonical_language_tag(tag);
  return canonical.empty() ? std::string() : icu::Locale(canonical.c_str()).getISO3Language();
}

}  // namespace muqabala
