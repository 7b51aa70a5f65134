#!/usr/bin/env python3
"""Puts lines that a newspaper prints on every page around and into the articles of a set, and tells what
it is worth to have learned which lines recur.

usage: recurring.py MUQABALA SETDIR [--houses N] [--seed N] [--case CASE]... [--least GAIN]

The documents are dealt out to N newspapers, each with lines of its own: drawn from those below, which were
written for this test, each with its place before, in or behind the text. A page leaves out one line in ten.

  target  lines of the translation alone: only it is a web page
  sides   lines of either side, which say other things
  shared  lines of both sides that translate each other; one in ten is missing on one side
  all     all of these

Lines with ## hold another number in every document, those with @@ another name. For each case the scores
are printed without a learned lexicon, with one whose lines were taken out, and with all of it; and the last
two once more for lexicons that are learned from one half of the documents and used for the other. `taken`
is the share of the lines put in that stand in the alignment as in the gold. With --least, it is a failure
where learned lines raise the sum of drop and add F1 by less than GAIN in the case `sides` or `all`, or cost
more than .005 of strict F1 in any. Exits with 77 where SETDIR is not there.
"""
import argparse
import pathlib
import random
import subprocess
import sys
import tempfile

from evaluate import documents, evaluate, skip
from moved import rows_of

SOURCE = '''
كلمة المحرر
شؤون المدينة
أخبار الساحل
فنون وآداب
بريد الشكاوى
نشرة الأحوال الجوية
أسعار السوق
دليل المطاعم
أرشيف الأعداد الورقية
معرض الصور
وفيات
ملفات خاصة
الصفحة الثقافية
كبر الخط
صغر الخط
نسخة للطباعة
وظائف شاغرة
جميع الآراء المنشورة تعبر عن أصحابها وحدهم.
تصدر صحيفتنا كل يوم ما عدا أيام العطل الرسمية.
أسس هذه الجريدة معلمون من أبناء المدينة قبل ستين عاما.
يطبع الملحق الأسبوعي على ورق معاد تدويره.
تقام ندوتنا الشهرية في قاعة البلدية والدعوة عامة.
تستقبل المكتبة زوارها من التاسعة صباحا حتى الخامسة مساء.
نزل تطبيقنا المجاني على هاتفك لتصلك الأخبار العاجلة.
عدد الكلمات: ##
## درجة مئوية
الطبعة ##
رئيس التحرير @@
'''

TARGET = '''
Front page
Town and harbour
Letters to the desk
Guest columns
Tide tables
Ferry times
Crossword
Today in print
Cartoon of the day
Listen to this story
Save for later
Larger type
Tell a friend
Gift this article
Follow this reporter
Most discussed
Our style guide
The Riverside Courier is read in forty towns along the coast.
Our newsroom answers readers' letters on Thursday evenings.
We correct mistakes on page two and thank everyone who points them out.
Nothing on this site may be reproduced unless the publisher has agreed in writing.
Support independent reporting with a small monthly gift.
This page works best with the reader app, which is free.
Answer three short questions and help us to make this page better.
## min read
## people are reading this
## replies
Illustration: @@
'''

SHARED = '''
اقرأ أيضا | Read also
المزيد من الأخبار | More news
الكلمات المفتاحية | Keywords
للتواصل معنا | Contact us
من نحن | About us
سياسة الخصوصية | Privacy policy
شروط الاستخدام | Terms of use
جميع الحقوق محفوظة | All rights reserved
أعلن معنا | Advertise with us
صورة من الأرشيف | Archive photo
ترجمة قسم اللغات في الصحيفة | Translated by the paper's language desk
تابعونا على مواقع التواصل الاجتماعي | Follow us on social media
هذا الموقع لا يتحمل مسؤولية محتوى الروابط الخارجية. | This site is not responsible for what outside links contain.
آخر تحديث في الساعة ## | Last updated at ## o'clock
'''

NAMES = [('سليم حداد', 'Salim Haddad'), ('رنا قاسم', 'Rana Qasim'), ('بول نجار', 'Paul Najjar'),
         ('هدى صالح', 'Huda Saleh'), ('كريم منصور', 'Karim Mansour'), ('ليلى عون', 'Layla Aoun')]

CASES = {'target': (0, 7, 0), 'sides': (7, 7, 0), 'shared': (0, 0, 5), 'all': (5, 5, 4)}
PLACES = ('before', 'before', 'in', 'behind', 'behind')


def lines_of(text):
    return [line for line in text.split('\n') if line]


class House:
    """A newspaper: rows of lines (a source, a target, or both), each with its place."""

    def __init__(self, generator, counts):
        drawn = []
        for text, count, row in ((SOURCE, counts[0], lambda line: (line, None)),
                                 (TARGET, counts[1], lambda line: (None, line)),
                                 (SHARED, counts[2], lambda line: tuple(line.split(' | ')))):
            drawn += [row(line) for line in generator.sample(lines_of(text), count)]
        generator.shuffle(drawn)
        self.rows = [(generator.choice(PLACES), row) for row in drawn]

    def page(self, generator, size):
        """What a document of `size` rows gets: (row before which it stands, source, target)."""
        page = []
        for place, (source, target) in self.rows:
            if generator.random() < .1:
                continue
            if source and target and generator.random() < .1:
                source, target = generator.choice([(source, None), (None, target)])
            at = {'before': 0, 'in': generator.randint(0, size), 'behind': size}[place]
            number = str(generator.randint(2, 2000))
            names = generator.choice(NAMES)
            page.append((at, *[line and line.replace('##', number).replace('@@', name)
                               for line, name in zip((source, target), names)]))
        return sorted(page, key=lambda entry: entry[0])


