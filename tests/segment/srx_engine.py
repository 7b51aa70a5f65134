"""Our exported rules, in an SRX engine that is not ours, split texts where we do.

usage: srx_engine.py MUQABALA CASES.jsonl FOLDER_WITH_JARS FOLDER_WITH_TEXTS WORK
Skips (exit 77) without Java or the engine's jars; 'tests/run.sh --external' fetches these.
"""
import glob
import json
import os
import shutil
import subprocess
import sys

program, cases_file, jar_folder, text_folder, work = sys.argv[1:]
here = os.path.dirname(os.path.abspath(__file__))

# What no rule of SRX can tell, since it is decided by more than the text around one place: items of
# lists that count on, lines.
STATEFUL = {'en09', 'en25', 'ar15', 'ar21'}

jars = sorted(glob.glob(os.path.join(jar_folder, '*.jar')))
if not jars or shutil.which('javac') is None:
    print("SKIPPED: there is no SRX engine; 'tests/run.sh --external' fetches one where a JDK and Maven are")
    sys.exit(77)


def squeezed(pieces):
    return [piece for piece in (' '.join(p.split()) for p in pieces) if piece]


def by_engine(rules, language, texts):
    run = subprocess.run(
        ['java', '-cp', os.pathsep.join(jars), os.path.join(here, 'SplitBySrx.java'), rules, language],
        input='\0'.join(texts).encode(), capture_output=True, check=False)
    if run.returncode != 0:
        sys.exit(f'the engine refuses the rules: {run.stderr.decode()[:300]} ... {run.stderr.decode()[-900:]}')
    return [squeezed(text.split('\1')) for text in run.stdout.decode().split('\0')[:-1]]


def by_us(language, text, *options):
    run = subprocess.run([program, 'segment', '-q', '--from', 'text', '--lang', language, '--to', 'jsonl',
                          *options, '-'], input=text.encode(), capture_output=True, check=True)
    return squeezed(json.loads(line)['text'] for line in run.stdout.decode().splitlines())


def paragraphs(path):
    with open(path, encoding='utf-8') as file:
        return [' '.join(p.split()) for p in file.read().split('\n\n') if p.strip()]


os.makedirs(work, exist_ok=True)
rules = os.path.join(work, 'muqabala.srx')
subprocess.run([program, 'segment', '--export-srx', '-o', rules], check=True)

with open(cases_file, encoding='utf-8') as file:
    cases = [json.loads(line) for line in file]
faults = boundaries = 0
for language in ('ar', 'en'):
    texts = [(case['id'], case['text']) for case in cases if case['lang'] == language]
    for path in sorted(glob.glob(os.path.join(text_folder, f'*.{language}.txt'))):
        texts += [(f'{os.path.basename(path)} {i}', p) for i, p in enumerate(paragraphs(path))]
    assert len(texts) > 30, 'the texts to compare are missing'
    for (name, text), theirs in zip(texts, by_engine(rules, language, [t for _, t in texts]), strict=True):
        by_rules = by_us(language, text, '--srx', rules, '--srx-only')
        ours = by_rules if name in STATEFUL else by_us(language, text)
        boundaries += len(ours) - 1
        for what, pieces in (('by the exported rules alone', by_rules), ('by the built-in rules', ours)):
            if pieces != theirs:
                faults += 1
                print(f'{name}: {what}\n  we split    {pieces}\n  the engine {theirs}')
print(f'{boundaries} boundaries compared')
sys.exit(1 if faults else 0)
