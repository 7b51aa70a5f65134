"""Runs `muqabala evaluate` on a set and reads what it prints. Shared by the scripts of this folder."""
import json
import pathlib
import re
import subprocess
import sys
import time

METRICS = ('strict', 'row', 'drop', 'add')
SKIPPED = 77  # what ctest takes for a skipped test


def skip(reason):
    print(f'SKIPPED: {reason}')
    sys.exit(SKIPPED)


def sets(folder):
    """The alignment sets in `folder`, by name: folders that hold gold."""
    if not folder.is_dir():
        skip(f'{folder} is not there')
    found = sorted(d for d in folder.iterdir() if d.is_dir() and any(d.glob('*.gold')))
    if not found:
        sys.exit(f'{folder}: no folder in it holds <doc>.gold files')
    return found


def parse_scores(text):
    """{'strict': (f1, precision, recall), ...} of `strict .812 (.801/.823)  row ...`; the last
    line that holds a metric counts, so that a listing by document may stand before the total."""
    scores = {}
    number = r'(\d*\.\d+|\d+)'
    for metric in METRICS:
        found = re.findall(rf'\b{metric}\s+{number}\s+\({number}/{number}\)', text)
        if not found:
            sys.exit(f'evaluate printed no {metric}:\n{text}')
        scores[metric] = tuple(float(x) for x in found[-1])
    return scores


def evaluate(muqabala, folder, *options):
    """The scores of a set, and the seconds it took."""
    start = time.monotonic()
    run = subprocess.run([muqabala, 'evaluate', folder, *options], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f'muqabala evaluate {folder}: exit status {run.returncode}\n{run.stderr}')
    return parse_scores(run.stdout), time.monotonic() - start


def intervals(muqabala, folder):
    """{'strict': (low, high), ...} of a set, or None where it has but one document."""
    run = subprocess.run([muqabala, 'evaluate', folder, '--intervals', '--to', 'json'], check=True,
                         capture_output=True, text=True)
    found = json.loads(run.stdout)['intervals']
    return found and {m: (found[m]['low'], found[m]['high']) for m in METRICS}


def documents(folder):
    """(name, source, target) of every document of a set; the sides end in .ar and .en whatever
    their languages are."""
    return [(gold.stem, gold.with_suffix('.ar'), gold.with_suffix('.en'))
            for gold in sorted(pathlib.Path(folder).glob('*.gold'))]
