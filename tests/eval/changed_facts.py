#!/usr/bin/env python3
"""Changes facts in translations, one at a time, and tells how many of the changes are found.

usage: changed_facts.py MUQABALA SETDIR [--changes N] [--seed N] [--least RECALL] [--misses]

Runs `check --segments lines --format json` on each changed document, without a policy. Each change is made in the English side of one document of SETDIR, in one line of a
gold row with two sides, by a seeded generator: kinds take turns, and no line is changed twice in the
same way. A change is found if there is a finding of one of its kinds in the changed line that the
document did not have before. Also told: findings that the unchanged documents have, each of them
false unless the translation itself is wrong.

To add a kind of change: write a function from (line, generator) to the changed line, or None where
the line has nothing to change, and list it in KINDS with the kinds of findings that count.
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

from evaluate import documents

MONTHS = ('January February March April May June July August September October November '
          'December').split()
WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
SCALES = ['thousand', 'million', 'billion', 'trillion']
CARDINALS = ('two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty '
             'thirty forty fifty').split()
YEAR = re.compile(r"(?<![\d.,/-])(1[89]\d\d|20[0-3]\d)(?![\d,%/-]|\.\d)")
NUMBER = re.compile(r'(?<![\w.,/:-])\d[\d,]*(?:\.\d+)?(?![\w/:])')
PERCENT = re.compile(r'(?<![\w.,])(\d[\d,]*(?:\.\d+)?)(?=%|\s?per ?cent|\s?pc\b)')


def spliced(line, match, replacement):
    return line[:match.start()] + replacement + line[match.end():]


def one_of(pattern, line, rng):
    matches = list(re.finditer(pattern, line))
    return rng.choice(matches) if matches else None


def other_word(words, line, rng):
    match = one_of(r'(?<!Theresa )\b(' + '|'.join(words) + r')\b(?! Times| Mail| Post)', line, rng)
    if not match:
        return None
    return spliced(line, match, rng.choice([w for w in words if w != match.group()]))


def other_digit(text, rng):
    """One digit of `text` changed, the first of several never to 0."""
    places = [i for i, c in enumerate(text) if c.isdigit()]
    at = rng.choice(places)
    digits = [d for d in '0123456789' if d != text[at] and not (at == 0 and d == '0')]
    return text[:at] + rng.choice(digits) + text[at + 1:]


def change_digit(line, rng):
    matches = [m for m in NUMBER.finditer(line) if not YEAR.fullmatch(m.group())]
    if not matches:
        return None
    match = rng.choice(matches)
    return spliced(line, match, other_digit(match.group(), rng))


def change_percent(line, rng):
    match = one_of(PERCENT, line, rng)
    return match and spliced(line, match, other_digit(match.group(1), rng))


def change_year(line, rng):
    match = one_of(YEAR, line, rng)
    if not match:
        return None
    year = int(match.group())
    return spliced(line, match, str(year + rng.choice([-10, -3, -2, -1, 1, 2, 3, 10])))


def change_month(line, rng):
    return other_word(MONTHS, line, rng)


def change_weekday(line, rng):
    return other_word(WEEKDAYS, line, rng)


def change_scale(line, rng):
    return other_word(SCALES, line, rng)


def change_word(line, rng):
    """A number in words; `one` and what is joined to other number words are left alone."""
    joined = '|'.join(CARDINALS)
    match = one_of(rf'(?<![\w-])({joined})(?![\w-])', line, rng)
    return match and spliced(line, match, rng.choice([w for w in CARDINALS if w != match.group()]))


KINDS = {
    'digit': (change_digit, {'number', 'date'}),
    'percent': (change_percent, {'number'}),
    'scale word': (change_scale, {'number'}),
    'number in words': (change_word, {'number', 'date'}),
    'year': (change_year, {'date', 'number'}),
    'month': (change_month, {'date'}),
    'weekday': (change_weekday, {'date'}),
}


def read_gold(path):
    """Target lines that stand in a row with two sides."""
    lines = set()
    for row in path.read_text().splitlines():
        sides = re.findall(r'\[([^\]]*)\]', row)
        if len(sides) == 2 and sides[0].strip() and sides[1].strip():
            lines |= {int(n) for n in sides[1].split(',')}
    return lines


def make_changes(texts, count, rng):
    """(kind, document, line, changed line), the kinds in turn while they last."""
    places = {kind: [(d, i) for d, (_, _, lines, paired) in enumerate(texts) for i in sorted(paired)
                     if change(lines[i], random.Random(0))]
              for kind, (change, _) in KINDS.items()}
    for candidates in places.values():
        rng.shuffle(candidates)
    changes, seen = [], set()
    rounds = 0
    while len(changes) < count and rounds < count:
        for kind, candidates in places.items():
            if not candidates or len(changes) >= count:
                continue
            d, i = candidates[rounds % len(candidates)]
            changed = KINDS[kind][0](texts[d][2][i], rng)
            if (d, changed) not in seen:
                seen.add((d, changed))
                changes.append((kind, d, i, changed))
        rounds += 1
    return changes


def findings_of(muqabala, pairs):
    """Per pair of files the (kind, target lines, words) of its findings."""
    result = []
    for source, target in pairs:
        run = subprocess.run([muqabala, 'check', str(source), str(target), '--segments', 'lines',
                              '--format', 'json', '--quiet'], capture_output=True, text=True)
        if run.returncode not in (0, 1):
            sys.exit(f'{target}: {run.stderr}')
        found = set()
        text = target.read_bytes()
        for f in json.loads(run.stdout)['findings']:
            place = f['target']
            if place is None:
                continue
            first = text[:place['start']].count(b'\n')
            last = text[:max(place['start'], place['end'] - 1)].count(b'\n')
            found.add((f['kind'], tuple(range(first, last + 1)),
                       (f['source'] or {}).get('text', ''), place.get('text', '')))
        result.append(found)
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('muqabala')
    parser.add_argument('set', type=pathlib.Path)
    parser.add_argument('--changes', type=int, default=300)
    parser.add_argument('--seed', type=int, default=7)
    parser.add_argument('--least', type=float, default=0)
    parser.add_argument('--misses', action='store_true')
    options = parser.parse_args()
    texts = []
    for _, source, target in documents(options.set):
        lines = target.read_text().split('\n')
        texts.append((source, target, lines, read_gold(source.with_suffix('.gold'))))
    if not texts:
        print(f'{options.set}: no documents')
        sys.exit(77)
    rng = random.Random(options.seed)
    changes = make_changes(texts, options.changes, rng)
    counted = set().union(*(kinds for _, kinds in KINDS.values()))
    before = findings_of(options.muqabala, [(s, t) for s, t, _, _ in texts])
    false = [f for found in before for f in found if f[0] in counted]
    segments = sum(len(paired) for _, _, _, paired in texts)
    print(f'unchanged: {len(false)} findings in {segments} paired lines, '
          f'{100 * len(false) / segments:.2f} in 100')
    made, found = collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        pairs = []
        for n, (_, d, i, changed) in enumerate(changes):
            source, target, lines, _ = texts[d]
            path = pathlib.Path(folder, f'{n}{target.suffix}')
            path.write_text('\n'.join(lines[:i] + [changed] + lines[i + 1:]))
            pairs.append((source, path))
        for (kind, d, i, changed), after in zip(changes, findings_of(options.muqabala, pairs)):
            made[kind] += 1
            is_found = any(f[0] in KINDS[kind][1] and i in f[1] for f in after - before[d])
            found[kind] += is_found
            if options.misses and not is_found:
                print(f'missed: {kind}\n  {texts[d][2][i]}\n  {changed}')
    print(f'seed {options.seed}')
    print('| change | made | found | recall |\n|---|---:|---:|---:|')
    for kind in KINDS:
        if made[kind]:
            print(f'| {kind} | {made[kind]} | {found[kind]} | {found[kind] / made[kind]:.3f} |')
    recall = sum(found.values()) / max(1, sum(made.values()))
    print(f'| all | {sum(made.values())} | {sum(found.values())} | {recall:.3f} |')
    if recall < options.least:
        sys.exit(f'recall {recall:.3f} is below {options.least}')


if __name__ == '__main__':
    main()
