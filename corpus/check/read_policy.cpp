#include "corpus/check/read_policy.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include "segment/base/error.h"
#include "segment/base/file_bytes.h"
#include "segment/base/suggest.h"
#include "segment/text/utf8_text.h"

// Some broken files (`[[[`) make toml++ 3.3 break a promise to itself, which would end the program
// or, with NDEBUG, be undefined behaviour. So it is told to throw, in every build.
#undef NDEBUG
#define TOML_ASSERT(promise) ((promise) ? static_cast<void>(0) : muqabala_broken_promise())
[[noreturn]] static void muqabala_broken_promise() {
  throw std::logic_error("it is no TOML: brackets, a key or a value are in disorder");
}
#include <toml++/toml.h>

namespace muqabala {
namespace {

constexpr std::size_t kMaxPolicyBytes = 1 << 20;
constexpr std::size_t kMaxPathPatternBytes = 4096;

constexpr std::array kLevels = {Level::kOff, Level::kNote, Level::kWarning, Level::kError};

std::vector<std::string_view> level_names() {
  std::vector<std::string_view> names;
  for (const Level level : kLevels) names.push_back(name(level));
  return names;
}

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  for (const FindingKind kind : all_finding_kinds()) names.push_back(name(kind));
  return names;
}

class PolicyReader {
 public:
  explicit PolicyReader(const std::string& path) : path_(path) {}

  Policy read(const toml::table& root) {
    Policy policy;
    check_keys(root, "", {"fail-at", "levels", "confidence", "limits", "ignore", "override"});
    if (const toml::node* node = root.get("fail-at")) {
      policy.fails_at = level(*node, "fail-at");
      if (policy.fails_at == Level::kOff)
        refuse(*node,
               "fail-at is 'off', at which everything would fail; write note, warning or "
               "error, and turn kinds off under [levels]");
    }
    read_rules(root, policy.rules);
    each_table(root, "ignore", [&](const toml::table& t) { policy.ignores.push_back(ignore(t)); });
    each_table(root, "override",
               [&](const toml::table& t) { policy.overrides.push_back(changes(t)); });
    return policy;
  }

  Place place(const toml::source_region& where) const {
    return {.path = path_, .line = where.begin.line, .column = where.begin.column};
  }

 private:
  [[noreturn]] void refuse(const toml::node& at, std::string_view reason) const {
    throw errors::malformed_policy(place(at.source()), reason);
  }

  [[noreturn]] void refuse_name(const toml::source_region& at, std::string_view what,
                                std::string_view given,
                                const std::vector<std::string_view>& known) const {
    const std::string_view nearest = suggest(given, known);
    throw errors::malformed_policy(
        place(at), fmt::format("unknown {} '{}'{} known are {}", what, given,
                               nearest.empty() ? ";" : fmt::format("; did you mean '{}'?", nearest),
                               fmt::join(known, ", ")));
  }

  void check_keys(const toml::table& table, std::string_view section,
                  const std::vector<std::string_view>& known) const {
    for (const auto& [key, node] : table)
      if (std::find(known.begin(), known.end(), key.str()) == known.end())
        refuse_name(key.source(),
                    section.empty() ? "setting" : fmt::format("setting of {}", section), key.str(),
                    known);
  }

  /// The table under `key`, or null.
  const toml::table* table(const toml::table& parent, std::string_view key) const {
    const toml::node* node = parent.get(key);
    if (node == nullptr) return nullptr;
    if (!node->is_table())
      refuse(*node, fmt::format("{} is no table; write its settings under [{}]", key, key));
    return node->as_table();
  }

  template <class Use>
  void each_table(const toml::table& parent, std::string_view key, Use use) const {
    const toml::node* node = parent.get(key);
    if (node == nullptr) return;
    const toml::array* array = node->as_array();
    if (array == nullptr)
      refuse(*node,
             fmt::format("{} can be given several times; write it in double brackets: [[{}]]", key,
                         key));
    for (const toml::node& entry : *array) {
      if (!entry.is_table()) refuse(entry, fmt::format("write every {} under [[{}]]", key, key));
      use(*entry.as_table());
    }
  }

  std::string text(const toml::node& node, std::string_view what) const {
    if (!node.is_string()) refuse(node, fmt::format("{} must be text in quotes", what));
    return **node.as_string();
  }

