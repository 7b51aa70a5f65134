#!/usr/bin/env python3
"""Moves passages of translations to other places, and tells how many `muqabala align` finds.

usage: moved.py MUQABALA SETDIR [--unmodified FOLDER]

Of every document of SETDIR with enough segments, one passage (a gold row, or three in a row) is put
three to ten rows later, by a seeded generator; so is, in all documents put together as one, a passage
of every thirty rows, twenty to sixty rows away. A link of a moved passage counts as found if its two
segments are in one `moved` or in one bead (the passage may stay and what it passed have moved).
Precision: the share of the segments called moved whose gold row is among what they are said to belong
with. --unmodified counts the null beads that are called moved in the sets of a folder as they are.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

from evaluate import documents, sets


def rows_of(gold):
    rows = []
    for line in pathlib.Path(gold).read_text().splitlines():
        if line.strip():
            rows.append(tuple([int(n) for n in side.strip().strip('[]').split(',') if n.strip()]
                              for side in line.split(':')[:2]))
    return rows


def align(muqabala, source, target):
    run = subprocess.run([muqabala, 'align', source, target, '--segments', 'lines', '--to', 'jsonl',
                          '--quiet'], capture_output=True, text=True)
    return [json.loads(line) for line in run.stdout.split('\n') if line]


def text_rows(directory):
    """Per document its two-sided rows as (source lines, target lines)."""
    result = []
    for _, source, target in documents(directory):
        lines = [path.read_text().split('\n') for path in (source, target)]
        result.append([([lines[0][i] for i in a], [lines[1][j] for j in b])
                       for a, b in rows_of(source.with_suffix('.gold')) if a and b])
    return result


class Count:
    def __init__(self):
        self.passages = self.links = self.found = self.called = self.right = 0

    def __str__(self):
        return (f'{self.passages} passages; recall {self.found}/{self.links} = '
                f'{self.found / max(1, self.links):.3f}; precision {self.right}/{self.called} = '
                f'{self.right / max(1, self.called):.3f}')


def measure(muqabala, rows, order, moved, count):
    """`order`: numbers of the rows as the translation has them; `moved`: those that were moved."""
    source_row = [r for r in range(len(rows)) for _ in rows[r][0]]
    target_row = [r for r in order for _ in rows[r][1]]
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder, name) for name in ('a.ar', 'a.en')]
        files[0].write_text(''.join(s + '\n' for row in rows for s in row[0]))
        files[1].write_text(''.join(t + '\n' for r in order for t in rows[r][1]))
        beads = align(muqabala, *files)
    together = set()
    for bead in beads:
        source = {source_row[i] for i in bead['source']}
        target = {target_row[j] for j in bead['target']}
        if 'moved_to' in bead:
            other = {(target_row if bead['source'] else source_row)[n] for n in bead['moved_to']}
            count.called += 1
            count.right += bool((source or target) & other)
            together |= (source or target) & other
        else:
            together |= source & target
    count.links += len(moved)
    count.found += len(together & moved)


def shift(order, begin, size, distance):
    passage = order[begin:begin + size]
    rest = order[:begin] + order[begin + size:]
    return rest[:begin + distance] + passage + rest[begin + distance:]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('muqabala')
    parser.add_argument('set', type=pathlib.Path)
    parser.add_argument('--unmodified', type=pathlib.Path)
    options = parser.parse_args()
    texts = text_rows(options.set)
    if not texts:
        sys.exit(f'{options.set}: no <doc>.gold files')
    for size in (1, 3):
        generator = random.Random(7)
        count = Count()
        for rows in texts:
            if len(rows) < 8 + size:
                continue
            distance = generator.randint(3, min(10, len(rows) - size - 1))
            begin = generator.randrange(len(rows) - size - distance + 1)
            order = shift(list(range(len(rows))), begin, size, distance)
            count.passages += 1
            measure(options.muqabala, rows, order, set(range(begin, begin + size)), count)
        print(f'each document, {size} row(s): {count}')
        count = Count()
        rows = [row for text in texts for row in text]
        order = list(range(len(rows)))
        moved = set()
        for start in range(0, len(rows) - 100, 30):
            begin = order.index(start + generator.randrange(20))
            passage = order[begin:begin + size]
            if moved & set(passage):
                continue
            moved |= set(passage)
            count.passages += 1
            order = shift(order, begin, size, generator.randint(20, 60))
        measure(options.muqabala, rows, order, moved, count)
        print(f'all as one, {size} row(s): {count}')
    for directory in sets(options.unmodified) if options.unmodified else []:
        nulls = called = 0
        for _, source, target in documents(directory):
            for bead in align(options.muqabala, source, target):
                nulls += not (bead['source'] and bead['target'])
                called += 'moved_to' in bead
                if 'moved_to' in bead and bead['source']:
                    print(f'  {source.name} {bead["source"]} {bead["moved_to"]}')
        print(f'{directory.name}: {called} of {nulls} null beads are called moved')


if __name__ == '__main__':
    main()
