#pragma once

#include <array>
#include <string>

namespace muqabala::testing {

/// A short text and its translation.
struct BilingualText {
  std::string arabic;
  std::string english;
};

/// Four subjects that have little in common.
inline const std::array<BilingualText, 4> kTexts = {
    BilingualText{
        "افتتحت البلدية يوم الاثنين مستشفى جديدا للأطفال قرب الميناء.\n\n"
        "ويضم المستشفى 120 سريرا وأربع غرف للعمليات.\n\n"
        "وقال الطبيب سامي نصر إن المرضى سيعالجون مجانا في السنة الأولى.\n\n"
        "وتبرعت امرأة من المدينة بثمن الأدوية كلها.\n\n"
        "وينتظر أن يبدأ العمل في شهر أيلول.\n",
        "On Monday the municipality opened a new hospital for children near the harbour.\n\n"
        "The hospital has 120 beds and four operating rooms.\n\n"
        "The doctor Sami Nasr said that patients will be treated free of charge in the first "
        "year.\n\n"
        "A woman of the city donated the price of all the medicines.\n\n"
        "Work is expected to begin in September.\n"},
    BilingualText{"سقط الثلج على الجبال ثلاثة أيام وأغلقت الطرق.\n\n"
                  "ونام المسافرون في المدارس والمساجد.\n\n"
                  "ووصلت الشاحنات بالخبز والحطب بعد 36 ساعة.\n\n"
                  "وقال راع إنه فقد 50 خروفا في العاصفة.\n\n"
                  "وتتوقع الأرصاد شمسا يوم الجمعة.\n",
                  "Snow fell on the mountains for three days and the roads were closed.\n\n"
                  "Travellers slept in schools and mosques.\n\n"
                  "Trucks with bread and firewood arrived after 36 hours.\n\n"
                  "A shepherd said that he lost 50 sheep in the storm.\n\n"
                  "The weather service expects sun on Friday.\n"},
    BilingualText{"فاز الفريق الأزرق بكأس كرة القدم للمرة السابعة.\n\n"
                  "وسجل اللاعب عمر قاسم هدفين في الشوط الثاني.\n\n"
                  "وشاهد المباراة 18000 متفرج في الملعب القديم.\n\n"
                  "وبكى حارس المرمى بعد صافرة النهاية.\n\n"
                  "ويسافر الفريق إلى تونس في الأسبوع القادم.\n",
                  "The blue team won the football cup for the seventh time.\n\n"
                  "The player Omar Qasim scored two goals in the second half.\n\n"
                  "18,000 spectators watched the match in the old stadium.\n\n"
                  "The goalkeeper wept after the final whistle.\n\n"
                  "The team travels to Tunisia next week.\n"},
    BilingualText{"عثر علماء الآثار على سفينة خشبية في قاع البحر.\n\n"
                  "وكانت السفينة تحمل جرارا من الزيت والخمر.\n\n"
                  "ويعتقد الباحثون أنها غرقت قبل 2300 سنة.\n\n"
                  "وستعرض القطع الذهبية في المتحف الوطني.\n\n"
                  "ورفضت الحكومة بيع أي قطعة منها.\n",
                  "Archaeologists found a wooden ship on the bottom of the sea.\n\n"
                  "The ship was carrying jars of oil and wine.\n\n"
                  "Researchers believe that it sank 2,300 years ago.\n\n"
                  "The golden pieces will be shown in the national museum.\n\n"
                  "The government refused to sell any piece of it.\n"},
};

}  // namespace muqabala::testing
