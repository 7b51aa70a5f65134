// Expected counts of Model 1 (Brown et al. 1993, section 4.1), document by document.
//
// Every pair of documents is trained on its own, so its counts do not depend on which others are
// counted in the same run, and the counts of shards add up to those of the whole. A further round
// of EM over a collection takes the sum of the round before as a lexicon. O(word pairs in beads).

#include "align/lexicon/link_counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>
#include <unordered_map>
#include <vector>

#include "align/lexicon/link_words.h"
#include "align/model1.h"
#include "align/self_training.h"
#include "align/text_side.h"
#include "segment/base/error.h"
#include "segment/base/parse_number.h"
#include "segment/base/split.h"
#include "segment/text/folding.h"
#include "segment/text/language.h"

namespace muqabala {
namespace {

constexpr std::string_view kName = "#muqabala-link-counts ";
/// Version 1 held no lines.
constexpr std::string_view kVersion = "2";
constexpr std::array<std::string_view, 2> kReadVersions = {"1", kVersion};
/// What the counts of a line begin with, by its side. No word holds this sign.
constexpr std::string_view kSourceLine = "#source";
constexpr std::string_view kTargetLine = "#target";
constexpr double kUnit = 1 << 20;
/// Sums stay far from the end of 64 bits, whatever is added.
constexpr std::int64_t kGreatest = std::numeric_limits<std::int64_t>::max() / 4;
/// So do sums of counts of lines, of which a file can hold no 2^31.
constexpr std::int64_t kMostDocuments = std::int64_t{1} << 32;
/// Links below this expectation in a document are chance.
constexpr double kLeastCount = 0.05;
/// An entry was seen about twice, both directions together. With half of it, what held-out hadith
/// gained (strict .918 -> .933) was lost on held-out news (drop .951 -> .908).
constexpr std::int64_t kLeastEntryCount = std::int64_t{3} << 20;
constexpr float kLeastWeight = 0.1F;

struct UsedWord {
  std::uint32_t type = 0;
  std::uint32_t word = 0;  ///< number of the folded surface
};

/// The words of a side as they are written, folded, with numbers of their own.
struct Surfaces {
  std::vector<std::string> words;
  std::vector<std::uint32_t> of_use;  ///< per use; meaningful for words only

  Surfaces(const SegmentedDocument& document, const TextSide& side) {
    const std::string_view text = document.document.text.view();
    std::unordered_map<std::string, std::uint32_t> ids;
    for (const WordUse& use : side.uses) {
      std::string word = fold_key(text.substr(use.begin_bytes, use.size_bytes));
      const auto [at, is_new] =
          ids.try_emplace(std::move(word), static_cast<std::uint32_t>(words.size()));
      if (is_new) words.push_back(at->first);
      of_use.push_back(at->second);
    }
  }
};

template <class Index>
std::vector<UsedWord> words_of(const TextSide& side, const Surfaces& surfaces,
                               IndexRange<Index> segments) {
  std::vector<UsedWord> words;
  for (const Index i : segments)
    for (std::size_t k = side.first_use[i.value()]; k < side.first_use[i.value() + 1]; ++k)
      words.push_back({side.uses[k].type, surfaces.of_use[k]});
  return words;
}

struct Pair {
  std::uint32_t given = 0;
  std::uint32_t told = 0;
  auto operator<=>(const Pair&) const = default;
};

/// Adds what each told word owes to each given word of a bead.
void count_links(const std::vector<UsedWord>& given, const std::vector<UsedWord>& told,
                 const DirectedTable& table, std::map<Pair, double>& counts) {
  std::vector<double> ratios(given.size());
  for (const UsedWord& y : told) {
    double sum = 0;
    for (std::size_t k = 0; k < given.size(); ++k)
      sum += ratios[k] = static_cast<double>(table.ratio.coeff(
          static_cast<Eigen::Index>(given[k].type), static_cast<Eigen::Index>(y.type)));
    if (sum == 0) continue;
    const double background = static_cast<double>(table.background[y.type]);
    const double foreground = (1 - background) / static_cast<double>(given.size());
    for (std::size_t k = 0; k < given.size(); ++k)
      if (ratios[k] > 0)
        counts[{given[k].word, y.word}] += foreground * ratios[k] / (background + foreground * sum);
  }
}

bool is_kept(double count) { return count >= kLeastCount; }

std::int64_t fixed(double count) { return std::llround(count * kUnit); }

bool has_letters(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z');
  });
}

