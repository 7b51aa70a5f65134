#!/usr/bin/env python3
"""Pairs shuffled documents without names, among distractors, and counts what was found.

usage: pairing.py MUQABALA DATADIR [--seeds N...] [--scenario NAME...] [--assert]

Each scenario is a folder of files with random names, made anew for every seed:

  all      every document of ntrex, hadith and rasaif whole, and pieces of ntrex
  some     a random half of them whole; of the rest pieces, and wholes of one side
  halves   a random half whole; of the rest one side whole and a half of the other side, which
           counts as no pair
  small    passages of 5 to 10 rows of them
  unseen   the chapters of hadith-span that are not in hadith, on which nothing was chosen
  german   passages of textberg (German and French), 12 to 30 rows that have both sides, on which
           nothing was chosen

Pieces are halves and quarters that no piece of the other language has a row in common with, so that
they belong to no one; of a document that is there whole they are rivals of the whole. There are 200
distractors in a folder, or as many as the documents allow.

Prints for each: documents, true pairs found and wrong ones at the default threshold and at others,
the worst score of a true pair, and the best of a wrong one. `--assert` fails if more than one true
pair of a folder is missing or a wrong one is there, in all scenarios but `small`.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from evaluate import skip

DISTRACTORS = 200
THRESHOLDS = (.3, .4, .5, .55, .6, .7, .8)
DEFAULT = .55


class Text:
    """A document in rows: what translates what."""

    def __init__(self, name, rows):
        self.name, self.rows = name, rows

    def side(self, side, begin=0, end=1):
        n = len(self.rows)
        lines = [line for row in self.rows[int(n * begin):int(n * end)] for line in row[side] if line.strip()]
        return '\n\n'.join(lines) + '\n'

    def passage(self, begin, end):
        return Text(f'{self.name}[{begin}:{end}]', self.rows[begin:end])


def read_set(folder):
    texts = []
    for source in sorted(folder.glob('*.ar')):
        lines = [path.read_text().split('\n') for path in (source, source.with_suffix('.en'))]
        gold = source.with_suffix('.gold')
        if gold.exists():
            rows = []
            for row in gold.read_text().splitlines():
                sides = re.match(r'\[(.*?)\]:\[(.*?)\]', row.strip()).groups()
                rows.append([[lines[k][int(i)] for i in side.split(',') if i.strip()] for k, side in enumerate(sides)])
        else:
            rows = [[[a], [b]] for a, b in zip(*lines) if a.strip() or b.strip()]
        texts.append(Text(f'{folder.name}/{source.stem}', rows))
    return texts


def all_of(make, texts, random):
    return [(side, piece) for text in texts for side, piece in make(text, random) if piece.strip()]


def pieces(text, random):
    """Halves and quarters; one side's all lie before or behind the other's."""
    first = random.randrange(2)
    spans = ((0, .5), (0, .25), (.25, .5)), ((.5, 1), (.5, .75), (.75, 1))
    for side in (0, 1):
        for begin, end in spans[first ^ side]:
            yield side, text.side(side, begin, end)


def one_sided(text, random):
    side = random.randrange(2)
    yield side, text.side(side)
    for begin, end in ((0, .5), (.5, 1)):
        yield side, text.side(side, begin, end)


def passages(text, random, least=5, most=10):
    """Runs of rows, with gaps of as many between them."""
    at = 0
    while at + least <= len(text.rows):
        length = random.randrange(least, most + 1)
        if at + length > len(text.rows):
            break
        yield text.passage(at, at + length)
        at += 2 * length


def scenario(name, data, random):
    """Whole documents, and distractors as (side, text)."""
    ntrex = read_set(data / 'ntrex')
    books = read_set(data / 'hadith') + read_set(data / 'rasaif')
    if name == 'all':
        return ntrex + books, all_of(pieces, ntrex, random)
    if name == 'some':
        random.shuffle(ntrex)
        random.shuffle(books)
        whole, rest = ntrex[:16] + books[:6], ntrex[16:]
        distractors = all_of(pieces, rest[::2], random)
        distractors += all_of(one_sided, rest[1::2] + books[6:], random)
        return whole, distractors + all_of(pieces, ntrex[:16], random)
    if name == 'halves':
        random.shuffle(ntrex)
        distractors = [(side, text.side(side, begin, end)) for k, text in enumerate(ntrex[16:] + books[6:])
                       for side, begin, end in ((k % 2, 0, 1), (1 - k % 2, *random.choice(((0, .5), (.5, 1)))))]
        return ntrex[:16] + books[:6], distractors
    if name == 'small':
        small = [part for text in ntrex for part in passages(text, random)]
        small += [part for text in books for part in list(passages(text, random))[:6]]
        random.shuffle(small)
        half = len(small) // 2
        return small[:half], all_of(one_sided, small[half:], random)
    if name == 'unseen':
        whole = [text for text in read_set(data / 'hadith-span') if text.name[-3:] > '005']
        return whole, all_of(pieces, whole, random)
    if name == 'german':
        paired = [Text(text.name, [row for row in text.rows if all(row)]) for text in read_set(data / 'textberg')]
        whole = [part for text in paired for part in passages(text, random, 12, 30)]
        random.shuffle(whole)
        kept = len(whole) * 3 // 4
        distractors = all_of(one_sided, whole[kept:], random)
        return whole[:kept], distractors + all_of(pieces, whole[:kept], random)
    sys.exit(f'no scenario {name}')


def write_folder(folder, whole, distractors, random):
    """The gold: pairs of names; and what each name holds."""
    names = random.sample(range(10**8), 2 * len(whole) + len(distractors))
    files, gold = {}, set()

    def write(text, what):
        name = f'{names.pop():08}.txt'
        (folder / name).write_text(text)
        files[name] = what
        return name

    for text in whole:
        gold.add(tuple(write(text.side(side), text.name) for side in (0, 1)))
    for side, text in distractors:
        write(text, 'distractor')
    return gold, files


def pair(muqabala, folder, extra):
    run = subprocess.run([muqabala, 'corpus', 'pair', folder, '--to', 'jsonl', '--threshold', '0', '--quiet', *extra],
                         capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    return [json.loads(line) for line in run.stdout.splitlines()]


def measure(muqabala, data, name, seed, extra):
    rng = random.Random(f'{name} {seed}')
    whole, distractors = scenario(name, data, rng)
    rng.shuffle(distractors)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        gold, files = write_folder(folder, whole, distractors[:DISTRACTORS], rng)
        found = {}
        for row in pair(muqabala, folder, extra):
            found[pathlib.Path(row['source']).name, pathlib.Path(row['target']).name] = float(row['score'])
    true = {key: found.get(key, 0) for key in gold}
    wrong = {key: score for key, score in found.items() if key not in gold}
    worst = min(true, key=true.get)
    best = max(wrong, key=wrong.get, default=None)
    at = {t: (sum(s >= t for s in true.values()), sum(s >= t for s in wrong.values())) for t in THRESHOLDS}
    print(f'{name} {seed}: {len(files)} files, {len(gold)} pairs, {len(distractors[:DISTRACTORS])} distractors; '
          f'found/wrong ' + ', '.join(f'{a}/{b} at {t}' for t, (a, b) in at.items()))
    print(f'    worst true {true[worst]:.3f} ({files[worst[0]]}), best wrong '
          + (f'{wrong[best]:.3f} ({files[best[0]]} and {files[best[1]]})' if best else 'none'), flush=True)
    return len(gold), at[DEFAULT]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('muqabala')
    parser.add_argument('data', type=pathlib.Path)
    parser.add_argument('--seeds', nargs='+', default=['1'])
    parser.add_argument('--scenario', nargs='+', default=['all', 'some', 'halves', 'small', 'unseen', 'german'])
    parser.add_argument('--assert', dest='asserts', action='store_true')
    parser.add_argument('--options', default='', help='more options of `corpus pair`, separated by spaces')
    options = parser.parse_args()
    if not options.data.is_dir():
        skip(f'{options.data} is not there')
    faults = 0
    for name in options.scenario:
        for seed in options.seeds:
            pairs, (found, wrong) = measure(options.muqabala, options.data, name, seed, options.options.split())
            if name != 'small' and (found < pairs - 1 or wrong):
                faults += 1
                print(f'{name} {seed}: {pairs - found} true pairs missing, {wrong} wrong')
    if options.asserts and faults:
        sys.exit(1)


if __name__ == '__main__':
    main()
