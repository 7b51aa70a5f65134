#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>

#include "segment/base/place.h"

namespace muqabala {

/// What went wrong, for programs and tests; the words for people are in the message.
enum class ErrorCode {
  kFileNotFound,
  kIsADirectory,
  kUnreadable,
  kBinary,
  kInvalidUtf8,
  kInvalidUtf16,
  kUnsupportedCharset,
  kTooLarge,
  kEmptyText,
  kEmptyOriginal,
  kWrongLanguage,
  kSameLanguage,
  kUndetectedLanguage,
  kNothingInCommon,
  kMalformedLadder,
  kMalformedBeads,
  kMalformedEmbeddings,
  kMalformedLexicon,
  kMalformedSrx,
  kSrxTooSlow,
  kUnknownFormat,
  kMalformedPattern,
  kPatternTooSlow,
  kMalformedPolicy,
  kMalformedBaseline,
  kUnknownFingerprint,
  kMalformedManifest,
  kMalformedRecord,
  kMalformedStatistics,
  kNoPairs,
  kMalformedLedger,
  kLedgerInUse,
  kNoRecords,
  kGitFailed,
  kNoWorker,
  kBadUsage,
  kUnwritable,
  kDiskFull,
  kBrokenPipe,
  kIcuDataMissing,
};

/// The name of a code as outputs show it: `file-not-found`, `wrong-language`, ...
std::string_view name(ErrorCode code);

/// Input or environment that cannot be used. `what()` is `path:line:column: message`.
class Error : public std::exception {
 public:
  Error(ErrorCode code, Place where, std::string message);

  ErrorCode code() const { return code_; }
  const Place& where() const { return where_; }
  const std::string& message() const { return message_; }
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  ErrorCode code_;
  Place where_;
  std::string message_;
  std::string what_;
};

/// The wording of every error, in one place: what is wrong, what was found, what to do.
namespace errors {

Error file_not_found(std::string path);
Error is_a_directory(std::string path);
Error unreadable(std::string path, std::string_view reason);
/// `offset_bytes`: where the first byte that no text holds was found.
Error binary(std::string path, std::size_t offset_bytes);
/// `kind`: what the file is instead of text, with its article (`a PDF file`).
Error binary(std::string path, std::string_view kind);
/// `byte` stands at `where`; `reason` says which rule of UTF-8 it breaks.
Error invalid_utf8(Place where, unsigned char byte, std::string_view reason);
/// `reason`: a clause that follows the place in a sentence.
Error invalid_utf16(Place where, std::string_view reason);
/// `charset`: the best guess at what the file is in.
Error unsupported_charset(std::string path, std::string_view charset);
/// The same where `byte` at `where` is the first that UTF-8 cannot hold.
Error unsupported_charset(Place where, unsigned char byte, std::string_view charset);
Error too_large(std::string path, std::size_t size_bytes, std::size_t limit_bytes);
Error empty_text(std::string path);
Error empty_original(std::string path);
/// `given` and `found` are BCP 47 tags; `option` is the one that gave the first.
Error wrong_language(std::string path, std::string_view option, std::string_view given,
                     std::string_view found);
/// `given` was to be a BCP 47 tag.
Error not_a_language_tag(std::string_view option, std::string_view given);
Error same_language(std::string source_path, std::string_view target_path,
                    std::string_view language);
Error undetected_language(std::string path, std::string_view option);
Error nothing_in_common(std::string source_path, std::string_view target_path);
Error malformed_ladder(Place where, std::string_view found, std::string_view expected);
/// `reason`: what about a bead, or all of them, does not fit the two texts.
Error malformed_beads(Place where, std::string_view reason);
Error malformed_embeddings(Place where, std::string_view reason);
Error malformed_lexicon(Place where, std::string_view reason);
Error malformed_srx(Place where, std::string_view reason);
/// The rule at `where` did not come to an end; `reason` is ICU's name of the limit.
Error srx_rule_too_slow(Place where, std::string_view before, std::string_view after,
                        std::string_view reason);
/// `nearest`: the known format that was probably meant; empty = none comes near.
Error unknown_format(std::string_view given, std::string_view nearest, std::string_view known);
/// `reason`: ICU's name of what is wrong.
Error malformed_pattern(Place where, std::string_view pattern, std::string_view reason);
Error pattern_too_slow(Place where, std::string_view pattern, std::string_view reason);
Error malformed_policy(Place where, std::string_view reason);
Error malformed_baseline(Place where, std::string_view reason);
Error unknown_fingerprint(std::string_view fingerprint, std::string_view reason);
Error malformed_manifest(Place where, std::string_view reason);
Error malformed_record(Place where, std::string_view reason);
Error malformed_statistics(Place where, std::string_view reason);
/// `what` was to name pairs of files, and names none.
Error no_pairs(std::string_view what);
/// `only`: the one language that was found; empty = none.
Error nothing_to_pair(std::string_view only);
/// `reason`: why the file is no ledger that a build can go on with.
Error malformed_ledger(std::string path, std::string_view reason);
/// Another process holds the ledger.
Error ledger_in_use(std::string path);
Error no_records(std::string path);
/// `action`: what git was to do; `reason`: what it said.
Error git_failed(std::string_view action, std::string_view reason);
/// `reason`: why no process can be started or heard.
Error no_worker(std::string_view reason);
Error bad_usage(std::string message);
Error unwritable(std::string path, std::string_view reason);
Error disk_full(std::string path);
Error broken_pipe(std::string path);
/// `reason`: ICU's name of what failed.
Error icu_data_missing(std::string_view reason);

}  // namespace errors

}  // namespace muqabala
