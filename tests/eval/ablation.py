#!/usr/bin/env python3
"""What each source of words is worth: evaluates every alignment set of a folder with some of them
switched off, and writes a table in Markdown.

usage: ablation.py MUQABALA FOLDER [-o FILE] [--held-out SET]...

`learned on the set` learns from all documents of a set and aligns them again; `learned from others`,
for the sets named by --held-out, aligns each document with what the others taught (sets of more than
eight documents in eight parts). Exits with 77 where FOLDER is not there.
"""
import argparse
import os
import pathlib
import subprocess
import tempfile

from evaluate import documents, evaluate, sets

NO_LEXICON = ['--lexicon-sources', 'cldr']
FREEDICT = ['--lexicon-sources', 'cldr,dictd']
CORE = ['--lexicon-sources', 'cldr,core']
# What a set's gold can tell; the others hold no or hardly any such segments.
MEASURES = {'ntrex': ['strict'], 'hadith': ['strict', 'row'], 'rasaif': ['strict', 'row'],
            'textberg': ['strict', 'row', 'add']}
LANGUAGES = {'textberg': ('de', 'fr')}
PARTS = 8


def languages_of(directory):
    source, target = LANGUAGES.get(directory.name, ('ar', 'en'))
    return ['--source-lang', source, '--target-lang', target]


def run(muqabala, *arguments):
    subprocess.run([muqabala, *arguments, '--quiet'], check=True)


def learn(muqabala, directory, chosen, counts, sources=()):
    texts = [text for _, source, target in chosen for text in (source, target)]
    run(muqabala, 'lexicon', 'learn', *texts, '--segments', 'lines', '-o', counts,
        *languages_of(directory), *sources)


def learned_on_itself(muqabala, directory, folder, sources=()):
    counts = pathlib.Path(folder, 'counts')
    learn(muqabala, directory, documents(directory), counts, sources)
    return evaluate(muqabala, directory, '--lexicon', counts, *sources)[0]


def learned_from_others(muqabala, directory, folder):
    """Every document is counted once; what a part may know is the sum of the others."""
    folder = pathlib.Path(folder)
    every = documents(directory)
    for name, *texts in every:
        learn(muqabala, directory, [(name, *texts)], folder / f'{name}.counts')
    parts = min(len(every), PARTS)
    predictions = folder / 'predictions'
    for part in range(parts):
        inside = {name for name, *_ in every[part::parts]}
        others = [folder / f'{name}.counts' for name, *_ in every if name not in inside]
        if not others:
            return None
        run(muqabala, 'lexicon', 'merge', *others, '-o', folder / 'others', *languages_of(directory))
        here = folder / f'part{part}'
        here.mkdir()
        for name, source, target in every[part::parts]:
            for text in (source, target, source.with_suffix('.gold')):
                os.symlink(text.resolve(), here / text.name)
        evaluate(muqabala, here, '--lexicon', folder / 'others', '--write-predictions', predictions)
    return evaluate(muqabala, directory, '--predictions', predictions)[0]


def rows_of(muqabala, directory, is_held_out):
    columns = [evaluate(muqabala, directory, *options)[0]
               for options in (NO_LEXICON, FREEDICT, CORE, [])]
    with tempfile.TemporaryDirectory() as folder:
        columns.append(learned_on_itself(muqabala, directory, folder))
    with tempfile.TemporaryDirectory() as folder:
        columns.append(learned_from_others(muqabala, directory, folder) if is_held_out else None)
    for measure in MEASURES.get(directory.name, ['strict', 'row', 'drop', 'add']):
        cells = [f'{c[measure][0]:.3f}'.lstrip('0') if c else '' for c in columns]
        yield f'| {directory.name} | {measure} | ' + ' | '.join(cells) + ' |'


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('muqabala')
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('-o', dest='out', type=pathlib.Path)
    parser.add_argument('--held-out', action='append', default=[])
    options = parser.parse_args()

    rows = ['| set | measure | none | FreeDict alone | core alone | both | both + learned on the set | '
            'both + learned from others |', '|---|---|' + '---:|' * 6]
    for directory in sets(options.folder):
        rows.extend(rows_of(options.muqabala, directory, directory.name in options.held_out))
    table = '\n'.join(rows) + '\n'
    print(table, end='')
    if options.out:
        options.out.write_text(table)


if __name__ == '__main__':
    main()
