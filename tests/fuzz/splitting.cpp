// Splits any bytes in any language and with any SRX rules, and checks what is promised for every
// input: segments are exact slices of the text, in order, cut no character, and leave out nothing
// that anybody sees; every end is explained. The first byte chooses the language, the second the
// rules.

#include <unicode/uchar.h>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "corpus/read_document.h"
#include "corpus/read_srx.h"
#include "segment/base/error.h"
#include "segment/explain_split.h"
#include "segment/sentence_splitter.h"

namespace {

using muqabala::ByteRange;
using muqabala::SegmentedDocument;

void promise(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "broken promise: " << what << '\n';
  std::abort();
}

bool may_lie_between(char32_t value) {
  const auto c = static_cast<UChar32>(value);
  constexpr std::uint32_t kUnseen = U_GC_CF_MASK | U_GC_CC_MASK | U_GC_M_MASK;
  return u_isUWhiteSpace(c) != 0 || (U_GET_GC_MASK(c) & kUnseen) != 0 || value == U'\u0640';
}

void check_gap(std::string_view text, ByteRange gap) {
  for (std::size_t at = gap.begin; at < gap.end;) {
    const muqabala::CodePoint point = muqabala::code_point_at(text, at);
    promise(may_lie_between(point.value), "what can be seen was left out");
    at += point.size_bytes;
  }
}

void check(const SegmentedDocument& segmented, std::string_view original) {
  const std::string_view text = segmented.document.text.view();
  promise(text == original, "the text is changed");
  std::size_t segment = 0;
  for (std::uint32_t block = 0; block < segmented.document.blocks.size(); ++block) {
    const ByteRange range = segmented.document.blocks[block].range;
    std::size_t at = range.begin;
    for (; segment < segmented.size() && segmented.segments[segment].block == block; ++segment) {
      const ByteRange found = segmented.segments[segment].range;
      promise(found.begin >= at && found.end <= range.end, "segments are out of order");
      promise(!found.empty(), "a segment is empty");
      promise(!muqabala::find_utf8_fault(muqabala::slice(text, found)), "a character is cut");
      check_gap(text, {at, found.begin});
      at = found.end;
    }
    check_gap(text, {at, range.end});
  }
  promise(segment == segmented.size(), "a segment is in no block");
}

void check_explanation(const SegmentedDocument& segmented, const muqabala::SrxOptions& srx) {
  std::size_t ends = 0;
  std::size_t last = 0;
  for (const muqabala::SplitDecision& decision : muqabala::explain_split(segmented, srx)) {
    promise(decision.at >= last, "decisions are out of order");
    promise(!decision.rule.empty(), "a decision has no rule");
    last = decision.at;
    ends += decision.ends;
  }
  promise(ends == segmented.size(), "an end is explained twice or not at all");
}

muqabala::SrxOptions rules_of(unsigned choice) {
  static const auto kRules = std::make_shared<const muqabala::SrxRules>(muqabala::parse_srx(
      "<srx version='2.0'><header segmentsubflows='yes' cascade='no'/><body><languagerules>"
      "<languagerule languagerulename='r'>"
      "<rule break='no'><beforebreak>\\b\\p{L}\\.</beforebreak><afterbreak>\\s</afterbreak></rule>"
      "<rule break='yes'><beforebreak>[.?!]+</beforebreak><afterbreak>\\s</afterbreak></rule>"
      "<rule break='yes'><beforebreak>\\s</beforebreak><afterbreak>[A-C]</afterbreak></rule>"
      "<rule break='yes'><beforebreak></beforebreak><afterbreak>\\p{M}</afterbreak></rule>"
      "</languagerule></languagerules><maprules>"
      "<languagemap languagepattern='.*' languagerulename='r'/></maprules></body></srx>",
      "rules"));
  constexpr unsigned kChoices = 3;
  if (choice % kChoices == 0) return {};
  return {.rules = kRules, .alone = choice % kChoices == 1};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const char* const kLanguages[] = {"ar", "en", "de", "ja", "km", "ka", "und"};
  constexpr std::size_t kChoices = 2;
  if (size < kChoices) return 0;
  const std::string bytes(data + kChoices, data + size);
  if (muqabala::find_utf8_fault(bytes)) return 0;
  muqabala::Document document;
  try {
    document = muqabala::parse_document(bytes, "fuzz.txt", {});
  } catch (const muqabala::Error&) {
    return 0;  // no text, by what its bytes are
  }
  document.language = kLanguages[data[0] % std::size(kLanguages)];
  const std::string text = document.text.str();
  const muqabala::SrxOptions srx = rules_of(data[1]);
  const SegmentedDocument segmented = muqabala::split_sentences(std::move(document), srx);
  check(segmented, text);
  check_explanation(segmented, srx);
  return 0;
}
