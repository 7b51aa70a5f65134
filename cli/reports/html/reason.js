// @ts-check
// Why a finding is thought to be right, in the languages of the interface other than English. The
// English words, and the names of these, are in `align/coverage/reason.cpp`; a test asks for all of them.

import { currentLanguage, number } from './language.js';

/** @typedef {import('./language.js').Phrase} Phrase */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Clause} Clause */
/** @typedef {import('./types.js').ClauseValue} ClauseValue */

/** Words of our own that a reason names: what furniture looks like, what markup there is. @type {Record<string, Record<string, string>>} */
const kTerms = {
  ar: {
    'navigation': 'روابط تصفّح',
    'share buttons': 'أزرار مشاركة',
    'a comment form': 'نموذج تعليق',
    'links to other articles': 'روابط مقالات أخرى',
    'a date line': 'سطر تاريخ',
    'a byline': 'سطر باسم الكاتب',
    'a caption or its credit': 'تعليق صورة أو نسبتها',
    'a note of the translator or editor': 'ملاحظة من المترجم أو المحرّر',
    'a notice of the site': 'إشعار من الموقع',
    'a subscription form': 'نموذج اشتراك',
    'an advertisement': 'إعلان',
    'a legal notice': 'إشعار قانوني',
    'a menu': 'قائمة',
    'link': 'رابط',
    'links': 'روابط',
    'image': 'صورة',
    'images': 'صور',
    'code': 'شيفرة',
    'pieces of code': 'مقاطع شيفرة',
    'code block': 'كتلة شيفرة',
    'code block that begins with': 'كتلة شيفرة أولها',
    'code blocks': 'كتل شيفرة',
    'footnote mark': 'علامة حاشية',
    'footnote marks': 'علامات حواشي',
    'placeholder': 'موضع متغيّر',
    'placeholders': 'مواضع متغيّرات',
    'tag': 'وسم',
    'tags': 'وسوم',
  },
};

