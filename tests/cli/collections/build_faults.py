#!/usr/bin/env python3
"""Builds a corpus while everything goes wrong, and compares with a build that nothing disturbed.

usage: build_faults.py MUQABALA FAULT [SIZE]

FAULT is kills, workers, disk, hang, corrupt or stop; SIZE the number of documents.
"""
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time

from build_bench import Bench, article, children_of, expect

KILLS = 50


def undisturbed(bench):
    begin = time.monotonic()
    code, said = bench.build('plain')
    expect('an undisturbed build succeeds', code == 0, said)
    files = bench.outputs('plain')
    expect('there are outputs', 'corpus.tmx' in files and 'corpus.jsonl' in files, str(files))
    return files, time.monotonic() - begin


def same(bench, out, files):
    found = bench.outputs(out)
    different = sorted(name for name in set(files) | set(found)
                       if files.get(name) != found.get(name))
    expect('the outputs are those of an undisturbed build', not different, str(different))


def kills(bench, size):
    """Kills the build at random moments until it was killed often enough, then lets it end."""
    bench.fill(size)
    files, seconds = undisturbed(bench)
    draw = random.Random(8)
    killed = ended = 0
    while killed < KILLS and killed + ended < 10 * KILLS:
        process = bench.start('killed', '--workers', '2')
        # The sooner, the more of the work is done by many; the rest dies while it writes.
        time.sleep(draw.uniform(0, seconds * draw.choice([0.1, 0.3, 1])))
        if process.poll() is None:
            process.kill()
            killed += 1
        else:
            ended += 1
            expect('a build that is not killed succeeds', process.returncode == 0)
            # Begin once more, or nothing would be left to disturb.
            subprocess.run(['rm', '-rf', str(bench.folder / 'killed')], check=True)
        process.communicate()
    expect('the build was killed often', killed == KILLS, '%d kills' % killed)
    code, said = bench.build('killed')
    expect('the build ends', code == 0, said)
    same(bench, 'killed', files)
    print('%d kills, %d runs came to their end before' % (killed, ended))


def workers(bench, size):
    """Kills workers, not the build: one in each run, so that no document loses its second try."""
    bench.fill(size)
    files, seconds = undisturbed(bench)
    draw = random.Random(3)
    killed = 0
    for run in range(5):
        out = 'out%d' % run
        process = bench.start(out, '--workers', '2')
        time.sleep(draw.uniform(0, seconds))
        victims = children_of(process.pid) if process.poll() is None else []
        if victims:
            os.kill(draw.choice(victims), signal.SIGKILL)
            killed += 1
        said = process.communicate()[1]
        expect('the build succeeds without a worker', process.returncode == 0, said)
        same(bench, out, files)
    expect('workers were killed', killed > 0)


