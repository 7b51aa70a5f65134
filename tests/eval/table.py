#!/usr/bin/env python3
"""Evaluates every alignment set of a folder and writes a table in Markdown.

usage: table.py MUQABALA FOLDER [-o FILE] [--floors FILE] [--intervals]

FOLDER holds sets: folders with <doc>.gold and the two sides of each document (see `muqabala
evaluate --help`). --floors names a file of lines `set metric least-F1`; with it, the exit status is
1 if a set falls below. --intervals adds a table of 95 % intervals over documents. Exits with 77 where FOLDER is not there.
"""
import argparse
import pathlib
import sys

from evaluate import METRICS, evaluate, intervals, sets


def read_floors(path):
    floors = {}
    for number, line in enumerate(path.read_text().splitlines(), 1):
        line = line.split('#')[0].split()
        if not line:
            continue
        if len(line) != 3 or line[1] not in METRICS:
            sys.exit(f'{path}:{number}: not `set metric least-F1`')
        floors[line[0], line[1]] = float(line[2])
    return floors


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('muqabala')
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('-o', dest='out', type=pathlib.Path)
    parser.add_argument('--floors', type=pathlib.Path)
    parser.add_argument('--intervals', action='store_true')
    options = parser.parse_args()

    results = {d.name: evaluate(options.muqabala, d) for d in sets(options.folder)}

    rows = ['| set | ' + ' | '.join(f'{m} F1 (P/R)' for m in METRICS) + ' | seconds |',
            '|---|' + '---|' * len(METRICS) + '---:|']
    for name, (scores, seconds) in results.items():
        cells = ['{:.3f} ({:.3f}/{:.3f})'.format(*scores[m]) for m in METRICS]
        rows.append(f'| {name} | ' + ' | '.join(cells) + f' | {seconds:.1f} |')
    if options.intervals:
        rows += ['', '| set | ' + ' | '.join(f'{m} F1, 95 %' for m in METRICS) + ' |',
                 '|---|' + '---|' * len(METRICS)]
        for directory in sets(options.folder):
            found = intervals(options.muqabala, directory)
            cells = (['{:.3f} to {:.3f}'.format(*found[m]) for m in METRICS] if found
                     else ['one document'] + [''] * (len(METRICS) - 1))
            rows.append(f'| {directory.name} | ' + ' | '.join(cells) + ' |')
    table = '\n'.join(rows) + '\n'
    print(table, end='')
    if options.out:
        options.out.write_text(table)

    failed = False
    for (name, metric), floor in (read_floors(options.floors) if options.floors else {}).items():
        if name not in results:
            sys.exit(f'{options.floors}: there is no set {name} in {options.folder}')
        f1 = results[name][0][metric][0]
        if f1 < floor:
            print(f'{name}: {metric} F1 is {f1:.3f}, the floor is {floor:.3f}')
            failed = True
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
