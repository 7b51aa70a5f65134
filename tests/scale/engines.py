#!/usr/bin/env python3
"""Runs an example of docs/scale/ on the engine that it is for, and holds what comes out against a run
of muqabala alone: learned lexicon, records and corpus must be the same to the last byte.

usage: engines.py MUQABALA ROOT parallel|snakemake|spark|slurm|slurm-script [PYTHON]

PYTHON: an interpreter with pyspark. Exits with 77 where the engine is missing.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PARTS = 3
DOCUMENTS = 24
LANGUAGES = ['--source-lang', 'ar', '--target-lang', 'en']

# Subject, predicate and object in both languages, for documents of sentences that no two share.
WHO = [('الوزير', 'The minister'), ('الطبيب', 'The doctor'), ('المعلم', 'The teacher'),
       ('التاجر', 'The merchant'), ('الكاتب', 'The writer')]
DOES = [('زار', 'visited'), ('وصف', 'described'), ('أحب', 'loved'), ('ترك', 'left')]
WHAT = [('المدينة', 'the city'), ('القرية', 'the village'), ('المدرسة', 'the school'),
        ('المستشفى', 'the hospital'), ('المكتبة', 'the library'), ('السوق', 'the market')]


def skip(reason):
    print('SKIPPED:', reason)
    sys.exit(77)


def document(number):
    source, target = [], []
    for i in range(8):
        n = number * 8 + i
        (a, b), (c, d), (e, f) = WHO[n % 5], DOES[n // 5 % 4], WHAT[n // 20 % 6]
        source.append(f'{c} {a} {e} في عام {1900 + n}.')
        if n % 13:  # else it was left out
            target.append(f'{b} {d} {f} in the year {1900 + n}.')
    return {'id': f'doc{number}', 'source_text': '\n\n'.join(source),
            'target_text': '\n\n'.join(target), 'licence': 'CC0'}


def files_under(folder):
    """Names and contents; hidden files are nobody's output."""
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob('*'))
            if path.is_file() and not path.name.startswith(('.', '_'))}


def run(*words, **options):
    subprocess.run([str(word) for word in words], check=True, timeout=500, **options)


def slurm_by_hand(examples, documents, out, environment):
    """The tasks of the arrays, one after the other, as Slurm would start them."""
    (out / 'parts').mkdir(parents=True)
    environment = environment | {'MUQABALA_DOCUMENTS': str(documents), 'MUQABALA_OUT': str(out)}
    for step, tasks in (('learn', PARTS), ('add', 1), ('align', PARTS), ('merge', 1)):
        for task in range(1, tasks + 1):
            run('sh', examples / 'slurm-step.sh', step,
                env=environment | {'SLURM_ARRAY_TASK_ID': str(task),
                                   'SLURM_ARRAY_TASK_COUNT': str(tasks)})


def run_engine(engine, python, muqabala, examples, documents, out):
    environment = os.environ | {'MUQABALA': muqabala}
    needed = {'parallel': 'parallel', 'snakemake': 'snakemake'}.get(engine)
    if needed and not shutil.which(needed):
        skip(f'there is no {needed}')
    if engine == 'parallel':
        run('sh', examples / 'parallel.sh', documents, out, PARTS, env=environment)
    elif engine == 'snakemake':
        run('snakemake', '--cores', 2, '--quiet', '--snakefile', examples / 'Snakefile',
            '--directory', out.parent, '--config', f'documents={documents}', f'out={out}',
            f'parts={PARTS}', f'muqabala={muqabala}')
    elif engine == 'spark':
        if not shutil.which('java'):
            skip('there is no Java')
        if not shutil.which(python):
            skip(f'there is no {python}')
        if subprocess.run([python, '-c', 'import pyspark'], stderr=subprocess.DEVNULL,
                          check=False).returncode:
            skip(f'{python} has no pyspark')
        run(python, examples / 'spark.py', '--parts', PARTS, documents, out,
            env=environment | {'PYSPARK_PYTHON': python, 'PYSPARK_SUBMIT_ARGS':
                               '--master local[3] --conf spark.ui.enabled=false pyspark-shell'})
    elif engine == 'slurm-script':
        slurm_by_hand(examples, documents, out, environment)
    else:
        import slurm_node  # pylint: disable=import-outside-toplevel
        with slurm_node.running(out.parent / 'slurm', skip) as settings:
            run('sh', examples / 'slurm.sh', documents, out, PARTS, env=environment | settings)


def main():
    muqabala, root, engine = str(pathlib.Path(sys.argv[1]).resolve()), *sys.argv[2:4]
    python = sys.argv[4] if len(sys.argv) > 4 else sys.executable
    with tempfile.TemporaryDirectory(prefix='muqabala-') as folder:
        folder = pathlib.Path(folder)
        os.environ['XDG_CACHE_HOME'] = str(folder / 'cache')
        documents = folder / 'documents.jsonl'
        documents.write_text(''.join(json.dumps(document(n), ensure_ascii=False) + '\n'
                                     for n in range(DOCUMENTS)), encoding='utf-8')
        run_engine(engine, python, muqabala, pathlib.Path(root) / 'docs/scale', documents,
                   folder / 'out')

        alone = folder / 'alone'
        alone.mkdir()
        run(muqabala, 'lexicon', 'learn', '--manifest', documents, *LANGUAGES,
            '-o', alone / 'learned.counts')
        run(muqabala, 'corpus', 'stream', documents, *LANGUAGES, '--lexicon',
            alone / 'learned.counts', '-o', alone / 'all.jsonl')
        run(muqabala, 'corpus', 'merge', alone / 'all.jsonl', '-o', alone / 'corpus')

        if (folder / 'out/learned.counts').read_bytes() != (alone / 'learned.counts').read_bytes():
            sys.exit('the learned lexicon is another')
        expected, found = files_under(alone / 'corpus'), files_under(folder / 'out/corpus')
        if not expected or expected != found:
            sys.exit(f'the corpus is another: {sorted(expected)} against {sorted(found)}')
        units = sum(content.count(b'<tu ') for content in found.values())
        if units < DOCUMENTS * 5:
            sys.exit(f'the corpus holds only {units} units')
        print(f'{engine}: {len(found)} files are the same, {units} units')


if __name__ == '__main__':
    main()
