#include "corpus/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <ostream>
#include <random>
#include <string_view>
#include <system_error>

#include "corpus/detail/descriptor.h"
#include "corpus/detail/fd_stream.h"
#include "segment/base/error.h"

namespace muqabala {
namespace {

namespace fs = std::filesystem;

using detail::Descriptor;

std::optional<struct stat> status_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status;
  return std::nullopt;
}

bool is_same_file(const struct stat& status, int fd) {
  struct stat other {};
  return ::fstat(fd, &other) == 0 && other.st_dev == status.st_dev && other.st_ino == status.st_ino;
}

/// The file that `path` means when its links have been followed, also where the last does not
/// exist yet.
fs::path follow_links(const std::string& path) {
  constexpr int kMostLinks = 40;  // as Linux itself
  fs::path target = path;
  for (int i = 0; i < kMostLinks; ++i) {
    std::error_code no_link;
    const fs::path next = fs::read_symlink(target, no_link);
    if (no_link) return target;
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  detail::throw_write_error(path, ELOOP);
}

/// A file that is removed again unless it was renamed to its place.
class TemporaryFile {
 public:
  TemporaryFile(const fs::path& target, const std::string& path)
      : target_(target), folder_(target.has_parent_path() ? target.parent_path() : ".") {
    std::error_code ignored;
    if (!fs::exists(folder_, ignored))
      throw errors::unwritable(path, "the folder " + folder_.string() + " does not exist");
    if (!fs::is_directory(folder_, ignored))
      throw errors::unwritable(path, folder_.string() + " is not a folder");
    constexpr std::size_t kLongestStem = 200;  // names hold 255 bytes
    const std::string stem = "." + target.filename().string().substr(0, kLongestStem) + ".";
    std::random_device random;
    while (descriptor_.get() < 0) {
      std::string suffix;
      for (int i = 0; i < 6; ++i) suffix += "abcdefghijklmnopqrstuvwxyz0123456789"[random() % 36];
      const fs::path name = folder_ / (stem + suffix);
      // Not mkstemp, whose files are private: `open` gives what umask and the folder's ACL say.
      descriptor_ = Descriptor(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
      if (descriptor_.get() >= 0) {
        name_ = name;
      } else if (errno != EEXIST && errno != EINTR) {
        detail::throw_write_error(path, errno);
      }
    }
  }
  ~TemporaryFile() {
    if (!name_.empty()) ::unlink(name_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  int get() const { return descriptor_.get(); }

  /// Gives the file the owner and permissions of the one that it will replace.
  void resemble(const struct stat& status) {
    // Only root may give files away; anyone else stays the owner.
    [[maybe_unused]] const int ignored = ::fchown(get(), status.st_uid, status.st_gid);
    ::fchmod(get(), status.st_mode & 0777);
  }

  void flush_to_disk(const std::string& path) {
    // Some file systems cannot flush, which is no reason to lose the file.
    if (::fsync(get()) != 0 && errno != EINVAL && errno != ENOTSUP)
      detail::throw_write_error(path, errno);
    descriptor_.close(path);
  }

  void put_in_place(const std::string& path) {
    if (::rename(name_.c_str(), target_.c_str()) != 0) detail::throw_write_error(path, errno);
    name_.clear();
    const Descriptor opened(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.get() >= 0) ::fsync(opened.get());
  }

 private:
  Descriptor descriptor_;
  fs::path target_;
  fs::path folder_;
  fs::path name_;  ///< empty while there is nothing to remove
};

}  // namespace

class OutputFile::Impl {
 public:
  explicit Impl(const std::string& path) : path_(path), buffer_(open(), path), stream_(&buffer_) {
    stream_.exceptions(std::ios::badbit);  // lets the buffer's own errors through
  }

  const std::string& path() const { return path_; }
  std::ostream& stream() { return stream_; }

  void seal() {
    if (is_sealed_) return;
    buffer_.flush();
    if (temporary_) temporary_->flush_to_disk(path_);
    if (opened_.get() >= 0) opened_.close(path_);
    is_sealed_ = true;
  }

  void commit() {
    seal();
    if (temporary_) temporary_->put_in_place(path_);
  }

 private:
  int open();

  std::string path_;
  Descriptor opened_;                       ///< of what is written through
  std::optional<TemporaryFile> temporary_;  ///< of a regular file
  detail::FdBuffer buffer_;
  std::ostream stream_;
  bool is_sealed_ = false;
};

/// The descriptor to write to.
int OutputFile::Impl::open() {
  if (path_ == "-") return STDOUT_FILENO;
  if (path_.empty()) throw errors::unwritable(path_, "the name is empty");

  const auto status = status_of(path_);
  if (status && S_ISDIR(status->st_mode)) throw errors::unwritable(path_, "is a folder");
  if (status) {
    // A shell may have opened it already (`-o /dev/stdout > file`): replacing it would cut it off.
    for (const int fd : {STDOUT_FILENO, STDERR_FILENO})
      if (is_same_file(*status, fd)) return fd;
    if (!S_ISREG(status->st_mode)) {
      opened_ = Descriptor(::open(path_.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC));
      if (opened_.get() < 0) detail::throw_write_error(path_, errno);
      return opened_.get();
    }
    if (::access(path_.c_str(), W_OK) != 0) detail::throw_write_error(path_, errno);
  }

  const fs::path target = follow_links(path_);
  if (!target.has_filename()) throw errors::unwritable(path_, "the folder does not exist");
  temporary_.emplace(target, path_);
  if (status) temporary_->resemble(*status);
  return temporary_->get();
}

OutputFile::OutputFile(const std::string& path) : impl_(std::make_unique<Impl>(path)) {}
OutputFile::~OutputFile() = default;
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;

const std::string& OutputFile::path() const { return impl_->path(); }
std::ostream& OutputFile::stream() { return impl_->stream(); }
void OutputFile::seal() { impl_->seal(); }
void OutputFile::commit() { impl_->commit(); }

void write_output(const std::string& path, const std::function<void(std::ostream&)>& write) {
  OutputFile file(path);
  write(file.stream());
  file.commit();
}

}  // namespace muqabala
