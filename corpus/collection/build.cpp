// Three passes over a collection: learn a lexicon from a sample of it, align every document, and
// make the outputs of the results.
//
// The parent process alone has the ledger. For every record it asks what the document was done by
// before and sends this along; the worker hashes the texts and answers that nothing has changed, or
// with a new result, packed. So reading, hashing and packing are the workers' work, and a text that
// cannot be read to its end holds up no more than one of them. What comes back is committed a few
// times a second: that much is done again after a kill.

#include "corpus/collection/build.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "corpus/collection/collect_all.h"
#include "corpus/collection/document_key.h"
#include "corpus/collection/learn.h"
#include "corpus/collection/learned_lexicon.h"
#include "corpus/collection/ledger.h"
#include "corpus/collection/second_try.h"
#include "corpus/detail/packed.h"
#include "segment/base/error.h"
#include "segment/base/hash.h"
#include "segment/base/split.h"

namespace muqabala {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kCommitEvery{200};
/// The note of the ledger that names the lexicons that were learned, and the one that says that any
/// were, which may be none.
constexpr std::string_view kLearnedNote = "learned";
constexpr std::string_view kHasLearnedNote = "has learned";
/// And the one that names the outputs that were written last.
constexpr std::string_view kOutputsNote = "outputs";

/// What an answer of a worker begins with.
constexpr char kUnchanged = '=';
constexpr char kAligned = 'A';
constexpr char kFailed = 'F';
constexpr char kBreak = '\n';  ///< behind a key

/// `KEY\nREST`, both of a request and of an answer.
struct Keyed {
  std::string_view key = {};
  std::string_view rest = {};
};

Keyed keyed(std::string_view text) {
  const std::size_t at = text.find(kBreak);
  if (at == std::string_view::npos) return {.rest = text};
  return {.key = text.substr(0, at), .rest = text.substr(at + 1)};
}

/// What tells filters from others.
std::string filters_key(const Filters& filters) {
  return fmt::format(" {:016x}", hash_bytes(to_string(filters)));
}

/// The ledger's key: a document's, and behind it which filters its pairs went through. With other
/// filters it need not be aligned again.
std::string ledger_key(const std::string& document_key, const Filters& filters) {
  return document_key.empty() ? "" : document_key + filters_key(filters);
}

bool is_key_of(std::string_view ledger_key, const std::string& document_key) {
  return !document_key.empty() && ledger_key.starts_with(document_key);
}

/// The work of a worker.
std::string answer(std::string_view request, std::string_view settings, Lexicons& lexicons,
                   const CollectOptions& options) {
  const Keyed known = keyed(request);
  const CollectionRecord record = record_of_json(known.rest);
  const std::string key = document_key(record, settings);
  if (is_key_of(known.key, key)) return {kUnchanged};
  const DocumentResult result = collect(record, lexicons, options);
  return fmt::format("{}{}{}{}", result.failure ? kFailed : kAligned,
                     ledger_key(key, options.filters), kBreak, detail::pack(to_json(result)));
}

/// How many records there are.
std::size_t count(const BuildOptions& options) {
  RecordOptions lenient = options.records;
  lenient.refuses_repeated_ids = false;
  RecordReader reader(options.manifest, lenient);
  while (next_task(reader)) {
  }
  return reader.count();
}

/// The lines of a note.
std::vector<std::string> lines_of(const std::string& note) {
  if (note.empty()) return {};
  const std::vector<std::string_view> lines = split(note, '\n');
  return {lines.begin(), lines.end()};
}

class Build {
 public:
  Build(const BuildOptions& options, const BuildWatch& watch)
      : options_(options),
        watch_(watch),
        folder_((fs::path(options.assemble.folder) / ".muqabala").string()),
        ledger_path_((fs::path(made(folder_)) / "ledger.sqlite").string()),
        ledger_(ledger_path_),
        collect_{.pipeline = options.pipeline, .filters = options.filters} {
    collect_.pipeline.cover.looks_inside = false;  // nobody is told of what is inside pairs
  }