bool read_count(std::string_view digits, std::int64_t& count) {
  const auto number = parse_number<std::int64_t>(digits);
  if (!number || *number < 0 || *number > kGreatest) return false;
  count = *number;
  return true;
}

/// False for what `write` does not write.
bool add_line(const std::vector<std::string_view>& fields, LineCounts& lines) {
  if (fields.size() != 4) return false;
  const auto key = parse_number<std::uint64_t>(fields[1]);
  LineCounts::Count count;
  if (!key || !read_count(fields[2], count.documents) || !read_count(fields[3], count.paired) ||
      count.documents > kMostDocuments || count.paired > count.documents)
    return false;
  lines.add(*key, count);
  return true;
}

void write(const LineCounts& lines, std::string_view side, std::string& text) {
  for (const auto& [key, count] : lines.all())
    fmt::format_to(std::back_inserter(text), "{}\t{}\t{}\t{}\n", side, key, count.documents,
                   count.paired);
}

}  // namespace

void LinkCounts::add(const SegmentedDocument& source, const SegmentedDocument& target,
                     const SentenceAlignment& alignment, const Lexicon& lexicon) {
  add_words(source, target, alignment, lexicon);
  const SeenLines lines = seen_lines(source, target, alignment);
  source_lines_.add(lines.source);
  target_lines_.add(lines.target);
}

void LinkCounts::add_words(const SegmentedDocument& source, const SegmentedDocument& target,
                           const SentenceAlignment& alignment, const Lexicon& lexicon) {
  const TextSide from = index_words(source);
  const TextSide to = index_words(target);
  std::vector<SegmentPair> pairs;
  for (const Bead& bead : alignment.beads)
    if (is_trusted(bead.source.size(), bead.target.size(), bead.cost_nats))
      pairs.push_back({bead.source, bead.target});
  if (pairs.empty()) return;
  const TranslationTable table = train_model1(from, to, pairs, link_words(from, to, lexicon), {});

  const Surfaces source_words(source, from);
  const Surfaces target_words(target, to);
  std::map<Pair, double> forwards;
  std::map<Pair, double> backwards;
  for (const SegmentPair& pair : pairs) {
    const std::vector<UsedWord> s = words_of(from, source_words, pair.source);
    const std::vector<UsedWord> t = words_of(to, target_words, pair.target);
    count_links(s, t, table.target_given_source, forwards);
    count_links(t, s, table.source_given_target, backwards);
  }
  const auto at = [&](std::uint32_t s, std::uint32_t t) -> Count* {
    const std::string& source_word = source_words.words[s];
    const std::string& target_word = target_words.words[t];
    if (!has_letters(source_word) || !has_letters(target_word)) return nullptr;
    return &counts_[{source_word, target_word}];
  };
  for (const auto& [pair, count] : forwards)
    if (is_kept(count))
      if (Count* sum = at(pair.given, pair.told)) sum->target_given_source += fixed(count);
  for (const auto& [pair, count] : backwards)
    if (is_kept(count))
      if (Count* sum = at(pair.told, pair.given)) sum->source_given_target += fixed(count);
}

