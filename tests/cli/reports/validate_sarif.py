"""Validates written SARIF with Microsoft's multitool, and that the validation can fail.

usage: validate_sarif.py SAMPLES_PROGRAM WORK_FOLDER MULTITOOL
       ('tests/run.sh --external' installs the multitool from npm)
"""
import json
import shutil
import subprocess
import sys
from pathlib import Path

program, work, multitool = sys.argv[1:]
if not shutil.which(multitool):
    print(f"SKIPPED: there is no {multitool}; 'tests/run.sh --external' installs it")
    sys.exit(77)
subprocess.run([program, work], check=True)


def rules_broken(path):
    """The rules of the validator that the file breaks."""
    report = path.with_suffix('.validation')
    run = subprocess.run([multitool, 'validate', path.name, '--output', report.name,
                          '--log', 'ForceOverwrite'],
                         cwd=path.parent, capture_output=True, text=True)
    if not report.exists():
        sys.exit(f'{path}: the multitool wrote no report\n{run.stdout}{run.stderr}')
    results = json.loads(report.read_text('utf-8-sig'))['runs'][0]['results']
    return {result['ruleId'] for result in results}, run.stdout


# That the tool has no page on the web is said of every file, and so proves that it was read.
expected = {'SARIF2005'}
for name in 'plain', 'hostile', 'kinds', 'clean':
    broken, output = rules_broken(Path(work, name + '.sarif'))
    if broken != expected:
        sys.exit(f'{name}: {broken}\n{output}')

plain = Path(work, 'plain.sarif').read_text('utf-8')
for old, new, rule in (('"startLine":8', '"startLine":0', 'JSON1008'),
                       ('"ruleIndex":0', '"ruleIndex":99', 'SARIF1009'),
                       ('"endColumn":39', '"endColumn":2', 'SARIF1007')):
    if old not in plain:
        sys.exit(f'{old} is not in the sample')
    Path(work, 'broken.sarif').write_text(plain.replace(old, new), 'utf-8')
    broken, _ = rules_broken(Path(work, 'broken.sarif'))
    if rule not in broken:
        sys.exit(f'{new} was taken as valid')
