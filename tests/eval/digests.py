#!/usr/bin/env python3
"""Aligns originals with translations of a small part of them: digests and excerpts.

usage: digests.py MUQABALA SETDIR

All documents of SETDIR that are paired line by line (gold rows [i]:[i]) are put together as one.
Every k-th line of one side is kept (a digest), or one k-th of it in one piece (an excerpt), and the
two are aligned line by line. Prints a table of the precision and recall of links.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

from evaluate import documents


def line_pairs(setdir):
    pairs = []
    for _, source, target in documents(setdir):
        lines = [path.read_text().split('\n') for path in (source, target)]
        for row in source.with_suffix('.gold').read_text().splitlines():
            one_to_one = re.fullmatch(r'\[(\d+)\]:\[(\d+)\]\S*', row.strip())
            if one_to_one:
                pairs.append((lines[0][int(one_to_one[1])], lines[1][int(one_to_one[2])]))
    return pairs


def links(ladder):
    for line in ladder.splitlines():
        source, target = ([int(n) for n in side.strip('[]').split(',') if n] for side in line.split(':')[:2])
        yield from ((i, j) for i in source for j in target)


def measure(muqabala, source, target, gold):
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, name) for name in ('text.ar', 'text.en')]
        for path, lines in zip(paths, (source, target)):
            path.write_text('\n'.join(lines) + '\n')
        run = subprocess.run([muqabala, 'align', *paths, '--segments', 'lines', '--source-lang', 'ar',
                              '--target-lang', 'en', '--to', 'ladder', '--quiet'], capture_output=True, text=True)
    if run.returncode:
        return 'refused'
    found = set(links(run.stdout))
    right = len(found & gold)
    return f'{right / max(1, len(found)):.3f} / {right / len(gold):.3f}'


def main():
    muqabala, setdir = sys.argv[1:3]
    pairs = line_pairs(pathlib.Path(setdir))
    source, target = zip(*pairs)
    print(f'{len(pairs)} lines a side; links, precision / recall\n')
    print('| part kept | digest of the translation | excerpt of the translation | digest of the original |')
    print('|---|---|---|---|')
    for k in (2, 3, 5, 10, 20, 40):
        every = range(0, len(pairs), k)
        piece = range(len(pairs) // 3, len(pairs) // 3 + len(pairs) // k)
        cells = [measure(muqabala, source, [target[i] for i in kept], {(i, n) for n, i in enumerate(kept)})
                 for kept in (every, piece)]
        cells.append(measure(muqabala, [source[i] for i in every], target, {(n, i) for n, i in enumerate(every)}))
        print(f'| one in {k} | ' + ' | '.join(cells) + ' |', flush=True)


if __name__ == '__main__':
    main()
