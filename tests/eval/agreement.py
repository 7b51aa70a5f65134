#!/usr/bin/env python3
"""Holds `muqabala evaluate` against an independent scorer: on every set, every number must agree to
three digits.

usage: agreement.py MUQABALA FOLDER SCORER

SCORER is called as `SCORER SETDIR PREDDIR` with the ladders that evaluate wrote as PREDDIR/<doc>.pred,
and prints `strict F (P/R)  row ...`. Of each set, one document is aligned by `muqabala align` as
well and must give the same ladder. Exits with 77 where FOLDER or SCORER is not there.
"""
import pathlib
import subprocess
import sys
import tempfile

from evaluate import METRICS, documents, evaluate, parse_scores, sets, skip


def beads(ladder):
    """The lines of a ladder without their costs."""
    return [line.split(':')[:2] for line in ladder.splitlines()]


def main():
    muqabala, folder, scorer = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    if not scorer.is_file():
        skip(f'{scorer} is not there')
    differences = 0
    for directory in sets(folder):
        with tempfile.TemporaryDirectory() as predictions:
            ours, _ = evaluate(muqabala, directory, '--write-predictions', predictions)
            printed = subprocess.run([sys.executable, scorer, directory, predictions], check=True,
                                     capture_output=True, text=True).stdout
            name, source, target = documents(directory)[0]
            aligned = subprocess.run([muqabala, 'align', source, target, '--segments', 'lines',
                                      '--to', 'ladder', '--quiet'], check=True,
                                     capture_output=True, text=True).stdout
            if beads(aligned) != beads(pathlib.Path(predictions, name + '.pred').read_text()):
                print(f'{directory.name}/{name}: align and evaluate give different beads')
                differences += 1
        theirs = parse_scores(printed)
        for metric in METRICS:
            for what, a, b in zip(('F1', 'precision', 'recall'), ours[metric], theirs[metric]):
                if abs(a - b) > 0.00051:
                    print(f'{directory.name}: {metric} {what}: {a:.3f}, the scorer says {b:.3f}')
                    differences += 1
        print(f'{directory.name}: compared')
    sys.exit(1 if differences else 0)


if __name__ == '__main__':
    main()
