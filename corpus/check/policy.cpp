#include "corpus/check/policy.h"

#include <filesystem>
#include <initializer_list>
#include <system_error>

namespace muqabala {
namespace {

namespace fs = std::filesystem;

/// As patterns name it: from the current folder on, where it lies inside.
std::string plain_path(const std::string& path) {
  const fs::path normal = fs::path(path).lexically_normal();
  if (!normal.is_absolute()) return normal.generic_string();
  std::error_code none;
  const fs::path relative = normal.lexically_relative(fs::current_path(none));
  const bool is_inside = !relative.empty() && *relative.begin() != "..";
  return (is_inside ? relative : normal).generic_string();
}

template <class Value>
void apply(const PerKind<std::optional<Value>>& changes, PerKind<Value>& values) {
  for (const FindingKind kind : all_finding_kinds())
    if (changes[kind]) values[kind] = *changes[kind];
}

}  // namespace

PerKind<Level> default_levels() {
  PerKind<Level> levels;
  const auto set = [&](Level level, std::initializer_list<FindingKind> kinds) {
    for (const FindingKind kind : kinds) levels[kind] = level;
  };
  using enum FindingKind;
  set(Level::kError, {kOmission, kUntranslated, kMissingTranslation});
  set(Level::kWarning,
      {kPartial, kNumber, kDate, kTerm, kDuplicate, kMarkup, kMissingOriginal, kOutdated});
  set(Level::kNote, {kAddition, kMoved, kName});
  set(Level::kOff, {kFurniture});
  return levels;
}

PerKind<double> default_least_confidence() {
  PerKind<double> least;
  for (const FindingKind kind : all_finding_kinds()) least[kind] = default_least_confidence(kind);
  return least;
}

Rules rules_for(const Policy& policy, const std::string& source_path,
                const std::string& target_path) {
  Rules rules = policy.rules;
  for (const Override& change : policy.overrides) {
    if (!change.path.match(plain_path(source_path)) && !change.path.match(plain_path(target_path)))
      continue;
    apply(change.levels, rules.levels);
    apply(change.least_confidence, rules.least_confidence);
    if (change.missing_share) rules.missing_share = change.missing_share;
    if (change.missing_run) rules.missing_run = change.missing_run;
  }
  return rules;
}

}  // namespace muqabala
