#!/usr/bin/env python3
"""Cuts what muqabala_generate wrote into the documents of a collection, with names that tell nothing.

usage: collection.py PREFIX FOLDER [ROWS]

PREFIX.ar, PREFIX.en and PREFIX.gold are cut every ROWS (default 25) rows of the gold. FOLDER gets
ar/ and en/, and gold.tsv: the files that belong together.
"""
import pathlib
import random
import re
import sys


def main():
    prefix, folder, rows = sys.argv[1], pathlib.Path(sys.argv[2]), int((sys.argv + ['25'])[3])
    lines = [pathlib.Path(f'{prefix}.{side}').read_text().split('\n') for side in ('ar', 'en')]
    gold = [re.match(r'\[(.*?)\]:\[(.*?)\]', row).groups() for row in open(f'{prefix}.gold')]
    documents = [gold[at:at + rows] for at in range(0, len(gold), rows)]
    names = [random.Random(side).sample(range(10**8), len(documents)) for side in range(2)]
    for side in ('ar', 'en'):
        (folder / side).mkdir(parents=True, exist_ok=True)
    with open(folder / 'gold.tsv', 'w') as pairs:
        for document, *numbers in zip(documents, *names):
            paths = [folder / side / f'{number:08}.txt' for side, number in zip(('ar', 'en'), numbers)]
            for k, path in enumerate(paths):
                path.write_text('\n'.join(lines[k][int(i)] for row in document for i in row[k].split(',') if i) + '\n')
            print(*paths, sep='\t', file=pairs)


if __name__ == '__main__':
    main()
