#include "corpus/read_srx.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/detail/xml_events.h"
#include "segment/base/error.h"
#include "segment/base/file_bytes.h"

namespace muqabala {
namespace {

/// The largest rule sets there are take one or two megabytes.
constexpr std::size_t kLimitBytes = std::size_t{64} << 20;
constexpr std::string_view kNamespace = "http://www.lisa.org/srx20";
constexpr std::string_view kOldNamespace = "http://www.lisa.org/srx10";

using detail::XmlAttribute;
using detail::XmlPlace;
using Attributes = std::vector<XmlAttribute>;

/// Which element stands in which; the root in none.
struct Nesting {
  std::string_view name;
  std::string_view parent;
};
constexpr std::array<Nesting, 11> kNestings = {{{"srx", ""},
                                                {"header", "srx"},
                                                {"formathandle", "header"},
                                                {"body", "srx"},
                                                {"languagerules", "body"},
                                                {"languagerule", "languagerules"},
                                                {"rule", "languagerule"},
                                                {"beforebreak", "rule"},
                                                {"afterbreak", "rule"},
                                                {"maprules", "body"},
                                                {"languagemap", "maprules"}}};

class SrxReader {
 public:
  explicit SrxReader(const std::string& path) { rules_.path = path; }

  SrxRules read(std::string_view bytes) {
    detail::XmlHandlers handlers;
    handlers.begin = [this](std::string_view space, std::string_view name,
                            const Attributes& attributes,
                            XmlPlace place) { begin(space, name, attributes, place); };
    handlers.end = [this](std::string_view, XmlPlace place) { end(place); };
    handlers.text = [this](std::string_view text) { take(text); };
    handlers.fault = [this](XmlPlace place, std::string_view reason) {
      return fault(place, reason);
    };
    detail::read_xml(bytes, detail::XmlNames::kByNamespace, handlers);
    if (!has_header_) throw whole_fault("it has no <header>");
    if (rules_.lists.empty()) throw whole_fault("it has no <languagerule>");
    if (rules_.maps.empty())
      throw whole_fault("it has no <languagemap>, so that its rules are for no language");
    check_srx(rules_);
    return std::move(rules_);
  }

 private:
  Error fault(XmlPlace place, std::string_view reason) const {
    return errors::malformed_srx({.path = rules_.path, .line = place.line}, reason);
  }
  Error whole_fault(std::string_view reason) const {
    return errors::malformed_srx({.path = rules_.path}, reason);
  }

  std::string_view parent() const { return open_.empty() ? std::string_view{} : open_.back(); }

  void begin(std::string_view space, std::string_view name, const Attributes& attributes,
             XmlPlace place) {
    if (foreign_depth_ > 0 || (!space.empty() && space != kNamespace && !open_.empty())) {
      ++foreign_depth_;
      return;
    }
    if (open_.empty()) check_root(space, name, attributes, place);
    const auto nesting = std::find_if(kNestings.begin(), kNestings.end(),
                                      [&](const Nesting& n) { return n.name == name; });
    if (nesting == kNestings.end())
      throw fault(place, fmt::format("SRX 2.0 has no element <{}>", name));
    if (nesting->parent != parent())
      throw fault(place, fmt::format("<{}> stands in <{}>, but belongs in <{}>", name, parent(),
                                     nesting->parent));
    open_.push_back(nesting->name);
    text_.clear();
    begin_known(name, attributes, place);
  }

  void check_root(std::string_view space, std::string_view name, const Attributes& attributes,
                  XmlPlace place) const {
    if (name != "srx" || (!space.empty() && space != kNamespace && space != kOldNamespace))
      throw fault(place, fmt::format("it is XML, but not SRX: it begins with <{}>", name));
    const std::string_view version = attribute(attributes, "version").value_or("");
    if (space == kOldNamespace || version != "2.0")
      throw fault(place, fmt::format("its version is '{}', and only 2.0 is read", version));
  }

