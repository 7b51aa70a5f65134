#include "cli/progress.h"

#include <fmt/format.h>

#include <iostream>
#include <utility>

#include "cli/terminal.h"

namespace muqabala::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 500ms;
constexpr auto kRefresh = 200ms;

}  // namespace

Progress::Progress(const Messages& messages) : width_(messages.screen().width) {
  if (messages.screen().is_terminal && !messages.is_quiet())
    thread_ = std::thread([this] { run(); });
}

Progress::~Progress() { stop(); }

void Progress::show(std::string text) {
  const std::lock_guard lock(mutex_);
  text_ = std::move(text);
}

void Progress::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Progress::run() {
  std::unique_lock lock(mutex_);
  bool shown = false;
  auto pause = std::chrono::duration_cast<std::chrono::milliseconds>(kPatience);
  while (!wake_.wait_for(lock, pause, [this] { return stopping_; })) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - start_);
    const std::string line = shortened(fmt::format("{} s  {}", seconds.count(), text_), width_ - 1);
    std::cerr << kWipeLine << line << std::flush;
    shown = true;
    pause = kRefresh;
  }
  if (shown) std::cerr << kWipeLine << std::flush;
}

}  // namespace muqabala::cli
