#!/usr/bin/env python3
"""Learns a lexicon from a collection in one run and in three parts, and a second round of each.

usage: learn_shards.py MUQABALA
"""
import pathlib
import subprocess
import sys
import tempfile

from build_bench import Bench, expect

DOCUMENTS = 60
SAMPLE = '30'
PARTS = 3


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix='muqabala-learn-') as folder:
        bench = Bench(str(pathlib.Path(sys.argv[1]).resolve()), folder)
        bench.fill(DOCUMENTS)

        def lexicon(command, name, *arguments):
            path = bench.folder / name
            done = subprocess.run([bench.program, 'lexicon', command, *arguments, '-o', str(path)],
                                  env=bench.environment(), capture_output=True, text=True)
            expect('lexicon %s succeeds' % command, done.returncode == 0, done.stderr)
            return path

        def learn(name, *more):
            return lexicon('learn', name, '--manifest', str(bench.manifest), '--learn-from', SAMPLE,
                           '--no-system-dictionaries', *more)

        def in_parts(name, *more):
            parts = [str(learn('%s-%d' % (name, part), '--shard', '%d/%d' % (part, PARTS), *more))
                     for part in range(1, PARTS + 1)]
            sizes = [pathlib.Path(part).stat().st_size for part in parts]
            expect('every part learns something', min(sizes) > 1000, str(sizes))
            return lexicon('merge', name, *parts).read_bytes()

        first = learn('first', '--workers', '2')
        expect('words are learned', first.read_bytes().count(b'\n') > 40)
        expect('parts teach what the whole teaches', in_parts('merged') == first.read_bytes())
        expect('workers make no difference',
               learn('alone', '--workers', '1').read_bytes() == first.read_bytes())

        second = learn('second', '--lexicon', str(first))
        expect('a second round learns something else', second.read_bytes() != first.read_bytes())
        expect('and it can be had in parts, too',
               in_parts('second-merged', '--lexicon', str(first)) == second.read_bytes())

        everything = learn('all', '--learn-from', 'all')
        expect('a sample is not all', everything.read_bytes() != first.read_bytes())

        bench.lines.reverse()
        bench.write_manifest()
        expect('the order of the manifest makes no difference',
               learn('reversed').read_bytes() == first.read_bytes())


if __name__ == '__main__':
    main()
