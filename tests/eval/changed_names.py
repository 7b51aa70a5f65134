#!/usr/bin/env python3
"""Counts how many exchanged names are found.

usage: changed_names.py FINDINGS SETDIR [--changes N] [--seed N] [--verbose]

FINDINGS is the program of findings.cpp. In copies of the translations of a set (pairs of files
<doc>.ar and <doc>.en, line i translates line i) names are exchanged, one in a document at a time,
for a name of the same kind from another document: a person for a person, a place for a place, an
organisation for an organisation. A change is found if a name finding of its line names a word of the
new name or is about the place. Prints the share found, and how many name findings the unchanged
documents have, which all count as false.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

WORD = r"[A-Z][a-zA-Z]*[a-z][a-zA-Z]*(?:-[A-Z][a-z]+)?"
ACRONYM = r'[A-Z]{2,5}'
NAME = re.compile(rf"(?<=[a-z,] )(?:{WORD}|{ACRONYM})(?: (?:{WORD}))*")
PERSON_BEFORE = re.compile(r"(?:Mr|Mrs|Ms|Dr|President|Secretary|Sir|minister|director|author|actor)\.? $")
PERSON_AFTER = re.compile(r"^,? (?:who|said|says|told|added|has said)\b")
PLACE_BEFORE = re.compile(r"\b(?:in|near|outside|city of|town of) $")
ORGANISATION = re.compile(r"\b(?:University|Party|Company|Council|Committee|Department|Agency|Bank|"
                          r"Court|Association|Institute|Club|Group|Inc|FC|United|City)\b")
NO_NAME = set("""January February March April May June July August September October November December Monday
Tuesday Wednesday Thursday Friday Saturday Sunday English Mr Mrs Ms Dr Sir Lord Lady President Secretary God
Christmas Internet""".split())


def lines_of(path):
    return path.read_text(encoding='utf-8').split('\n')


def kind_of(name, before, after):
    """person, place, organisation, or None where the sentence does not tell."""
    if re.fullmatch(ACRONYM, name) or ORGANISATION.search(name):
        return 'organisation'
    if PERSON_BEFORE.search(before) or ' ' in name and PERSON_AFTER.search(after):
        return 'person'
    if PLACE_BEFORE.search(before):
        return 'place'
    return None


def names_in(documents):
    """(document, line, start, end, name, kind) of every name whose kind some sentence tells."""
    found = []
    small = set(re.findall(r'\b[a-z]+\b', '\n'.join('\n'.join(lines) for lines in documents.values())))
    for name, lines in documents.items():
        for number, line in enumerate(lines):
            for match in NAME.finditer(line):
                words = match.group()
                if any(w in NO_NAME or w.lower() in small for w in re.split('[ -]', words)):
                    continue  # also a common word: nobody could tell
                kind = kind_of(words, line[:match.start()], line[match.end():])
                found.append((name, number, match.start(), match.end(), words, kind))
    # What most uses say goes for the others.
    votes = collections.defaultdict(collections.Counter)
    for *_, words, kind in found:
        if kind:
            votes[words][kind] += 1
    return [(*place, words, votes[words].most_common(1)[0][0])
            for *place, words, _ in found if words in votes]


def run(program, pairs):
    output = subprocess.run([program, *pairs], capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('findings')
    parser.add_argument('set', type=pathlib.Path)
    parser.add_argument('--changes', type=int, default=150)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--verbose', action='store_true')
    options = parser.parse_args()
    documents = {p.stem: lines_of(p) for p in sorted(options.set.glob('*.en'))}
    names = names_in(documents)
    dice = random.Random(options.seed)
    chosen = dice.sample(names, min(options.changes, len(names)))
    found = collections.Counter()
    tried = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        pairs, changes = [], {}
        for k, (name, number, start, end, words, kind) in enumerate(chosen):
            known = '\n'.join(documents[name])
            donors = sorted({n[4] for n in names if n[0] != name and n[5] == kind
                             and not any(w in known for w in n[4].split())})
            new = dice.choice(donors)
            lines = list(documents[name])
            lines[number] = lines[number][:start] + new + lines[number][end:]
            target = pathlib.Path(folder) / f'{k}.en'
            target.write_text('\n'.join(lines), encoding='utf-8')
            source = pathlib.Path(folder) / f'{k}.ar'
            source.write_bytes((options.set / f'{name}.ar').read_bytes())
            pairs += [source, target]
            changes[str(source)] = (number, words, new, kind)
        by_path = collections.defaultdict(list)
        for finding in run(options.findings, [str(p) for p in pairs]):
            if finding['kind'] == 'name':
                by_path[finding['path']].append(finding)
        for path, (number, words, new, kind) in changes.items():
            tried[kind] += 1
            hit = any(number in f['target_segments'] and f['target']
                      and set(re.split('[ -]', f['target'])) & set(re.split('[ -]', new))
                      for f in by_path[path])
            found[kind] += hit
            if options.verbose and not hit:
                print(f'missed: {words} -> {new} ({kind})', lines_of(pathlib.Path(path).with_suffix('.en'))[number],
                      lines_of(pathlib.Path(path))[number], '', sep='\n  ')
    for kind in tried:
        print(f'{kind}: {found[kind]} of {tried[kind]} found')
    print(f'all: {sum(found.values())} of {sum(tried.values())} found '
          f'({sum(found.values()) / sum(tried.values()):.3f})')
    unchanged = run(options.findings, [str(options.set / f'{n}.{side}') for n in documents for side in ('ar', 'en')])
    alarms = sum(f['kind'] == 'name' for f in unchanged)
    segments = sum(len([x for x in lines if x]) for lines in documents.values())
    print(f'unchanged: {alarms} name findings in {segments} segments ({100 * alarms / segments:.2f} in 100)')


if __name__ == '__main__':
    sys.exit(main())
