// Writes a TMX with all that may break one to the path given, for tests by other people's tools.

#include <iostream>

#include "corpus/output_file.h"
#include "corpus/write_alignment.h"
#include "tests/corpus/beads.h"
#include "tests/support/documents.h"

using namespace muqabala;

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: tmx_sample FILE\n";
    return 2;
  }
  CollatedPair pair;
  pair.source = testing::document_of(
      {"جملة <b>أولى</b> & \"ثانية\" ]]> &amp; <![CDATA[", "\u200Fمُشَكَّلٌ\u200F (\u061Cنص\u2069)",
       "تحكم\x01\x02\x1F\x7F وفاصل\x0Bصفحة\x0C", "سطر\u2028وفقرة\u2029و\u0085و\r\nو\tو", "محذوفة",
       "\uFFFE\uFFFF"},
      "ar");
  pair.target = testing::document_of(
      {"The <first> & 'second' -- <!-- ]]>", "Marks \u200E\u202Bof direction\u202C",
       "Control\x1B[31m characters",
       "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80 e\u0301 \U0010FFFF", "Added", "x"},
      "en-GB");
  for (std::size_t i = 0; i < 4; ++i)
    pair.alignment.beads.push_back(testing::bead({i, i + 1}, {i, i + 1}, -1.5, 0.9));
  pair.alignment.beads.push_back(testing::bead({4, 5}, {4, 4}, 1, 0.5));
  pair.alignment.beads.push_back(testing::bead({5, 5}, {4, 5}, 1, 0.5));
  pair.alignment.beads.push_back(testing::bead({5, 6}, {5, 6}, -1, 0.5));
  write_output(argv[1], [&](std::ostream& out) {
    write_tmx(pair, TmxOptions{.date = "20240102T030405Z"}, out);
  });
}
