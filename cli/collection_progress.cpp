#include "cli/collection_progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "cli/terminal.h"

namespace muqabala::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto kRefresh = 200ms;
constexpr auto kSampleEvery = 1s;
constexpr std::size_t kMostSamples = 20;
constexpr std::size_t kBarWidth = 20;

std::string bar(std::size_t done, std::size_t of) {
  const std::size_t filled = std::min(kBarWidth, kBarWidth * done / of);
  return fmt::format("[{:#<{}}{:.<{}}]", "", filled, "", kBarWidth - filled);
}

std::string time_left(double seconds) {
  const auto whole = static_cast<std::size_t>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s left", whole);
  if (whole < 3600) return fmt::format("{} min {} s left", whole / 60, whole % 60);
  return fmt::format("{} h {} min left", whole / 3600, whole % 3600 / 60);
}

}  // namespace

void RecentRate::note(std::size_t done, Clock::time_point now) {
  if (!samples_.empty() && done < samples_.back().done) samples_.clear();
  if (!samples_.empty() && now - samples_.back().at < kSampleEvery) return;
  samples_.push_back({done, now});
  if (samples_.size() > kMostSamples) samples_.pop_front();
}

double RecentRate::per_second() const {
  if (samples_.size() < 2) return 0;
  const std::chrono::duration<double> time = samples_.back().at - samples_.front().at;
  return static_cast<double>(samples_.back().done - samples_.front().done) / time.count();
}

std::string progress_line(const CollectionStage& stage, double per_second, std::size_t width) {
  std::string line(stage.doing);
  if (stage.of > 0)
    line += fmt::format(" {} {} of {}", bar(stage.done, stage.of), stage.done, stage.of);
  else if (stage.done > 0)
    line += fmt::format(" {}", stage.done);
  if (per_second > 0) {
    line += fmt::format("  {:.{}f} a second", per_second, per_second < 10 ? 1 : 0);
    if (stage.of > stage.done)
      line += "  " + time_left(static_cast<double>(stage.of - stage.done) / per_second);
  }
  if (stage.failed > 0) line += fmt::format("  {} failed", stage.failed);
  return shortened(line, width);
}

CollectionProgress::CollectionProgress(const Messages& messages)
    : is_shown_(messages.screen().is_terminal && !messages.is_quiet()),
      width_(messages.screen().width) {}

CollectionProgress::~CollectionProgress() { stop(); }

void CollectionProgress::show(const CollectionStage& stage) {
  if (!is_shown_) return;
  const auto now = RecentRate::Clock::now();
  if (stage.doing != doing_) {
    rate_ = {};
    doing_ = stage.doing;
    drawn_ = {};
  }
  rate_.note(stage.done, now);
  if (now - drawn_ < kRefresh) return;
  drawn_ = now;
  is_drawn_ = true;
  std::cerr << kWipeLine << progress_line(stage, rate_.per_second(), width_ - 1) << std::flush;
}

void CollectionProgress::stop() {
  if (is_drawn_) std::cerr << kWipeLine << std::flush;
  is_drawn_ = false;
}

}  // namespace muqabala::cli
