"""Reads the whole TMX of a collection with translate-toolkit, as a translator's tool would.

usage: collection_translate_toolkit.py SAMPLE_PROGRAM WORK_FOLDER PYTHON
(tests/run.sh --external installs translate-toolkit for PYTHON)
"""
import os
import shutil
import subprocess
import sys
from pathlib import Path

program, work, python = sys.argv[1:]
if os.path.exists(python) and sys.executable != python and not os.environ.get('MUQABALA_AGAIN'):
    os.environ['MUQABALA_AGAIN'] = '1'
    sys.exit(subprocess.run([python, *sys.argv]).returncode)
try:
    from translate.storage import tmx
except ImportError:
    print("SKIPPED: there is no translate-toolkit; 'tests/run.sh --external' installs it")
    sys.exit(77)

shutil.rmtree(work, ignore_errors=True)
Path(work).mkdir(parents=True)
subprocess.run([program, work], check=True)


def without_controls(text):
    """What XML can hold of it."""
    return ''.join(c for c in text if c in '\t' or ' ' <= c not in '\ufffe\uffff')


expected = {}
for line in Path(work, 'expected.tsv').read_text('utf-8').rstrip('\n').split('\n'):
    identity, source, target = line.split('\t')
    expected[without_controls(identity)] = (without_controls(source), without_controls(target))

with open(Path(work, 'corpus.tmx'), 'rb') as file:
    units = tmx.tmxfile(file, 'ar', 'en').units
found = {}
for unit in units:
    languages = ('de', 'fr') if unit.getid().startswith('german:') else ('ar', 'en')
    found[unit.getid()] = tuple(unit.getlanguageNode(lang).find('.//seg').text for lang in languages)
if len(found) != len(units):
    sys.exit('ids are not unique')
if found != expected:
    wrong = {k: (expected.get(k), found.get(k)) for k in expected.keys() | found.keys()
             if expected.get(k) != found.get(k)}
    sys.exit(f'{len(wrong)} units differ, such as {list(wrong.items())[:3]!r}')

properties = [element.text for element in units[0].xmlelement.iter('{*}prop')
              if element.get('type') == 'x-license']
if properties != ['CC BY-SA 4.0']:
    sys.exit(f'the licence is {properties}')
print(f'{len(units)} units')
