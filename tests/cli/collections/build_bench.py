"""What the tests of `corpus build` share: collections of made-up articles, and runs of the program.

The texts are drawn by a seed from a small vocabulary of our own, so that the same call gives the
same bytes.
"""
import hashlib
import os
import pathlib
import random
import subprocess
import sys

WORDS = [
    ('كتاب', 'book'), ('مدينة', 'city'), ('بحر', 'sea'), ('شمس', 'sun'), ('قمر', 'moon'),
    ('مدرسة', 'school'), ('طبيب', 'doctor'), ('شارع', 'street'), ('ماء', 'water'), ('خبز', 'bread'),
    ('سيارة', 'car'), ('قلم', 'pen'), ('باب', 'door'), ('نافذة', 'window'), ('شجرة', 'tree'),
    ('جبل', 'mountain'), ('نهر', 'river'), ('سوق', 'market'), ('ملك', 'king'), ('جيش', 'army'),
    ('طريق', 'road'), ('جسر', 'bridge'), ('مستشفى', 'hospital'), ('جامعة', 'university'),
    ('رسالة', 'letter'), ('حرب', 'war'), ('سلام', 'peace'), ('ليل', 'night'), ('شتاء', 'winter'),
    ('صيف', 'summer'), ('حديقة', 'garden'), ('مطبخ', 'kitchen'), ('مفتاح', 'key'), ('سفينة', 'ship'),
    ('طائرة', 'plane'), ('قطار', 'train'), ('حصان', 'horse'), ('كلب', 'dog'), ('قطة', 'cat'),
    ('سمكة', 'fish'), ('ذهب', 'gold'), ('فضة', 'silver'), ('حديد', 'iron'), ('نار', 'fire'),
    ('أرض', 'earth'), ('سماء', 'sky'), ('يد', 'hand'), ('عين', 'eye'), ('قلب', 'heart'),
    ('تاريخ', 'history'),
]


def article(seed, sentences=12):
    """An article and its translation; every tenth sentence is left untranslated."""
    draw = random.Random(seed)
    arabic, english = [], []
    for number in range(sentences):
        words = draw.sample(WORDS, draw.randint(5, 12))
        arabic.append(' '.join(a for a, _ in words) + ' %d.' % draw.randint(2, 99))
        if draw.random() > 0.1 or number == 0:
            line = ' '.join(e for _, e in words)
            english.append(line.capitalize() + ' ' + arabic[-1].split()[-1])
    return '\n\n'.join(arabic) + '\n', '\n\n'.join(english) + '\n'


class Bench:
    """A folder with a collection, and runs of `corpus build` in it."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.manifest = self.folder / 'manifest.tsv'
        self.lines = []

    def add(self, name, source, target):
        """Adds a document of two texts; bytes are written as they are, None is not written."""
        paths = []
        for side, text in (('ar', source), ('en', target)):
            path = self.folder / ('%s.%s.txt' % (name, side))
            if text is not None:
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(str(path))
        self.lines.append('%s\t%s\t%s' % (*paths, name))

    def fill(self, count, sentences=12):
        for number in range(count):
            self.add('doc-%04d' % number, *article(number, sentences))
        self.write_manifest()

    def write_manifest(self):
        self.manifest.write_text('source\ttarget\tid\n' + ''.join(l + '\n' for l in self.lines))

    def command(self, out, *options):
        return [self.program, 'corpus', 'build', str(self.manifest), '-o', str(self.folder / out),
                '--source-lang', 'ar', '--target-lang', 'en', '--no-system-dictionaries',
                '--learn-from', '20', '--to', 'tmx,jsonl,moses', *options]

    def environment(self):
        return dict(os.environ, XDG_CACHE_HOME=str(self.folder / 'cache'))

    def start(self, out, *options, **more):
        return subprocess.Popen(self.command(out, *options), env=self.environment(),
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, **more)

    def build(self, out, *options, **more):
        """Runs to the end; returns exit code and what was said."""
        process = self.start(out, *options, **more)
        said = process.communicate(timeout=120)
        return process.returncode, said[0] + said[1]

    def outputs(self, out):
        """Checksums of all outputs, by name."""
        root = self.folder / out
        return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(root.rglob('*'))
                if path.is_file() and '.muqabala' not in path.parts}

    def failures(self, out):
        """Code by id."""
        rows = (self.folder / out / 'failures.tsv').read_text().splitlines()
        return {row.split('\t')[0]: row.split('\t')[1] for row in rows[1:]}


def children_of(parent):
    found = []
    for entry in pathlib.Path('/proc').iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / 'stat').read_text().rsplit(')', 1)[1].split()
        except (OSError, IndexError):
            continue
        if int(fields[1]) == parent:
            found.append(int(entry.name))
    return found


def expect(what, condition, detail=''):
    if not condition:
        print('FAILED: %s\n%s' % (what, detail))
        sys.exit(1)
