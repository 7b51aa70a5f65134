#!/usr/bin/env python3
"""Learns from pages of a newspaper whose two sides print lines of their own around every article, and
sees that every way through a collection knows them.

usage: recurring_lines.py MUQABALA
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from build_bench import Bench, article, expect

DOCUMENTS = 30
PARTS = 3
ALONE = '--no-system-dictionaries'
# They say different things, so none belongs to another. The last ones differ from page to page.
ARABIC = ['شؤون الساحل', 'وفيات', 'تقام ندوتنا الشهرية في قاعة البلدية والدعوة عامة.', '%d درجة']
ENGLISH = ['Tide tables', 'Guest columns', 'We thank everyone who points out our mistakes.',
           'So far %d replies have come in']


def page(lines, text, number):
    """The article with two lines before it and two behind it."""
    lines = [line % number if '%' in line else line for line in lines]
    return '\n\n'.join(lines[:2]) + '\n\n' + text + '\n' + '\n\n'.join(lines[2:]) + '\n'


def is_of(lines, text):
    return any(text.endswith(line.split('%d')[-1]) for line in lines)


def paired(results):
    """How many pairs hold a line of the page."""
    beads = [bead for line in results.splitlines() for bead in json.loads(line)['beads']]
    expect('there are pairs', sum(bool(bead['source'] and bead['target']) for bead in beads) > 200)
    return sum(bool(bead['source'] and bead['target']) and
               (is_of(ARABIC, bead['source_text']) or is_of(ENGLISH, bead['target_text']))
               for bead in beads)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix='muqabala-recurring-') as folder:
        bench = Bench(str(pathlib.Path(sys.argv[1]).resolve()), folder)
        for number in range(DOCUMENTS):
            sides = article(number)
            bench.add('doc-%04d' % number, page(ARABIC, sides[0], number + 3),
                      page(ENGLISH, sides[1], 7 * number + 311))
        bench.write_manifest()

        def run(*arguments):
            done = subprocess.run([bench.program, *map(str, arguments), '--source-lang', 'ar',
                                   '--target-lang', 'en'],
                                  env=bench.environment(), capture_output=True, text=True)
            expect('%s succeeds' % ' '.join(map(str, arguments[:2])), done.returncode == 0, done.stderr)
            return done.stdout

        def learn(name, *more):
            run('lexicon', 'learn', '--manifest', bench.manifest, '-o', bench.folder / name, ALONE, *more)
            return bench.folder / name

        whole = learn('whole', '--workers', '2')
        parts = [learn('part%d' % part, '--shard', '%d/%d' % (part, PARTS))
                 for part in range(1, PARTS + 1)]
        run('lexicon', 'merge', *parts, '-o', bench.folder / 'merged')
        lines = [line for line in whole.read_text().splitlines() if line.startswith('#source\t')]
        everywhere = [line for line in lines if line.split('\t')[2] == str(DOCUMENTS)]
        expect('the lines of every page are counted', len(everywhere) == len(ARABIC), str(everywhere))
        expect('parts add up to the whole',
               (bench.folder / 'merged').read_bytes() == whole.read_bytes())

        for workers in ('1', '2'):
            code, said = bench.build(workers, '--workers', workers, '--verbose')
            expect('the build succeeds', code == 0, said)
            expect('the build tells how many lines recur', ' recurring lines' in said, said)
        expect('workers make no difference', bench.outputs('1') == bench.outputs('2'))
        kept = (bench.folder / '1' / 'corpus.jsonl').read_text()
        expect('no line of the page is paired in the corpus',
               not any(line.split('%d')[-1] in kept for line in ARABIC + ENGLISH))

        alone = paired(run('corpus', 'stream', bench.manifest, ALONE))
        expect('without learning, lines of the page are paired', alone > DOCUMENTS, str(alone))
        known = paired(run('corpus', 'stream', bench.manifest, ALONE, '--lexicon', bench.folder / 'merged'))
        expect('a stream knows them by the lexicon', known == 0, str(known))
        run('lexicon', 'compile', '--lexicon', bench.folder / 'merged', '-o',
            bench.folder / 'merged.mql', ALONE)
        known = paired(run('corpus', 'stream', bench.manifest, ALONE, '--lexicon',
                           bench.folder / 'merged.mql'))
        expect('and by the compiled one', known == 0, str(known))


if __name__ == '__main__':
    main()