/** Places: `{n}` the count, `{0}` a value, `{all}` all values, `{any}` one of those behind the first. @type {Record<string, Record<string, Phrase>>} */
const kReasons = {
  ar: {
    'no-translation': { one: 'مقطع واحد لا مقابل له في الترجمة', two: 'مقطعان متتاليان لا مقابل لهما في الترجمة', few: '{n} مقاطع متتالية لا مقابل لها في الترجمة', many: '{n} مقطعًا متتاليًا لا مقابل لها في الترجمة', other: '{n} مقطع متتالٍ لا مقابل لها في الترجمة' },
    'no-original': { one: 'مقطع واحد لا مقابل له في الأصل', two: 'مقطعان متتاليان لا مقابل لهما في الأصل', few: '{n} مقاطع متتالية لا مقابل لها في الأصل', many: '{n} مقطعًا متتاليًا لا مقابل لها في الأصل', other: '{n} مقطع متتالٍ لا مقابل لها في الأصل' },
    'nothing-paired': 'لم يُقابَل أي مقطع',
    'start-fits': { one: 'في أول النص؛ والمقابلة التي بعده مستقيمة ({0}%)', two: 'في أول النص؛ والمقابلة التي بعدهما مستقيمة ({0}%)', other: 'في أول النص؛ والمقابلة التي بعدها مستقيمة ({0}%)' },
    'start-doubtful': { one: 'في أول النص؛ والمقابلة التي بعده مشكوك فيها ({0}%)', two: 'في أول النص؛ والمقابلة التي بعدهما مشكوك فيها ({0}%)', other: 'في أول النص؛ والمقابلة التي بعدها مشكوك فيها ({0}%)' },
    'end-fits': { one: 'في آخر النص؛ والمقابلة التي قبله مستقيمة ({0}%)', two: 'في آخر النص؛ والمقابلة التي قبلهما مستقيمة ({0}%)', other: 'في آخر النص؛ والمقابلة التي قبلها مستقيمة ({0}%)' },
    'end-doubtful': { one: 'في آخر النص؛ والمقابلة التي قبله مشكوك فيها ({0}%)', two: 'في آخر النص؛ والمقابلة التي قبلهما مشكوك فيها ({0}%)', other: 'في آخر النص؛ والمقابلة التي قبلها مشكوك فيها ({0}%)' },
    'around-fit': { one: 'المقابلتان من حوله مستقيمتان من دونه ({0}% و{1}%)', two: 'المقابلتان من حولهما مستقيمتان من دونهما ({0}% و{1}%)', other: 'المقابلتان من حولها مستقيمتان من دونها ({0}% و{1}%)' },
    'around-doubtful': { one: 'المقابلتان من حوله مشكوك فيهما ({0}% و{1}%)', two: 'المقابلتان من حولهما مشكوك فيهما ({0}% و{1}%)', other: 'المقابلتان من حولها مشكوك فيهما ({0}% و{1}%)' },
    'after-doubtful': { one: 'المقابلة التي بعده مشكوك فيها ({0}% و{1}%)', two: 'المقابلة التي بعدهما مشكوك فيها ({0}% و{1}%)', other: 'المقابلة التي بعدها مشكوك فيها ({0}% و{1}%)' },
    'before-doubtful': { one: 'المقابلة التي قبله مشكوك فيها ({0}% و{1}%)', two: 'المقابلة التي قبلهما مشكوك فيها ({0}% و{1}%)', other: 'المقابلة التي قبلها مشكوك فيها ({0}% و{1}%)' },
    'one-added-beside': { one: 'قد يقابله مقطع مضاف في الموضع نفسه', two: 'قد يقابلهما مقطع مضاف في الموضع نفسه', other: 'قد يقابلها مقطع مضاف في الموضع نفسه' },
    'some-added-beside': { one: 'قد تقابله المقاطع المضافة في الموضع نفسه، وعددها {0}', two: 'قد تقابلهما المقاطع المضافة في الموضع نفسه، وعددها {0}', other: 'قد تقابلها المقاطع المضافة في الموضع نفسه، وعددها {0}' },
    'one-dropped-beside': { one: 'قد يقابله مقطع ساقط في الموضع نفسه', two: 'قد يقابلهما مقطع ساقط في الموضع نفسه', other: 'قد يقابلها مقطع ساقط في الموضع نفسه' },
    'some-dropped-beside': { one: 'قد تقابله المقاطع الساقطة في الموضع نفسه، وعددها {0}', two: 'قد تقابلهما المقاطع الساقطة في الموضع نفسه، وعددها {0}', other: 'قد تقابلها المقاطع الساقطة في الموضع نفسه، وعددها {0}' },
    'furniture': { one: 'مقطع واحد بلا مقابل يبدو أنه {all}', two: 'مقطعان بلا مقابل يبدو أنهما {all}', few: '{n} مقاطع بلا مقابل يبدو أنها {all}', many: '{n} مقطعًا بلا مقابل يبدو أنها {all}', other: '{n} مقطع بلا مقابل يبدو أنها {all}' },
    'moved': { one: 'مقطع واحد من الأصل يقع في موضع آخر من الترجمة', two: 'مقطعان من الأصل يقعان في موضع آخر من الترجمة', few: '{n} مقاطع من الأصل تقع في موضع آخر من الترجمة', many: '{n} مقطعًا من الأصل تقع في موضع آخر من الترجمة', other: '{n} مقطع من الأصل تقع في موضع آخر من الترجمة' },
    'names-differ': 'يذكر الأصل الاسم «{0}» حيث تذكر الترجمة «{1}»',
    'unknown-name': 'لا شيء في الأصل يقابل الاسم «{0}»',
    'repeated': 'الكلمات نفسها واردة قبل ذلك في الترجمة، والأصل لا يكرّرها',
    'told-again': 'تكرار لما يقوله الأصل مرة واحدة: {0}% من كلماته كلمات مقطع تُرجم بجواره',
    'none-told-and-short': 'لا مقابل في الترجمة لأي من هذه الكلمات، وعددها {0}، والترجمة أقصر بنسبة {1}% مما يقتضيه طول الأصل',
    'none-told-yet-long': 'لا مقابل في الترجمة لأي من هذه الكلمات، وعددها {0}، مع أن طول الترجمة كافٍ للأصل',
    'few-told-and-short': { one: 'كلمة واحدة فقط من هذه الكلمات، وعددها {0}، لها مقابل في الترجمة، وهي أقصر بنسبة {1}% مما يقتضيه طول الأصل', two: 'كلمتان فقط من هذه الكلمات، وعددها {0}، لهما مقابل في الترجمة، وهي أقصر بنسبة {1}% مما يقتضيه طول الأصل', few: '{n} كلمات فقط من هذه الكلمات، وعددها {0}، لها مقابل في الترجمة، وهي أقصر بنسبة {1}% مما يقتضيه طول الأصل', other: '{n} كلمة فقط من هذه الكلمات، وعددها {0}، لها مقابل في الترجمة، وهي أقصر بنسبة {1}% مما يقتضيه طول الأصل' },
    'few-told-yet-long': { one: 'كلمة واحدة فقط من هذه الكلمات، وعددها {0}، لها مقابل في الترجمة، مع أن طولها كافٍ للأصل', two: 'كلمتان فقط من هذه الكلمات، وعددها {0}، لهما مقابل في الترجمة، مع أن طولها كافٍ للأصل', few: '{n} كلمات فقط من هذه الكلمات، وعددها {0}، لها مقابل في الترجمة، مع أن طولها كافٍ للأصل', other: '{n} كلمة فقط من هذه الكلمات، وعددها {0}، لها مقابل في الترجمة، مع أن طولها كافٍ للأصل' },
    'values-differ': 'في الأصل «{0}»، وفي الترجمة «{1}»',
    'other-weekday': 'يقع «{0}» في الترجمة في يوم آخر من الأسبوع',
    'value-missing': 'في الأصل «{0}»، ولا قيمة كهذه في الترجمة، لا هنا ولا في الجوار',
    'date-missing': 'في الأصل «{0}»، ولا تاريخ كهذا في الترجمة، لا هنا ولا في الجوار',
    'value-extra': 'في الترجمة «{0}»، ولا قيمة كهذه في الأصل، لا هنا ولا في الجوار',
    'date-extra': 'في الترجمة «{0}»، ولا تاريخ كهذا في الأصل، لا هنا ولا في الجوار',
    'untranslated': { one: 'كلمة من الأصل تُركت كما هي', two: 'كلمتان من الأصل تُركتا كما هما', other: 'كلمات من الأصل تُركت كما هي' },
    'term': 'يقابل المسرد «{0}» بـ{any}، ولا يرد ذلك في الترجمة هنا',
    'placeholder-order': 'ترد المواضع {0} في الترجمة هكذا: {1}، مع أنها تُملأ بترتيب ورودها',
    'markup-changed': 'في الأصل {0} {1}، وفي الترجمة {2}',
    'markup-missing': 'في الأصل {0} {1}، ولا مقابل لذلك في الترجمة',
    'markup-extra': 'في الترجمة {0} {1}، ولا مقابل لذلك في الأصل',
    'no-markup': 'ليس في الترجمة شيء من {0} الأصل، وعددها {n}، وأولها {1}',
    'new-markup': 'ليس في الأصل شيء من {0} الترجمة، وعددها {n}، وأولها {1}',
    'code-lacks': 'اختلاف في {0} {1}: ينقص الترجمة {2}',
    'code-has': 'اختلاف في {0} {1}: في الترجمة زيادة {2}',
    'code-lacks-and-has': 'اختلاف في {0} {1}: ينقص الترجمة {2} وفيها زيادة {3}',
    'file-missing': 'لا ترجمة للأصل، وموضعها {0}',
    'file-extra': 'لا أصل للترجمة، وموضعه {0}',
    'original-committed': 'آخر تغيير للأصل في الإيداع {0}، ولا يعرفه آخر إيداع للترجمة، وهو {1}',
    'original-uncommitted': 'في الأصل تغييرات لم تُودَع، وليس في الترجمة تغيير',
    'of-these': { one: 'واحد من هذه:', two: 'اثنان من هذه:', other: '{n} من هذه:' },
    'too-many-in-row': 'لا تسمح السياسة بأكثر من {n} على التوالي',
    'too-much-missing': 'ينقص {0}% من الأصل في المجموع، ولا تسمح السياسة بأكثر من {1}%',
  },
};

