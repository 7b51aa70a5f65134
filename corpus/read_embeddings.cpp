#include "corpus/read_embeddings.h"

#include <fmt/format.h>

#include <bit>
#include <cstring>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/one_line.h"
#include "segment/base/error.h"
#include "segment/base/mapped_file.h"

namespace muqabala {
namespace {

static_assert(std::endian::native == std::endian::little, "vectors are read as they are on disk");

/// Ten runs of each of a hundred thousand segments, of 2048 dimensions.
constexpr std::size_t kMaxVectorBytes = std::size_t{8} << 30;
constexpr std::size_t kMaxTextBytes = std::size_t{4} << 30;
/// No sentence encoder has more.
constexpr std::size_t kMostDimensions = 16384;

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t begin = line.find_first_not_of(kBlank);
  if (begin == line.npos) return {};
  return line.substr(begin, line.find_last_not_of(kBlank) - begin + 1);
}

/// The number of each line, from 0; of equal lines the first.
class Lines {
 public:
  explicit Lines(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      numbers_.emplace(trimmed(text.substr(begin, end - begin)), count_++);
      begin = end + 1;
    }
  }

  std::size_t count() const { return count_; }

  const std::size_t* find(std::string_view line) const {
    const auto found = numbers_.find(trimmed(line));
    return found == numbers_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<std::string_view, std::size_t> numbers_;
  std::size_t count_ = 0;
};

class Vectors {
 public:
  Vectors(const EmbeddingFiles& files, std::size_t count)
      : files_(files), file_(MappedFile::open(files.vectors, kMaxVectorBytes)) {
    constexpr std::size_t kNumberBytes = sizeof(float);
    const std::size_t bytes = file_.bytes().size();
    if (count == 0) refuse_text("it holds no lines");
    if (bytes == 0 || bytes % (count * kNumberBytes) != 0)
      refuse(
          fmt::format("its {} bytes are not a whole number of 32-bit floats for each of the {} "
                      "lines of {}; both must come from one run of the encoder",
                      bytes, count, files.text));
    dimensions_ = bytes / count / kNumberBytes;
    if (dimensions_ > kMostDimensions)
      refuse(
          fmt::format("{} numbers for each of the {} lines of {} are more than any encoder "
                      "gives; is it the text that belongs to it?",
                      dimensions_, count, files.text));
  }

  std::size_t dimensions() const { return dimensions_; }

  Eigen::VectorXf vector(std::size_t line) const {
    Eigen::VectorXf vector(static_cast<Eigen::Index>(dimensions_));
    const std::size_t bytes = dimensions_ * sizeof(float);
    std::memcpy(vector.data(), file_.bytes().data() + line * bytes, bytes);
    if (!vector.allFinite())
      refuse(fmt::format("the vector of line {} of {} holds what is not a number", line + 1,
                         files_.text));
    return vector;
  }

  [[noreturn]] void refuse(std::string_view reason) const {
    throw errors::malformed_embeddings({.path = files_.vectors}, reason);
  }
  [[noreturn]] void refuse_text(std::string_view reason) const {
    throw errors::malformed_embeddings({.path = files_.text}, reason);
  }

 private:
  const EmbeddingFiles& files_;
  MappedFile file_;
  std::size_t dimensions_ = 0;
};

}  // namespace

SegmentEmbeddings read_embeddings(const EmbeddingFiles& files, SegmentedDocument& document,
                                  std::size_t dimensions) {
  const MappedFile text = MappedFile::open(files.text, kMaxTextBytes);
  const Lines lines(text.bytes());
  const Vectors vectors(files, lines.count());
  if (dimensions != 0 && vectors.dimensions() != dimensions)
    vectors.refuse(
        fmt::format("its vectors have {} dimensions and those of the other side {}; "
                    "both sides need one encoder",
                    vectors.dimensions(), dimensions));

  std::vector<Eigen::MatrixXf> of_runs;
  std::size_t unknown = 0;
  for (std::size_t length = 1; length <= SegmentEmbeddings::kKeptRuns; ++length) {
    Eigen::MatrixXf& of_length =
        of_runs.emplace_back(Eigen::MatrixXf::Zero(static_cast<Eigen::Index>(vectors.dimensions()),
                                                   static_cast<Eigen::Index>(document.size())));
    for (std::size_t i = 0; i + length <= document.size(); ++i) {
      const std::string run = one_line(document, i, i + length);
      if (run.empty()) continue;
      if (const std::size_t* line = lines.find(run))
        of_length.col(static_cast<Eigen::Index>(i)) = vectors.vector(*line);
      else if (length == 1)
        ++unknown;
    }
  }
  if (of_runs[0].isZero())
    vectors.refuse_text(
        fmt::format("none of its lines is a segment of {}; write the segments by 'muqabala segment "
                    "{} --to text' with the same options, and encode these",
                    document.document.file.path, document.document.file.path));
  if (unknown > 0)
    document.document.diagnostics.push_back(
        {.level = DiagnosticLevel::kWarning,
         .where = {.path = document.document.file.path},
         .message = fmt::format("{} of {} segments do not stand in {}, so they are paired without "
                                "embeddings",
                                unknown, document.size(), files.text)});
  return SegmentEmbeddings(std::move(of_runs));
}

PairEmbeddings read_embeddings(const EmbeddingFiles& source_files, SegmentedDocument& source,
                               const EmbeddingFiles& target_files, SegmentedDocument& target) {
  SegmentEmbeddings of_source = read_embeddings(source_files, source, 0);
  SegmentEmbeddings of_target = read_embeddings(target_files, target, of_source.dimensions());
  return {.source = std::move(of_source), .target = std::move(of_target)};
}

}  // namespace muqabala