  Level level(const toml::node& node, std::string_view what) const {
    const std::string given = text(node, what);
    for (const Level level : kLevels)
      if (name(level) == given) return level;
    refuse_name(node.source(), "level", given, level_names());
  }

  double share(const toml::node& node, std::string_view what) const {
    const std::optional<double> given = node.is_number() ? node.value<double>() : std::nullopt;
    if (!given || !std::isfinite(*given) || *given < 0 || *given > 1)
      refuse(node, fmt::format("{} must be a number from 0 to 1", what));
    return *given;
  }

  std::size_t whole_number(const toml::node& node, std::string_view what) const {
    const auto given = node.is_integer() ? node.value<std::int64_t>() : std::nullopt;
    if (!given || *given < 0)
      refuse(node, fmt::format("{} must be a whole number, 0 or more", what));
    return static_cast<std::size_t>(*given);
  }

  FindingKind kind(std::string_view given, const toml::source_region& at) const {
    const auto found = finding_kind(given);
    if (!found) refuse_name(at, "kind of finding", given, kind_names());
    return *found;
  }

  /// Reads what stands alike in the policy and in an override, into `Rules` or `Override`.
  template <class Target>
  void read_rules(const toml::table& parent, Target& rules) const {
    if (const toml::table* levels = table(parent, "levels"))
      for (const auto& [key, node] : *levels)
        rules.levels[kind(key.str(), key.source())] = level(node, key.str());
    if (const toml::table* least = table(parent, "confidence")) {
      if (const toml::node* all = least->get("default"))
        rules.least_confidence.values.fill(share(*all, "default"));
      for (const auto& [key, node] : *least)
        if (key.str() != "default")
          rules.least_confidence[kind(key.str(), key.source())] = share(node, key.str());
    }
    if (const toml::table* limits = table(parent, "limits")) {
      check_keys(*limits, "[limits]", {"missing-share", "missing-run"});
      if (const toml::node* node = limits->get("missing-share"))
        rules.missing_share = share(*node, "missing-share");
      if (const toml::node* node = limits->get("missing-run"))
        rules.missing_run = whole_number(*node, "missing-run");
    }
  }

  std::optional<Pattern> pattern(const toml::table& table, std::string_view key) const {
    const toml::node* node = table.get(key);
    if (node == nullptr) return std::nullopt;
    const std::string given = text(*node, key);
    if (given.empty()) refuse(*node, fmt::format("{} is empty, which would fit everything", key));
    return Pattern(given, place(node->source()));
  }

  IgnoreRule ignore(const toml::table& table) const {
    check_keys(table, "[[ignore]]", {"kind", "pattern", "section", "reason"});
    IgnoreRule rule;
    if (const toml::node* node = table.get("kind"))
      rule.kind = kind(text(*node, "kind"), node->source());
    rule.pattern = pattern(table, "pattern");
    rule.section = pattern(table, "section");
    if (const toml::node* node = table.get("reason")) rule.reason = text(*node, "reason");
    if (!rule.kind && !rule.pattern && !rule.section)
      refuse(table, "an [[ignore]] must say what: give it a pattern, a section or a kind");
    if (rule.reason.empty())
      refuse(table, "an [[ignore]] must say why: give it a reason = \"...\"");
    return rule;
  }

  Override changes(const toml::table& table) const {
    check_keys(table, "[[override]]", {"path", "levels", "confidence", "limits"});
    const toml::node* path = table.get("path");
    if (path == nullptr)
      refuse(table, "an [[override]] must say for which files: path = \"legal/**\"");
    const std::string glob = text(*path, "path");
    if (glob.empty() || glob.size() > kMaxPathPatternBytes)
      refuse(*path, "path must be a pattern of files such as \"legal/**\"");
    Override result{.path = Glob(glob)};
    read_rules(table, result);
    return result;
  }

  const std::string& path_;
};

}  // namespace

Policy read_policy(const std::string& path) {
  const Utf8Text text = Utf8Text::checked(read_bytes(path, kMaxPolicyBytes), path);
  return parse_policy(text.view(), path);
}

Policy parse_policy(std::string_view text, const std::string& path) {
  PolicyReader reader(path);
  try {
    return reader.read(toml::parse(text, path));
  } catch (const toml::parse_error& error) {
    throw errors::malformed_policy(reader.place(error.source()), error.description());
  } catch (const std::logic_error& broken_promise) {
    throw errors::malformed_policy({.path = path}, broken_promise.what());
  }
}

}  // namespace muqabala
