#include "segment/base/error.h"

#include <fmt/format.h>

#include <utility>

namespace muqabala {

Error::Error(ErrorCode code, Place where, std::string message)
    : code_(code), where_(std::move(where)), message_(std::move(message)) {
  const std::string place = to_string(where_);
  what_ = place.empty() ? message_ : fmt::format("{}: {}", place, message_);
}

std::string_view name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kFileNotFound:
      return "file-not-found";
    case ErrorCode::kIsADirectory:
      return "is-a-directory";
    case ErrorCode::kUnreadable:
      return "unreadable";
    case ErrorCode::kBinary:
      return "binary";
    case ErrorCode::kInvalidUtf8:
      return "invalid-utf8";
    case ErrorCode::kInvalidUtf16:
      return "invalid-utf16";
    case ErrorCode::kUnsupportedCharset:
      return "unsupported-charset";
    case ErrorCode::kTooLarge:
      return "too-large";
    case ErrorCode::kEmptyText:
      return "empty-text";
    case ErrorCode::kEmptyOriginal:
      return "empty-original";
    case ErrorCode::kWrongLanguage:
      return "wrong-language";
    case ErrorCode::kSameLanguage:
      return "same-language";
    case ErrorCode::kUndetectedLanguage:
      return "undetected-language";
    case ErrorCode::kNothingInCommon:
      return "nothing-in-common";
    case ErrorCode::kMalformedLadder:
      return "malformed-ladder";
    case ErrorCode::kMalformedBeads:
      return "malformed-beads";
    case ErrorCode::kMalformedEmbeddings:
      return "malformed-embeddings";
    case ErrorCode::kMalformedLexicon:
      return "malformed-lexicon";
    case ErrorCode::kMalformedSrx:
      return "malformed-srx";
    case ErrorCode::kSrxTooSlow:
      return "srx-too-slow";
    case ErrorCode::kUnknownFormat:
      return "unknown-format";
    case ErrorCode::kMalformedPattern:
      return "malformed-pattern";
    case ErrorCode::kPatternTooSlow:
      return "pattern-too-slow";
    case ErrorCode::kMalformedPolicy:
      return "malformed-policy";
    case ErrorCode::kMalformedBaseline:
      return "malformed-baseline";
    case ErrorCode::kUnknownFingerprint:
      return "unknown-fingerprint";
    case ErrorCode::kMalformedManifest:
      return "malformed-manifest";
    case ErrorCode::kMalformedRecord:
      return "malformed-record";
    case ErrorCode::kMalformedStatistics:
      return "malformed-statistics";
    case ErrorCode::kNoPairs:
      return "no-pairs";
    case ErrorCode::kMalformedLedger:
      return "malformed-ledger";
    case ErrorCode::kLedgerInUse:
      return "ledger-in-use";
    case ErrorCode::kNoRecords:
      return "no-records";
    case ErrorCode::kGitFailed:
      return "git-failed";
    case ErrorCode::kNoWorker:
      return "no-worker";
    case ErrorCode::kBadUsage:
      return "bad-usage";
    case ErrorCode::kUnwritable:
      return "unwritable";
    case ErrorCode::kDiskFull:
      return "disk-full";
    case ErrorCode::kBrokenPipe:
      return "broken-pipe";
    case ErrorCode::kIcuDataMissing:
      return "icu-data-missing";
  }
  return "";
}

