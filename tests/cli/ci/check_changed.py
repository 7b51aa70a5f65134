"""Runs the scripts of cli/ci on small repositories with good and bad changes, with the real program.

usage: check_changed.py MUQABALA PROJECT_FOLDER
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

MUQABALA, PROJECT = (os.path.abspath(path) for path in sys.argv[1:3])
SCRIPTS = Path(PROJECT, 'cli', 'ci')

# Names as people give them: blanks, Arabic, a quote, a pattern's star.
SOURCE = "docs/ar/دليل الجهاز (١).md"
TARGET = "docs/en/دليل الجهاز (١).md"
OTHER_SOURCE = "docs/ar/it's * new.md"
OTHER_TARGET = "docs/en/it's * new.md"
MAP = 'docs/ar/**/*.md=docs/en/**/*.md'

ARABIC = [
    'يُستعمل هذا الجهاز لقياس درجة الحرارة والرطوبة في البيوت الزراعية.',
    'ضع الجهاز على ارتفاع متر ونصف عن الأرض، بعيدا عن أشعة الشمس المباشرة.',
    'اضغط على الزر الأحمر ثلاث ثوان حتى يضيء المصباح الأخضر.',
    'لا تفتح غطاء البطارية والجهاز يعمل، فقد تفقد القياسات المحفوظة.',
    'يحفظ الجهاز قياسات الأيام الثلاثين الأخيرة في ذاكرته.',
    'نظف الجهاز بقطعة قماش جافة مرة كل شهر.',
]
ENGLISH = [
    'This device measures temperature and humidity in greenhouses.',
    'Place the device a metre and a half above the ground, away from direct sunlight.',
    'Press the red button for three seconds until the green lamp lights up.',
    'Do not open the battery cover while the device is running, or stored measurements may be lost.',
    'The device keeps the measurements of the last thirty days in its memory.',
    'Clean the device with a dry cloth once a month.',
]


def page(sentences):
    return '\n\n'.join(sentences) + '\n'


class Repository:
    """A repository of its own, on a branch 'work' beside 'main'."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.git('init', '-q', '-b', 'main')

    def git(self, *arguments):
        return subprocess.run(
            ['git', '-c', 'user.name=Tester', '-c', 'user.email=tester@example.org', *arguments],
            cwd=self.folder, env=environment(), check=True, capture_output=True, text=True).stdout

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, 'utf-8')

    def commit(self):
        self.git('add', '-A')
        self.git('commit', '-q', '--allow-empty', '-m', 'change')

    def run(self, script, *arguments, **variables):
        return run(self.folder, ['sh', str(SCRIPTS / script), *arguments], **variables)

    def muqabala(self, *arguments):
        return run(self.folder, [MUQABALA, 'check', '--no-system-dictionaries', *arguments])


def environment(**variables):
    """Nothing of the CI that runs this test."""
    mine = {name: value for name, value in os.environ.items()
            if not name.startswith(('GITHUB_', 'CI_', 'GIT_', 'PRE_COMMIT', 'MUQABALA'))}
    mine.update(MUQABALA=MUQABALA, GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM='1',
                LC_ALL='C.UTF-8')
    mine.update(variables)
    return mine


def run(folder, command, **variables):
    return subprocess.run(command, cwd=folder, env=environment(**variables), capture_output=True,
                          text=True, encoding='utf-8')


