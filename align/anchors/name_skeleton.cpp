#include "align/anchors/name_skeleton.h"

#include <algorithm>
#include <array>
#include <utility>

#include "segment/text/cldr.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

// The common alphabet: Latin letters for themselves, and
//   S sh, C ch, X kh, G gh, 0 th, 1 dh, T D Z c the emphatic ط ض ظ ص.

struct ArabicConsonant {
  char32_t letter;
  char consonant;
};
constexpr std::array<ArabicConsonant, 31> kArabic{{
    {U'ب', 'b'}, {U'ت', 't'}, {U'ث', '0'}, {U'ج', 'j'}, {U'ح', 'h'}, {U'خ', 'X'}, {U'د', 'd'},
    {U'ذ', '1'}, {U'ر', 'r'}, {U'ز', 'z'}, {U'س', 's'}, {U'ش', 'S'}, {U'ص', 'c'}, {U'ض', 'D'},
    {U'ط', 'T'}, {U'ظ', 'Z'}, {U'غ', 'G'}, {U'ف', 'f'}, {U'ق', 'q'}, {U'ك', 'k'}, {U'ل', 'l'},
    {U'م', 'm'}, {U'ن', 'n'}, {U'ه', 'h'}, {U'و', 'w'}, {U'ي', 'y'}, {U'پ', 'p'}, {U'چ', 'C'},
    {U'ڤ', 'v'}, {U'گ', 'g'}, {U'ژ', 'j'},
}};

struct Digraph {
  std::string_view letters;
  std::string_view consonants;
};
constexpr std::array<Digraph, 12> kDigraphs{{
    {"sch", "S"},
    {"tch", "C"},
    {"sh", "S"},
    {"th", "0"},
    {"kh", "X"},
    {"gh", "G"},
    {"ch", "C"},
    {"ph", "f"},
    {"dh", "1"},
    {"zh", "j"},
    {"ck", "k"},
    {"x", "ks"},
}};

/// Consonants within one group are exchanged between transliterations of one name.
constexpr std::array<std::string_view, 12> kExchanged{"bp",   "fvw",  "gjk", "gqkG", "t0Ts", "dD1z",
                                                      "Zz1D", "XkhC", "SC",  "scz",  "CSk",  "jGC"};
constexpr double kExchangeCost = 0.15;
constexpr double kSubstitutionCost = 1.0;

/// Costs of edits, per consonant or pair of them: comparing names asks for nothing else, millions
/// of times for a book.
struct EditCosts {
  static constexpr std::size_t kLetters = 128;
  std::array<double, kLetters> deletion{};
  std::array<std::array<double, kLetters>, kLetters> substitution{};
};

constexpr EditCosts make_edit_costs() {
  EditCosts costs;
  costs.deletion.fill(0.9);
  costs.deletion['w'] = costs.deletion['y'] = 0.1;
  costs.deletion['h'] = 0.3;
  for (auto& row : costs.substitution) row.fill(kSubstitutionCost);
  for (const std::string_view group : kExchanged)
    for (const char a : group)
      for (const char b : group)
        costs.substitution[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] =
            kExchangeCost;
  for (std::size_t a = 0; a < EditCosts::kLetters; ++a) costs.substitution[a][a] = 0;
  return costs;
}
constexpr EditCosts kEditCosts = make_edit_costs();

/// What follows one of these with the rest intact is tried without it: و ف ب ل ك and ال.
constexpr std::string_view kClitics[] = {"",   "و",   "ب",   "ل",  "ف",  "ك",
                                         "ال", "وال", "بال", "لل", "كال"};

