#include "segment/sentence_splitter.h"
#include "tests/segment/sentence_splitter_support.h"

namespace muqabala {
namespace {

Sentences lines_of(std::string text) {
  return texts_of(split_lines(plain_document(std::move(text), "en")));
}

TEST_CASE("In lines mode every line is one segment", "[splitter][lines]") {
  CHECK(lines_of("One. Two.\nThree\n") == Sentences{"One. Two.", "Three"});
  CHECK(lines_of("One\nTwo") == Sentences{"One", "Two"});
  CHECK(lines_of("") == Sentences{});
  CHECK(lines_of("\n") == Sentences{""});
}

TEST_CASE("In lines mode a blank line is an empty segment in its place", "[splitter][lines]") {
  const SegmentedDocument segmented = split_lines(plain_document("One\n\n \t\nFour\n\n", "en"));
  CHECK(texts_of(segmented) == Sentences{"One", "", "", "Four", ""});
  CHECK(segmented.segments[1].range == ByteRange{4, 4});
  CHECK(segmented.segments[2].range.begin >= 5);
  CHECK(segmented.segments[2].range.end <= 7);
}

TEST_CASE("In lines mode CRLF ends a line and belongs to none", "[splitter][lines]") {
  const SegmentedDocument segmented = split_lines(plain_document("One\r\n\r\n  Two  \r\n", "en"));
  CHECK(texts_of(segmented) == Sentences{"One", "", "Two"});
  CHECK(segmented.segments[2].range == ByteRange{9, 12});
}

TEST_CASE("In lines mode other separators stay inside a line", "[splitter][lines]") {
  CHECK(lines_of("a\u2028b\fc\nd") == Sentences{"a\u2028b\fc", "d"});
}

TEST_CASE("In lines mode blocks and markup of the file do not count", "[splitter][lines]") {
  Document document = plain_document("# Title\n- item\n", "en");
  document.text = Utf8Text::checked("Title\nitem", "test");
  document.to_file.anchor(0, 2);
  document.to_file.anchor(6, 10);
  document.blocks = {Block{.kind = BlockKind::kHeading, .range = {0, 5}, .level = 1},
                     Block{.kind = BlockKind::kListItem, .range = {6, 10}}};
  const SegmentedDocument segmented = split_lines(document);
  CHECK(texts_of(segmented) == Sentences{"# Title", "- item"});
  CHECK(segmented.document.to_file.is_identity());
  CHECK(place_of(segmented.document, segmented.segments[1].range.begin).line == 2);
}

TEST_CASE("A heading keeps its line", "[splitter][newlines]") {
  CHECK(split("The Water Mill\nIt stood by the river. It was old.", "en") ==
        Sentences{"The Water Mill", "It stood by the river.", "It was old."});
  CHECK(split("باب الصبر\nالصبر مفتاح الفرج.", "ar") ==
        Sentences{"باب الصبر", "الصبر مفتاح الفرج."});
}

TEST_CASE("A stop at the end of a line ends the sentence there", "[splitter][newlines]") {
  CHECK(split("First line.\nsecond line.", "en") == Sentences{"First line.", "second line."});
}

TEST_CASE("Prose that was wrapped at a width is read through", "[splitter][newlines]") {
  const std::string wrapped =
      "The caravan left before sunrise, when the market was still\n"
      "closed and the guards were asleep. Nobody saw it pass. In\n"
      "Damascus the merchants waited three long weeks for Dr.\n"
      "Halabi and his camels, and then they sold what was left.";
  CHECK(
      split(wrapped, "en") ==
      Sentences{
          "The caravan left before sunrise, when the market was still\nclosed and the guards "
          "were asleep.",
          "Nobody saw it pass.",
          "In\nDamascus the merchants waited three long weeks for Dr.\nHalabi and his camels, and "
          "then they sold what was left."});
}

TEST_CASE("Two Arabic lines are one sentence if the first is long and has no stop",
          "[splitter][newlines]") {
  CHECK(split("خرجت القافلة قبل طلوع الشمس والسوق ما زالت مغلقة والحراس\nنائمون. لم يرها أحد.",
              "ar") ==
        Sentences{"خرجت القافلة قبل طلوع الشمس والسوق ما زالت مغلقة والحراس\nنائمون.",
                  "لم يرها أحد."});
}

TEST_CASE("Lines of verse and of lists stay lines", "[splitter][newlines]") {
  CHECK(split("O wind of the sea,\nCarry my song\nTo the far shore", "en").size() == 3);
  CHECK(split("- bread\n- salt\n- olive oil", "en").size() == 3);
  CHECK(split("1. Open the door.\n2. Turn the key.\n3. Start.", "en").size() == 3);
  CHECK(split("أ- الخبز\nب- الملح\nج- الزيت", "ar").size() == 3);
  CHECK(
      split(
          "يا ليل طل أو لا تطل\tلا بد لي أن أسهرك في هذه الديار\nلو بات عندي قمري\tما بت أرعى قمرك",
          "ar")
          .size() == 2);
}

TEST_CASE("One sentence a line stays one a line, also where stops are missing",
          "[splitter][newlines]") {
  const std::string text =
      "أعلنت الوزارة اليوم عن خطة جديدة لتوسيع شبكة الطرق في الشمال\n"
      "قال الوزير إن العمل يبدأ بعد شهر\n"
      "رحب رؤساء البلديات بالخطة ودعوا إلى الإسراع في تنفيذها قبل موسم الأمطار\n"
      "تبلغ الكلفة عشرين مليونا\n"
      "يستمر العمل ثلاث سنوات على ما ذكرت مصادر الوزارة في بيانها";
  CHECK(split(text, "ar").size() == 5);
}

TEST_CASE("A small letter goes on with the line before", "[splitter][newlines]") {
  CHECK(split("The travellers came from the north\nand asked for water.", "en").size() == 1);
  CHECK(split("A long list of things that nobody wanted to buy that day,\nHowever cheap.", "en")
            .size() == 1);
}

TEST_CASE("A blank line inside a block ends the segment", "[splitter][newlines]") {
  CHECK(texts_of(split_sentences(one_block_document("one two\r\n\r\nthree four", "en"))).size() ==
        2);
  CHECK(texts_of(split_sentences(one_block_document("one two\r\n\r\nthree four", "de"))).size() ==
        2);
}

TEST_CASE("A line of asterisks stands alone", "[splitter][newlines]") {
  CHECK(split("He slept.\n***\nShe woke.", "en") == Sentences{"He slept.", "***", "She woke."});
}

}  // namespace
}  // namespace muqabala
