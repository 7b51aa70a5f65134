"""Reads written JUnit XML with junitparser, as a CI server would.

usage: read_junit.py SAMPLES_PROGRAM WORK_FOLDER PYTHON
       ('tests/run.sh --external' installs junitparser for PYTHON)
"""
import os
import subprocess
import sys
from pathlib import Path

program, work, python = sys.argv[1:]
try:
    import junitparser
except ImportError:
    if os.path.exists(python) and 'MUQABALA_RETRY' not in os.environ:
        os.environ['MUQABALA_RETRY'] = '1'
        os.execv(python, [python, *sys.argv])
    print("SKIPPED: there is no junitparser; 'tests/run.sh --external' installs it")
    sys.exit(77)
subprocess.run([program, work], check=True)


def read(name):
    return junitparser.JUnitXml.fromfile(str(Path(work, name + '.xml')))


def expect(found, expected):
    if found != expected:
        sys.exit(f'expected {expected!r}\n   found {found!r}')


def outcome(case):
    return ' '.join(type(result).__name__ for result in case.result) or 'passes'


for name in 'plain', 'hostile':
    check = read(name)
    expect((check.tests, check.failures, check.errors, check.skipped), (7, 1, 1, 2))
    suites = list(check)
    expect([[outcome(case) for case in suite] for suite in suites],
           [['Failure', 'Skipped', 'passes', 'passes', 'Skipped'], ['passes'], ['Error']])

suite = list(read('plain'))[0]
expect(suite.name, 'docs/ar/guide.md -> docs/en/guide.md')
failed, accepted, below = list(suite)[:3]
expect(failed.classname, 'docs/en/guide.md')
expect(failed.result[0].message, 'Omission (confidence 0.88)')
expect('لا تفصل القرص' in failed.result[0].text, True)
expect(accepted.result[0].message, 'accepted: only for readers of the original')
expect(below.system_out.startswith('warning, Number (confidence 0.75): 40 stands'), True)

for name in 'plain', 'hostile', 'huge', 'kinds', 'clean':
    names = [(case.classname, case.name) for suite in read(name) for case in suite]
    expect(len(set(names)), len(names))
expect([case.name for suite in read('clean') for case in suite], ['no findings'])
