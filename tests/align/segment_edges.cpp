#include "align/segment_edges.h"

#include "align/text_side.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

SegmentEdges edges_of_line(const std::string& line, const std::string& language) {
  return index_words(document_of({line}, language)).edges.at(0);
}

}  // namespace

TEST_CASE("a segment is told by what it begins with", "[align][edges]") {
  const auto [line, begin] = GENERATE(table<std::string, SegmentBegin>({
      {"12. The camp", SegmentBegin::kNumber},
      {"The camp", SegmentBegin::kCapital},
      {"and the camp", SegmentBegin::kWord},
      {"- The camp", SegmentBegin::kDash},
      {"« The camp »", SegmentBegin::kQuote},
      {"“The camp”", SegmentBegin::kQuote},
      {"(the camp)", SegmentBegin::kBracket},
      {"... the camp", SegmentBegin::kOtherMark},
      {"", SegmentBegin::kNothing},
  }));
  CAPTURE(line);
  CHECK(edges_of_line(line, "en").begin == begin);
}

TEST_CASE("a segment is told by the mark that it ends with, in any script", "[align][edges]") {
  const auto [line, language, end] = GENERATE(table<std::string, std::string, SegmentEnd>({
      {"We left.", "en", SegmentEnd::kStop},
      {"We left .\"", "en", SegmentEnd::kStop},
      {"We left (at last!)", "en", SegmentEnd::kExclamation},
      {"Who left?", "en", SegmentEnd::kQuestion},
      {"من غادر؟", "ar", SegmentEnd::kQuestion},
      {"قال:", "ar", SegmentEnd::kColon},
      {"غادروا؛", "ar", SegmentEnd::kSemicolon},
      {"غادروا،", "ar", SegmentEnd::kComma},
      {"We left in 1956", "en", SegmentEnd::kWord},
      {"Literature", "en", SegmentEnd::kWord},
      {"(a)", "en", SegmentEnd::kWord},
      {"*", "en", SegmentEnd::kNoWord},
      {"", "en", SegmentEnd::kNoWord},
  }));
  CAPTURE(line);
  CHECK(edges_of_line(line, language).end == end);
}

TEST_CASE("a closing colon belongs to the edge, another one to the words", "[align][edges]") {
  CHECK(index_words(document_of({"He said :"}, "en")).uses.size() == 2);
  CHECK(index_words(document_of({"He : said"}, "en")).uses.size() == 3);
  CHECK(index_words(document_of({"He said ?"}, "en")).uses.size() == 3);
}
