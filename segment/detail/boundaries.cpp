#include "segment/detail/boundaries.h"

namespace muqabala::detail {
namespace {

/// Whether the rules of our own know the language of `tag`: `ar`, `en`, with any region or script.
bool has_own_rules(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  return primary == "ar" || primary == "arb" || primary == "en";
}

}  // namespace

Boundaries::Boundaries(std::string_view language, const SrxOptions& srx) : srx_alone_(srx.alone) {
  if (srx.rules) srx_ = std::make_unique<SrxBoundaries>(*srx.rules, language);
  if (!has_own_rules(language)) icu_ = std::make_unique<IcuBoundaries>(language);
}

std::vector<Decision> Boundaries::operator()(std::string_view block, Keep keep) {
  if (!srx_) return by_own_rules(block, keep);
  const std::vector<Decision> own =
      srx_alone_ ? std::vector<Decision>{} : by_own_rules(block, keep);
  return overruled(own, (*srx_)(block), keep);
}

std::vector<Decision> Boundaries::by_own_rules(std::string_view block, Keep keep) {
  return icu_ ? (*icu_)(block, keep) : find_boundaries(block, keep);
}

}  // namespace muqabala::detail
