#!/usr/bin/env python3
"""Aligns sets with sentence embeddings that are made from their gold, and prints the scores.

usage: embeddings.py MUQABALA SETDIR... [--cosine C] [--dimensions N] [--seed N]

No encoder is asked: every segment of the original gets a random vector, and one of the translation
the sum of those of its gold row, turned by noise until the mean cosine of a 1-1 row is C; segments
without counterpart are random. So this tells that the vectors' evidence is weighed rightly beside
the rest, and how much a given cosine is worth; not what any encoder would reach.
"""
import argparse
import math
import pathlib
import random
import struct
import subprocess
import sys
import tempfile

from evaluate import documents, evaluate, parse_scores
from moved import rows_of


def random_vector(generator, dimensions):
    return [generator.gauss(0, 1) for _ in range(dimensions)]


def unit(vector):
    norm = math.sqrt(sum(x * x for x in vector)) or 1
    return [x / norm for x in vector]


def vectors_of(rows, source_count, target_count, options, generator):
    sources = [unit(random_vector(generator, options.dimensions)) for _ in range(source_count)]
    targets = [random_vector(generator, options.dimensions) for _ in range(target_count)]
    share = math.sqrt(1 - options.cosine ** 2)
    for source_row, target_row in rows:
        if not source_row:
            continue
        meaning = unit([sum(parts) for parts in zip(*(sources[i] for i in source_row))])
        for j in target_row:
            noise = unit(targets[j])
            targets[j] = [options.cosine * m + share * n for m, n in zip(meaning, noise)]
    return sources, targets


def write(folder, name, lines, vectors):
    """Two segments of the same text would have one vector, as they would from an encoder."""
    known = {}
    for line, vector in zip(lines, vectors):
        if line.strip():
            known.setdefault(' '.join(line.split()), vector)
    text, numbers = folder / f'{name}.text', folder / f'{name}.vectors'
    text.write_text(''.join(line + '\n' for line in known))
    numbers.write_bytes(b''.join(struct.pack(f'<{len(v)}f', *v) for v in known.values()))
    return [str(text), str(numbers)]


def with_embeddings(muqabala, directory, options):
    generator = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for doc, source, target in documents(directory):
            # The text ends in a line end, behind which there is no segment.
            lines = [path.read_text().split('\n') for path in (source, target)]
            lines = [side[:-1] if side[-1] == '' else side for side in lines]
            vectors = vectors_of(rows_of(source.with_suffix('.gold')), *map(len, lines), options,
                                 generator)
            files = [write(folder, side, *both)
                     for side, both in zip(('source', 'target'), zip(lines, vectors))]
            command = [muqabala, 'align', source, target, '--segments', 'lines', '--to', 'ladder',
                       '--quiet', '--source-embeddings', *files[0], '--target-embeddings', *files[1]]
            if directory.name == 'textberg':
                command += ['--source-lang', 'de', '--target-lang', 'fr']
            ladder = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            (folder / f'{doc}.pred').write_text(ladder)
        return parse_scores(subprocess.run([muqabala, 'evaluate', directory, '--predictions', folder],
                                           check=True, capture_output=True, text=True).stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('muqabala')
    parser.add_argument('sets', type=pathlib.Path, nargs='+')
    parser.add_argument('--cosine', type=float, default=0.6)
    parser.add_argument('--dimensions', type=int, default=64)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    for directory in options.sets:
        if not directory.is_dir():
            sys.exit(f'{directory}: no such folder')
        plain, _ = evaluate(options.muqabala, directory)
        embedded = with_embeddings(options.muqabala, directory, options)
        print(directory.name, *(f'{metric} {plain[metric][0]:.3f} -> {embedded[metric][0]:.3f}'
                                for metric in plain), sep='  ')


if __name__ == '__main__':
    main()
