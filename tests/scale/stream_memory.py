#!/usr/bin/env python3
"""Holds the memory of `corpus stream` on ten times as many records against that on a few: the largest
of its processes must not grow by more than a fifth.

usage: stream_memory.py MUQABALA [RECORDS]
"""
import json
import os
import subprocess
import sys
import tempfile
import time

WORKERS = 2


def records(count):
    for number in range(count):
        source = f'زار الوزير رقم {number} المدينة في عام {1000 + number % 1000}.\n\nوترك القرية.'
        target = (f'Minister number {number} visited the city in the year {1000 + number % 1000}.'
                  '\n\nAnd he left the village.')
        yield json.dumps({'id': f'doc{number}', 'source_text': source, 'target_text': target}) + '\n'


def measure(muqabala, count, folder):
    """Largest resident set of any process in MB, processor seconds, output lines."""
    out = os.path.join(folder, f'{count}.jsonl')
    begin = time.monotonic()
    with open(out, 'wb') as sink:
        with subprocess.Popen([muqabala, 'corpus', 'stream', '--workers', str(WORKERS),
                               '--source-lang', 'ar', '--target-lang', 'en'],
                              stdin=subprocess.PIPE, stdout=sink) as process:
            for line in records(count):
                process.stdin.write(line.encode())
            process.stdin.close()
            # The usage of a process that has been waited for holds that of its own children.
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f'the run on {count} records failed')
    with open(out, 'rb') as lines:
        answered = sum(1 for line in lines if b'"failure"' not in line)
    print(f'{count} records: {usage.ru_maxrss / 1024:.1f} MB, {usage.ru_utime + usage.ru_stime:.1f} '
          f's of processor, {time.monotonic() - begin:.1f} s')
    return usage.ru_maxrss, answered


def main():
    muqabala = sys.argv[1]
    many = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    few = many // 10
    with tempfile.TemporaryDirectory(prefix='muqabala-') as folder:
        os.environ['XDG_CACHE_HOME'] = os.path.join(folder, 'cache')
        measure(muqabala, 1, folder)  # compiles the dictionaries, which takes memory of its own
        (small, answered_small), (large, answered_large) = (measure(muqabala, count, folder)
                                                            for count in (few, many))
        if (answered_small, answered_large) != (few, many):
            sys.exit('not every record was answered')
        if large > small * 1.2:
            sys.exit(f'the memory grows from {small} to {large} kB')


if __name__ == '__main__':
    main()
