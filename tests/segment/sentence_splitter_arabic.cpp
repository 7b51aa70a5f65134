#include "tests/segment/sentence_splitter_support.h"

namespace muqabala {
namespace {

void check_arabic(std::initializer_list<std::string_view> marked) {
  for (const std::string_view text : marked) check_split("ar", text);
}

TEST_CASE("Arabic sentences end at stops and at nothing else", "[splitter][ar]") {
  check_arabic({"جف البئر. | سرنا نحو الشمال.", "من بناه؟ | لا أحد يدري! | الحجر قديم.",
                "قال لنا: الطريق طويل، والماء قليل؛ فاصبروا. | صبرنا.",
                "یہ پہلا جملہ ہے۔ | یہ دوسرا ہے۔", "متى نصل ؟ | غدا إن شاء الله ."});
}

TEST_CASE("Marks and format characters do not hide an Arabic stop", "[splitter][ar]") {
  check_arabic({"وَصَلَ القِطَارُ. | نَزَلَ الرُّكَّابُ.", "وصــل القطــار. | نــزل الركــاب.",
                "وصل القطار.\u200F | نزل الركاب.\u200F", "وصل القطار\u200F. | نزل الركاب\u061C.",
                "وصل القطار.\u200B | نزل الركاب."});
}

TEST_CASE("Arabic abbreviations do not end sentences", "[splitter][ar]") {
  check_arabic(
      {"زارنا د. سامي ود. ليلى وأ. خالد. | جلسوا ساعة.", "ألقى أ.د. سامي كلمة. | صفق الناس.",
       "انظر ج. 4، ص. 17، ط. 2. | وراجع مج. 3.", "المادة 5. يعمل بهذا القانون. | تنتهي المادة.",
       "نقلت وكالة أ.ف.ب. الخبر. | لم يؤكده أحد.", "كان ذلك سنة 300 ق.م. على الأرجح. | ثم نسي.",
       "كتب ت.س. إليوت القصيدة. | ترجمت مرارا."});
}

TEST_CASE("Arabic eras and letters that are names may end sentences", "[splitter][ar]") {
  check_arabic({"توفي سنة 463 هـ. | وترك كتبا.", "ولد سنة 1902 م. | ومات شابا.",
                "توفي سنة 463 هـ. (1071 م.) في بغداد. | ودفن فيها.",
                "نمد الخط إلى النقطة ب. | ثم نقسمه.",
                "زاوية ك ب ح أعظم من زاوية ب ح ك. | وهذا بين.", "يكتب الاسم بحرف u. | وهذا خطأ."});
}

TEST_CASE("Arabic quotations", "[splitter][ar]") {
  check_arabic({"قال: «نعم.» | وخرج.", "قال: «نعم. | سأعود». | وخرج.",
                "«من هناك؟» سأله الحارس. | لم يجب.", "«من هناك؟» | قال الحارس: «لا أحد».",
                "قال : « سأعود غدا . » | ومضى .", "قال: \"هل تسمع؟\" | \"نعم أسمع.\" | وسكت.",
                "قالت ”لا أدري.“ | وسكتت.", "وصف الأمر ب\"الكارثة\". | لم يرد أحد."});
}

TEST_CASE("Arabic brackets, verses and notes", "[splitter][ar]") {
  check_arabic({"عاد بعد عام. | (لم يكتب قط.) | فرح أهله.",
                "ذكر النبي (صلى الله عليه وسلم. آمين) في خطبته. | ثم نزل.",
                "تلا: ﴿آية أولى. آية ثانية. آية ثالثة﴾ وسكت. | ثم قام.",
                "آية أولى ۝١ | آية ثانية ۝٢ | آية ثالثة ۝٣",
                "نشأ يتيما.(1) | وتعلم صغيرا.[2] | ثم رحل."});
}

TEST_CASE("A verse whose bracket is never closed does not swallow the text", "[splitter][ar]") {
  std::string text = "تلا: ﴿آية.";
  for (int i = 0; i < 400; ++i) text += " ثم قام الرجل.";
  CHECK(split(text, "ar").size() > 300);
}

TEST_CASE("Arabic dots are a pause, unless a sentence plainly begins", "[splitter][ar]") {
  check_arabic({"كان يا ما كان... في بلاد بعيدة. | ملك عادل.", "ذهب إلى السوق .. ثم عاد.",
                "انتظرنا طويلا... | لقد تعبنا.", "صمت الجميع.... | دخل القاضي."});
}

TEST_CASE("An Arabic space that was forgotten is noticed", "[splitter][ar]") {
  CHECK(split("وصل الوفد.ثم بدأ الاجتماع.", "ar").size() == 2);
  CHECK(split("كيف حالك؟أنا بخير.", "ar").size() == 2);
  CHECK(split("التقى د.سامي بالطلاب.", "ar").size() == 1);
}

TEST_CASE("Arabic numbers, dates and addresses stay whole", "[splitter][ar]") {
  check_arabic({"بلغ السعر 3.75 دولار و٢.٥ دينار. | ثم هبط.",
                "وقع في 05.11.2003 بالعاصمة. | ثم نشر.",
                "راسلونا على a@dar.com.jo أو www.dar.com.jo قريبا. | نجيب دائما."});
}

TEST_CASE("Arabic lists that run on in a paragraph", "[splitter][ar]") {
  check_arabic({"1. افتح الباب. | 2. أدخل المفتاح. | 3. أدره.",
                "الشروط: أ) السن؛ | ب) الخبرة؛ | ج) الشهادة.",
                "المطلوب: ١- الاسم. | ٢- العنوان. | ٣- الهاتف."});
}

TEST_CASE("Latin sentences inside Arabic text follow the same rules", "[splitter][ar]") {
  check_arabic(
      {"كتب على الباب: Never enter. | لم يدخل أحد.", "درس عند Dr. Hale في لندن. | ثم عاد."});
}

}  // namespace
}  // namespace muqabala
