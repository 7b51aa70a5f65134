#include "corpus/read_beads.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "align/evaluation.h"
#include "corpus/one_line.h"
#include "segment/base/error.h"
#include "segment/base/file_bytes.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

using Json = nlohmann::json;

/// The records of a book of a hundred thousand segments with their evidence.
constexpr std::size_t kMaxBeadsBytes = std::size_t{1} << 30;

/// A bead as it stands in the file.
struct WrittenBead {
  std::size_t line = 0;
  GoldBead numbers;
  std::vector<std::string> source_text = {};  ///< empty where the file holds none
  std::vector<std::string> target_text = {};
  std::vector<std::size_t> moved_to = {};
};

struct Line {
  std::size_t number = 0;
  std::string_view text;
};

std::vector<Line> lines_with_text(std::string_view text) {
  std::vector<Line> lines;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") != line.npos) lines.push_back({number, line});
  }
  return lines;
}

class RecordReader {
 public:
  RecordReader(std::string_view line, Place where) : where_(std::move(where)) {
    json_ = Json::parse(line, nullptr, false);
    if (!json_.is_object()) refuse("the line is no JSON object; every line holds one bead");
  }

  WrittenBead bead() const {
    return {.line = where_.line,
            .numbers = {.source = numbers("source", true), .target = numbers("target", true)},
            .source_text = texts("source_text"),
            .target_text = texts("target_text"),
            .moved_to = numbers("moved_to", false)};
  }

 private:
  [[noreturn]] void refuse(std::string_view reason) const {
    throw errors::malformed_beads(where_, reason);
  }

  const Json* list(const char* key, bool is_needed) const {
    const auto found = json_.find(key);
    if (found == json_.end()) {
      if (is_needed) refuse(fmt::format("it holds no \"{}\"", key));
      return nullptr;
    }
    if (!found->is_array()) refuse(fmt::format("its \"{}\" is no list", key));
    return &*found;
  }

  std::vector<std::size_t> numbers(const char* key, bool is_needed) const {
    std::vector<std::size_t> result;
    const Json* found = list(key, is_needed);
    if (found == nullptr) return result;
    for (const Json& number : *found) {
      if (!number.is_number_unsigned())
        refuse(fmt::format("its \"{}\" holds something that is no segment's number", key));
      result.push_back(number.get<std::size_t>());
    }
    return result;
  }

  std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> result;
    const Json* found = list(key, false);
    if (found == nullptr) return result;
    for (const Json& text : *found) {
      if (!text.is_string()) refuse(fmt::format("its \"{}\" holds something that is no text", key));
      result.push_back(text.get<std::string>());
    }
    return result;
  }

  Place where_;
  Json json_;
};

std::vector<WrittenBead> parse(std::string_view text, const std::string& path) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::vector<Line> lines = lines_with_text(text);
  std::vector<WrittenBead> beads;
  if (lines.empty() ||
      lines.front().text.find_first_not_of(" \t") != lines.front().text.find('{')) {
    std::vector<GoldBead> ladder = parse_ladder(text, path);
    for (std::size_t i = 0; i < ladder.size(); ++i)
      beads.push_back({.line = lines[i].number, .numbers = std::move(ladder[i])});
    return beads;
  }
  for (const Line& line : lines)
    beads.push_back(RecordReader(line.text, {.path = path, .line = line.number}).bead());
  return beads;
}

/// One side of the documents, and how far its beads have come.
class SideCheck {
 public:
  SideCheck(const SegmentedDocument& document, std::string_view side)
      : document_(document), side_(side) {}

  /// Takes the next segments; returns where they begin.
  std::size_t take(const std::vector<std::size_t>& numbers, const std::vector<std::string>& texts,
                   const Place& where) {
    const std::size_t begin = next_;
    for (const std::size_t number : numbers) {
      if (number >= document_.size())
        throw errors::malformed_beads(
            where, fmt::format("there is no segment {} in {}, which has {} (numbers count from 0)",
                               number, document_.document.file.path, document_.size()));
      if (number != next_)
        throw errors::malformed_beads(
            where, fmt::format("the next segment of the {} is {}, but the bead holds {}", side_,
                               next_, number));
      ++next_;
    }
    if (!texts.empty()) compare(begin, texts, where);
    return begin;
  }