class CheckChanged(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = Path(scratch.name)
        self.repository = Repository(self.scratch / 'a project')
        self.repository.write(SOURCE, page(ARABIC))
        self.repository.write(TARGET, page(ENGLISH))
        self.repository.commit()
        self.repository.git('checkout', '-q', '-b', 'work')

    def check(self, *arguments, **variables):
        variables.setdefault('GITHUB_BASE_REF', 'main')
        return self.repository.run('check-changed.sh', *arguments, '--', '--map', MAP,
                                   '--no-system-dictionaries', **variables)

    def drop_a_paragraph(self):
        self.repository.write(TARGET, page(ENGLISH[:3] + ENGLISH[4:]))
        self.repository.commit()

    def exits_with(self, code, result):
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)

    def test_a_good_change_passes(self):
        self.repository.write(SOURCE, page(ARABIC + ['يكفي شحن البطارية أربعين يوما.']))
        self.repository.write(TARGET, page(ENGLISH + ['A battery charge lasts forty days.']))
        self.repository.commit()
        result = self.check('--annotations')
        self.exits_with(0, result)
        self.assertNotIn('::error', result.stdout)

    def test_no_change_passes_whatever_there_was_before(self):
        self.repository.git('checkout', '-q', 'main')
        self.drop_a_paragraph()
        self.repository.git('checkout', '-q', '-b', 'later')
        self.exits_with(0, self.check())
        self.exits_with(1, self.check('--since', 'all'))

    def test_a_dropped_paragraph_fails_with_every_report(self):
        self.drop_a_paragraph()
        summary = self.scratch / 'summary.md'
        summary.write_text('# Said before\n', 'utf-8')
        result = self.check('--annotations', '--sarif', 'a b.sarif', '--junit', 'a b.xml',
                            '--json', 'a b.json', '--markdown', str(summary))
        self.exits_with(1, result)

        folder = self.repository.folder
        finding = json.loads((folder / 'a b.json').read_text('utf-8'))['findings'][0]
        self.assertEqual(finding['kind'], 'omission')
        source = (folder / SOURCE).read_bytes()
        dropped = source[finding['source']['start']:finding['source']['end']].decode('utf-8')
        self.assertEqual(dropped, ARABIC[3])

        errors = [line for line in result.stdout.splitlines() if line.startswith('::error ')]
        self.assertEqual(len(errors), 1, result.stdout)
        self.assertIn(f'::error file={TARGET},line=7,', errors[0])
        self.assertIn('لا تفتح غطاء البطارية', errors[0])

        results = json.loads((folder / 'a b.sarif').read_text('utf-8'))['runs'][0]['results']
        omission = [r for r in results if r['level'] == 'error']
        self.assertEqual(len(omission), 1)
        place = omission[0]['locations'][0]['physicalLocation']
        self.assertEqual(place['artifactLocation']['uriBaseId'], '%SRCROOT%')
        self.assertTrue(place['artifactLocation']['uri'].startswith('docs/en/%D8%AF%D9%84'))
        self.assertIn('%20', place['artifactLocation']['uri'])
        self.assertEqual(place['region']['startLine'], 7)

        suites = ElementTree.parse(folder / 'a b.xml').getroot()
        self.assertEqual(suites.get('failures'), '1')
        page_of_summary = summary.read_text('utf-8')
        self.assertTrue(page_of_summary.startswith('# Said before\n## Translation check: 1'))

    def test_an_accepted_omission_passes(self):
        self.drop_a_paragraph()
        baseline = ['--baseline', 'decisions.jsonl']
        found = self.repository.muqabala(SOURCE, TARGET, '--format', 'json')
        fingerprint = json.loads(found.stdout)['findings'][0]['fingerprint']
        self.exits_with(0, self.repository.muqabala(
            SOURCE, TARGET, *baseline, '--accept', fingerprint, '--note', 'not for readers here'))
        self.exits_with(1, self.check())  # without the decision
        result = self.repository.run(
            'check-changed.sh', '--sarif', 'all.sarif', '--', '--map', MAP,
            '--no-system-dictionaries', *baseline, GITHUB_BASE_REF='main')
        self.exits_with(0, result)
        sarif = json.loads((self.repository.folder / 'all.sarif').read_text('utf-8'))
        suppression, = [s for result in sarif['runs'][0]['results'] for s in result.get('suppressions', [])]
        self.assertEqual(suppression['justification'], 'not for readers here')

    def test_old_debt_in_the_baseline_passes_and_new_faults_do_not(self):
        self.repository.git('checkout', '-q', 'main')
        self.drop_a_paragraph()
        self.repository.muqabala('--map', MAP, '--baseline', 'decisions.jsonl', '--update-baseline')
        self.repository.commit()
        self.repository.git('checkout', '-q', '-b', 'later')
        baseline = ['--map', MAP, '--no-system-dictionaries', '--baseline', 'decisions.jsonl']

        self.repository.write(TARGET, page(ENGLISH[:3] + ENGLISH[4:]).replace('dry', 'soft dry'))
        self.repository.commit()
        self.exits_with(0, self.repository.run('check-changed.sh', *baseline,
                                               GITHUB_BASE_REF='main'))
        self.repository.write(TARGET, page(ENGLISH[:1] + ENGLISH[2:3] + ENGLISH[4:]))
        self.repository.commit()
        result = self.repository.run('check-changed.sh', '--annotations', *baseline,
                                     GITHUB_BASE_REF='main')
        self.exits_with(1, result)
        self.assertIn('ضع الجهاز على ارتفاع', result.stdout)
        self.assertNotIn('لا تفتح غطاء', result.stdout)

    def test_only_pairs_that_changed_are_checked(self):
        self.repository.git('checkout', '-q', 'main')
        self.drop_a_paragraph()
        self.repository.write(OTHER_SOURCE, page(ARABIC[:5]))
        self.repository.write(OTHER_TARGET, page(ENGLISH[:5]))
        self.repository.commit()
        self.repository.git('checkout', '-q', '-b', 'later')
        self.repository.write(OTHER_SOURCE, page(ARABIC))
        self.repository.write(OTHER_TARGET, page(ENGLISH))
        self.repository.commit()
        self.exits_with(0, self.check())

    def test_what_others_did_on_the_branch_meanwhile_is_no_part_of_the_change(self):
        self.repository.git('checkout', '-q', 'main')
        self.repository.write(SOURCE, page(ARABIC[:4]))
        self.repository.write(TARGET, page(ENGLISH[:4]))
        self.repository.commit()
        self.repository.git('checkout', '-q', 'work')
        self.repository.write(OTHER_SOURCE, page(ARABIC))
        self.repository.write(OTHER_TARGET, page(ENGLISH))
        self.repository.commit()
        result = self.check('--json', 'all.json')
        self.exits_with(0, result)
        pairs = json.loads((self.repository.folder / 'all.json').read_text('utf-8'))['pairs']
        self.assertEqual([pair['source'] for pair in pairs], [OTHER_SOURCE])

    def test_a_shallow_clone_is_told_how_to_fetch_the_history(self):
        self.drop_a_paragraph()
        clone = self.scratch / 'clone'
        subprocess.run(['git', 'clone', '-q', '--depth', '1', '--branch', 'work',
                        self.repository.folder.as_uri(), str(clone)],
                       env=environment(), check=True, capture_output=True)
        result = run(clone, ['sh', str(SCRIPTS / 'check-changed.sh'), '--', '--map', MAP],
                     GITHUB_BASE_REF='main')
        self.exits_with(2, result)
        self.assertIn("no commit 'origin/main'", result.stderr)
        self.assertIn('fetch-depth: 0', result.stderr)
        self.assertEqual(result.stdout, '')

    def test_a_missing_base_and_a_missing_repository_are_named(self):
        result = self.check('--since', 'nowhere')
        self.exits_with(2, result)
        self.assertIn("no commit 'nowhere'", result.stderr)
        self.assertIn('--since', result.stderr)
        result = run(self.scratch, ['sh', str(SCRIPTS / 'check-changed.sh'), '--map', MAP])
        self.exits_with(2, result)
        self.assertIn('no repository here', result.stderr)

    def test_an_option_without_its_value_and_a_missing_program_are_named(self):
        result = self.repository.run('check-changed.sh', '--sarif')
        self.exits_with(2, result)
        self.assertIn('--sarif needs a value', result.stderr)
        result = self.check(MUQABALA='/nowhere/muqabala')
        self.exits_with(2, result)
        self.assertIn('/nowhere/muqabala', result.stderr)

    def test_before_a_commit_what_is_staged_is_checked(self):
        self.repository.write(TARGET, page(ENGLISH[:3] + ENGLISH[4:]))
        self.repository.git('add', '-A')
        hook = ['check-changed.sh', '--map', MAP, '--no-system-dictionaries']
        result = self.repository.run(*hook)
        self.exits_with(1, result)
        self.assertIn('omission', result.stdout)
        self.repository.write(TARGET, page(ENGLISH))
        self.repository.git('add', '-A')
        self.exits_with(0, self.repository.run(*hook))

    def test_the_very_first_commit_can_be_checked(self):
        fresh = Repository(self.scratch / 'fresh')
        fresh.write(SOURCE, page(ARABIC))
        fresh.write(TARGET, page(ENGLISH[:3] + ENGLISH[4:]))
        result = fresh.run('check-changed.sh', '--map', MAP, '--no-system-dictionaries')
        self.exits_with(1, result)

    def test_the_commit_before_a_push_is_the_base(self):
        before = self.repository.git('rev-parse', 'HEAD').strip()
        self.drop_a_paragraph()
        head = self.repository.git('rev-parse', 'HEAD').strip()
        for name in 'MUQABALA_BEFORE', 'CI_COMMIT_BEFORE_SHA', 'CI_MERGE_REQUEST_DIFF_BASE_SHA', \
                'PRE_COMMIT_FROM_REF':
            with self.subTest(name):
                self.exits_with(1, self.check(GITHUB_BASE_REF='', **{name: before}))
                self.exits_with(0, self.check(GITHUB_BASE_REF='', **{name: head}))
        # A branch that was just made has none; a forced push leaves it behind.
        for gone in '0' * 40, '1' * 40:
            self.exits_with(1, self.check(GITHUB_BASE_REF='', MUQABALA_BEFORE=gone))

    def test_the_action_passes_its_input_as_it_is(self):
        self.drop_a_paragraph()
        trap = self.scratch / 'trap'
        summary, output = self.scratch / 'summary', self.scratch / 'output'
        result = self.repository.run(
            'github.sh', GITHUB_BASE_REF='main', GITHUB_STEP_SUMMARY=str(summary),
            GITHUB_OUTPUT=str(output),
            MUQABALA_MAP=f'{MAP}\nnotes/$(touch {trap})/*.md=notes/`touch {trap}`/*.txt\n',
            MUQABALA_ARGUMENTS='--no-system-dictionaries', MUQABALA_SARIF='my results.sarif')
        self.assertFalse(trap.exists())
        # The second pattern fits no file, which is said, literally.
        self.exits_with(2, result)
        self.assertIn('$(touch', result.stderr)

        result = self.repository.run(
            'github.sh', GITHUB_BASE_REF='main', GITHUB_STEP_SUMMARY=str(summary),
            GITHUB_OUTPUT=str(output), MUQABALA_MAP=MAP,
            MUQABALA_ARGUMENTS='--no-system-dictionaries', MUQABALA_SARIF='my results.sarif')
        self.exits_with(1, result)
        self.assertIn(f'::error file={TARGET},', result.stdout)
        self.assertIn('## Translation check', summary.read_text('utf-8'))
        self.assertEqual(output.read_text('utf-8'), 'sarif=my results.sarif\n')

    def test_code_scanning_does_not_see_what_was_accepted(self):
        self.repository.write(TARGET, page(ENGLISH[:1] + ENGLISH[2:3] + ENGLISH[4:]))
        self.repository.commit()
        found = json.loads(self.repository.muqabala(SOURCE, TARGET, '--format', 'json').stdout)
        omissions = [f for f in found['findings'] if f['kind'] == 'omission']
        self.assertEqual(len(omissions), 2)
        for count in 1, 2:
            accept = [word for finding in omissions[:count]
                      for word in ('--accept', finding['fingerprint'])]
            self.repository.muqabala(SOURCE, TARGET, '--baseline', 'decisions.jsonl', *accept)
            self.repository.run(
                'github.sh', GITHUB_BASE_REF='main', MUQABALA_MAP=MAP, MUQABALA_SARIF='all.sarif',
                MUQABALA_ARGUMENTS='--no-system-dictionaries\n--baseline\ndecisions.jsonl')
            sarif = json.loads((self.repository.folder / 'all.sarif').read_text('utf-8'))
            open_errors = [result for result in sarif['runs'][0]['results']
                           if result['level'] == 'error']
            self.assertEqual(len(open_errors), 2 - count)
            self.assertEqual([r for r in sarif['runs'][0]['results'] if r['suppressions']], [])

    def test_a_program_on_the_path_is_the_one_that_is_installed(self):
        programs = self.scratch / 'programs'
        programs.mkdir()
        (programs / 'muqabala').symlink_to(MUQABALA)
        result = self.repository.run('install.sh', PATH=f'{programs}:{os.environ["PATH"]}')
        self.exits_with(0, result)
        self.assertEqual(result.stdout, f'{programs}/muqabala\n')

    def test_jobs_and_hooks_name_scripts_and_variables_that_there_are(self):
        action = Path(PROJECT, '.github/actions/check/action.yml').read_text('utf-8')
        hook = Path(PROJECT, '.pre-commit-hooks.yaml').read_text('utf-8')
        job = Path(PROJECT, 'docs/ci/gitlab.yml').read_text('utf-8')
        for text in action, hook, job:
            scripts = re.findall(r'cli/ci/([a-z-]+[.]sh)', text)
            self.assertNotEqual(scripts, [])
            for script in scripts:
                self.assertTrue(os.access(SCRIPTS / script, os.X_OK), script)
        read = (SCRIPTS / 'github.sh').read_text('utf-8') + \
            (SCRIPTS / 'check-changed.sh').read_text('utf-8')
        for variable in re.findall(r'(MUQABALA_[A-Z]+): \$', action):
            self.assertIn('${' + variable, read)
        # No text of an event becomes part of a script.
        for line in action.splitlines():
            if '${{' in line:
                self.assertRegex(line, r'^ +(value|path|key|MUQABALA_[A-Z]+): ')


if __name__ == '__main__':
    del sys.argv[1:3]
    unittest.main()
