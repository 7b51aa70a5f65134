// Written under a temporary name beside its place, brought to the disk by one call for all its
// files (a collection may have 100,000 of them, and to flush each takes milliseconds), and
// exchanged with what stood there.

#include "corpus/output_folder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <ostream>
#include <system_error>

#include "corpus/detail/descriptor.h"
#include "corpus/detail/fd_stream.h"
#include "segment/base/error.h"

namespace muqabala {
namespace {

namespace fs = std::filesystem;
using detail::Descriptor;

/// Throws if anything stands at `path` but a folder of files with `ending`.
void refuse_others(const fs::path& path, const std::string& ending) {
  std::error_code fault;
  const fs::file_status status = fs::symlink_status(path, fault);
  if (!fs::exists(status)) return;
  if (!fs::is_directory(status)) throw errors::unwritable(path, "is no folder");
  for (fs::directory_iterator at(path, fault), end; !fault && at != end; at.increment(fault)) {
    const std::string name = at->path().filename();
    if (!name.ends_with(ending) || !at->is_regular_file(fault))
      throw errors::unwritable(path, "holds " + name +
                                         ", which is none of its files; move it elsewhere, for "
                                         "the folder is replaced as a whole");
  }
  if (fault) throw errors::unwritable(path, fault.message());
}

}  // namespace

class OutputFolder::Impl {
 public:
  Impl(const std::string& path, const std::string& ending) : path_(path), ending_(ending) {
    refuse_others(path_, ending_);
    std::string name = path_.parent_path() / ("." + path_.filename().string() + ".XXXXXX");
    if (::mkdtemp(name.data()) == nullptr) detail::throw_write_error(path_, errno);
    temporary_ = name;
    // mkdtemp's folders are private; this one is for whom the folder around it is.
    std::error_code ignored;
    const fs::path parent = path_.has_parent_path() ? path_.parent_path() : ".";
    fs::permissions(temporary_, fs::status(parent, ignored).permissions() & fs::perms::all,
                    ignored);
  }
  ~Impl() {
    std::error_code ignored;
    if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void write(const std::string& name, const std::function<void(std::ostream&)>& write) {
    const std::string shown = path_ / name;
    Descriptor file(
        ::open((temporary_ / name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (file.get() < 0) detail::throw_write_error(shown, errno);
    detail::FdBuffer buffer(file.get(), shown);
    std::ostream out(&buffer);
    out.exceptions(std::ios::badbit);
    write(out);
    buffer.flush();
    file.close(shown);
  }

  void seal() {
    const Descriptor folder(::open(temporary_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0 || (::syncfs(folder.get()) != 0 && errno != EINVAL && errno != ENOTSUP))
      detail::throw_write_error(path_, errno);
  }

  void commit() {
    seal();
    refuse_others(path_, ending_);
    std::error_code gone;
    // What stood there is now under the temporary name and is removed with this object.
    if (fs::exists(path_, gone)) {
      if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) == 0)
        return;
      // Not every file system can exchange two names.
      fs::remove_all(path_, gone);
    }
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) detail::throw_write_error(path_, errno);
    temporary_.clear();
  }

 private:
  fs::path path_;
  std::string ending_;
  fs::path temporary_;  ///< empty when there is nothing to remove
};

OutputFolder::OutputFolder(const std::string& path, const std::string& ending)
    : impl_(std::make_unique<Impl>(path, ending)) {}
OutputFolder::~OutputFolder() = default;
OutputFolder::OutputFolder(OutputFolder&&) noexcept = default;
OutputFolder& OutputFolder::operator=(OutputFolder&&) noexcept = default;

void OutputFolder::write(const std::string& name, const std::function<void(std::ostream&)>& write) {
  impl_->write(name, write);
}
void OutputFolder::seal() { impl_->seal(); }
void OutputFolder::commit() { impl_->commit(); }

}  // namespace muqabala
