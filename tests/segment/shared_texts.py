"""The splitter on the development texts of ../shared/data.

usage: shared_texts.py offsets MUQABALA DATA
       shared_texts.py textberg MUQABALA DATA ICU_SENTENCES

offsets: in every file, segments are exact slices of the bytes, in order, with nothing but white space
(in Markdown also markup) between them. textberg: on running German and French, boundary F1 is not below
ICU's own. Skips (exit 77) without the data.
"""
import glob
import json
import os
import subprocess
import sys
import unicodedata

what, program, data = sys.argv[1:4]
if not os.path.isdir(data):
    print(f'SKIPPED: there is no {data}')
    sys.exit(77)


def segments_of(arguments, text=None):
    run = subprocess.run([program, 'segment', '-q', '--to', 'jsonl', *arguments], input=text,
                         capture_output=True, check=False)
    if run.returncode != 0:
        sys.exit(f'{arguments}: {run.stderr.decode()}')
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def is_gap(text):
    return all(c.isspace() or unicodedata.category(c) in ('Cf', 'Cc', 'Mn') or c == '\u0640' for c in text)


def check_offsets():
    files = segments = 0
    for path in sorted(glob.glob(os.path.join(data, '**', '*'), recursive=True)):
        if not os.path.isfile(path) or os.path.getsize(path) == 0:
            continue
        with open(path, 'rb') as file:
            content = file.read()
        at = 3 if content.startswith(b'\xef\xbb\xbf') else 0
        for segment in segments_of(['--from', 'text', path]):
            begin, end = segment['start'], segment['end']
            if content[begin:end].decode() != segment['text']:
                sys.exit(f'{path}: the text of segment {segment["segment"]} is not that of its bytes')
            if begin < at or not is_gap(content[at:begin].decode()):
                sys.exit(f'{path}: {content[at:begin].decode()!r} before byte {begin} is in no segment')
            at = end
            segments += 1
        if not is_gap(content[at:].decode()):
            sys.exit(f'{path}: the text from byte {at} on is in no segment')
        files += 1
    print(f'{segments} segments in {files} files are exact')
    if files < 100:
        sys.exit('these are too few to tell anything')


def places(pieces):
    """Ends of pieces, counted in characters without white space; the last is none."""
    at, found = 0, set()
    for piece in pieces:
        at += len(''.join(piece.split()))
        found.add(at)
    return found - {at, 0}


def f1(found, gold):
    right = len(found & gold)
    return 2 * right / (len(found) + len(gold))


def check_textberg():
    for ending, language in (('ar', 'de'), ('en', 'fr')):
        for path in sorted(glob.glob(os.path.join(data, 'textberg', f'*.{ending}'))):
            with open(path, encoding='utf-8') as file:
                lines = [line.strip() for line in file if line.strip()]
            text = ' '.join(lines).encode()
            gold = places(lines)
            ours = places(s['text'] for s in segments_of(['--from', 'text', '--lang', language, '-'], text))
            icu = subprocess.run([sys.argv[4], language], input=text, capture_output=True, check=True)
            theirs = places(icu.stdout.decode().splitlines())
            print(f'{os.path.basename(path)} ({language}): F1 {f1(ours, gold):.4f}, of ICU {f1(theirs, gold):.4f}')
            if f1(ours, gold) < f1(theirs, gold) or not ours:
                sys.exit('worse than ICU')


check_offsets() if what == 'offsets' else check_textberg()