/**
 * The evidence of a finding in the language of the interface, or in English where that has no words for it.
 * @param {Finding} finding
 * @returns {{ text: string, language: string }}
 */
export function reasonOf(finding) {
  const language = currentLanguage();
  const clauses = language === 'en' ? [] : finding.reason.map((clause) => clauseIn(language, clause));
  if (clauses.length === 0 || clauses.includes(null)) return { text: finding.message, language: 'en' };
  return { text: clauses.join('؛ ').replaceAll(':؛ ', ': '), language };
}

/** @param {string} language @param {Clause} clause @returns {string | null} */
function clauseIn(language, { wording, count, values }) {
  const phrase = kReasons[language]?.[wording];
  const texts = values.map((value) => valueIn(language, value)).filter((text) => text !== null);
  if (!phrase || texts.length < values.length) return null;
  const form = typeof phrase === 'string' ? phrase : phrase[new Intl.PluralRules(language).select(count)] ?? phrase.other;
  const list = (/** @type {'conjunction' | 'disjunction'} */ type, /** @type {string[]} */ items) =>
    new Intl.ListFormat(language, { type }).format(items);
  return form.replace(/\{(\w+)\}/g, (_, place) => {
    if (place === 'n') return number(count);
    if (place === 'all') return list('conjunction', texts);
    if (place === 'any') return list('disjunction', texts.slice(1).map((text) => `«${text}»`));
    return texts[Number(place)] ?? '';
  });
}

/** Signs of direction, by which words of a document could get out of their place. */
const kBidiControls = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A number in its digits, our own words translated, and words of documents as they are, set apart. @param {string} language @param {ClauseValue} value */
function valueIn(language, value) {
  if (typeof value === 'number') return number(value);
  return typeof value === 'string' ? `\u2068${value.replace(kBidiControls, '')}\u2069` : kTerms[language]?.[value.term] ?? null;
}
