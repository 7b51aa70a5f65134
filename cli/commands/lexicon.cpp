#include "cli/commands/lexicon.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <ostream>
#include <utility>
#include <vector>

#include "align/lexicon/link_counts.h"
#include "align/lexicon/look_up.h"
#include "cli/collection_progress.h"
#include "cli/progress.h"
#include "corpus/collection/learn.h"
#include "corpus/lexicon_cache.h"
#include "corpus/one_line.h"
#include "corpus/output_file.h"
#include "corpus/read_translation_memory.h"
#include "segment/base/error.h"
#include "segment/base/file_bytes.h"
#include "segment/text/language.h"
#include "segment/text/utf8_text.h"

namespace muqabala::cli {
namespace {

Lexicon gather(const LexiconJob& job, const Messages& messages) {
  Progress progress(messages);
  progress.show("loading dictionaries");
  return gather_lexicon_through(job.pipeline.lexicon_cache, job.source_language,
                                job.target_language, job.pipeline.lexicon);
}

void write_sources(const Lexicon& lexicon, std::ostream& out) {
  std::vector<std::size_t> entries(lexicon.sources().size(), 0);
  for (const LexiconEntry& entry : lexicon.entries()) ++entries[entry.source_id];
  for (std::size_t i = 0; i < entries.size(); ++i)
    fmt::print(out, "{}\t{}\t{}\n", one_line(lexicon.sources()[i].name),
               lexicon.sources()[i].headwords, entries[i]);
}

void write_entries(const Lexicon& lexicon, const std::vector<std::size_t>& found,
                   std::ostream& out) {
  const auto& entries = lexicon.entries();
  for (const std::size_t i : found) {
    const EntryText text = lexicon.text_of(entries[i]);
    fmt::print(out, "{}\t{}\t{:.2f}\t{}\t{}\n", one_line(text.source), one_line(text.target),
               entries[i].weight, name(entries[i].origin),
               one_line(lexicon.sources()[entries[i].source_id].name));
  }
}

/// Which side a document of `language` is on.
HeadwordSide side_of(const Lexicon& lexicon, const SegmentedDocument& document) {
  const std::string& language = document.document.language;
  if (same_language(language, lexicon.source_language())) return HeadwordSide::kSource;
  if (same_language(language, lexicon.target_language())) return HeadwordSide::kTarget;
  throw errors::wrong_language(document.document.file.path, "--source-lang",
                               lexicon.source_language(), language);
}

/// Adds every document to `words`.
template <class Words>
void read_documents(Words& words, const Lexicon& lexicon, const LexiconJob& job,
                    const Messages& messages) {
  for (const std::string& path : job.words) {
    const SegmentedDocument document =
        read_and_segment(Input{.path = path, .language = {}}, job.pipeline, "--source-lang");
    messages.diagnostics(document.document.diagnostics);
    words.add(document, side_of(lexicon, document));
  }
}

void write_coverage(const Lexicon& lexicon, const LexiconJob& job, const Messages& messages) {
  KnownWords known(lexicon);
  read_documents(known, lexicon, job, messages);
  write_output(job.output, [&](std::ostream& out) {
    const auto line = [&](std::string_view what, std::uint64_t count) {
      const auto words = static_cast<double>(std::max<std::uint64_t>(known.words(), 1));
      fmt::print(out, "{}\t{}\t{:.1f}\n", what, count, 100 * static_cast<double>(count) / words);
    };
    for (const LinkOrigin origin :
         {LinkOrigin::kCore, LinkOrigin::kDictionary, LinkOrigin::kCldr, LinkOrigin::kLearned})
      if (const std::uint64_t count = known.known_by(origin)) line(name(origin), count);
    line("any", known.known());
    line("words", known.words());
  });
}

void write_unknown(const Lexicon& lexicon, const LexiconJob& job, const Messages& messages) {
  UnknownWords unknown(lexicon);
  read_documents(unknown, lexicon, job, messages);
  write_output(job.output, [&](std::ostream& out) {
    for (const UnknownWord& word : unknown.by_frequency())
      fmt::print(out, "{}\t{}\n", word.count, one_line(word.word));
  });
}

}  // namespace

void run_lexicon_show(const LexiconJob& job, const Messages& messages) {
  const Lexicon lexicon = gather(job, messages);
  if (job.missing) return write_unknown(lexicon, job, messages);
  if (job.coverage) return write_coverage(lexicon, job, messages);
  write_output(job.output, [&](std::ostream& out) {
    if (job.words.empty()) write_sources(lexicon, out);
    for (const std::string& word : job.words) {
      const std::vector<std::size_t> found = find_entries(lexicon, word);
      if (found.empty()) messages.warning(fmt::format("no dictionary knows {}", isolated(word)));
      write_entries(lexicon, found, out);
    }
  });
}

namespace {

/// The counts of `job`'s languages that a collection teaches.
LinkCounts learn_from_collection(const LexiconJob& job, const Messages& messages) {
  Lexicons lexicons(job.pipeline);
  lexicons.of(job.source_language, job.target_language);
  CollectionProgress progress(messages);
  Learned learned = learn(*job.collection, lexicons, job.pipeline,
                          {.progress = [&](std::size_t done, std::size_t of) {
                            progress.show({.doing = "learning", .done = done, .of = of});
                          }});
  progress.stop();
  for (const std::string& failure : learned.failures)
    messages.warning(fmt::format("nothing was learned from {}", failure));
  LinkCounts counts(job.source_language, job.target_language);
  for (const LearnedCounts& lexicon : learned.lexicons) {
    if (same_language(lexicon.source_language, job.source_language) &&
        same_language(lexicon.target_language, job.target_language))
      counts.add_text(lexicon.counts.to_text(), job.collection->manifest);
    else
      messages.warning(fmt::format("documents in '{}' and '{}' were left out",
                                   lexicon.source_language, lexicon.target_language));
  }
  messages.detail(fmt::format("{} documents", learned.documents));
  return counts;
}

void write_counts(const LinkCounts& counts, const LexiconJob& job, const Messages& messages) {
  write_output(job.output, [&](std::ostream& out) { out << counts.to_text(); });
  messages.detail(fmt::format("{} pairs of words, {} recurring lines without counterpart",
                              counts.size(), counts.count_recurring()));
}

}  // namespace

void run_lexicon_learn(const LexiconJob& job, const Messages& messages) {
  if (job.collection) return write_counts(learn_from_collection(job, messages), job, messages);
  const Lexicon lexicon = gather(job, messages);
  LinkCounts counts(job.source_language, job.target_language);
  Progress progress(messages);
  for (auto word = job.words.begin(); word != job.words.end(); ++word) {
    progress.show(fmt::format("learning from {}", isolated(*word)));
    if (is_translation_memory(*word)) {
      const TranslationMemory memory =
          read_translation_memory(read_bytes(*word, job.pipeline.read.limit_bytes), *word,
                                  job.source_language, job.target_language);
      counts.add(memory.source, memory.target, memory.alignment, lexicon);
      continue;
    }
    const std::string& original = *word++;
    SegmentedPair pair =
        read_and_segment(Input{.path = original, .language = job.source_language},
                         Input{.path = *word, .language = job.target_language}, job.pipeline);
    const CollatedPair collated = collate(std::move(pair), lexicon, job.pipeline);
    counts.add(collated.source, collated.target, collated.alignment, lexicon);
  }
  progress.stop();
  write_counts(counts, job, messages);
}

void run_lexicon_merge(const LexiconJob& job) {
  constexpr std::size_t kLimitBytes = std::size_t{4} << 30;
  LinkCounts counts(job.source_language, job.target_language);
  for (const std::string& path : job.words) {
    const Utf8Text text = Utf8Text::checked(read_bytes(path, kLimitBytes), path);
    counts.add_text(text.view(), path);
  }
  write_output(job.output, [&](std::ostream& out) { out << counts.to_text(); });
}

void run_lexicon_compile(const LexiconJob& job, const Messages& messages) {
  const Lexicon lexicon = gather(job, messages);
  write_output(job.output, [&](std::ostream& out) { out << to_bytes(lexicon); });
  messages.detail(fmt::format("{}: {} entries from {} sources", isolated(job.output),
                              lexicon.size(), lexicon.sources().size()));
}

}  // namespace muqabala::cli