bool is_latin_letter(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_arabic_letter(char32_t c) { return c >= 0x0621 && c <= 0x06D3; }

/// Collects consonants; one written twice in a row counts once.
class SkeletonWriter {
 public:
  void consonant(char c) {
    if (c != last_) skeleton_ += c;
    last_ = c;
  }
  void vowel() { last_ = '\0'; }
  std::string take() && { return std::move(skeleton_); }

 private:
  std::string skeleton_;
  char last_ = '\0';
};

std::string latin_skeleton(std::string_view word) {
  SkeletonWriter skeleton;
  for (std::size_t at = 0; at < word.size();) {
    const auto digraph = std::find_if(kDigraphs.begin(), kDigraphs.end(), [&](const Digraph& d) {
      return word.substr(at).starts_with(d.letters);
    });
    if (digraph != kDigraphs.end()) {
      for (const char consonant : digraph->consonants) skeleton.consonant(consonant);
      at += digraph->letters.size();
      continue;
    }
    const char letter = word[at++];
    if (!is_latin_letter(static_cast<unsigned char>(letter)) ||
        std::string_view("aeiou").find(letter) != std::string_view::npos) {
      skeleton.vowel();
      continue;
    }
    const bool soft =
        at < word.size() && std::string_view("eiy").find(word[at]) != std::string_view::npos;
    skeleton.consonant(letter == 'c' ? (soft ? 's' : 'k') : letter);
  }
  return std::move(skeleton).take();
}

std::string arabic_skeleton(std::string_view word) {
  SkeletonWriter skeleton;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    at += c.size_bytes;
    const auto known = std::find_if(kArabic.begin(), kArabic.end(),
                                    [&](const ArabicConsonant& a) { return a.letter == c.value; });
    if (known != kArabic.end())
      skeleton.consonant(known->consonant);
    else
      skeleton.vowel();
  }
  return std::move(skeleton).take();
}

}  // namespace

std::string name_skeleton(std::string_view folded_word) {
  if (folded_word.empty()) return {};
  const char32_t first = code_point_at(folded_word, 0).value;
  if (is_latin_letter(first)) return latin_skeleton(folded_word);
  if (is_arabic_letter(first)) return arabic_skeleton(folded_word);
  return latin_skeleton(romanise(folded_word));
}

std::vector<std::string_view> without_clitics(std::string_view folded_word) {
  std::vector<std::string_view> rests;
  for (const std::string_view clitic : kClitics)
    if (folded_word.starts_with(clitic)) rests.push_back(folded_word.substr(clitic.size()));
  return rests;
}

std::vector<std::string> skeletons_without_clitics(const std::vector<std::string>& surfaces) {
  std::vector<std::string> skeletons;
  for (const std::string& surface : surfaces)
    for (const std::string_view rest : without_clitics(surface)) {
      std::string skeleton = name_skeleton(rest);
      if (skeleton.size() >= kLeastNameConsonants) skeletons.push_back(std::move(skeleton));
    }
  std::sort(skeletons.begin(), skeletons.end());
  skeletons.erase(std::unique(skeletons.begin(), skeletons.end()), skeletons.end());
  return skeletons;
}

std::string skeleton_class(std::string_view skeleton) {
  std::string classes;
  const auto push = [&](char c) {
    if (classes.empty() || classes.back() != c) classes += c;
  };
  for (const char consonant : skeleton) {
    switch (consonant) {
      case 'w':
      case 'y':
      case 'h':
        break;
      case 'p':
        push('b');
        break;
      case 'v':
        push('f');
        break;
      case 'j':
      case 'q':
      case 'k':
      case 'X':
      case 'G':
        push('g');
        break;
      case '0':
      case 'T':
      case 'd':
      case 'D':
      case '1':
        push('t');
        break;
      case 'c':
      case 'z':
      case 'Z':
      case 'S':
      case 'C':
        push('s');
        break;
      default:
        push(consonant);
    }
  }
  return classes;
}

double skeleton_similarity(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return 0;
  // A longer name than this is no name; the array costs no allocation.
  constexpr std::size_t kMostConsonants = 63;
  a = a.substr(0, kMostConsonants);
  b = b.substr(0, kMostConsonants);
  std::array<double, kMostConsonants + 1> row;
  const auto deleted = [](char c) { return kEditCosts.deletion[static_cast<std::size_t>(c)]; };
  row[0] = 0;
  for (std::size_t j = 1; j <= b.size(); ++j) row[j] = row[j - 1] + deleted(b[j - 1]);
  for (const char consonant : a) {
    const auto& substitution = kEditCosts.substitution[static_cast<std::size_t>(consonant)];
    double diagonal = row[0];
    row[0] += deleted(consonant);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const double substituted = diagonal + substitution[static_cast<std::size_t>(b[j - 1])];
      diagonal = row[j];
      row[j] = std::min({row[j] + deleted(consonant), row[j - 1] + deleted(b[j - 1]), substituted});
    }
  }
  return 1.0 - row[b.size()] / static_cast<double>(std::max(a.size(), b.size()));
}

}  // namespace muqabala