def with_lines(rows, sides, page):
    """The texts and gold rows with the page's lines, and which rows these are."""
    texts, gold, added = ([], []), [], set()

    def put(row):
        numbers = []
        for text, lines in zip(texts, row):
            numbers.append(list(range(len(text), len(text) + len(lines))))
            text.extend(lines)
        gold.append(numbers)

    rest = list(page)
    for r in range(len(rows) + 1):
        while rest and rest[0][0] == r:
            added.add(len(gold))
            put([[line] if line else [] for line in rest.pop(0)[1:]])
        if r < len(rows):
            put([[side[i] for i in numbers] for side, numbers in zip(sides, rows[r])])
    return texts, gold, added


def write_set(source_set, folder, counts, options):
    """Writes the documents into a folder for each half; returns the rows put in, by document."""
    generator = random.Random(options.seed)
    houses = [House(generator, counts) for _ in range(options.houses)]
    put_in = {}
    for number, (name, *paths) in enumerate(documents(source_set)):
        sides = [path.read_text().split('\n') for path in paths]
        rows = rows_of(paths[0].with_suffix('.gold'))
        page = houses[number % len(houses)].page(generator, len(rows))
        texts, gold, added = with_lines(rows, sides, page)
        half = folder / f'half{number // len(houses) % 2}'
        half.mkdir(exist_ok=True)
        for path, text in zip(paths, texts):
            (half / path.name).write_text(''.join(line + '\n' for line in text))
        (half / f'{name}.gold').write_text(''.join(f'{s}:{t}\n' for s, t in gold))
        put_in[name] = [gold[r] for r in added]
    return put_in


def learn(muqabala, halves, counts):
    texts = [str(text) for half in halves for _, *pair in documents(half) for text in pair]
    manifest = counts.with_suffix('.tsv')
    manifest.write_text(''.join('\t'.join(pair) + '\n' for pair in zip(texts[::2], texts[1::2])))
    subprocess.run([muqabala, 'lexicon', 'learn', '--manifest', manifest, '--segments', 'lines',
                    '--source-lang', 'ar', '--target-lang', 'en', '-o', counts, '--quiet'], check=True)
    bare = counts.with_suffix('.bare')
    kept = [line for line in counts.read_text().splitlines(True)
            if not line.startswith(('#source', '#target'))]
    bare.write_text(''.join(kept))
    return counts, bare


class Judge:
    """Scores predictions of the documents of both halves."""

    def __init__(self, muqabala, halves, put_in, folder):
        self.muqabala, self.halves, self.put_in, self.folder = muqabala, halves, put_in, folder
        self.whole = folder / 'whole'
        self.whole.mkdir()
        for half in halves:
            for path in half.iterdir():
                (self.whole / path.name).symlink_to(path)

    def scores(self, lexicons):
        """`lexicons`: of each half, or None."""
        predictions = self.folder / 'predictions'
        for half, lexicon in zip(self.halves, lexicons):
            evaluate(self.muqabala, half, '--write-predictions', predictions,
                     *(['--lexicon', lexicon] if lexicon else []))
        scores = {metric: value[0] for metric, value in
                  evaluate(self.muqabala, self.whole, '--predictions', predictions)[0].items()}
        right = total = 0
        for name, rows in self.put_in.items():
            found = rows_of(predictions / f'{name}.pred')
            total += len(rows)
            right += sum(tuple(row) in found for row in rows)
        scores['taken'] = right / total
        return scores


def measure(options, case):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        put_in = write_set(options.set, folder, CASES[case], options)
        halves = sorted(folder.glob('half*'))
        judge = Judge(options.muqabala, halves, put_in, folder)
        full, bare = learn(options.muqabala, halves, folder / 'all.counts')
        others = [learn(options.muqabala, [half], folder / f'{half.name}.counts')
                  for half in reversed(halves)]
        return {'nothing learned': judge.scores([None, None]),
                'words': judge.scores([bare, bare]),
                'words and lines': judge.scores([full, full]),
                'words, other half': judge.scores([other[1] for other in others]),
                'words and lines, other half': judge.scores([other[0] for other in others])}


def is_too_little(case, measured, least):
    def gain(*metrics):
        return sum(measured['words and lines'][m] - measured['words'][m] for m in metrics)
    failed = False
    if case in ('sides', 'all') and gain('drop', 'add') < least:
        print(f'{case}: drop and add gain {gain("drop", "add"):.3f}, less than {least}')
        failed = True
    if gain('strict') < -.005:
        print(f'{case}: strict loses {-gain("strict"):.3f}')
        failed = True
    return failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('muqabala')
    parser.add_argument('set', type=pathlib.Path)
    parser.add_argument('--houses', type=int, default=3)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--case', action='append', choices=CASES)
    parser.add_argument('--least', type=float, metavar='GAIN')
    options = parser.parse_args()
    if not options.set.is_dir():
        skip(f'{options.set} is not there')
    failed = False
    for case in options.case or CASES:
        measured = measure(options, case)
        for learned, scores in measured.items():
            print(f'{case:7}  {learned:28}' +
                  '  '.join(f'{metric} {value:.3f}' for metric, value in scores.items()), flush=True)
        if options.least is not None:
            failed |= is_too_little(case, measured, options.least)
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