void LinkCounts::add_text(std::string_view text, const std::string& path) {
  std::size_t line_number = 0;
  const auto fault = [&](std::string_view reason) {
    return errors::malformed_lexicon({.path = path, .line = line_number}, reason);
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    ++line_number;
    // The last line ends in a newline as well, or the file was cut off.
    if (end == text.size()) throw fault("the file is cut off; learn or merge it again");
    text.remove_prefix(end + 1);
    const std::vector<std::string_view> fields = split(line, '\t');
    if (line_number == 1) {
      if (!line.starts_with(kName) || fields.size() != 3)
        throw fault("is not what 'muqabala lexicon learn' writes");
      if (std::find(kReadVersions.begin(), kReadVersions.end(), fields[0].substr(kName.size())) ==
          kReadVersions.end())
        throw fault("was learned by another version of muqabala; learn it again");
      if (!same_language(fields[1], source_language_) ||
          !same_language(fields[2], target_language_))
        throw fault(fmt::format("it was learned for '{}' and '{}', not for '{}' and '{}'",
                                fields[1], fields[2], source_language_, target_language_));
      continue;
    }
    if (fields[0] == kSourceLine || fields[0] == kTargetLine) {
      if (!add_line(fields, fields[0] == kSourceLine ? source_lines_ : target_lines_))
        throw fault("expected 'side<TAB>line<TAB>documents<TAB>paired'");
      continue;
    }
    Count count;
    if (fields.size() != 4 || fields[0].empty() || fields[1].empty() ||
        !read_count(fields[2], count.target_given_source) ||
        !read_count(fields[3], count.source_given_target))
      throw fault("expected 'word<TAB>word<TAB>count<TAB>count'");
    Count& sum = counts_[{std::string(fields[0]), std::string(fields[1])}];
    sum.target_given_source += count.target_given_source;
    sum.source_given_target += count.source_given_target;
    if (sum.target_given_source > kGreatest || sum.source_given_target > kGreatest)
      throw fault("the counts are too large to be added up");
  }
  if (line_number == 0) throw fault("is not what 'muqabala lexicon learn' writes");
}

std::string LinkCounts::to_text() const {
  std::string text =
      fmt::format("{}{}\t{}\t{}\n", kName, kVersion, source_language_, target_language_);
  for (const auto& [words, count] : counts_)
    fmt::format_to(std::back_inserter(text), "{}\t{}\t{}\t{}\n", words.source, words.target,
                   count.target_given_source, count.source_given_target);
  write(source_lines_, kSourceLine, text);
  write(target_lines_, kTargetLine, text);
  return text;
}

std::size_t LinkCounts::add_to(LexiconBuilder& builder) const {
  std::unordered_map<std::string_view, double> of_source;
  std::unordered_map<std::string_view, double> of_target;
  for (const auto& [words, count] : counts_) {
    of_source[words.source] += static_cast<double>(count.target_given_source);
    of_target[words.target] += static_cast<double>(count.source_given_target);
  }
  const auto share = [](std::int64_t count, double total) {
    return total > 0 ? static_cast<float>(static_cast<double>(count) / total) : 0.0F;
  };
  std::size_t entries = 0;
  for (const auto& [words, count] : counts_) {
    if (count.target_given_source + count.source_given_target < kLeastEntryCount) continue;
    // A word of the core lexicon weighs 1: the sum of both shares in place of their mean could
    // outweigh it, and held-out hadith had strict .918, not .924.
    const float weight = (share(count.target_given_source, of_source[words.source]) +
                          share(count.source_given_target, of_target[words.target])) /
                         2;
    if (weight < kLeastWeight) continue;
    builder.add(words.source, words.target, weight, LinkOrigin::kLearned);
    ++entries;
  }
  builder.add_lines(source_lines_.recurring(), target_lines_.recurring());
  return entries;
}

bool is_link_counts(std::string_view bytes) { return bytes.starts_with(kName); }

std::optional<LinkLanguages> languages_of_link_counts(std::string_view bytes) {
  const std::vector<std::string_view> fields = split(bytes.substr(0, bytes.find('\n')), '\t');
  if (!is_link_counts(bytes) || fields.size() != 3) return std::nullopt;
  return LinkLanguages{.source = fields[1], .target = fields[2]};
}

}  // namespace muqabala