  BuildOutcome run() {
    if (options_.learns) collect_.pipeline.lexicon.learned = learned_lexicons();
    if (!outcome_.is_stopped) align_all();
    ledger_.commit();
    if (outcome_.is_stopped) return outcome_;
    outcome_.dropped = ledger_.drop_unclaimed();
    outcome_.failed = ledger_.count_failures();
    tell(BuildProgress::Stage::kWrite, 0);
    AssembledCollection assembled = assemble(results(), options_.assemble);
    remove_other_outputs(assembled.paths);
    outcome_.statistics = std::move(assembled.statistics);
    return outcome_;
  }

 private:
  static const std::string& made(const std::string& folder) {
    std::error_code fault;
    fs::create_directories(folder, fault);
    if (fault) throw errors::unwritable(folder, fault.message());
    return folder;
  }

  bool is_stopped() {
    if (watch_.is_stopped && watch_.is_stopped()) outcome_.is_stopped = true;
    return outcome_.is_stopped;
  }

  void tell(BuildProgress::Stage stage, std::size_t done) {
    if (watch_.progress)
      watch_.progress({.stage = stage,
                       .done = done,
                       .of = expected_,
                       .fresh = outcome_.fresh,
                       .failed = outcome_.failed});
  }

  /// Outputs of an earlier run that this one did not write would tell of other pairs.
  void remove_other_outputs(const std::vector<std::string>& paths) {
    std::vector<std::string> names;
    for (const std::string& path : paths) names.push_back(fs::path(path).filename().string());
    for (const std::string& name : lines_of(ledger_.note(kOutputsNote))) {
      const bool is_ours = !name.empty() && name == fs::path(name).filename() && name[0] != '.';
      if (!is_ours || std::find(names.begin(), names.end(), name) != names.end()) continue;
      std::error_code ignored;
      fs::remove_all(fs::path(options_.assemble.folder) / name, ignored);
    }
    ledger_.set_note(kOutputsNote, fmt::format("{}", fmt::join(names, "\n")));
    ledger_.commit();
  }

  /// The files with what was learned, in this run or before.
  std::vector<std::string> learned_lexicons() {
    if (!options_.relearns && !ledger_.note(kHasLearnedNote).empty())
      return find_learned(lines_of(ledger_.note(kLearnedNote)), folder_);
    Lexicons lexicons(collect_.pipeline);
    lexicons.load(options_.records.source_language, options_.records.target_language);
    const Learned learned = learn({.manifest = options_.manifest,
                                   .records = options_.records,
                                   .documents = options_.learn_from,
                                   .workers = options_.workers},
                                  lexicons, collect_.pipeline,
                                  {.progress =
                                       [&](std::size_t done, std::size_t of) {
                                         expected_ = of;
                                         tell(BuildProgress::Stage::kLearn, done);
                                       },
                                   .is_stopped = [&] { return is_stopped(); }});
    if (outcome_.is_stopped) return {};
    const std::vector<std::string> names = keep_learned(learned, folder_);
    ledger_.set_note(kLearnedNote, fmt::format("{}", fmt::join(names, "\n")));
    ledger_.set_note(kHasLearnedNote, "yes");
    ledger_.commit();
    remove_other_learned(names, folder_);  // not before the ledger does without them
    outcome_.has_learned = true;
    outcome_.learned_from = learned.documents;
    for (const LearnedCounts& lexicon : learned.lexicons)
      outcome_.recurring_lines += lexicon.counts.count_recurring();
    return find_learned(names, folder_);
  }