namespace errors {
namespace {

Place whole(std::string path) { return Place{.path = std::move(path)}; }

}  // namespace

Error file_not_found(std::string path) {
  return {ErrorCode::kFileNotFound, whole(std::move(path)),
          "no such file; check the name, or give '-' to read standard input"};
}

Error is_a_directory(std::string path) {
  return {ErrorCode::kIsADirectory, whole(std::move(path)),
          "is a folder, not a file; name one file in it"};
}

Error unreadable(std::string path, std::string_view reason) {
  return {ErrorCode::kUnreadable, whole(std::move(path)),
          fmt::format("cannot be read: {}", reason)};
}

Error binary(std::string path, std::size_t offset_bytes) {
  return {ErrorCode::kBinary, Place{.path = std::move(path), .offset_bytes = offset_bytes},
          fmt::format("is not text: a control byte stands at byte offset {}; save it as plain text "
                      "or Markdown in UTF-8",
                      offset_bytes)};
}

Error binary(std::string path, std::string_view kind) {
  return {ErrorCode::kBinary, whole(std::move(path)),
          fmt::format("is {}, not text; save it as plain text or Markdown in UTF-8", kind)};
}

Error invalid_utf8(Place where, unsigned char byte, std::string_view reason) {
  const std::size_t offset = where.offset_bytes;
  return {ErrorCode::kInvalidUtf8, std::move(where),
          fmt::format("is not valid UTF-8: byte 0x{:02X} at byte offset {} {}; mend that place, or "
                      "convert the file with 'iconv -t UTF-8'",
                      byte, offset, reason)};
}

Error invalid_utf16(Place where, std::string_view reason) {
  const std::size_t offset = where.offset_bytes;
  return {
      ErrorCode::kInvalidUtf16, std::move(where),
      fmt::format("is not valid UTF-16: the code unit at byte offset {} {}; mend that place, or "
                  "save the file as UTF-8",
                  offset, reason)};
}

Error unsupported_charset(std::string path, std::string_view charset) {
  return {ErrorCode::kUnsupportedCharset, whole(std::move(path)),
          fmt::format("is not UTF-8; it looks like {0}; convert it with 'iconv -f {0} -t UTF-8'",
                      charset)};
}

Error unsupported_charset(Place where, unsigned char byte, std::string_view charset) {
  const std::size_t offset = where.offset_bytes;
  return {ErrorCode::kUnsupportedCharset, std::move(where),
          fmt::format("is not UTF-8 (byte 0x{:02X} at byte offset {}); the file looks like {}; "
                      "convert it with 'iconv -f {} -t UTF-8'",
                      byte, offset, charset, charset)};
}

Error too_large(std::string path, std::size_t size_bytes, std::size_t limit_bytes) {
  return {ErrorCode::kTooLarge, whole(std::move(path)),
          fmt::format("is too large: {} bytes, at most {} are read; split it into parts",
                      size_bytes, limit_bytes)};
}

Error empty_text(std::string path) {
  return {ErrorCode::kEmptyText, whole(std::move(path)), "holds no text; name a file with some"};
}

Error empty_original(std::string path) {
  return {ErrorCode::kEmptyOriginal, whole(std::move(path)),
          "the original holds no text; name the file that the translation was made from"};
}

Error wrong_language(std::string path, std::string_view option, std::string_view given,
                     std::string_view found) {
  return {ErrorCode::kWrongLanguage, whole(std::move(path)),
          fmt::format("the text is in '{}', but {} says '{}'; swap the files or mend the option",
                      found, option, given)};
}

Error not_a_language_tag(std::string_view option, std::string_view given) {
  return bad_usage(fmt::format(
      "{} {}: not a language tag (BCP 47); write 'ar', 'en', 'de-CH' or the like", option, given));
}

Error same_language(std::string source_path, std::string_view target_path,
                    std::string_view language) {
  return {ErrorCode::kSameLanguage, whole(std::move(source_path)),
          fmt::format("both texts are in '{}' (the other is {}); a translation is in another "
                      "language: name its file, or state both with --source-lang and "
                      "--target-lang",
                      language, target_path)};
}

Error undetected_language(std::string path, std::string_view option) {
  return {ErrorCode::kUndetectedLanguage, whole(std::move(path)),
          fmt::format("the language of the text cannot be told; say it with {}", option)};
}

Error nothing_in_common(std::string source_path, std::string_view target_path) {
  return {ErrorCode::kNothingInCommon, whole(std::move(source_path)),
          fmt::format("has nothing in common with {}; check that the two files belong together",
                      target_path)};
}

Error malformed_ladder(Place where, std::string_view found, std::string_view expected) {
  return {ErrorCode::kMalformedLadder, std::move(where),
          fmt::format("not a bead: found '{}', expected {}", found, expected)};
}

Error malformed_beads(Place where, std::string_view reason) {
  return {ErrorCode::kMalformedBeads, std::move(where),
          fmt::format("cannot be used as beads: {}", reason)};
}

Error malformed_embeddings(Place where, std::string_view reason) {
  return {ErrorCode::kMalformedEmbeddings, std::move(where),
          fmt::format("cannot be used as sentence embeddings: {}", reason)};
}

Error malformed_lexicon(Place where, std::string_view reason) {
  return {ErrorCode::kMalformedLexicon, std::move(where),
          fmt::format("cannot be used as a lexicon: {}", reason)};
}

Error malformed_srx(Place where, std::string_view reason) {
  return {ErrorCode::kMalformedSrx, std::move(where),
          fmt::format("cannot be used as SRX 2.0: {}", reason)};
}

Error srx_rule_too_slow(Place where, std::string_view before, std::string_view after,
                        std::string_view reason) {
  return {
      ErrorCode::kSrxTooSlow, std::move(where),
      fmt::format("the rule with <beforebreak> '{}' and <afterbreak> '{}' takes far too long on "
                  "this text and was stopped ({}); write it without repetitions inside of "
                  "repetitions",
                  before, after, reason)};
}

Error unknown_format(std::string_view given, std::string_view nearest, std::string_view known) {
  const std::string guess = nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest);
  return {
      ErrorCode::kUnknownFormat, Place{},
      fmt::format("unknown format '{}'{} known are {}", given, guess.empty() ? ";" : guess, known)};
}