def disk(bench, size):
    """Lets the disk be full at the beginning, in the middle and at the end."""
    bench.fill(size)
    files, _ = undisturbed(bench)
    largest = max(path.stat().st_size for path in (bench.folder / 'plain').rglob('*')
                  if path.is_file())
    for limit in (1000, largest // 8, largest // 2, largest - 1):
        def full():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        code, said = bench.build('out', preexec_fn=full)
        expect('a build without space fails', code == 2, said)
        expect('it says why', 'space' in said, said)
        expect('nothing incomplete is left', not bench.outputs('out'), said)
    code, said = bench.build('out')
    expect('it goes on when there is space', code == 0, said)
    same(bench, 'out', files)


def hang(bench, size):
    """Puts a text into the collection that never ends."""
    bench.fill(size)
    bench.add('hangs', None, 'Nobody ever writes the original.\n')
    os.mkfifo(bench.folder / 'hangs.ar.txt')
    bench.write_manifest()
    code, said = bench.build('out', '--time-limit', '1')
    expect('the build succeeds', code == 0, said)
    expect('the text is listed', bench.failures('out') == {'hangs': 'time-limit'},
           str(bench.failures('out')))


def cut_in_a_letter(text):
    """The first half, and half a letter."""
    text = text.encode()
    at = len(text) // 2
    while text[at] & 0xC0 != 0x80:
        at += 1
    return text[:at]


def corrupt(bench, size):
    """Makes every fifth document unusable, each in one of five ways."""
    ways = {
        'cut': (lambda a, e: (cut_in_a_letter(a), e), 'invalid-utf8'),
        'binary': (lambda a, e: (a, bytes(range(256)) * 8), 'binary'),
        'empty': (lambda a, e: ('', e), 'empty-original'),
        'missing': (lambda a, e: (a, None), 'file-not-found'),
        'swapped': (lambda a, e: (e, a), 'wrong-language'),
    }
    wanted = {}
    for number in range(size):
        source, target = article(number)
        if number % 5 == 0:
            way = list(ways)[number // 5 % len(ways)]
            name = '%s-%05d' % (way, number)
            bench.add(name, *ways[way][0](source, target))
            wanted[name] = ways[way][1]
        else:
            bench.add('good-%05d' % number, source, target)
    bench.write_manifest()
    code, said = bench.build('out')
    expect('the build succeeds', code == 0, said)
    found = bench.failures('out')
    expect('all that is corrupt is listed, and nothing else', set(found) == set(wanted),
           str(sorted(set(found) ^ set(wanted))))
    wrong = {name: found.get(name) for name in wanted if found.get(name) != wanted[name]}
    expect('each with its reason', not wrong, str(wrong))
    expect('and how many is said', str(len(found)) in said, said)

    bench.lines = [line for line in bench.lines if line.split('\t')[2] not in found]
    bench.write_manifest()
    code, said = bench.build('good')
    expect('the good ones alone succeed', code == 0, said)
    same_text = [(bench.folder / out / 'corpus.ar-en.en').read_bytes() for out in ('out', 'good')]
    expect('they are the same as among the corrupt', same_text[0] == same_text[1])
    print('%d of %d documents are corrupt and listed' % (len(found), size))


def stop(bench, size):
    """Ctrl-C, changed, removed and added documents, a second build at the same time."""
    bench.fill(size)
    files, _ = undisturbed(bench)
    process = bench.start('out', start_new_session=True)
    while not children_of(process.pid):
        expect('a build has workers', process.poll() is None)
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGSTOP)  # or it would be at its end before the second begins
    code, said = bench.build('out')
    expect('a second build is refused', code == 2 and 'another build' in said, said)
    os.killpg(process.pid, signal.SIGINT)
    os.killpg(process.pid, signal.SIGCONT)
    said = process.communicate()[1]
    expect('Ctrl-C ends the build', process.returncode == 130, said)
    expect('it says how to go on', 'same command' in said, said)
    code, said = bench.build('out')
    expect('the build goes on', code == 0, said)
    same(bench, 'out', files)

    code, said = bench.build('out')
    expect('then nothing is to do', '%d of them unchanged' % size in said, said)
    bench.add('doc-0001', *article('another'))
    bench.lines.pop()
    code, said = bench.build('out')
    expect('a changed document alone is done again', '%d of them unchanged' % (size - 1) in said,
           said)
    expect('and changes the corpus', bench.outputs('out') != files)
    bench.add('doc-0001', *article(1))
    bench.lines.pop()
    removed = bench.lines.pop(3)
    bench.add('new', *article('new'))
    bench.write_manifest()
    code, said = bench.build('out')
    expect('a document that left the manifest leaves the corpus', '1 document left' in said, said)
    text = (bench.folder / 'out' / 'corpus.jsonl').read_text()
    expect('also the outputs', removed.split('\t')[2] not in text and '"new"' in text)

    (bench.folder / 'out' / 'notes.txt').write_text('of the user')
    code, said = bench.build('out', '--to', 'tmx')
    names = {path.name for path in (bench.folder / 'out').iterdir()}
    expect('outputs of an earlier run leave, and nothing else', code == 0 and
           not names & {'corpus.jsonl', 'corpus.ar-en.ar', 'corpus.ar-en.en'} and
           names >= {'corpus.tmx', 'notes.txt', 'statistics.json'}, str(names))


FAULTS = {'kills': (kills, 120), 'workers': (workers, 120), 'disk': (disk, 60), 'hang': (hang, 10),
          'corrupt': (corrupt, 150), 'stop': (stop, 200)}


def main():
    if len(sys.argv) not in (3, 4) or sys.argv[2] not in FAULTS:
        sys.exit(__doc__)
    run, size = FAULTS[sys.argv[2]]
    with tempfile.TemporaryDirectory(prefix='muqabala-faults-') as folder:
        run(Bench(str(pathlib.Path(sys.argv[1]).resolve()), folder),
            int(sys.argv[3]) if len(sys.argv) == 4 else size)


if __name__ == '__main__':
    main()