  void align_all() {
    Lexicons lexicons(collect_.pipeline);
    lexicons.load(options_.records.source_language, options_.records.target_language);
    const std::string settings = fmt::format(
        "{}\n{}\n{}", MUQABALA_VERSION, lexicon_key(collect_.pipeline.lexicon), options_.settings);
    if (watch_.progress) expected_ = count(options_);
    RecordReader records(options_.manifest, options_.records);
    const auto next = [&]() -> std::optional<std::string> {
      while (!is_stopped()) {
        const auto task = next_task(records);
        if (!task) return std::nullopt;
        if (auto request = begin(*task)) return request;
      }
      return std::nullopt;
    };
    answer_with_second_try(
        options_.workers,
        [&](std::string_view request) { return answer(request, settings, lexicons, collect_); },
        next, [&](std::string_view request, const WorkerAnswer& came) { take(request, came); });
    if (outcome_.documents == 0 && !outcome_.is_stopped)
      throw errors::no_records(options_.manifest);
  }

  /// The request for a record; none where there is nothing to ask.
  std::optional<std::string> begin(const CollectTask& task) {
    const Ledger::Claim claim = std::visit(
        [&](const auto& document) { return claimed(document.id, document.number); }, task);
    if (const auto* record = std::get_if<CollectionRecord>(&task))
      return fmt::format("{}{}{}", claim.key, kBreak, to_json(*record));
    put_failure(std::get<DocumentResult>(task));
    return std::nullopt;
  }

  Ledger::Claim claimed(const std::string& id, std::size_t number) {
    Ledger::Claim claim = ledger_.claim(id, number);
    if (claim.is_repeated)
      throw errors::malformed_manifest(
          {.path = options_.manifest},
          fmt::format("two records are known as '{}'; give every document its own id", id));
    ++outcome_.documents;
    return claim;
  }

  void take(std::string_view request, const WorkerAnswer& came) {
    tell(BuildProgress::Stage::kAlign, ++done_);
    if (!came.fault.empty()) {
      const CollectionRecord record = record_of_json(keyed(request).rest);
      put_failure(failed(record, {.code = came.fault_code,
                                  .message = fmt::format("{}: the worker that aligned it {}",
                                                         record.id, came.fault)}));
    } else if (came.answer.front() == kUnchanged) {
      ++outcome_.fresh;
    } else {
      const Keyed result = keyed(std::string_view(came.answer).substr(1));
      const bool is_failure = came.answer.front() == kFailed;
      outcome_.failed += is_failure;
      ledger_.put({.id = record_of_json(keyed(request).rest).id,
                   .key = result.key,
                   .is_failure = is_failure,
                   .packed = result.rest});
    }
    if (Clock::now() - committed_ < kCommitEvery) return;
    ledger_.commit();
    committed_ = Clock::now();
  }

  /// A failure that the next run is to look into again.
  void put_failure(const DocumentResult& result) {
    ++outcome_.failed;
    const std::string packed = detail::pack(to_json(result));
    ledger_.put({.id = result.id, .is_failure = true, .packed = packed});
  }

  Results results() {
    const std::string filters = filters_key(options_.filters);
    return [this, filters, next = ledger_.results()]() -> std::optional<DocumentResult> {
      const auto kept = next();
      if (!kept) return std::nullopt;
      const auto json = detail::unpack(kept->packed);
      if (!json)
        throw errors::malformed_ledger(ledger_path_,
                                       fmt::format("the result of '{}' is damaged", kept->id));
      DocumentResult result = result_of_json(*json, {.path = ledger_path_});
      result.number = kept->number;
      if (!kept->key.ends_with(filters)) apply_filters(result, options_.filters);
      return result;
    };
  }

  const BuildOptions& options_;
  const BuildWatch& watch_;
  std::string folder_;
  std::string ledger_path_;
  Ledger ledger_;
  CollectOptions collect_;
  BuildOutcome outcome_;
  std::size_t expected_ = 0;  ///< documents of the stage at hand; 0 = not known
  std::size_t done_ = 0;
  Clock::time_point committed_ = Clock::now();
};

}  // namespace

BuildOutcome build(const BuildOptions& options, const BuildWatch& watch) {
  return Build(options, watch).run();
}

}  // namespace muqabala
