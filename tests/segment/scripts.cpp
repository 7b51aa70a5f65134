// Languages without rules of their own, in the scripts of the world: texts of our own with
// hand-made boundaries, and ICU's sentence breaks on the same bytes beside ours.

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <iterator>
#include <memory>
#include <set>

#include "tests/segment/sentence_splitter_support.h"

namespace muqabala {
namespace {

struct Sample {
  const char* language;
  const char* marked;        ///< a `|` at each boundary; nothing else is added to the text
  std::size_t unsolved = 0;  ///< faults that are known: abbreviations that CLDR lacks (German ca.)
};

const Sample kSamples[] = {
    {"de",
     "Am 3. Mai kam Dr. Weber mit Prof. Adler nach Linz. |Sie blieben bis ca. 18 Uhr. |»Wer ist "
     "da?« "
     "fragte er. |Niemand antwortete. |Das kostet z. B. 3,50 Euro.",
     1},
    {"fr",
     "M. Dubois habite à Lyon. |« Qui est là ? » demanda-t-il. |Personne ne répondit... |Le train "
     "part à "
     "9 h. |Il est en retard !"},
    {"ru",
     "Поезд опоздал на час. |А. С. Орлов ждал на перроне. |«Где вы были?» |Никто не ответил. |В "
     "1905 г. "
     "город был мал."},
    {"el", "Το τρένο άργησε. |Ποιος είναι εκεί; |Κανείς δεν απάντησε! |Η τιμή είναι 3.50 ευρώ."},
    {"hi", "गाड़ी देर से आई। |यात्री धीरे-धीरे उतरे। |क्या आप तैयार हैं? |हाँ! |फिर सब चले गए।"},
    {"th", "รถไฟมาสาย! |คุณอยู่ที่ไหน? |ผู้โดยสารลงจากรถอย่างช้าๆ"},
    {"zh", "火车晚点了。|乘客们慢慢地下了车。|你在哪里？|我在这里！|价格是3.50元。"},
    {"ja", "電車が遅れた。|「誰ですか？」|誰も答えなかった。|価格は3.5ドルです。|さあ、行こう！"},
    {"he", "הרכבת איחרה. |מי שם? |איש לא ענה! |המחיר הוא 3.50 שקלים. |אחר כך הלכו כולם."},
    {"hy", "Գնացքը ուշացավ։ |Ուղևորները դանդաղ իջան։ |Ոչ ոք չպատասխանեց։"},
    {"ka", "მატარებელმა დააგვიანა. |ვინ არის იქ? |არავინ უპასუხა! |ფასი არის 3.50 ლარი."},
    {"am", "ባቡሩ ዘገየ። |ተሳፋሪዎች ቀስ ብለው ወረዱ። |ማን አለ፧ |ማንም አልመለሰም።"},
    {"my", "ရထားနောက်ကျသည်။ |ခရီးသည်များဖြည်းဖြည်းဆင်းသည်။ |ဘယ်သူမှမဖြေပါ။"},
    {"km", "រថភ្លើងមកយឺត។ |អ្នកដំណើរចុះយឺតៗ។ |គ្មាននរណាឆ្លើយទេ។"},
    {"ko", "기차가 늦었다. |누구세요? |아무도 대답하지 않았다! |가격은 3.50달러이다."},
    {"ta", "ரயில் தாமதமாக வந்தது. |யார் அங்கே? |யாரும் பதில் சொல்லவில்லை!"},
};

using Places = std::set<std::size_t>;

/// Boundaries as numbers of characters before them, white space left out.
class Measured {
 public:
  explicit Measured(std::string text) : text_(std::move(text)) {}

  std::size_t place(std::size_t byte) const {
    std::size_t count = 0;
    for (std::size_t at = 0; at < byte; ++at) {
      const auto c = static_cast<unsigned char>(text_[at]);
      count += c != ' ' && (c & 0xC0) != 0x80;
    }
    return count;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string without_marks(const std::string& marked) {
  std::string text;
  for (const char c : marked)
    if (c != '|') text += c;
  return text;
}

Places gold_places(const std::string& marked, const Measured& measured) {
  Places places;
  std::size_t at = 0;
  for (const char c : marked) {
    if (c == '|')
      places.insert(measured.place(at));
    else
      ++at;
  }
  return places;
}

Places our_places(const Measured& measured, const std::string& language) {
  Places places;
  const auto segmented = split_sentences(one_block_document(measured.text(), language));
  for (std::size_t i = 0; i + 1 < segmented.size(); ++i)
    places.insert(measured.place(segmented.segments[i].range.end));
  return places;
}

Places icu_places(const Measured& measured, const char* language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale(language), status));
  UText text = UTEXT_INITIALIZER;
  const std::string& bytes = measured.text();
  utext_openUTF8(&text, bytes.data(), static_cast<std::int64_t>(bytes.size()), &status);
  REQUIRE(U_SUCCESS(status));
  breaks->setText(&text, status);
  Places places;
  for (std::int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next())
    if (static_cast<std::size_t>(at) < bytes.size())
      places.insert(measured.place(static_cast<std::size_t>(at)));
  utext_close(&text);
  return places;
}

std::size_t faults(const Places& found, const Places& gold) {
  Places different;
  std::set_symmetric_difference(found.begin(), found.end(), gold.begin(), gold.end(),
                                std::inserter(different, different.begin()));
  return different.size();
}

TEST_CASE("In every script sentences end where people see them end", "[splitter][scripts]") {
  std::size_t of_icu = 0;
  for (const Sample& sample : kSamples) {
    const Measured measured(without_marks(sample.marked));
    const Places gold = gold_places(sample.marked, measured);
    std::string found;
    for (const std::string& sentence : split(measured.text(), sample.language))
      found += sentence + " | ";
    INFO(sample.language << ": " << found);
    CHECK(faults(our_places(measured, sample.language), gold) == sample.unsolved);
    of_icu += faults(icu_places(measured, sample.language), gold);
  }
  CHECK(of_icu > 0);  // else the texts are too easy to tell anything
}

TEST_CASE("In no script our sentences are worse than ICU's", "[splitter][scripts]") {
  for (const Sample& sample : kSamples) {
    const Measured measured(without_marks(sample.marked));
    const Places gold = gold_places(sample.marked, measured);
    INFO(sample.language);
    CHECK(faults(our_places(measured, sample.language), gold) <=
          faults(icu_places(measured, sample.language), gold));
  }
}

}  // namespace
}  // namespace muqabala
