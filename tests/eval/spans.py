#!/usr/bin/env python3
"""Scores what `muqabala check` tells of omissions inside paired segments.

usage: spans.py MUQABALA FOLDER [--faithful SET] [--least CONFIDENCE] [--floor F1] [--most SHARE]

FOLDER holds sets of <doc>.ar and <doc>.en, where line i translates line i, with <doc>.spans: lines
`line<TAB>start<TAB>end`, the characters of that line of the original, counted from 0, that have no
counterpart. Findings of the kinds `partial` and `omission` count, by the bytes that they name. Prints
precision, recall and F1 over characters, white space left out; the lines of which at least half of
the span was found; and the findings that touch no span. --faithful names a set without
such omissions, of which the partial findings are counted. Then how often findings of each confidence
are right: those that lie by half or more in a span. --floor makes the exit status 1 where a set falls
below, --most where a faithful set has more findings a segment. Exits with 77 where FOLDER is not there.
"""
import argparse
import bisect
import json
import pathlib
import subprocess
import sys
import tempfile

from evaluate import skip

BINS = ((0, .5), (.5, .7), (.7, .9), (.9, 1.01))


class Text:
    """A file by characters, of which findings tell the bytes."""

    def __init__(self, path):
        self.text = path.read_bytes().decode()
        self.byte_of, at = [], 0
        for character in self.text:
            self.byte_of.append(at)
            at += len(character.encode())
        self.lines = [0]
        for line in self.text.split('\n')[:-1]:
            self.lines.append(self.lines[-1] + len(line) + 1)

    def solid(self, begin, end):
        return {k for k in range(begin, end) if not self.text[k].isspace()}

    def of_bytes(self, begin, end):
        return self.solid(bisect.bisect_left(self.byte_of, begin),
                          bisect.bisect_left(self.byte_of, end))


def spans(path, text):
    """The gold of a document: sets of characters."""
    result = []
    for line in path.read_text().splitlines():
        number, begin, end = map(int, line.split('\t'))
        result.append(text.solid(text.lines[number] + begin, text.lines[number] + end))
    return result


def findings(muqabala, source, policy, kinds):
    run = subprocess.run([muqabala, 'check', source, source.with_suffix('.en'), '--policy', policy,
                          '--segments', 'lines', '--format', 'json', '--quiet'],
                         capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f'muqabala check {source}: exit status {run.returncode}\n{run.stderr}')
    return [f for f in json.loads(run.stdout)['findings'] if f['kind'] in kinds and f['source']]


class Score:
    def __init__(self):
        self.right = self.told = self.gold = 0
        self.found = self.lines = self.false = self.count = 0

    def add(self, gold, told):
        all_gold = set().union(*gold)
        all_told = set().union(*told)
        self.right += len(all_gold & all_told)
        self.told += len(all_told)
        self.gold += len(all_gold)
        self.lines += len(gold)
        self.found += sum(2 * len(span & all_told) >= len(span) for span in gold)
        self.count += len(told)
        self.false += sum(not part & all_gold for part in told)

    def f1(self):
        return 2 * self.right / (self.told + self.gold) if self.told + self.gold else 1

    def row(self, name):
        return (f'| {name} | {self.f1():.3f} ({self.right / max(1, self.told):.3f}/'
                f'{self.right / max(1, self.gold):.3f}) | {self.found} of {self.lines} | '
                f'{self.false} of {self.count} |')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('muqabala')
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--faithful', default=[], action='append')
    parser.add_argument('--least', type=float, default=0.5)
    parser.add_argument('--floor', type=float, default=0)
    parser.add_argument('--most', type=float, default=1)
    options = parser.parse_args()
    sets = sorted({path.parent for path in options.folder.glob('*/*.spans')})
    if not sets:
        skip(f'{options.folder}: no set with <doc>.spans')

    judged, failed = [], False
    with tempfile.NamedTemporaryFile('w', suffix='.toml') as policy:
        policy.write('[confidence]\ndefault = 0.0\n')
        policy.flush()
        print('| set | F1 (P/R) | spans found | findings outside |\n|---|---|---:|---:|')
        for directory in sets:
            score = Score()
            for gold_path in sorted(directory.glob('*.spans')):
                source = gold_path.with_suffix('.ar')
                text = Text(source)
                gold = spans(gold_path, text)
                told = []
                for finding in findings(options.muqabala, source, policy.name,
                                        ('partial', 'omission')):
                    part = text.of_bytes(finding['source']['start'], finding['source']['end'])
                    if finding['confidence'] >= options.least:
                        told.append(part)
                    if finding['kind'] == 'partial':
                        right = 2 * len(part & set().union(*gold)) >= len(part)
                        judged.append((finding['confidence'], right))
                score.add(gold, told)
            print(score.row(directory.name))
            failed |= score.f1() < options.floor
        for name in options.faithful:
            count = lines = 0
            for source in sorted((options.folder / name).glob('*.ar')):
                lines += source.read_bytes().count(b'\n')
                for finding in findings(options.muqabala, source, policy.name, ('partial',)):
                    judged.append((finding['confidence'], False))
                    count += finding['confidence'] >= options.least
            print(f'{name}: {count} partial findings in {lines} segments')
            failed |= count > options.most * lines
    print('\n| partial findings of confidence | findings | mean confidence | right |')
    print('|---|---:|---:|---:|')
    for low, high in BINS:
        inside = [(c, right) for c, right in judged if low <= c < high]
        if inside:
            print(f'| {low:.1f} to {min(1, high):.1f} | {len(inside)} | '
                  f'{sum(c for c, _ in inside) / len(inside):.3f} | '
                  f'{sum(right for _, right in inside) / len(inside):.3f} |')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
