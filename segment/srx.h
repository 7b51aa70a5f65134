#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace muqabala {

/// A rule of SRX 2.0: at a place behind a match of `before` and before a match of `after` (ICU
/// regular expressions; empty ones match anywhere), the text is broken, or it is not.
struct SrxRule {
  bool breaks = true;
  std::string before = {};
  std::string after = {};
  std::size_t line = 0;   ///< in the file; 0 for rules of our own
  std::string name = {};  ///< of a rule of our own, which stands in a comment when it is written
};

/// The rules under one name, in order: the first that matches a place decides.
struct SrxRuleList {
  std::string name;
  std::vector<SrxRule> rules;
};

/// Which list is for languages whose whole tag the regular expression `language` matches.
struct SrxLanguageMap {
  std::string language = {};
  std::string list = {};
  std::size_t line = 0;
};

/// What an SRX 2.0 file says. How the codes of markup and the text inside them are to be taken is
/// kept, but splits nothing: readable text has neither.
struct SrxRules {
  std::string path;       ///< for messages
  bool cascades = false;  ///< the lists of all maps that fit, one behind the other
  bool segments_subflows = true;
  bool includes_start_codes = false;
  bool includes_end_codes = true;
  bool includes_isolated_codes = false;
  std::vector<SrxRuleList> lists = {};
  std::vector<SrxLanguageMap> maps = {};
};

/// How rules from a file take part.
struct SrxOptions {
  std::shared_ptr<const SrxRules> rules;  ///< none: the splitter's own rules alone
  /// The rules from the file are all there are; else they overrule the splitter's own where they
  /// say anything.
  bool alone = false;
};

/// Throws `errors::malformed_srx` for the first rule or map whose regular expression ICU cannot
/// read, and for a map to a list that is not there.
void check_srx(const SrxRules& rules);

/// The rules for `language` in their order: of the first map that fits, or with `cascades` of all.
/// Letters of languages are compared without case, `_` counts as `-`. `rules` must have passed
/// `check_srx`.
std::vector<SrxRule> srx_rules_for(const SrxRules& rules, std::string_view language);

}  // namespace muqabala
