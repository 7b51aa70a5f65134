#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace muqabala {

/// What a build has done so far, on disk: the result of every document, packed, under its id, with
/// the key it was made by. A process that is killed loses what it did since the last `commit`, and
/// nothing else.
class Ledger {
 public:
  /// Opens the ledger at `path`, or begins one, for this process alone, and begins a run. Throws
  /// `errors::ledger_in_use` while another process has it, `malformed_ledger` for what is no
  /// ledger, a damaged one or one of a newer version, and what writing a file throws.
  explicit Ledger(const std::string& path);
  ~Ledger();
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  /// What the ledger says of a document that the run comes to.
  struct Claim {
    std::string key;           ///< what its result was made by; empty = there is none to rely on
    bool is_repeated = false;  ///< this run has claimed the same id before
  };
  /// Notes that document `id` is number `number` of this run.
  Claim claim(std::string_view id, std::size_t number);

  /// The result of a document that was claimed.
  struct Entry {
    std::string_view id;
    std::string_view key = {};  ///< empty = not to be relied on by later runs
    bool is_failure = false;
    std::string_view packed;
  };
  void put(const Entry& entry);

  /// Makes what was done so far last. Costs little: a file is appended to.
  void commit();

  /// Drops all documents that this run did not claim, and commits. Returns how many.
  std::size_t drop_unclaimed();

  /// A result as it stands in the ledger.
  struct Kept {
    std::size_t number = 0;
    std::string id;
    std::string packed;
  };
  /// Gives all results in order of their numbers, then nothing. The ledger must outlive it and be
  /// left alone meanwhile.
  std::function<std::optional<Kept>()> results();

  std::size_t count_results();
  std::size_t count_failures();

  /// Words that the build keeps about itself.
  std::string note(std::string_view name);
  void set_note(std::string_view name, std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace muqabala
