"""Reads the XCES alignment of a collection with the OPUS tools, and compares what they print with
the Moses pairs of the same collection.

usage: corpus_opustools.py MUQABALA EXAMPLE_FOLDER WORK_FOLDER PYTHON
(tests/run.sh --external installs opustools for PYTHON)
"""
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

muqabala, example, work, python = sys.argv[1:]
if os.path.exists(python) and not os.environ.get('MUQABALA_AGAIN'):
    os.environ['MUQABALA_AGAIN'] = '1'
    sys.exit(subprocess.run([python, *sys.argv]).returncode)
try:
    from opustools import OpusRead
except ImportError:
    print("SKIPPED: there are no OPUS tools; 'tests/run.sh --external' installs them")
    sys.exit(77)

shutil.rmtree(work, ignore_errors=True)
os.makedirs(work)
original, translation = (Path(example, name) for name in ('original.ar.txt', 'page.en.txt'))
records = [{'id': name, 'source': str(original), 'target': str(translation),
            'source_lang': 'ar', 'target_lang': 'en'} for name in ('example', 'again/ا')]
os.chdir(work)
Path('records.jsonl').write_text(''.join(json.dumps(record) + '\n' for record in records))


def run(*arguments):
    return subprocess.run([muqabala, *arguments], check=True, capture_output=True).stdout.decode()


run('corpus', 'stream', '--no-system-dictionaries', 'records.jsonl', '-o', 'results.jsonl')
run('corpus', 'merge', 'results.jsonl', '-o', 'out', '--to', 'xces,moses', '--keep-duplicates')

OpusRead(directory='Sample', source='ar', target='en', alignment_file='out/corpus.xml',
         preprocess='raw', download_dir='out', write=['read.ar', 'read.en'], write_mode='moses',
         leave_non_alignments_out=True, suppress_prompts=True).printPairs()


def pairs(stem):
    sides = [Path(f'{stem}.{language}').read_text('utf-8').removesuffix('\n').split('\n')
             for language in ('ar', 'en')]
    if len(sides[0]) != len(sides[1]):
        sys.exit(f'{stem}: {len(sides[0])} lines and {len(sides[1])}')
    return list(zip(*sides))


found, expected = pairs('read'), pairs('out/corpus.ar-en')
if found != expected or len(found) < 20:
    wrong = [pair for pair in zip(expected, found) if pair[0] != pair[1]]
    sys.exit(f'{len(found)} pairs, expected {len(expected)}; {wrong[:2]}')
print(f'{len(found)} pairs')