  void finish(const std::string& path) const {
    if (next_ != document_.size())
      throw errors::malformed_beads(
          {.path = path},
          fmt::format("the beads hold {} segments of {}, which has {}; they were made for another "
                      "text, or with other --segments, --clauses or --srx",
                      next_, document_.document.file.path, document_.size()));
  }

 private:
  void compare(std::size_t begin, const std::vector<std::string>& texts, const Place& where) const {
    const auto is_same = [&](std::size_t i) {
      return one_line(texts[i - begin]) == one_line(document_.text(i));
    };
    for (std::size_t i = begin; i < std::min(next_, begin + texts.size()); ++i)
      if (!is_same(i))
        throw errors::malformed_beads(
            where, fmt::format("segment {} of the {} is another text now; the beads were made for "
                               "another version of {}",
                               i, side_, document_.document.file.path));
  }

  const SegmentedDocument& document_;
  std::string_view side_;
  std::size_t next_ = 0;
};

bool are_adjoining(const std::vector<std::size_t>& numbers) {
  for (std::size_t i = 1; i < numbers.size(); ++i)
    if (numbers[i] != numbers[0] + i) return false;
  return true;
}

/// Joins the omissions that tell where they were moved to with the additions there.
class Moves {
 public:
  Moves(SentenceAlignment& alignment, std::size_t target_count)
      : alignment_(alignment), additions_(target_count, kNone) {
    for (std::size_t b = 0; b < alignment.beads.size(); ++b)
      if (alignment.beads[b].is_addition())
        for (const TargetIndex j : alignment.beads[b].target) additions_[j.value()] = b;
  }

  void join(std::size_t omission, const WrittenBead& written, const std::string& path) {
    Bead& bead = alignment_.beads[omission];
    const std::vector<std::size_t>& to = written.moved_to;
    const TargetRange target{TargetIndex(to.front()), TargetIndex(to.back() + 1)};
    std::vector<Move>& moves = alignment_.moves;
    const bool goes_on = !moves.empty() && moves.back().target == target &&
                         moves.back().source.end_index == bead.source.begin_index;
    const auto is_free = [&](std::size_t j) {
      return j < additions_.size() && additions_[j] != kNone &&
             (goes_on || !alignment_.beads[additions_[j]].move);
    };
    if (!are_adjoining(to) || !std::all_of(to.begin(), to.end(), is_free))
      throw errors::malformed_beads(
          {.path = path, .line = written.line},
          "its \"moved_to\" holds segments that are no additions side by side, or in another move");
    if (goes_on) {
      moves.back().source.end_index = bead.source.end_index;
    } else {
      moves.push_back({.source = bead.source, .target = target});
    }
    bead.move = moves.size() - 1;
    for (const std::size_t j : to) alignment_.beads[additions_[j]].move = bead.move;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  SentenceAlignment& alignment_;
  std::vector<std::size_t> additions_;  ///< per target segment, its null bead
};

}  // namespace

SentenceAlignment read_beads(const std::string& path, const SegmentedDocument& source,
                             const SegmentedDocument& target) {
  const Utf8Text text = Utf8Text::checked(read_bytes(path, kMaxBeadsBytes), path);
  return parse_beads(text.view(), path, source, target);
}

SentenceAlignment parse_beads(std::string_view text, const std::string& path,
                              const SegmentedDocument& source, const SegmentedDocument& target) {
  const std::vector<WrittenBead> written = parse(text, path);
  SideCheck from(source, "original");
  SideCheck to(target, "translation");
  SentenceAlignment alignment;
  for (const WrittenBead& bead : written) {
    const Place where{.path = path, .line = bead.line};
    const auto& [sources, targets] = bead.numbers;
    if (sources.empty() && targets.empty())
      throw errors::malformed_beads(where, "the bead holds no segment");
    const SourceIndex s(from.take(sources, bead.source_text, where));
    const TargetIndex t(to.take(targets, bead.target_text, where));
    alignment.beads.push_back(
        {.source = {s, s + sources.size()}, .target = {t, t + targets.size()}});
  }
  from.finish(path);
  to.finish(path);
  Moves moves(alignment, target.size());
  for (std::size_t b = 0; b < written.size(); ++b)
    if (!written[b].moved_to.empty() && alignment.beads[b].is_omission())
      moves.join(b, written[b], path);
  return alignment;
}

}  // namespace muqabala
