#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace muqabala {

enum class Packing { kGzip, kZstandard };

/// How bytes that begin like this are packed, if they are.
std::optional<Packing> packing_of(std::string_view begin);

/// Whether `begin` is too short to tell, but might be the begin of packed bytes.
bool may_be_packed(std::string_view begin);

/// Undoes a packing piece by piece, in memory that does not grow with the size of the whole.
class Inflater {
 public:
  /// `path`: in whose name errors are thrown.
  Inflater(Packing packing, std::string path);
  ~Inflater();
  Inflater(Inflater&&) noexcept;
  Inflater& operator=(Inflater&&) noexcept;

  /// Takes as much from the begin of `packed` as it can use, puts at most `size` bytes at `to`, and
  /// says how many. None while `packed` is not empty: there is more to come. Throws
  /// `errors::unreadable` where the packed data is damaged.
  std::size_t operator()(std::string_view& packed, char* to, std::size_t size);

  /// Throws `errors::unreadable` unless the packed bytes may end here.
  void refuse_cut_off() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// `bytes` as they are, or, if they are packed (gzip or Zstandard, several members or frames in a
/// row are one), what was packed. Throws `errors::unreadable` in the name of `path` where they are
/// damaged or cut off, and `errors::too_large` as soon as more than `limit_bytes` come out of them.
std::string unpacked(std::string bytes, const std::string& path, std::size_t limit_bytes);

/// `path` without the `.gz` or `.zst` of a packed file, which hides the ending that tells its
/// format.
std::string_view without_packing_ending(std::string_view path);

}  // namespace muqabala
