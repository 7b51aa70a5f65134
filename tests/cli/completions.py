#!/usr/bin/env python3
"""Loads the completions of a shell into that shell and asks it what may follow a few lines.

usage: completions.py MUQABALA SHELL

SHELL is bash, zsh or fish. Exits with 77 where it is not installed. zsh completes only while it
edits a line on a terminal, so it gets one.
"""
import os
import pathlib
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time

SECONDS = 30

# What is typed; what must be offered; what must not be.
CASES = [
    ('muqabala ', {'align', 'segment', 'evaluate', 'lexicon', 'help'}, {'show', 'page.txt'}),
    ('muqabala al', {'align'}, {'segment'}),
    ('muqabala lexicon ', {'show', 'compile', 'learn', 'merge'}, {'align', 'page.txt'}),
    ('muqabala lexicon le', {'learn'}, {'show'}),
    ('muqabala align --to ', {'tmx', 'tsv', 'jsonl'}, {'page.txt', 'align'}),
    ('muqabala segment --to ', {'text', 'jsonl'}, {'tmx'}),
    ('muqabala align --lex', {'--lexicon', '--lexicon-sources'}, {'--to'}),
    ('muqabala lexicon show --mi', {'--missing'}, {'--quiet'}),
    ('muqabala lexicon learn --o', {'--output'}, {'--missing'}),
    ('muqabala align pa', {'page.txt'}, {'align'}),
    ('muqabala align page.txt pa', {'page.txt'}, {'align'}),
    ('muqabala align -o pa', {'page.txt'}, {'tmx'}),
    ('muqabala lexicon merge pa', {'page.txt'}, {'merge'}),
    ('muqabala evaluate pa', {'parts'}, {'page.txt'}),
    ('muqabala completions ', {'bash', 'zsh', 'fish'}, {'page.txt'}),
]

BASH = r'''
source "$1"
COMP_WORDS=($2)
[[ $2 == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
compopt() { :; }
_muqabala
printf '%s\n' "${COMPREPLY[@]}"
'''

ZSH = r'''
PS1='' PS2='' LISTMAX=10000
fpath=("$FOLDER" $fpath)
autoload -Uz compinit && compinit -u -D
complete-and-tell() { zle complete-word; : > "$FOLDER/done" }
zle-line-init() { : > "$FOLDER/ready" }
zle -N complete-and-tell
zle -N zle-line-init
bindkey '^I' complete-and-tell
unsetopt beep list_beep auto_list
compadd() {
  local argument
  for argument in "$@"; do
    [[ $argument == (-|--) ]] && break
    [[ $argument == -[OAD] ]] && { builtin compadd "$@"; return }
  done
  local -a hits
  builtin compadd -A hits "$@"
  print -rl -- $hits >> "$HITS"
  builtin compadd "$@"
}
'''


def candidates_bash(script, line, folder):
    return subprocess.run(['bash', '--norc', '-c', BASH, 'bash', script, line], check=True, cwd=folder,
                          capture_output=True, text=True, timeout=SECONDS).stdout.split()


def candidates_fish(script, line, folder):
    run = subprocess.run(['fish', '--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', script,
                          line], check=True, cwd=folder, capture_output=True, text=True,
                         timeout=SECONDS)
    return [candidate.split('\t')[0] for candidate in run.stdout.splitlines()]


def wait_for(path, terminal):
    """Until zsh has made the file; what it prints meanwhile is read, so that it never blocks."""
    end = time.monotonic() + SECONDS
    while not path.exists():
        if time.monotonic() > end:
            sys.exit(f'zsh did not answer within {SECONDS} seconds')
        if select.select([terminal], [], [], 0.02)[0]:
            os.read(terminal, 65536)


def candidates_zsh(script, line, folder):
    with tempfile.TemporaryDirectory() as own:
        own = pathlib.Path(own)
        shutil.copy(script, own / '_muqabala')
        (own / 'setup').write_text(ZSH)
        hits = own / 'hits'
        hits.write_text('')
        environment = dict(os.environ, TERM='dumb', FOLDER=str(own), HITS=str(hits),
                           ZDOTDIR=str(own), LC_ALL='C.UTF-8')
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(folder)
            os.execvpe('zsh', ['zsh', '-f', '-i'], environment)
        try:
            os.write(terminal, f'source {own}/setup\n'.encode())
            wait_for(own / 'ready', terminal)
            os.write(terminal, f'{line}\t'.encode())
            wait_for(own / 'done', terminal)
        finally:
            os.close(terminal)  # which hangs up on it
            os.waitpid(child, 0)
        return hits.read_text().splitlines()


def main():
    muqabala, shell = sys.argv[1:]
    if not shutil.which(shell):
        print(f'SKIPPED: {shell} is not installed')
        sys.exit(77)
    candidates = {'bash': candidates_bash, 'zsh': candidates_zsh, 'fish': candidates_fish}[shell]
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        bin_folder = pathlib.Path(folder, 'bin')
        bin_folder.mkdir()
        (bin_folder / 'muqabala').symlink_to(pathlib.Path(muqabala).resolve())
        os.environ['PATH'] = f'{bin_folder}:{os.environ["PATH"]}'
        os.environ['HOME'] = os.environ['XDG_CONFIG_HOME'] = folder
        script = pathlib.Path(folder, 'script')
        script.write_text(subprocess.run([muqabala, 'completions', shell], check=True,
                                         capture_output=True, text=True).stdout)
        work = pathlib.Path(folder, 'work')
        (work / 'parts').mkdir(parents=True)
        (work / 'page.txt').touch()
        for line, wanted, unwanted in CASES:
            offered = {c.strip().rstrip('/') for c in candidates(script, line, work)}
            if wanted - offered or unwanted & offered:
                print(f'[{line}]: offers {sorted(offered)}, not {sorted(wanted - offered)}; should not '
                      f'offer {sorted(unwanted & offered)}')
                faults += 1
    print(f'{shell}: {len(CASES)} lines completed, {faults} wrongly')
    sys.exit(1 if faults else 0)


if __name__ == '__main__':
    main()