Error malformed_pattern(Place where, std::string_view pattern, std::string_view reason) {
  return {ErrorCode::kMalformedPattern, std::move(where),
          fmt::format("'{}' is no regular expression ({}); put a backslash before signs that stand "
                      "for themselves: \\( \\[ \\*",
                      pattern, reason)};
}

Error pattern_too_slow(Place where, std::string_view pattern, std::string_view reason) {
  return {ErrorCode::kPatternTooSlow, std::move(where),
          fmt::format("the pattern '{}' takes far too long on this text and was stopped ({}); "
                      "write it without repetitions inside of repetitions",
                      pattern, reason)};
}

Error malformed_policy(Place where, std::string_view reason) {
  return {ErrorCode::kMalformedPolicy, std::move(where),
          fmt::format("cannot be used as a policy: {}", reason)};
}

Error malformed_baseline(Place where, std::string_view reason) {
  return {ErrorCode::kMalformedBaseline, std::move(where),
          fmt::format("cannot be used as a baseline: {}", reason)};
}

Error unknown_fingerprint(std::string_view fingerprint, std::string_view reason) {
  return {
      ErrorCode::kUnknownFingerprint, Place{},
      fmt::format("--accept {}: {}; the findings show theirs in brackets", fingerprint, reason)};
}

Error malformed_manifest(Place where, std::string_view reason) {
  return {ErrorCode::kMalformedManifest, std::move(where),
          fmt::format("cannot be used as a manifest: {}", reason)};
}

Error malformed_record(Place where, std::string_view reason) {
  return {ErrorCode::kMalformedRecord, std::move(where),
          fmt::format("cannot be used as the result of a document: {}", reason)};
}

Error malformed_statistics(Place where, std::string_view reason) {
  return {ErrorCode::kMalformedStatistics, std::move(where),
          fmt::format("cannot be used as the statistics of a collection: {}", reason)};
}

Error no_pairs(std::string_view what) {
  return {ErrorCode::kNoPairs, Place{},
          fmt::format("{} names no files, so nothing was checked; mind the folder in which you are "
                      "and the names",
                      what)};
}

Error nothing_to_pair(std::string_view only) {
  return {ErrorCode::kNoPairs, Place{},
          only.empty() ? std::string("there is no document whose language can be told; say the "
                                     "languages with --source-lang and --target-lang")
                       : fmt::format("all documents are in one language ({}); name those in the "
                                     "other one, too, or say it with --source-lang or "
                                     "--target-lang",
                                     only)};
}

Error malformed_ledger(std::string path, std::string_view reason) {
  return {ErrorCode::kMalformedLedger, whole(std::move(path)),
          fmt::format("cannot be used as the ledger of a build: {}; remove it to align all "
                      "documents anew, or build into another folder with -o",
                      reason)};
}

Error ledger_in_use(std::string path) {
  return {ErrorCode::kLedgerInUse, whole(std::move(path)),
          "another build is at work in this folder; wait for its end, or build into another folder "
          "with -o"};
}

Error no_records(std::string path) {
  return {ErrorCode::kNoRecords, whole(std::move(path)),
          "holds no record, so nothing was aligned; give a line for each document"};
}

Error git_failed(std::string_view action, std::string_view reason) {
  return {ErrorCode::kGitFailed, Place{}, fmt::format("git could not {}: {}", action, reason)};
}

Error no_worker(std::string_view reason) {
  return {ErrorCode::kNoWorker, Place{},
          fmt::format("a worker process cannot be started: {}; use fewer with --workers", reason)};
}

Error bad_usage(std::string message) { return {ErrorCode::kBadUsage, Place{}, std::move(message)}; }

Error unwritable(std::string path, std::string_view reason) {
  return {ErrorCode::kUnwritable, whole(std::move(path)),
          fmt::format("cannot be written: {}; choose another place with -o", reason)};
}

Error disk_full(std::string path) {
  return {ErrorCode::kDiskFull, whole(std::move(path)),
          "cannot be written: no space left on the device; nothing was kept of it, free some space "
          "and run again"};
}

Error broken_pipe(std::string path) {
  return {ErrorCode::kBrokenPipe, whole(std::move(path)), "the reader of the output went away"};
}

Error icu_data_missing(std::string_view reason) {
  return {ErrorCode::kIcuDataMissing, whole({}),
          fmt::format("the Unicode library ICU cannot be used ({}); reinstall its data package",
                      reason)};
}

}  // namespace errors

}  // namespace muqabala