  void begin_known(std::string_view name, const Attributes& attributes, XmlPlace place) {
    if (name == "header") {
      has_header_ = true;
      rules_.segments_subflows = is_yes(attributes, "segmentsubflows", std::nullopt, place);
      rules_.cascades = is_yes(attributes, "cascade", std::nullopt, place);
    } else if (name == "formathandle") {
      take_format(attributes, place);
    } else if (name == "languagerule") {
      begin_list(attributes, place);
    } else if (name == "rule") {
      rule_ = {.breaks = is_yes(attributes, "break", true, place),
               .before = {},
               .after = {},
               .line = place.line};
      has_expression_ = false;
    } else if (name == "languagemap") {
      rules_.maps.push_back({.language = needed(attributes, "languagepattern", place),
                             .list = needed(attributes, "languagerulename", place),
                             .line = place.line});
    }
  }

  void begin_list(const Attributes& attributes, XmlPlace place) {
    std::string name = needed(attributes, "languagerulename", place);
    if (std::any_of(rules_.lists.begin(), rules_.lists.end(),
                    [&](const SrxRuleList& list) { return list.name == name; }))
      throw fault(place, fmt::format("it has two sets of rules with the name '{}'", name));
    rules_.lists.push_back({.name = std::move(name), .rules = {}});
  }

  void take_format(const Attributes& attributes, XmlPlace place) {
    const std::string type = needed(attributes, "type", place);
    const bool include = is_yes(attributes, "include", std::nullopt, place);
    if (type == "start")
      rules_.includes_start_codes = include;
    else if (type == "end")
      rules_.includes_end_codes = include;
    else if (type == "isolated")
      rules_.includes_isolated_codes = include;
    else
      throw fault(place, fmt::format("<formathandle> is of type '{}'; known are start, end, "
                                     "isolated",
                                     type));
  }

  void end(XmlPlace place) {
    if (foreign_depth_ > 0) {
      --foreign_depth_;
      return;
    }
    const std::string_view name = open_.back();
    open_.pop_back();
    if (name == "beforebreak" || name == "afterbreak") {
      (name == "beforebreak" ? rule_.before : rule_.after) = text_;
      has_expression_ = true;
    } else if (name == "rule") {
      if (!has_expression_)
        throw fault(place, "the <rule> has neither <beforebreak> nor <afterbreak>");
      rules_.lists.back().rules.push_back(std::move(rule_));
    }
    text_.clear();
  }

  void take(std::string_view text) {
    if (foreign_depth_ == 0) text_ += text;
  }

  static std::optional<std::string_view> attribute(const Attributes& attributes,
                                                   std::string_view name) {
    for (const XmlAttribute& candidate : attributes)
      if (candidate.name == name) return candidate.value;
    return std::nullopt;
  }

  std::string needed(const Attributes& attributes, std::string_view name, XmlPlace place) const {
    const auto value = attribute(attributes, name);
    if (!value) throw fault(place, fmt::format("<{}> lacks its attribute '{}'", parent(), name));
    return std::string(*value);
  }

  /// The value of a yes-or-no attribute; without a `fallback` it must be there.
  bool is_yes(const Attributes& attributes, std::string_view name, std::optional<bool> fallback,
              XmlPlace place) const {
    if (fallback && !attribute(attributes, name)) return *fallback;
    const std::string value = needed(attributes, name, place);
    if (value != "yes" && value != "no")
      throw fault(place,
                  fmt::format("{}=\"{}\" of <{}> is neither yes nor no", name, value, parent()));
    return value == "yes";
  }

  SrxRules rules_;
  std::vector<std::string_view> open_;  ///< names of `kNestings`
  std::size_t foreign_depth_ = 0;
  SrxRule rule_;
  std::string text_;
  bool has_header_ = false;
  bool has_expression_ = false;
};

}  // namespace

SrxRules read_srx(const std::string& path) {
  return parse_srx(read_bytes(path, kLimitBytes), path);
}

SrxRules parse_srx(std::string_view bytes, const std::string& path) {
  return SrxReader(path).read(bytes);
}

}  // namespace muqabala
