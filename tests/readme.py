#!/usr/bin/env python3
"""Runs the README's examples and holds what they print against what the README shows.

usage: readme.py MUQABALA README FOLDER [--update]

An example is a fenced block marked `console`: lines that begin with `$ ` are commands, what follows
is their output, standard error included. They run in a copy of FOLDER. --update writes what they
print into the README instead.
"""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(r'(?<=^```console\n).*?(?=^```$)', re.MULTILINE | re.DOTALL)


def run_block(block, folder, muqabala):
    """The block with the output that its commands give now."""
    environment = {'PATH': f'{muqabala.parent}:{os.defpath}', 'LANG': 'C.UTF-8'}
    out = ''
    for command in (line[2:] for line in block.splitlines() if line.startswith('$ ')):
        run = subprocess.run(['sh', '-c', command], cwd=folder, env=environment, text=True,
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT)
        out += f'$ {command}\n{run.stdout}'
    return out


def main():
    muqabala, readme, source = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
    shown = readme.read_text()
    with tempfile.TemporaryDirectory() as parent:
        folder = shutil.copytree(source, pathlib.Path(parent, 'example'))
        printed, examples = BLOCK.subn(lambda m: run_block(m[0], folder, muqabala), shown)
    if examples == 0:
        sys.exit(f'{readme}: there is no example in it')
    if '--update' in sys.argv[4:]:
        readme.write_text(printed)
    elif printed != shown:
        sys.stdout.writelines(difflib.unified_diff(
            shown.splitlines(True), printed.splitlines(True), 'README.md', 'printed'))
        sys.exit(1)


if __name__ == '__main__':
    main()
