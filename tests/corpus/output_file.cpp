#include "corpus/output_file.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <thread>

#include "corpus/output_folder.h"
#include "segment/base/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace muqabala;
namespace fs = std::filesystem;

namespace {

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void put(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

ErrorCode code_of(const std::string& path, const std::function<void(std::ostream&)>& write) {
  try {
    write_output(path, write);
  } catch (const Error& error) {
    CHECK(error.where().path == path);
    return error.code();
  }
  FAIL("no error was thrown");
  throw 0;
}

const auto kHello = [](std::ostream& out) { out << "hello\n"; };
const auto kMegabytes = [](std::ostream& out) {
  const std::string line(1000, 'x');
  for (int i = 0; i < 4000; ++i) out << line << '\n';
};

/// Runs `call` in a process of its own, where signals and limits may be changed, and returns what
/// it returned (0 to 255).
template <class Call>
int in_child(Call call) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(call());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// The code of the error that writing to `path` throws, or 255.
int code_in_child(const std::string& path, const std::function<void(std::ostream&)>& write) {
  try {
    write_output(path, write);
  } catch (const Error& error) {
    return static_cast<int>(error.code());
  }
  return 255;
}

}  // namespace

TEST_CASE("a file appears under its name, complete, and nothing beside it", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  write_output(folder / "out.tsv", kHello);
  CHECK(content_of(folder / "out.tsv") == "hello\n");
  write_output(folder / "out.tsv", kMegabytes);
  CHECK(content_of(folder / "out.tsv").size() == 4'004'000);
  CHECK(folder.count() == 1);
}

TEST_CASE("an output of any size is written exactly", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  const std::size_t size = GENERATE(0u, 1u, 65535u, 65536u, 65537u, 131072u, 1000000u);
  const std::string text(size, 'a');
  write_output(folder / "whole", [&](std::ostream& out) { out << text; });
  CHECK(content_of(folder / "whole") == text);
  write_output(folder / "bytes", [&](std::ostream& out) {
    for (const char c : text) out.put(c);
  });
  CHECK(content_of(folder / "bytes") == text);
}

TEST_CASE("while it is written, the file that was there stays", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  put(folder / "out", "old");
  write_output(folder / "out", [&](std::ostream& out) {
    out << "new" << std::flush;
    CHECK(content_of(folder / "out") == "old");
  });
  CHECK(content_of(folder / "out") == "new");
}

TEST_CASE("a writer that fails leaves what was there and nothing else", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  put(folder / "out", "old");
  const auto fail = [](std::ostream& out) {
    out << "half";
    throw std::runtime_error("stop");
  };
  CHECK_THROWS_AS(write_output(folder / "out", fail), std::runtime_error);
  CHECK_THROWS_AS(write_output(folder / "new", fail), std::runtime_error);
  CHECK(content_of(folder / "out") == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("new files get the permissions that umask leaves, replaced ones keep theirs", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  const auto mode_of = [](const std::string& path) {
    struct stat status {};
    ::stat(path.c_str(), &status);
    return status.st_mode & 07777;
  };
  const mode_t before = ::umask(027);
  write_output(folder / "new", kHello);
  put(folder / "old", "old");
  ::chmod((folder / "old").c_str(), 0604);
  write_output(folder / "old", kHello);
  ::umask(before);
  CHECK(mode_of(folder / "new") == 0640);
  CHECK(mode_of(folder / "old") == 0604);
}

TEST_CASE("links are followed, also to what is not there yet", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  fs::create_directory(folder / "sub");
  put(folder / "sub/real", "old");
  fs::create_symlink("sub/real", folder / "link");
  fs::create_symlink("link", folder / "link2");
  fs::create_symlink("sub/absent", folder / "dangling");
  write_output(folder / "link2", kHello);
  write_output(folder / "dangling", kHello);
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(fs::is_symlink(folder / "link2"));
  CHECK(fs::is_symlink(folder / "dangling"));
  CHECK(content_of(folder / "sub/real") == "hello\n");
  CHECK(content_of(folder / "sub/absent") == "hello\n");
}

TEST_CASE("places that cannot be written are named with the reason", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  put(folder / "file", "x");
  fs::create_symlink("round", folder / "round");
  const auto [name, reason] = GENERATE(table<std::string, std::string>({
      {"no/such/out.tsv", "does not exist"},
      {"file/out.tsv", "is not a folder"},
      {"", "is a folder"},
      {"absent/", "does not exist"},
      {"round", "symbolic links"},
      {std::string(300, 'n'), "too long"},
  }));
  const std::string path = folder / name;
  try {
    write_output(path, kHello);
    FAIL("no error was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kUnwritable);
    CHECK_THAT(error.what(), ContainsText(reason));
  }
  CHECK(folder.count() == 2);
  CHECK(code_of("", kHello) == ErrorCode::kUnwritable);
}

TEST_CASE("folders and files without permission refuse", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  fs::create_directory(folder / "closed");
  put(folder / "readonly", "old");
  const auto code_of_nobody = [&](const std::string& name) {
    return in_child([&] {
      // Root may write everywhere.
      if (::geteuid() == 0 && ::setuid(65534) != 0) return 1;
      return code_in_child(folder / name, kHello);
    });
  };
  ::chmod((folder / "").c_str(), 0777);
  ::chmod((folder / "closed").c_str(), 0555);
  ::chmod((folder / "readonly").c_str(), 0444);
  CHECK(code_of_nobody("closed/out") == static_cast<int>(ErrorCode::kUnwritable));
  CHECK(code_of_nobody("readonly") == static_cast<int>(ErrorCode::kUnwritable));
  CHECK(code_of_nobody("open") == 255);
  CHECK(content_of(folder / "readonly") == "old");
  CHECK(content_of(folder / "open") == "hello\n");
}

TEST_CASE("a full device is an error at once", "[write]") {
  if (!fs::exists("/dev/full")) {
    WARN("there is no /dev/full here");
    return;
  }
  CHECK(code_of("/dev/full", kHello) == ErrorCode::kDiskFull);
  int lines = 0;
  CHECK(code_of("/dev/full", [&](std::ostream& out) {
          const std::string line(1000, 'x');
          for (; lines < 1000; ++lines) out << line;
        }) == ErrorCode::kDiskFull);
  CHECK(lines < 100);
}

TEST_CASE("a file that may grow no further leaves the old one", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  put(folder / "out", "old");
  const int code = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{100'000, 100'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    return code_in_child(folder / "out", kMegabytes);
  });
  CHECK(code == static_cast<int>(ErrorCode::kDiskFull));
  CHECK(content_of(folder / "out") == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("standard output is written, and its reader may go away", "[write]") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const bool closed = GENERATE(false, true);
  const std::string path = GENERATE("-", "/dev/stdout");
  if (closed) ::close(ends[0]);
  const int code = in_child([&] {
    std::signal(SIGPIPE, SIG_IGN);
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[1]);
    return code_in_child(path, kHello);
  });
  ::close(ends[1]);
  if (closed) {
    CHECK(code == static_cast<int>(ErrorCode::kBrokenPipe));
  } else {
    CHECK(code == 255);
    char text[16];
    CHECK(::read(ends[0], text, sizeof text) == 6);
    CHECK(std::string(text, 6) == "hello\n");
    ::close(ends[0]);
  }
}

TEST_CASE("a file that the shell opened as standard output is not replaced", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  put(folder / "log", "first\n");
  const int code = in_child([&] {
    const int fd = ::open((folder / "log").c_str(), O_WRONLY | O_APPEND);
    ::dup2(fd, STDOUT_FILENO);
    return code_in_child("/dev/stdout", kHello);
  });
  CHECK(code == 255);
  CHECK(content_of(folder / "log") == "first\nhello\n");
}

TEST_CASE("a named pipe is written through", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  const std::string path = folder / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  std::string received;
  std::thread reader([&] { received = content_of(path); });
  write_output(path, kMegabytes);
  reader.join();
  CHECK(received.size() == 4'004'000);
  CHECK(fs::is_fifo(path));
}

TEST_CASE("a relative name without a folder is written where the process is", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  const int code = in_child([&] {
    if (::chdir((folder / "").c_str()) != 0) return 1;
    return code_in_child("plain.txt", kHello);
  });
  CHECK(code == 255);
  CHECK(content_of(folder / "plain.txt") == "hello\n");
}

TEST_CASE("of files that are open at once each appears when it is committed", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  put(folder / "b", "old");
  OutputFile a(folder / "a");
  OutputFile b(folder / "b");
  a.stream() << "first";
  b.stream() << "second";
  a.seal();
  b.seal();
  CHECK(!fs::exists(folder / "a"));
  CHECK(content_of(folder / "b") == "old");
  a.commit();
  CHECK(content_of(folder / "a") == "first");
  CHECK(content_of(folder / "b") == "old");
  b.commit();
  CHECK(content_of(folder / "b") == "second");
  CHECK(folder.count() == 2);
}

TEST_CASE("nothing is left of a file that is given up", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  put(folder / "old", "old");
  const bool sealed = GENERATE(false, true);
  {
    OutputFile fresh(folder / "new");
    OutputFile old(folder / "old");
    fresh.stream() << "half";
    old.stream() << "half";
    if (sealed) fresh.seal();
    if (sealed) old.seal();
  }
  CHECK(content_of(folder / "old") == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("a folder appears whole, in place of the one before", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  const std::string path = folder / "tmx";
  {
    OutputFolder first(path, ".tmx");
    first.write("a.tmx", kHello);
    first.write("b.tmx", kHello);
    CHECK(!fs::exists(path));
    first.commit();
  }
  CHECK(content_of(path + "/a.tmx") == "hello\n");
  {
    OutputFolder given_up(path, ".tmx");
    given_up.write("c.tmx", kHello);
  }
  CHECK(!fs::exists(path + "/c.tmx"));
  {
    OutputFolder second(path, ".tmx");
    second.write("b.tmx", [](std::ostream& out) { out << "new\n"; });
    second.commit();
  }
  CHECK(!fs::exists(path + "/a.tmx"));
  CHECK(content_of(path + "/b.tmx") == "new\n");
  CHECK(folder.count() == 1);
  CHECK(fs::status(path).permissions() == fs::status(folder / "").permissions());
}

TEST_CASE("a folder that holds something else is not replaced", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  fs::create_directory(folder / "tmx");
  put(folder / "tmx/thesis.txt", "precious");
  try {
    OutputFolder(folder / "tmx", ".tmx");
    FAIL("no error was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kUnwritable);
    CHECK_THAT(error.what(), ContainsText("holds thesis.txt"));
  }
  put(folder / "file", "precious");
  CHECK_THROWS_AS(OutputFolder(folder / "file", ".tmx"), Error);
  CHECK(content_of(folder / "tmx/thesis.txt") == "precious");
  CHECK(folder.count() == 2);
}

TEST_CASE("what cannot be written into a folder leaves nothing", "[write]") {
  const muqabala::testing::TemporaryFolder folder;
  {
    OutputFolder out(folder / "tmx", ".tmx");
    out.write("a.tmx", kHello);
    CHECK_THROWS_AS(out.write("a.tmx", kHello), Error);  // the name is taken
    CHECK_THROWS_AS(out.write("no/a.tmx", kHello), Error);
  }
  CHECK(folder.count() == 0);
}
