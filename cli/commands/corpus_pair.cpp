#include "cli/commands/corpus_pair.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "cli/progress.h"
#include "corpus/output_file.h"
#include "segment/base/error.h"
#include "segment/base/line_reader.h"

namespace muqabala::cli {
namespace {

/// So many that stay alone are named on standard error.
constexpr std::size_t kMostTold = 20;
constexpr std::size_t kLongestPath = 1 << 16;

bool is_folder(const std::string& path) {
  std::error_code none;
  return std::filesystem::is_directory(path, none);
}

std::vector<std::string> read_list(const std::string& path) {
  std::vector<std::string> paths;
  LineReader lines(path, kLongestPath);
  while (const auto line = lines.next())
    if (!line->empty()) paths.emplace_back(*line);
  return paths;
}

DocumentSets documents_of(const CorpusPairJob& job) {
  if (job.list.empty() && job.paths.size() == 2 &&
      std::all_of(job.paths.begin(), job.paths.end(), is_folder))
    return {.sources = list_documents(job.paths[0]),
            .targets = list_documents(job.paths[1]),
            .mixed = {}};
  std::vector<std::string> paths = job.paths;
  if (!job.list.empty()) {
    const std::vector<std::string> listed = read_list(job.list);
    paths.insert(paths.end(), listed.begin(), listed.end());
  }
  return {.sources = {}, .targets = {}, .mixed = list_documents(paths)};
}

std::string_view what_goes_on(PairingStep step) {
  switch (step) {
    case PairingStep::kDetect:
      return "telling languages";
    case PairingStep::kRead:
      return "reading words";
    case PairingStep::kSearch:
      return "looking for candidates";
    case PairingStep::kAlign:
      break;
  }
  return "aligning candidates";
}

DocumentPairing pair(const CorpusPairJob& job, const Messages& messages) {
  Progress progress(messages);
  PairingOptions options = job.pairing;
  options.on_progress = [&](PairingStep step, std::size_t done, std::size_t all) {
    progress.show(fmt::format("{}: {} of {}", what_goes_on(step), done, all));
  };
  return pair_documents(documents_of(job), options);
}

std::string counts_of(const DocumentPairing& pairing) {
  constexpr std::array kReasons = {LoneReason::kNoCandidate, LoneReason::kBelowThreshold,
                                   LoneReason::kRivalBetter, LoneReason::kOtherLanguage,
                                   LoneReason::kUnreadable};
  std::string counts;
  for (const LoneReason reason : kReasons) {
    const auto count =
        std::count_if(pairing.alone.begin(), pairing.alone.end(),
                      [&](const LoneDocument& document) { return document.reason == reason; });
    if (count > 0)
      counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", count, name(reason));
  }
  return counts;
}

void tell(const DocumentPairing& pairing, const CorpusPairJob& job, const Messages& messages) {
  std::string text;
  const std::size_t told =
      messages.is_verbose() ? pairing.alone.size() : std::min(kMostTold, pairing.alone.size());
  for (std::size_t i = 0; job.alone.empty() && i < told; ++i)
    text += fmt::format("alone: {}: {}\n", pairing.alone[i].path, explain(pairing.alone[i]));
  if (job.alone.empty() && told < pairing.alone.size())
    text +=
        fmt::format("... and {} more; --alone FILE lists them all\n", pairing.alone.size() - told);
  text += fmt::format("{} pairs ({} and {})", pairing.pairs.size(), pairing.source_language,
                      pairing.target_language);
  if (!pairing.alone.empty())
    text += fmt::format("; {} documents stay alone: {}", pairing.alone.size(), counts_of(pairing));
  messages.summary(text + '\n');
}

}  // namespace

void run_corpus_pair(const CorpusPairJob& job, const Messages& messages) {
  const DocumentPairing pairing = pair(job, messages);
  write_output(job.output, [&](std::ostream& out) { write_pairs(pairing, job.format, out); });
  if (!job.alone.empty())
    write_output(job.alone, [&](std::ostream& out) { write_alone(pairing, job.format, out); });
  tell(pairing, job, messages);
}

}  // namespace muqabala::cli
