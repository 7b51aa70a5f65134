// Writes every sample check in every format for programs, for the scripts that validate them.
// usage: check_samples FOLDER

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "cli/reports/check_formats.h"
#include "tests/cli/reports/sample_checks.h"

using namespace muqabala;

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: check_samples FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  const auto write = [&](const std::string& name, const CheckReport& report) {
    std::ofstream json(folder / (name + ".json"));
    cli::write_check_json(report, json);
    std::ofstream sarif(folder / (name + ".sarif"));
    cli::write_check_sarif(report, sarif);
    std::ofstream junit(folder / (name + ".xml"));
    cli::write_check_junit(report, junit);
  };
  constexpr std::size_t kHuge = 30'000;
  write("plain", testing::plain_check());
  write("hostile", testing::hostile_check());
  write("huge", testing::huge_check(kHuge));
  write("kinds", testing::check_of_all_kinds());
  write("clean", testing::clean_check());
  write("empty", CheckReport{});
}
