#!/usr/bin/env python3
"""Holds docs/architecture.md against the tree: every folder has its line, every place named exists.

usage: architecture.py ROOT
"""
import pathlib
import re
import sys

TOP = ('segment', 'align', 'corpus', 'cli', 'tests', 'docs')
# Folders of tests that mirror the tree need no line of their own.
MIRROR = re.compile(r'tests/(segment|align|corpus|cli)\b')


def exists(root, name):
    """`name` as a path, a stem (`align/band` is band.h and band.cpp) or a pattern."""
    name = re.sub(r'<\w+>', '*', name)
    return any(root.glob(name)) or any(root.glob(name + '.*'))


def main():
    root = pathlib.Path(sys.argv[1])
    text = (root / 'docs/architecture.md').read_text()
    faults = []
    table = set(re.findall(r'^\| `([\w/]+)/` \|', text, re.MULTILINE))
    folders = {folder.relative_to(root).as_posix() for top in TOP
               for folder in (root / top, *(root / top).rglob('*'))
               if folder.is_dir() and folder.name != '__pycache__'}
    for folder in sorted(folders - table):
        if not MIRROR.match(folder) and not folder.startswith('tests/data/'):
            faults.append(f'{folder}/ has no line')
    faults += [f'{folder}/ has a line, but is not there' for folder in sorted(table - folders)]
    # A path is named from the root; what may come in a later word of the code is an option.
    for name in sorted({code.split()[0].rstrip('/') for code in re.findall(r'`([^`\n]+)`', text)}):
        if re.match(rf'({"|".join(TOP)})/', name) and not name.startswith('corpus/read_<'):
            if not exists(root, name):
                faults.append(f'{name} is named, but is not there')
    for fault in faults:
        print(f'docs/architecture.md: {fault}')
    sys.exit(1 if faults else 0)


if __name__ == '__main__':
    main()
