#!/usr/bin/env python3
"""The quality floor of the bundled example: an original and the page with its edited translation,
aligned end to end and held against the alignment made by hand.

usage: example.py MUQABALA FOLDER

FOLDER holds original.ar.txt, page.en.txt and gold.ladder, whose numbers are those of the lines of
original.ar.lines and page.en.lines: the sentences as they should be. Beads are compared by their
text, so that a sentence cut wrongly counts as a fault.
"""
import json
import pathlib
import subprocess
import sys

FLOORS = {'pairs': 0.92, 'dropped': 0.95, 'added': 0.95}


def squeeze(text):
    return ''.join(text.split())


def read_gold(folder):
    """Beads as pairs of tuples of sentences."""
    sides = [(folder / name).read_text().splitlines()
             for name in ('original.ar.lines', 'page.en.lines')]
    beads = set()
    for line in (folder / 'gold.ladder').read_text().splitlines():
        if line.strip():
            numbers = [part.strip().strip('[]').split(',') for part in line.split(':')[:2]]
            beads.add(tuple(tuple(squeeze(side[int(n)]) for n in part if n.strip())
                            for side, part in zip(sides, numbers)))
    return beads


def read_jsonl(text):
    """The same of what `muqabala align --to jsonl` wrote."""
    beads = set()
    for record in map(json.loads, text.splitlines()):
        beads.add(tuple(tuple(squeeze(text) for text in record[side])
                        for side in ('source_text', 'target_text')))
    return beads


def f1(gold, predicted):
    right = len(gold & predicted)
    return 2 * right / (len(gold) + len(predicted)) if gold or predicted else 1.0


def parts(beads):
    """What the three numbers count: two-sided beads; source and target segments on their own."""
    return {'pairs': {b for b in beads if b[0] and b[1]},
            'dropped': {i for b in beads if not b[1] for i in b[0]},
            'added': {j for b in beads if not b[0] for j in b[1]}}


def main():
    muqabala, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    run = subprocess.run([muqabala, 'align', folder / 'original.ar.txt', folder / 'page.en.txt',
                          '--to', 'jsonl', '--quiet'], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f'exit status {run.returncode}\n{run.stderr}')
    gold = parts(read_gold(folder))
    predicted = parts(read_jsonl(run.stdout))
    failed = False
    for what, floor in FLOORS.items():
        score = f1(gold[what], predicted[what])
        print(f'{what}: F1 {score:.3f} (floor {floor:.2f})')
        for kind, items in (('missing', gold[what] - predicted[what]),
                            ('wrong', predicted[what] - gold[what])):
            if items:
                print(f'  {kind}: {sorted(items)}')
        failed |= score < floor
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
