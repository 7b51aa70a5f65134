#pragma once

#include <string>
#include <vector>

#include "tests/support/run_program.h"

namespace muqabala::testing {

/// Six sentences of news.
inline const std::string kArabic =
    "افتُتحت يوم الخميس 12 أيار 2011 في مدينة صيدا مكتبة عامة جديدة تضم نحو 40 ألف كتاب. وقالت "
    "مديرة المكتبة ليلى حداد إن العمل في البناء استغرق ثلاث سنوات وكلف مليوني دولار.\n"
    "\n"
    "وحضر الافتتاح رئيس البلدية ووزير الثقافة وعدد كبير من الطلاب والمعلمين. وتفتح المكتبة أبوابها "
    "كل يوم من الساعة التاسعة صباحا حتى السادسة مساء، ما عدا يوم الجمعة.\n"
    "\n"
    "ويستطيع القراء استعارة خمسة كتب لمدة أسبوعين. أما الأطفال فلهم قاعة خاصة بهم في الطابق "
    "الأول.\n";

/// Its translation, without the third sentence.
inline const std::string kEnglish =
    "A new public library holding some 40,000 books was opened in the city of Sidon on Thursday, "
    "12 "
    "May 2011. The director of the library, Layla Haddad, said that the building work had taken "
    "three years and cost two million dollars.\n"
    "\n"
    "The library is open every day except Friday from nine in the morning until six in the "
    "evening.\n"
    "\n"
    "Readers may borrow five books for two weeks. Children have a hall of their own on the first "
    "floor.\n";

/// A sandbox that holds the two texts as `ar.txt` and `en.txt`.
class CliSandbox : public Sandbox {
 public:
  CliSandbox() {
    write("ar.txt", kArabic);
    write("en.txt", kEnglish);
  }

  /// The built program, without the dictionaries of the system on which the test runs.
  ProgramRun muqabala(std::vector<std::string> arguments, ProgramSetting setting = {}) const {
    const bool aligns =
        !arguments.empty() && (arguments[0] == "align" || arguments[0] == "check" ||
                               arguments[0] == "evaluate" || arguments[0] == "report");
    if (aligns) arguments.insert(arguments.begin() + 1, "--no-system-dictionaries");
    if (arguments.size() > 1 && arguments[0] == "lexicon" && !arguments[1].starts_with('-') &&
        arguments[1] != "merge")
      arguments.insert(arguments.begin() + 2, "--no-system-dictionaries");
    if (arguments.size() > 1 && arguments[0] == "corpus" && arguments[1] == "stream")
      arguments.insert(arguments.begin() + 2, "--no-system-dictionaries");
    // The tests' own cache, unless a test names another: never the user's. The first name counts.
    setting.environment.push_back("XDG_CACHE_HOME=" MUQABALA_TEST_CACHE);
    return run(MUQABALA_PROGRAM, arguments, setting);
  }
};

}  // namespace muqabala::testing
